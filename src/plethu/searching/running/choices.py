"""An Or made ready for looking through many texts: its single words are looked for together."""

from __future__ import annotations

from dataclasses import dataclass

from plethu.searching.running.patterns import exact, pieces_of, stem
from plethu.searching.tree import Node, Or, Word


@dataclass(frozen=True, slots=True)
class Choice:
    """An Or with its single words put together, so that a column is looked through once for all of them."""

    node: Or
    words: frozenset[str]
    stems: tuple[str, ...]
    others: tuple[Node, ...]


def choice_of(node: Or) -> Choice:
    """The single words of an Or, its stems, and its other parts."""
    words, stems, others = set(), set(), []
    for part in node.parts:
        pieces = pieces_of(part) if isinstance(part, Word) else ()
        if len(pieces) == 1 and exact(pieces[0]):
            words.add(exact(pieces[0]))
        elif len(pieces) == 1 and stem(pieces[0]):
            stems.add(stem(pieces[0]))
        else:
            others.append(part)
    return Choice(node, frozenset(words), tuple(sorted(stems)), tuple(others))
