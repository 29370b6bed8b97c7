"""`plethu check-deploy`: what still has to be set before the site may face the public."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from plethu_web.commands.preparing import prepare


def run(argv: list[str]) -> int:
    """Run the command: 0 if nothing is amiss, 1 with a list if something is."""
    argparse.ArgumentParser(
        prog="plethu check-deploy", description="Check the settings of a site that faces the public."
    ).parse_args(argv)
    prepare()
    from django.conf import settings
    from django.core.checks import WARNING, run_checks

    found = [message for message in run_checks(include_deployment_checks=True) if message.level >= WARNING]
    amiss = [f"{message.id}: {message.msg}" for message in found]
    amiss = [*_of_the_settings(), *amiss]
    for line in amiss:
        print(line, file=sys.stderr)
    if not amiss:
        print(f"Nothing amiss for {settings.BASE_URL}")
    return 1 if amiss else 0


def _of_the_settings() -> Iterator[str]:
    from django.conf import settings
    from django.db import DatabaseError, connection

    if not settings.HTTPS:
        yield "PLETHU_BASE_URL does not start with https://"
    yield from settings.FAULTS_OF_ADDRESS
    if any(name.startswith("*") for name in settings.ALLOWED_HOSTS):
        yield "PLETHU_HOSTS answers to any name: list the names instead"
    try:
        connection.ensure_connection()
    except (DatabaseError, OSError) as error:
        yield f"DATABASE_URL: the database cannot be used: {str(error).strip()}"
