"""A proximity between groups written out as pairs of whole words, for platforms that know no groups there."""

from __future__ import annotations

import re
from itertools import product
from math import prod

from plethu.searching.known_words import KnownWords
from plethu.searching.tree import Near, Node, Or, Phrase, Unquoted, Wildcard, Word

MOST = 2_000
Words = tuple[Word, ...]


def pairs_of(node: Near, words: KnownWords | None, *, keep_open: bool = False) -> list[Words]:
    """Each choice of one word (or the words of one phrase) a part, in the order of the parts.

    With `words` truncated words are written out from them. Empty where that cannot be done: a proximity inside, a
    truncated word and no list, none known for it, or more than `MOST`. With `keep_open` words stay as they are.
    """
    choices = [_choices(part, words, keep_open=keep_open) for part in node.parts]
    if any(not each for each in choices):
        return []
    if prod(map(len, choices)) > MOST:
        return []
    return [sum(chosen, ()) for chosen in product(*choices)]


def _choices(node: Node, words: KnownWords | None, *, keep_open: bool) -> list[Words]:
    match node:
        case Word():
            return [tuple(pieces) for pieces in _whole(node, words, keep_open)]
        case Phrase(parts) | Unquoted(parts, "phrase"):
            each = [_whole(part, words, keep_open) for part in parts]
            if not 0 < prod(map(len, each)) <= MOST:
                return []
            return [sum(map(tuple, chosen), ()) for chosen in product(*each)]
        case Or(parts):
            found: list[Words] = []
            for part in parts:
                inner = _choices(part, words, keep_open=keep_open)
                if not inner:
                    return []
                found += inner
            return found
    return []


def _whole(word: Word, words: KnownWords | None, keep_open: bool) -> list[list[Word]]:
    """A word as its pieces between hyphens, truncated ones written out."""
    if any(isinstance(part, Wildcard) for part in word.parts):
        if keep_open:
            return [[word]]
        if words is None:
            return []
        return [[Word((known,), word.place)] for known in words.matching(word) or ()]
    text = "".join(part for part in word.parts if isinstance(part, str))
    pieces = [piece for piece in re.split(r"[\W_]+", text) if piece]
    if keep_open:
        return [[word]] if pieces else []  # signs alone are near nothing, and vanish in a phrase
    return [[Word((piece,), word.place) for piece in pieces]] if len(pieces) > 1 else [[word]]
