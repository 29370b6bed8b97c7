"""The secret keys, from the environment or from their file. What is wrong is said without showing them."""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from plethu_web.home import key_file, read_keys


def secret_keys(given: str | None, home: Path) -> list[str]:
    """The key in use, then those that only still open what they signed."""
    if given:
        return _sound(given.split(), given.isascii(), "PLETHU_SECRET_KEY")
    try:
        keys = read_keys(home)
    except UnicodeDecodeError:
        keys = []
    except OSError as error:
        raise ImproperlyConfigured(f"PLETHU_HOME: {error.filename or home}: {error.strerror}") from error
    return _sound(keys, True, str(key_file(home)))


def _sound(keys: list[str], is_ascii: bool, name: str) -> list[str]:
    if not keys or not is_ascii:
        raise ImproperlyConfigured(
            f"{name}: a key is needed, of plain letters, digits and signs (ASCII), without blanks"
        )
    return keys
