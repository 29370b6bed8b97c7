"""Terms as the words that a platform looks for, and whether all that one finds is found by another too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from plethu.searching.tree import Heading, Node, Phrase, Term, Unquoted, Wildcard, Word

Token: TypeAlias = tuple[str | Wildcard, ...]
HYPHENS = "[-\u2010\u2011]"
MOST_LETTERS = 60  # a longer word is compared as it stands: no language needs more, and the time grows with the cube


def tokens(term: Term) -> tuple[Token, ...]:
    """The words of a term in small letters. A hyphen parts words, as it does when a platform indexes text."""
    match term:
        case Word():
            return tuple(_parted(term))
        case Phrase(words) | Unquoted(words):
            return tuple(token for word in words for token in _parted(word))
        case Heading():
            return ()


def _parted(word: Word) -> Iterator[Token]:
    now: list[str | Wildcard] = []
    for part in word.parts:
        pieces = re.split(HYPHENS, part.casefold()) if isinstance(part, str) else [part]
        for number, piece in enumerate(pieces):
            if number and now:
                yield tuple(now)
                now = []
            if piece:
                now.append(piece)
    if now:
        yield tuple(now)


def literal(token: Token) -> str:
    """The letters before the first wildcard."""
    return token[0] if token and isinstance(token[0], str) else ""


def ending(token: Token) -> str:
    """The letters after the last wildcard."""
    last = token[-1] if token else ""
    return last if isinstance(last, str) else ""


def is_open(token: Token) -> bool:
    """Whether the word has a wildcard anywhere."""
    return any(isinstance(part, Wildcard) for part in token)


def side_by_side(term: Node) -> bool:
    """Whether the words of a term stand next to each other in what it finds."""
    return isinstance(term, Word | Phrase) or (isinstance(term, Unquoted) and term.joined == "phrase")


@lru_cache(100_000)
def covers(broad: Token, narrow: Token) -> bool:
    """Whether every word that `narrow` stands for is one that `broad` stands for too. When in doubt, no."""
    if broad == narrow:
        return True
    left, right = _units(broad), _units(narrow)
    if len(left) > MOST_LETTERS or len(right) > MOST_LETTERS or not is_open(broad):
        return False
    return _covers(left, right, 0, 0, {})


Units: TypeAlias = tuple[str | Wildcard, ...]


def _units(token: Token) -> Units:
    return tuple(unit for part in token for unit in (part if isinstance(part, str) else (part,)))


def _covers(broad: Units, narrow: Units, i: int, j: int, known: dict[tuple[int, int], bool]) -> bool:
    if i == len(broad):
        return j == len(narrow)
    if (i, j) not in known:
        unit = broad[i]
        if isinstance(unit, str):
            known[i, j] = j < len(narrow) and narrow[j] == unit and _covers(broad, narrow, i + 1, j + 1, known)
        else:
            known[i, j] = any(_covers(broad, narrow, i + 1, end, known) for end in _taken(unit, narrow, j))
    return known[i, j]


def _taken(wildcard: Wildcard, narrow: Units, j: int) -> Iterator[int]:
    """Up to where the wildcard may stand for what is there: never for more letters than it may, nor for fewer."""
    least, most = 0, 0
    end = j
    while True:
        if least >= wildcard.least:
            yield end
        if end == len(narrow):
            return
        unit = narrow[end]
        if isinstance(unit, str):
            least, most = least + 1, most + 1
        elif unit.most is None and wildcard.most is not None:
            return
        else:
            least, most = least + unit.least, most + (unit.most or 0)
        if wildcard.most is not None and most > wildcard.most:
            return
        end += 1
