"""Addresses of the database and the mail server, as one writes them in the environment, read into Django's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database(address: str, home: Path) -> dict[str, Any]:
    """`postgres://name:password@host:port/database?sslmode=require`, `sqlite:///path`, or nothing: SQLite at home."""
    if not address:
        return _sqlite(home / "plethu.sqlite3")
    url = urlsplit(address)
    if url.scheme == "sqlite":
        return _sqlite(Path(unquote(url.path.removeprefix("/")) or home / "plethu.sqlite3"))
    if url.scheme in ("postgres", "postgresql"):
        return _postgres(url)
    raise ImproperlyConfigured("DATABASE_URL starts with neither sqlite:// nor postgres://")


def _sqlite(path: Path) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE_OPTIONS)}


def _postgres(url: SplitResult) -> dict[str, Any]:
    options = dict(parse_qsl(url.query))
    host = options.pop("host", "") or unquote(url.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.removeprefix("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host,
        "PORT": str(_port(url, "DATABASE_URL") or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,  # under ASGI a kept connection would stay with a thread that may never come back
    }


def mail(address: str, home: Path) -> dict[str, Any]:
    """`smtp://name:password@host:587` (STARTTLS), `smtps://` (TLS from the start), or nothing: files in the outbox.

    `?tls=no` sends in the clear, for a relay on the same machine.
    """
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(home / "outbox"),
        }
    url = urlsplit(address)
    if url.scheme not in ("smtp", "smtps") or not url.hostname:
        raise ImproperlyConfigured("PLETHU_EMAIL_URL is not of the form smtp://name:password@host:port")
    from_the_start = url.scheme == "smtps"
    in_the_clear = dict(parse_qsl(url.query)).get("tls") == "no"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": _port(url, "PLETHU_EMAIL_URL") or (465 if from_the_start else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": from_the_start,
        "EMAIL_USE_TLS": not from_the_start and not in_the_clear,
        "EMAIL_TIMEOUT": 20,
    }


def _port(url: SplitResult, name: str) -> int | None:
    try:
        return url.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: the port is not a number") from error
