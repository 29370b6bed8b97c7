"""The words known of the records, to write out what a platform cannot truncate: found without a long search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from plethu.searching.running.patterns import Piece, matches, start_of
from plethu.searching.running.words import folded
from plethu.searching.tree import Wildcard, Word

MOST_COMPARED = 500_000  # words held against patterns for one strategy: two seconds
MOST_FOUND = 2_000  # for one word; more are never written out


class KnownWords:
    """Words in lower case, each once. What has been looked up is remembered, so that asking again costs nothing."""

    def __init__(self, words: Iterable[str], most: int = MOST_COMPARED) -> None:
        self._words = sorted(set(words))
        self._left = most
        self._found: dict[Piece, list[str] | None] = {}

    def matching(self, word: Word) -> list[str] | None:
        """The words that one word with wildcards stands for, at most MOST_FOUND and one. None: too many to look up."""
        piece = tuple(part if isinstance(part, Wildcard) else folded(part) for part in word.parts)
        if piece not in self._found:
            self._found[piece] = self._look(piece)
        return self._found[piece]

    def _look(self, piece: Piece) -> list[str] | None:
        start = start_of(piece)
        longest = max((part for part in piece if isinstance(part, str)), key=len, default="")
        first, last = bisect_left(self._words, start), bisect_left(self._words, start + "\U0010ffff")
        if last - first > self._left:
            return None
        self._left -= last - first
        found: list[str] = []
        for known in self._words[first:last]:
            if longest in known and matches(piece, known):
                found.append(known)
                if len(found) > MOST_FOUND:
                    break
        return found


def known_words(words: Sequence[str] | KnownWords | None) -> KnownWords | None:
    """The words made ready to be looked up; those that are ready stay as they are."""
    return words if words is None or isinstance(words, KnownWords) else KnownWords(words)
