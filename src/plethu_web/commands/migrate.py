"""`plethu migrate`: bring the database up to the installed version. `plethu serve` does so by itself."""

from __future__ import annotations

import argparse

from plethu_web.commands.preparing import bring_up_to_date, prepare


def run(argv: list[str]) -> int:
    """Run the command; its exit code."""
    argparse.ArgumentParser(prog="plethu migrate", description="Bring the site's database up to date.").parse_args(argv)
    prepare()
    bring_up_to_date(verbosity=1)
    return 0
