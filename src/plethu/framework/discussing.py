"""Whether the rounds of a workshop can discuss an edition, whoever wrote it, and how its findings are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plethu.evidence.problems import Problem
from plethu.framework.edition import Edition

# What people type and addresses hold: F001 and the like. Numbers that workshops give go on from the highest F.
NUMBER = re.compile(r"(?!F\d{7})[A-Z0-9][A-Z0-9-]{0,19}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_COUNTED = re.compile(r"F(\d{1,6})")


def discussion_problems(edition: Edition, name: str) -> Iterator[Problem]:
    """Why a workshop cannot be held on an edition that is otherwise sound; `name` is its file's."""
    if not edition.findings:
        yield Problem("no-findings", name)
    if not _ID.fullmatch(edition.id):
        yield Problem("bad-id", name, 0, "id", {"value": edition.id[:80]})
    for kind in ("actions", "categories", "voices", "strands"):
        for each in getattr(edition, kind):
            if not _ID.fullmatch(each.id):
                yield Problem("bad-id", name, 0, kind, {"value": each.id[:80]})
    for finding in edition.findings:
        if not NUMBER.fullmatch(finding.id):
            yield Problem("list-number-unreadable", name, 0, "findings", {"value": finding.id[:40]})


def highest_number(ids: Iterable[str]) -> int:
    """The highest of the findings that are numbered F001 and so on; 0 where none is."""
    return max((int(found[1]) for id in ids if (found := _COUNTED.fullmatch(id))), default=0)
