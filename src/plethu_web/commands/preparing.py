"""What every command of the site does first."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def prepare() -> None:
    """Read the settings, make the home folder, and set Django up. What is written is for its owner only.

    Settings that cannot be used end the command with 2 and a sentence that names the setting.
    """
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plethu_web.config.settings")
    import django
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
        django.setup()
    except ImproperlyConfigured as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"PLETHU_HOME: {error.filename}: {error.strerror}")


def refuse(words: str) -> NoReturn:
    """End the command, which cannot be done with these settings."""
    print(words, file=sys.stderr)
    raise SystemExit(2)


def bring_up_to_date(*, verbosity: int = 0) -> None:
    """Bring the database's tables up to the installed version; 2 where the database cannot be used."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
        call_command("migrate", interactive=False, verbosity=verbosity)
    except (DatabaseError, OSError) as error:
        refuse(f"DATABASE_URL: the database cannot be used: {str(error).strip()}")
