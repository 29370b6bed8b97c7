"""`plethu doctor`: whether this installation is well, in plain words, and what to do where it is not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from plethu_web.commands.finding import AMISS, WELL, Finding, amiss
from plethu_web.commands.preparing import prepare


def run(argv: list[str]) -> int:
    """Run the command: 0 if nothing has to be put right, 1 if something has."""
    parser = argparse.ArgumentParser(
        prog="plethu doctor",
        description="Examine settings, database, files, jobs, mail, backups and clock. Changes nothing.",
    )
    parser.add_argument("--deep", action="store_true", help="read every file that people sent and compare its checksum")
    parser.add_argument("--quiet", action="store_true", help="say only what has to be put right")
    wanted = parser.parse_args(argv)
    prepare()
    found = list(examine(deep=wanted.deep))
    for finding in found:
        if finding.state == AMISS or not wanted.quiet:
            print(f"{finding.state:5}  {finding.words}", file=sys.stderr if wanted.quiet else sys.stdout)
            if finding.remedy and finding.state != WELL:
                print(f"       {finding.remedy}", file=sys.stderr if wanted.quiet else sys.stdout)
    wrong = sum(finding.state == AMISS for finding in found)
    if not wanted.quiet:
        print(f"To be put right: {wrong}" if wrong else "Nothing has to be put right.")
    return 1 if wrong else 0


def examine(*, deep: bool) -> Iterator[Finding]:
    """All that is found. What cannot be examined is a finding itself."""
    from plethu_web.commands.examining_data import OF_DATA, can_be_used
    from plethu_web.commands.examining_place import OF_PLACE

    for one in OF_PLACE:
        yield from _examined(one.__name__, one(deep))
    unusable = list(can_be_used())
    yield from unusable
    if any(finding.state == AMISS for finding in unusable):
        return
    for one in OF_DATA:
        yield from _examined(one.__name__, one(deep))


def _examined(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    from django.db import DatabaseError

    try:
        yield from findings
    except (DatabaseError, OSError) as error:
        yield amiss(f"{name.replace('_', ' ')}: cannot be examined: {str(error).strip()}", "See what stands above.")
