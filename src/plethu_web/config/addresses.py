"""Addresses of the database and the mail server, as one writes them in the environment, read into Django's settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds: who waits to write is not served in turn, and in a crowd some wait long
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
}


def base(address: str) -> str:
    """The address people use: scheme and host in small letters, no slash at the end."""
    scheme, colon, rest = address.strip().rstrip("/").partition("://")
    place, slash, path = rest.partition("/")
    try:
        url = urlsplit(f"{scheme.lower()}://{place}")
        named = url.hostname
    except ValueError:
        url, named = SplitResult("", "", "", "", ""), None
    if scheme.lower() not in ("http", "https") or not colon or not named:
        raise ImproperlyConfigured("PLETHU_BASE_URL is not of the form https://plethu.example.org")
    _port(url, "PLETHU_BASE_URL")
    return f"{scheme.lower()}://{place.lower()}{slash}{path}"


def host(address: str) -> str:
    """The host in an address, as a browser says it."""
    name = urlsplit(address).hostname or ""
    return f"[{name}]" if ":" in name else name


def faults_of_base(address: str) -> Iterator[str]:
    """What keeps an address from being the one that people use."""
    url = urlsplit(address)
    if url.path or url.query or url.fragment:
        yield "PLETHU_BASE_URL holds more than scheme, host and port; the site stands at the root of its host"


def database(address: str, home: Path) -> dict[str, Any]:
    """`postgres://name:password@host:port/database?sslmode=require`, `sqlite:///path`, or nothing: SQLite at home."""
    if not address:
        return _sqlite(home / "plethu.sqlite3")
    url = _split(address, "DATABASE_URL")
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
    url = _split(address, "PLETHU_EMAIL_URL")
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
        raise ImproperlyConfigured(f"{name}: the port is not a number up to 65535") from error


def _split(address: str, name: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address: {error}") from error
