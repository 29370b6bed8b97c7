"""`plethu check-deploy`: what still has to be set before the site may face the public."""

from __future__ import annotations

import argparse
import sys

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
    if not settings.HTTPS:
        amiss.insert(0, "PLETHU_BASE_URL does not start with https://")
    for line in amiss:
        print(line, file=sys.stderr)
    if not amiss:
        print(f"Nothing amiss for {settings.BASE_URL}")
    return 1 if amiss else 0
