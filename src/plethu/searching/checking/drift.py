"""One block in two translations: terms, distances and operators that are not the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding
from plethu.searching.checking.shapes import Words, groups, paired, terms_held
from plethu.searching.checking.spelled import operator_of, spelled
from plethu.searching.strategy import Block
from plethu.searching.tree import And, Near, Node, Or


@dataclass(frozen=True, slots=True)
class Pair:
    """The same block of two translations: the first that was given, and the one that is held against it.

    `known` are words that stand in the second because a whole other block has slipped into it.
    """

    first: Block
    second: Block
    first_platform: str
    second_platform: str
    known: frozenset[Words] = frozenset()


def drift(pair: Pair) -> Iterator[Finding]:
    """What differs, each at its place in the second."""
    yield from _terms(pair)
    for group, other in paired(groups(pair.first.tree), groups(pair.second.tree)):
        if other:
            yield from _operators(pair, group.node, other.node)
        elif isinstance(group.node, Near):
            term = _shown(pair.first, group.node, pair.first_platform)
            yield _found(pair, "drift-proximity", term, None, group.node, was=term, now="", way="missing")


def _terms(pair: Pair) -> Iterator[Finding]:
    first, second = terms_held(pair.first.tree), terms_held(pair.second.tree)
    for words, term in first.items():
        if words not in second:
            shown = _shown(pair.first, term, pair.first_platform)
            yield _found(pair, "drift-term", shown, None, term, term=shown, way="missing")
    for words, term in second.items():
        if words not in first and words not in pair.known:
            shown = _shown(pair.second, term, pair.second_platform)
            yield _found(pair, "drift-term", shown, term, None, term=shown, way="added")


def _operators(pair: Pair, first: And | Or | Near, second: And | Or | Near) -> Iterator[Finding]:
    was, now = (operator_of(first, pair.first_platform), operator_of(second, pair.second_platform))
    term = _shown(pair.first, first, pair.first_platform)
    match first, second:
        case Near(), Near():
            if first.k != second.k:
                change = "wider" if second.k > first.k else "narrower"
                values = {"was": was, "now": now, "k": str(first.k), "now_k": str(second.k), "way": change}
                yield _found(pair, "drift-distance", term, second, first, **values)
            elif first.ordered != second.ordered:
                change = "wider" if first.ordered else "narrower"
                yield _found(pair, "drift-order", term, second, first, was=was, now=now, way=change)
        case (Near(), And()) | (And(), Near()):
            change = "wider" if isinstance(first, Near) else "narrower"
            yield _found(pair, "drift-proximity", term, second, first, was=was, now=now, way=change)
        case _ if type(first) is not type(second):
            change = "wider" if isinstance(second, Or) else "narrower"
            yield _found(pair, "drift-operators", term, second, first, was=was, now=now, way=change)


def _found(pair: Pair, code: str, about: str, place: Node | None, write: Node | None, /, **values: str) -> Finding:
    instead = spelled(write, pair.second_platform) if write else ""
    block = pair.second.name
    where = place.place if place else pair.second.tree.place
    return found(code, about, {**values, "title": pair.second.title}, block=block, place=where, instead=instead)


def _shown(block: Block, node: Node, platform: str) -> str:
    return " ".join(block.text[node.place.start : node.place.end].split()) or spelled(node, platform)
