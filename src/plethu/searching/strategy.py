"""A whole strategy: named blocks, how they combine, limits, and who brought which term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plethu.searching.tree import And, Fielded, Line, Near, Node, Not, Or, walk


@dataclass(frozen=True, slots=True)
class Proposed:
    """Where a term comes from. `term` is its plain form (`tree.plain`); `by` is whoever brought it, in free words.

    `source` says how: `team`, `partner`, `poll`, `known-item`, `earlier-search`, `words-of-records`; `reference` which.
    """

    term: str
    by: str = ""
    source: str = ""
    reference: str = ""
    why: str = ""
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a strategy: a name that the formula uses (`A`), a title, and its search.

    `line` is where it began in the file that was read, from 1.
    """

    name: str
    title: str
    tree: Node
    text: str = ""
    proposed: tuple[Proposed, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Strategy:
    """Blocks in their order and the formula over their names. `platform` is what it was written for."""

    platform: str
    blocks: tuple[Block, ...]
    formula: Node | None = None
    name: str = ""
    database: str = ""
    formula_text: str = ""

    def block(self, name: str) -> Block | None:
        """The first block of this name."""
        return next((block for block in self.blocks if block.name == name), None)


def formula_of(strategy: Strategy) -> Node:
    """The formula, or where none is given: a block that joins others by name and stands last, or AND of all blocks."""
    if strategy.formula:
        return strategy.formula
    last = strategy.blocks[-1]
    if len(strategy.blocks) == 1 or any(isinstance(node, Line) for node in walk(last.tree)):
        return Line(last.name)
    return And(tuple(Line(block.name) for block in strategy.blocks))


def whole(strategy: Strategy) -> Node:
    """The strategy as one tree, every name replaced by what it stands for. Raises KeyError for a name that is missing.

    A name that leads back to itself raises RecursionError with its name.
    """
    trees = {block.name: block.tree for block in reversed(strategy.blocks)}
    return resolved(formula_of(strategy), trees)


def resolved(node: Node, trees: Mapping[str, Node], open_names: frozenset[str] = frozenset()) -> Node:
    """The node with each Line replaced by its tree."""

    def again(part: Node) -> Node:
        return resolved(part, trees, open_names)

    match node:
        case Line(name):
            if name in open_names:
                raise RecursionError(name)
            return resolved(trees[name], trees, open_names | {name})
        case And(parts) | Or(parts) | Near(parts):
            return replace(node, parts=tuple(map(again, parts)))
        case Not(kept, dropped):
            return replace(node, kept=again(kept), dropped=again(dropped))
        case Fielded(inner, _):
            return replace(node, node=again(inner))
    return node
