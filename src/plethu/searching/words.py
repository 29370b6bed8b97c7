"""Words as typed, cut at the wildcards of one platform."""

from __future__ import annotations

import re
from functools import cache

from plethu.searching.platforms import Platform, platform
from plethu.searching.tree import Place, Wildcard, Word

_BETWEEN = re.compile(r"[^\s]+")


def words_of(text: str, start: int, end: int, rules: Platform) -> tuple[Word, ...]:
    """The words between two places of a text, without commas and semicolons at their ends."""
    found = []
    for match in _BETWEEN.finditer(text, start, end):
        kept = match[0].rstrip(",;")
        if kept:
            place = Place(match.start(), match.start() + len(kept))
            found.append(Word(_parts(kept, rules), place))
    return tuple(found)


def has_letters(word: Word) -> bool:
    """Whether anything but wildcards is in it."""
    return any(isinstance(part, str) for part in word.parts)


def _parts(text: str, rules: Platform) -> tuple[str | Wildcard, ...]:
    parts: list[str | Wildcard] = []
    last = 0
    for match in _signs(rules.id).finditer(text):
        if match.start() > last:
            parts.append(text[last : match.start()])
        parts.append(_wildcard(match, rules))
        last = match.end()
    if last < len(text):
        parts.append(text[last:])
    return tuple(parts)


def _wildcard(match: re.Match[str], rules: Platform) -> Wildcard:
    number = next((value for value in match.groups() if value), None)
    return Wildcard(0, int(number)) if number else rules.wildcards.meaning(match[0])


@cache
def _signs(id: str) -> re.Pattern[str]:
    rules = platform(id).wildcards
    single = "[" + "".join(map(re.escape, rules.signs)) + "]"
    return re.compile(f"{rules.limited}|{single}" if rules.limited else single)
