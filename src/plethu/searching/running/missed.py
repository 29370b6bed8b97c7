"""Why a strategy does not find a record: the blocks that failed, and what in each came nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.near_misses import Reason, near_misses
from plethu.searching.running.text import Text
from plethu.searching.running.verifying import Search, Verifier
from plethu.searching.strategy import Strategy, formula_of
from plethu.searching.tree import And, Line, Node, Not, Or

MOST_REASONS = 3  # of one block


@dataclass(frozen=True, slots=True)
class Failure:
    """A block that kept a record from being found. Any one of `others` would have done instead of it.

    `reasons` come nearest first; none where nothing in the record came near. `is_dropped`: the block did find the
    record, and the formula leaves out what it finds; then the only reason is `dropped`. The formula itself, where it
    holds terms of its own, fails under an empty name.
    """

    block: str
    title: str
    reasons: tuple[Reason, ...] = ()
    others: tuple[str, ...] = ()
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """Whether a record is found, and if not, why. `has_no_abstract`: there was only a title to search, or less."""

    id: str
    found: bool
    failures: tuple[Failure, ...] = ()
    has_no_abstract: bool = False


def why_missed(strategy: Strategy, text: Text) -> Missed:
    """Why a strategy misses a record. Raises Unreadable for one that cannot be run.

    No failures are told where lines stand on lines so many times over that they cannot be followed.
    """
    if not strategy.blocks:
        raise Unreadable(Fault("strategy-empty"))
    formula = formula_of(strategy)
    trees = {block.name: block.tree for block in reversed(strategy.blocks)}
    verifier = Search(formula, trees).on(text)
    if verifier.holds(formula):
        return Missed(text.id, found=True)
    titles = {block.name: block.title for block in reversed(strategy.blocks)}
    try:
        failures = tuple(_Failed(verifier, trees, titles).of(formula, ()))
    except RecursionError:  # a chain of lines too long to be followed: that it is missed is certain all the same
        failures = ()
    return Missed(text.id, False, failures, not any(map(str.strip, text.values("abstract"))))


class _Failed:
    """Walks the formula down to the blocks that failed. A block that only joins others is walked through."""

    def __init__(self, verifier: Verifier, trees: Mapping[str, Node], titles: Mapping[str, str]) -> None:
        self.verifier, self.trees, self.titles = verifier, trees, titles
        self.seen: set[str] = set()

    def of(self, node: Node, others: tuple[str, ...], name: str = "") -> Iterator[Failure]:
        match node:
            case And(parts) if _joins(node):
                for part in parts:
                    if not self.verifier.holds(part):
                        yield from self.of(part, others, name)
            case Or(parts) if _joins(node):
                names = [part.name for part in parts if isinstance(part, Line)]
                for part in parts:
                    mine = {part.name} if isinstance(part, Line) else set()
                    yield from self.of(part, tuple(each for each in names if each not in mine), name)
            case Not(kept, dropped) if _joins(node):
                if self.verifier.holds(kept):
                    yield self._dropped(node, dropped, name)
                else:
                    yield from self.of(kept, others, name)
            case Line(block) if block not in self.seen:
                self.seen.add(block)
                yield from self.of(self.trees[block], others, block)
            case Line():
                return
            case _:
                yield Failure(name, self.titles.get(name, ""), self._reasons(node), others)

    def _dropped(self, node: Not, dropped: Node, name: str) -> Failure:
        block = dropped.name if isinstance(dropped, Line) else name
        inner = self.trees[block] if isinstance(dropped, Line) else dropped
        reasons = tuple(near_misses(Not(node.kept, inner), self.verifier))
        return Failure(block, self.titles.get(block, ""), reasons, is_dropped=True)

    def _reasons(self, node: Node) -> tuple[Reason, ...]:
        found = sorted(near_misses(node, self.verifier), key=lambda reason: reason.by)
        return tuple(found[:MOST_REASONS])


def _joins(node: Node) -> bool:
    """Whether a node is made of names alone, or of such nodes."""
    match node:
        case And(parts) | Or(parts):
            return any(isinstance(part, Line) or _joins(part) for part in parts)
        case Not(kept, dropped):
            return any(isinstance(part, Line) or _joins(part) for part in (kept, dropped))
    return False
