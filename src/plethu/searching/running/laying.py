"""A text laid out for searching: for each word of a field, where it stands, as the bits of one number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from plethu.searching.running.patterns import Piece, exact, matches, stem
from plethu.searching.running.text import COLUMNS, Text
from plethu.searching.running.words import words_of_values

LISTS = frozenset({"keywords"})  # fields whose values stand apart


class Column:
    """One field. Bit i of a mask stands for word i of the field."""

    def __init__(self, words: Sequence[str]) -> None:
        self.size = len(words)
        self.masks: dict[str, int] = {}
        bit = 1
        for word in words:
            self.masks[word] = self.masks.get(word, 0) | bit
            bit <<= 1

    @cached_property
    def vocabulary(self) -> list[str]:
        """The words of the field, each once, in the order of their letters."""
        return sorted(self.masks)

    def places(self, piece: Piece) -> int:
        """Where a piece stands."""
        if word := exact(piece):
            return self.masks.get(word, 0)
        found = 0
        if start := stem(piece):
            for at in range(bisect_left(self.vocabulary, start), len(self.vocabulary)):
                if not self.vocabulary[at].startswith(start):
                    break
                found |= self.masks[self.vocabulary[at]]
            return found
        for word, mask in self.masks.items():
            if matches(piece, word):
                found |= mask
        return found

    def any_of(self, words: frozenset[str], stems: tuple[str, ...]) -> int:
        """Where any of some words stands, or a word that begins with one of some stems."""
        found = 0
        for word in self.masks.keys() & words:
            found |= self.masks[word]
        if stems:
            for word, mask in self.masks.items():
                if word.startswith(stems):
                    found |= mask
        return found

    def run(self, pieces: Sequence[Piece]) -> int:
        """Where pieces begin to stand next to each other in their order."""
        found = self.places(pieces[0]) if pieces else 0
        for number, piece in enumerate(pieces[1:], 1):
            if not found:
                return 0
            found &= self.places(piece) >> number
        return found


def words_by_column(text: Text) -> dict[str, list[str]]:
    """The words of each column, as the index and the verifier see them."""
    return {name: words_of_values(text.values(name), is_list=name in LISTS) for name in COLUMNS}


def laid(words: dict[str, list[str]]) -> dict[str, Column]:
    """The columns of a text from the words of each."""
    return {name: Column(found) for name, found in words.items()}
