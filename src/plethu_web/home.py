"""The home of an installation: the folder that holds its database, its secret key and mail that could not be sent."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

KEYS_KEPT = 2


def find_home(named: str) -> Path:
    """The folder named by PLETHU_HOME, else `var` in a checkout, else `plethu-data` where the command was started."""
    if named:
        return Path(named).expanduser().resolve()
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").exists():
        return checkout / "var"
    return Path.cwd() / "plethu-data"


def key_file(home: Path) -> Path:
    """Where the secret keys stand, one a line, the one in use first."""
    return home / "secret-key"


def read_keys(home: Path) -> list[str]:
    """The secret keys of this home; the first run makes one. Only the owner may read the file."""
    path = key_file(home)
    if not path.exists():
        _write_keys(path, [secrets.token_urlsafe(50)], replace=False)
    return path.read_text(encoding="ascii").split()


def rotate_keys(home: Path) -> None:
    """Put a new key in use. The one before still opens what it signed, the one before that no longer."""
    kept = [secrets.token_urlsafe(50), *read_keys(home)][:KEYS_KEPT]
    _write_keys(key_file(home), kept, replace=True)


def last_address(home: Path) -> str:
    """The address under which the site was last served from this home; empty if it never was."""
    path = home / "address"
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def note_address(home: Path, address: str) -> None:
    """Keep the address, so that a command can print a link that leads to the running site."""
    (home / "address").write_text(f"{address}\n", encoding="utf-8")


def address_for(request: HttpRequest) -> str:
    """Where links that leave the site begin: the address that was set, else the one that was asked.

    What a visitor says of the port is not believed: a link must not lead to another service of this host.
    """
    from django.conf import settings  # which are read with the help of this module

    if settings.IS_ADDRESS_SET:
        return str(settings.BASE_URL)
    host = request.get_host()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    port = request.META.get("SERVER_PORT", "")
    usual = {"http": "80", "https": "443"}[request.scheme or "http"]
    return f"{request.scheme}://{name}" + ("" if port in ("", usual) else f":{port}")


def _write_keys(path: Path, keys: list[str], *, replace: bool) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write("\n".join(keys) + "\n")
    try:
        if replace:
            fresh.replace(path)
        else:
            os.link(fresh, path)  # fails where another process was quicker: then its key is the key
    except FileExistsError:
        pass
    finally:
        fresh.unlink(missing_ok=True)
