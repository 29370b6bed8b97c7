"""How long the stretches are that a proximity may stand for, so that none is run that could not be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import TypeAlias

from plethu.searching.running.patterns import pieces_of, pieces_of_all
from plethu.searching.tree import Fielded, Near, Node, Or, Phrase, Unquoted, Word, walk

MOST_STEPS = 6_000_000  # of one proximity in one field of one record: about half a second
Lengths: TypeAlias = tuple[int, int]  # words of the shortest and of the longest stretch


def too_wide(tree: Node) -> Iterator[Near | Unquoted]:
    """The proximities of which each length of each part at each distance would be more than MOST_STEPS."""
    known: dict[int, Lengths] = {}
    for node in reversed(list(walk(tree))):  # parts before what they are part of
        known[id(node)] = _lengths(node, known)
        match node:
            case Near(parts, k):
                if _steps([known[id(part)] for part in parts], k) > MOST_STEPS:
                    yield node
            case Unquoted(words, "near", k):
                if _steps([(1, 1) for _ in words], k) > MOST_STEPS:
                    yield node


def _steps(parts: Sequence[Lengths], k: int) -> int:
    widths = prod(longest - shortest + 1 for shortest, longest in parts)
    if len(parts) == 2:
        return widths * (k + 1)
    return widths * len(parts) * (k + 1) ** 2 << len(parts)  # which parts are set, at which distances


def _lengths(node: Node, known: dict[int, Lengths]) -> Lengths:
    match node:
        case Word():
            count = len(pieces_of(node))
            return count, count
        case Phrase(words) | Unquoted(words, "phrase"):
            count = len(pieces_of_all(words))
            return count, count
        case Near(parts, k):
            each = [known[id(part)] for part in parts]
            return sum(short for short, _ in each), sum(long for _, long in each) + k
        case Or(parts):
            each = [known[id(part)] for part in parts]
            return min(short for short, _ in each), max(long for _, long in each)
        case Unquoted(words, "near", k):
            return len(words), len(words) + k
        case Fielded(inner):
            return known[id(inner)]
    return 1, 1
