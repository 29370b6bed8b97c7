"""`plethu purge`: delete what visitors kept or sent in and whose time is over.

Accounts whose address was never confirmed go too, and what is known of sessions that have ended. What they kept goes
by itself whenever somebody saves; for the rest, run this once a day.
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
    from plethu_web.accounts.actions import purge_unconfirmed
    from plethu_web.calls.actions.withdrawing import purge_calls
    from plethu_web.frameworks.actions import purge_expired
    from plethu_web.stored import sweep, used
    from plethu_web.workshops.actions.withdrawing import purge_workshops

    print(f"Deleted: {purge_expired() + purge_calls() + purge_workshops() + purge_unconfirmed()}")
    if swept := sweep(used()):
        print(f"Files that nothing names: {swept}")
    return 0
