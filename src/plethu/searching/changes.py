"""What writing a search for another platform did to its meaning: said for each node, never left unsaid."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plethu.searching.tree import NOWHERE, Node, Place


class Change(StrEnum):
    """What the written node finds beside the original one."""

    EXACT = "exact"
    WIDER = "wider"
    NARROWER = "narrower"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Note:
    """One node that could not be written as it is. The sentence is `wording` of `search.change.<code>`.

    `source` is its place in what was read, `written` its place in the text that was written. `contested` where sources
    on the platform contradict each other. An EXACT note says that something was rewritten without a change of meaning.

    `change` is about the node; `effect` about the whole: a narrower part of what NOT takes away makes the whole wider,
    and a part that is impossible makes an OR narrower and an AND wider. `rewrites`: the written tree is another one.
    """

    code: str
    change: Change
    source: Place = NOWHERE
    written: Place = NOWHERE
    values: dict[str, str] = field(default_factory=dict)
    contested: bool = False
    effect: Change = Change.EXACT
    rewrites: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A search in a platform's way. Nodes without a note are exact.

    `text` is empty where the whole is impossible on the platform; `tree` is what was written, as a tree.
    """

    text: str
    notes: tuple[Note, ...] = ()

    tree: Node | None = None

    @property
    def effects(self) -> tuple[Change, ...]:
        """What happened to the meaning of the whole, each kind once: EXACT alone where nothing did."""
        if not self.text:
            return (Change.IMPOSSIBLE,)
        found = tuple(kind for kind in (Change.WIDER, Change.NARROWER) if any(n.effect is kind for n in self.notes))
        return found or (Change.EXACT,)

    @property
    def held(self) -> bool:
        """Whether the platform holds the tree as it is: nothing was rewritten, so reading gives it back unchanged."""
        return not any(note.rewrites for note in self.notes)
