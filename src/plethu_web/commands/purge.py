"""`plethu purge`: delete what visitors kept or sent in and whose time is over.

Accounts whose address was never confirmed go too, and what is known of sessions that have ended. What they kept goes
by itself whenever somebody saves; the rest goes once a day where jobs are done (`plethu serve`, `plethu worker`).
"""

from __future__ import annotations

import argparse

from plethu_web.commands.preparing import bring_up_to_date, prepare


def run(argv: list[str]) -> int:
    """Run the command; its exit code."""
    argparse.ArgumentParser(
        prog="plethu purge", description="Delete what visitors kept or sent in and whose time is over."
    ).parse_args(argv)
    prepare()
    bring_up_to_date()
    from plethu_web.commands.housekeeping import delete_what_is_over
    from plethu_web.stored import sweep, used

    print(f"Deleted: {delete_what_is_over()}")
    if swept := sweep(used()):
        print(f"Files that nothing names: {swept}")
    return 0
