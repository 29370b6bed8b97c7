"""A changed answer as it stands in an address or a form: `part:key:value`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import cast

from plethu.framework.advice import Change
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation, situation_problems
from plethu_web.frameworks.questions import PROGRESS, ROUTES, STRENGTH, YES_OR_NOT, Part

MOST = 5
VALUES = {
    "in_place": dict(PROGRESS),
    "today": dict(STRENGTH),
    "have": dict(YES_OR_NOT),
    "route": dict(ROUTES),
    "answers": None,
}


class NoSuchChange(ValueError):
    """The text names no answer that could be changed so."""


def write_change(change: Change) -> str:
    """A change as text."""
    return f"{change.part}:{change.key}:{change.value}"


def read_changes(texts: Iterable[str], edition: Edition) -> tuple[Change, ...]:
    """The changes that texts name. Raises NoSuchChange for anything the edition does not know, or too many."""
    found = tuple(read_change(text, edition) for text in texts)
    if len(found) > MOST:
        raise NoSuchChange(len(found))
    return found


def read_change(text: str, edition: Edition) -> Change:
    """The change that a text names. Raises NoSuchChange for anything the edition does not know."""
    part, _, rest = text.partition(":")
    key, _, value = rest.partition(":")
    if part not in VALUES:
        raise NoSuchChange(text)
    known = VALUES[part]
    if known is not None and value not in known and (value or part == "route"):
        raise NoSuchChange(text)
    change = Change(cast(Part, part), "" if part == "route" else key, value)
    if any(situation_problems(changed(Situation(), change), edition)):
        raise NoSuchChange(text)
    return change


def with_changes(situation: Situation, changes: Iterable[Change]) -> Situation:
    """The situation with every change made."""
    return reduce(changed, changes, situation)
