"""What every command of the site does first."""

from __future__ import annotations

import os


def prepare() -> None:
    """Read the settings, make the home folder, and set Django up. What is written is for its owner only."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plethu_web.config.settings")
    import django
    from django.conf import settings

    settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    django.setup()


def bring_up_to_date(*, verbosity: int = 0) -> None:
    """Bring the database's tables up to the installed version."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=verbosity)
