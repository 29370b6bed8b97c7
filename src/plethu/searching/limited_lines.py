"""Ovid's `limit 5 to ...`: another line, and the years or languages that it is limited to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.languages import code_of
from plethu.searching.platforms import Platform, pattern
from plethu.searching.tree import And, Dated, InLanguage, Line, Node, Place

_YEARS = re.compile(r'yr\s*=\s*"?(?P<start>\d{4})\s*(?P<to>-)?\s*(?P<end>\d{4}|current)?\s*"?', re.IGNORECASE)
_LANGUAGE = re.compile(r"(?P<language>[a-z]+)(?:\s+language)?", re.IGNORECASE)
_LIMIT = re.compile(r"[^\s(),](?:(?!\s+and\s)[^(),])*")


def limited_line(text: str, position: int, rules: Platform) -> Node | None:
    """The line with its limits. Raises Unreadable for a limit that is neither years nor a language."""
    found = pattern(rules.lines.limit).match(text, position) if rules.lines.limit else None
    if not found:
        return None
    limits = tuple(_limits(text, *found.span("limits")))
    if not limits:
        return None
    return And((Line(str(int(found["name"]))), *limits), Place(position, found.end()))


def _limits(text: str, start: int, end: int) -> Iterator[Node]:
    position = start
    while found := _LIMIT.search(text, position, end):
        position = found.end() + len(" and")
        limit = found[0].rstrip()
        yield _limit(limit, Place(found.start(), found.start() + len(limit)))


def _limit(limit: str, place: Place) -> Node:
    if years := _YEARS.fullmatch(limit):
        end = years["end"] or ("" if years["to"] else years["start"])
        end = "" if end.lower() == "current" else end
        if end and years["start"] > end:
            raise Unreadable(Fault("dates-turned", place, {"start": years["start"], "end": end}))
        return Dated(years["start"], end, place)
    language = _LANGUAGE.fullmatch(limit)
    if language and (code := code_of(language["language"])):
        return InLanguage((code,), place)
    raise Unreadable(Fault("limit-unknown", place, {"limit": limit}))
