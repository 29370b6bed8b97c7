"""`plethu purge`: delete what visitors kept and has expired. The site does so by itself whenever somebody saves."""

from __future__ import annotations

import argparse

from plethu_web.commands.preparing import bring_up_to_date, prepare


def run(argv: list[str]) -> int:
    """Run the command; its exit code."""
    argparse.ArgumentParser(
        prog="plethu purge", description="Delete drafts and saved situations that have expired."
    ).parse_args(argv)
    prepare()
    bring_up_to_date()
    from plethu_web.frameworks.actions import purge_expired

    print(f"Deleted: {purge_expired()}")
    return 0
