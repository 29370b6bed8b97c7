"""What a typed word matches: pieces of letters and open places, each for one word of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from plethu.searching.running.words import FILLER, LONGEST, folded
from plethu.searching.tree import ANY, Wildcard, Word

Piece: TypeAlias = tuple[str | Wildcard, ...]
_RUN = re.compile(r"[^\W_]+|[\W_]+")


@lru_cache(maxsize=20_000)
def pieces_of(word: Word) -> tuple[Piece, ...]:
    """The words that a typed word stands for, in order: a hyphen parts it. None where it has no letter or wildcard."""
    pieces: list[list[str | Wildcard]] = [[]]
    for part in word.parts:
        if isinstance(part, Wildcard):
            pieces[-1].append(part)
            continue
        for run in _RUN.findall(folded(part)):
            if run[0].isalnum():
                _lengthen(pieces[-1], run)
            else:
                pieces.append([])
    return tuple(tuple(piece) for piece in pieces if piece)


def _lengthen(piece: list[str | Wildcard], run: str) -> None:
    if piece and isinstance(piece[-1], str):
        piece[-1] += run
    else:
        piece.append(run)


def pieces_of_all(words: Iterable[Word]) -> tuple[Piece, ...]:
    """The pieces of words that stand next to each other."""
    return tuple(piece for word in words for piece in pieces_of(word))


def exact(piece: Piece) -> str:
    """The one word that a piece without wildcards matches; empty for one with wildcards."""
    return piece[0][:LONGEST] if len(piece) == 1 and isinstance(piece[0], str) else ""


def stem(piece: Piece) -> str:
    """The letters before the end of a piece that is open there and nowhere else (`soci*`); else empty."""
    return piece[0] if len(piece) == 2 and isinstance(piece[0], str) and piece[1] == ANY else ""


def start_of(piece: Piece) -> str:
    """The letters with which every word of a piece begins; empty where it begins with a wildcard."""
    return piece[0] if isinstance(piece[0], str) else ""


@lru_cache(maxsize=100_000)
def matches(piece: Piece, word: str) -> bool:
    """Whether a piece stands for a word of a text. Linear in both: bit i of `places` says that i letters are used."""
    if word == FILLER:
        return False
    places, all_places = 1, (1 << len(word) + 1) - 1
    for part in piece:
        if isinstance(part, str):
            places = sum(1 << i + len(part) for i in range(len(word)) if places >> i & 1 and word.startswith(part, i))
        else:
            most = len(word) if part.most is None else min(part.most, len(word))
            places = smeared(places << part.least, most - part.least) & all_places
        if not places:
            return False
    return bool(places >> len(word) & 1)


def smeared(bits: int, steps: int) -> int:
    """The bits, and each of them moved up by 1, 2 ... `steps` places. None where `steps` is negative."""
    if steps < 0:
        return 0
    done = 0
    while done < steps:
        step = min(done + 1, steps - done)
        bits |= bits << step
        done += step
    return bits


def may_share(first: Iterable[Piece], second: Iterable[Piece]) -> bool:
    """Whether one word of a text could be matched by a piece of each; may say so where it could not."""
    left, right = list(first), list(second)
    return any(_may_be_same(a, b) for a in left for b in right)


def _may_be_same(a: Piece, b: Piece) -> bool:
    if exact(a) and exact(b):
        return exact(a) == exact(b)
    if exact(a) or exact(b):
        return matches(b, exact(a)) if exact(a) else matches(a, exact(b))
    one, other = sorted((start_of(a), start_of(b)), key=len)
    return other.startswith(one)
