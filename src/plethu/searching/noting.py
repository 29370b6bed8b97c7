"""Notes on what happened to each node on its way to a platform, and what that does to the whole."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace

from plethu.searching.changes import Change, Note
from plethu.searching.known_words import KnownWords
from plethu.searching.platforms import Platform
from plethu.searching.tree import Fields, Node

WIDER, NARROWER, EXACT, IMPOSSIBLE = Change.WIDER, Change.NARROWER, Change.EXACT, Change.IMPOSSIBLE
_TURNED = {WIDER: NARROWER, NARROWER: WIDER}


class Noting(ABC):
    """What all rules share: the platform, the words that are known, and `notes` with the written node each is about."""

    def __init__(self, rules: Platform, words: KnownWords | None, lines: Mapping[str, str]) -> None:
        self.rules, self.words, self.lines = rules, words, lines
        self.notes: list[tuple[Note, Node | None]] = []
        self._negative = False
        self._in_near = False
        self._fields: Fields | None = None

    @abstractmethod
    def adapt(self, node: Node) -> Node | None:
        """The node as the platform can hold it; None where that is impossible, which is noted."""

    def _note(
        self, code: str, change: Change, node: Node, written: Node | None, rewrites: bool = True, **values: str
    ) -> None:
        effect = _TURNED.get(change, change) if self._negative else change
        effect = EXACT if effect is IMPOSSIBLE else effect
        contested = code.endswith("contested")
        note = Note(code, change, node.place, values=values, contested=contested, effect=effect, rewrites=rewrites)
        self.notes.append((note, written))

    def _dropped(self, since: int, change: Change) -> None:
        """What became impossible since then was left out of an OR (narrower) or an AND (wider)."""
        effect = _TURNED[change] if self._negative else change
        for n in range(since, len(self.notes)):
            note, written = self.notes[n]
            if note.change is IMPOSSIBLE and note.effect is EXACT:
                self.notes[n] = (replace(note, effect=effect), written)

    def _undecided(self, since: int) -> None:
        """The whole part became impossible: what that does is decided where it is left out."""
        for n in range(since, len(self.notes)):
            note, written = self.notes[n]
            if note.change is IMPOSSIBLE:
                self.notes[n] = (replace(note, effect=EXACT), written)
