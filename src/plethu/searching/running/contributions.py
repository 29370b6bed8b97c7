"""What each term brings to its block: drop-one counts, by sets.

A term here is whatever stands in a list of alternatives: a word, phrase or heading in an Or, also in the Or of a Near
of two parts; or a node that is not taken apart, like a Near without such a list. To drop a term means that it finds
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import or_

from plethu.searching.running.evaluating import Evaluation
from plethu.searching.running.rows import Rows
from plethu.searching.running.text import EVERYWHERE, searched
from plethu.searching.tree import And, Fielded, Fields, Line, Near, Node, Not, Or


@dataclass(frozen=True, slots=True)
class Brought:
    """`rows` the block finds by this term, whatever else finds them; `alone` it would lose without it."""

    node: Node
    rows: Rows
    alone: Rows


def brought_to(node: Node, run: Evaluation, fields: Fields = EVERYWHERE) -> list[Brought]:
    """What the terms of a tree bring to it, left to right. Lines are no terms of the tree that names them."""
    match node:
        case Or(parts):
            return _of_alternatives([(run.rows(part, fields), brought_to(part, run, fields)) for part in parts])
        case And(parts):
            found = run.rows(node, fields)
            return [
                Brought(each.node, each.rows & found, each.alone & found)
                for part in parts
                for each in brought_to(part, run, fields)
            ]
        case Not(kept, dropped):
            without = run.rows(dropped, fields)
            return [
                Brought(each.node, each.rows & ~without, each.alone & ~without)
                for each in brought_to(kept, run, fields)
            ]
        case Fielded(inner, names):
            return brought_to(inner, run, fields & searched(names))
        case Line():
            return []
        case Near(parts) if len(parts) == 2 and not node.ordered and run.pairs(node, fields) is not None:
            return _of_near(node, run, fields)
    found = run.rows(node, fields)
    return [Brought(node, found, found)]


def _of_alternatives(parts: Sequence[tuple[Rows, list[Brought]]]) -> list[Brought]:
    others = without_each([rows for rows, _ in parts])
    return [
        Brought(each.node, each.rows, each.alone & ~other)
        for (_, terms), other in zip(parts, others, strict=True)
        for each in terms
    ]


def _of_near(node: Near, run: Evaluation, fields: Fields) -> list[Brought]:
    """The alternatives on each side; a side without any is left out, and a Near without any is one term."""
    found: list[Brought] = []
    for side, part in enumerate(node.parts):
        terms = list(_alternatives(part))
        if len(terms) < 2:
            continue
        several = [run.rows(_with(node, side, term), fields) for term in terms]
        others = without_each(several)
        found += [Brought(term, rows, rows & ~other) for term, rows, other in zip(terms, several, others, strict=True)]
    rows = run.rows(node, fields)
    return found or [Brought(node, rows, rows)]


def _with(node: Near, side: int, term: Node) -> Near:
    return replace(node, parts=tuple(term if at == side else part for at, part in enumerate(node.parts)))


def _alternatives(part: Node) -> Iterator[Node]:
    match part:
        case Or(parts):
            for each in parts:
                yield from _alternatives(each)
        case Fielded(Or(parts), _):
            for each in parts:
                yield from _alternatives(replace(part, node=each))
        case _:
            yield part


def without_each(several: Sequence[Rows]) -> list[Rows]:
    """For each set, what the others have together."""
    before = [0, *accumulate(several, or_)]
    after = [0, *accumulate(reversed(several), or_)]
    return [before[at] | after[len(several) - at - 1] for at in range(len(several))]
