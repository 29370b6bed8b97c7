"""Names of other lines in a search: which are used, in which order to work them out, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TypeAlias

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.spans import MOST_PARTS
from plethu.searching.running.text import limits
from plethu.searching.running.widths import too_wide
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Word,
    walk,
)

Known: TypeAlias = Node | Container[str]
Lines: TypeAlias = Mapping[str, Known]
NODES = (Word, Phrase, Unquoted, And, Or, Not, Near, Fielded, Heading, Dated, InLanguage, Line)


def tree_of(known: Known) -> Node | None:
    """The tree of a line, where it is given as one and not as the ids of what it found."""
    return known if isinstance(known, NODES) else None


def names_in(node: Node) -> Iterator[Line]:
    """The lines that a tree names, left to right."""
    return (each for each in walk(node) if isinstance(each, Line))


def order_of(node: Node, lines: Lines) -> list[str]:
    """The names that a tree stands on, each once, none before those that it names itself.

    Raises Unreadable for a name that no line has (`line-missing`) or that leads back to itself (`line-cycle`).
    """
    done: dict[str, bool] = {}  # False while what it stands on is still worked out
    waiting: list[tuple[Line, bool]] = [(line, False) for line in names_in(node)]
    order: list[str] = []
    while waiting:
        line, is_back = waiting.pop()
        if is_back:
            done[line.name] = True
            order.append(line.name)
        elif line.name not in done:
            if line.name not in lines:
                raise Unreadable(Fault("line-missing", line.place, {"name": line.name}))
            done[line.name] = False
            waiting.append((line, True))
            tree = tree_of(lines[line.name])
            waiting += [(inner, False) for inner in names_in(tree)] if tree else []
        elif not done[line.name]:
            raise Unreadable(Fault("line-cycle", line.place, {"name": line.name}))
    return order


def sound(node: Node, lines: Lines) -> list[str]:
    """The order of `order_of`, once all that is named can be run. Raises Unreadable with every fault in the trees."""
    order = order_of(node, lines)
    trees = (tree for name in order if (tree := tree_of(lines[name])))
    faults = [fault for tree in (node, *trees) for fault in _faults(tree)]
    if faults:
        raise Unreadable(*faults)
    return order


def _faults(tree: Node) -> Iterator[Fault]:
    for each in walk(tree):
        match each:
            case Dated(start, end) if not limits(start, end):
                yield Fault("date-unreadable", each.place, {"start": start, "end": end})
            case Near(parts) | Unquoted(parts, "near") if len(parts) > MOST_PARTS:
                yield Fault("near-many", each.place, {"found": str(len(parts)), "most": str(MOST_PARTS)})
    yield from (Fault("near-wide", near.place) for near in too_wide(tree))
