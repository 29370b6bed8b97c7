"""Where each term of a strategy comes from: what somebody noted, else the version that first had it, and its author."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plethu.searching.reading import read
from plethu_web.accounts.models import User
from plethu_web.strategies.blocks import Block, read_blocks
from plethu_web.strategies.models import Strategy, Term, Version
from plethu_web.strategies.queries.strategies import blocks_of
from plethu_web.strategies.queries.terms import terms_of, versions_from_the_first
from plethu_web.strategies.understanding import terms_in


@dataclass(frozen=True, slots=True)
class Standing:
    """A term that stands in a block now: what was noted of it, and when it was first typed, by whom."""

    plain: str
    notes: tuple[Term, ...]
    version: int
    at: datetime
    by: User


@dataclass(frozen=True, slots=True)
class Typed:
    """Terms of which nothing was noted, all first typed in the same version."""

    version: int
    at: datetime
    by: User
    plains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfBlock:
    """The terms of one block: those of which something was noted, and the others. `key` is empty for a gone block."""

    key: str
    name: str
    title: str
    noted: tuple[Standing, ...]
    typed: tuple[Typed, ...]
    proposed: tuple[Term, ...]
    declined: tuple[Term, ...]
    gone: tuple[Term, ...]


def by_block(strategy: Strategy, version: Version) -> list[OfBlock]:
    """The terms of a version, block by block, then what was noted for blocks that are gone."""
    noted = list(terms_of(strategy))
    first = _first_typed(strategy)
    found = [_of_block(strategy, block, noted, first) for block in blocks_of(version)]
    left = [term for term in noted if term.block not in {each.key for each in found}]
    if left:
        found.append(OfBlock("", "", "", (), (), *_sorted(left, set())))
    return found


def plain_terms(strategy: Strategy, block: Block) -> list[str]:
    """The terms of a block in the neutral writing; none where it cannot be read."""
    tree = read(block.text, strategy.platform).tree if block.text.strip() else None
    return terms_in(tree) if tree else []


def _of_block(strategy: Strategy, block: Block, noted: list[Term], first: dict[tuple[str, str], Version]) -> OfBlock:
    here = [term for term in noted if term.block == block.key]
    plains = plain_terms(strategy, block)
    standing = [_standing(plain, block.key, here, first) for plain in plains]
    with_notes = tuple(each for each in standing if each.notes)
    typed = _typed([each for each in standing if not each.notes])
    return OfBlock(block.key, block.name, block.title, with_notes, typed, *_sorted(here, set(plains)))


def _typed(standing: list[Standing]) -> tuple[Typed, ...]:
    """The terms by the version that first had them, each version once."""
    found: dict[int, list[Standing]] = {}
    for each in standing:
        found.setdefault(each.version, []).append(each)
    return tuple(
        Typed(number, some[0].at, some[0].by, tuple(each.plain for each in some))
        for number, some in sorted(found.items())
    )


def _standing(plain: str, key: str, here: list[Term], first: dict[tuple[str, str], Version]) -> Standing:
    notes = tuple(term for term in here if term.plain == plain and term.state == Term.State.ACCEPTED)
    version = first[key, plain]
    return Standing(plain, notes, version.number, version.at, version.by)


def _sorted(terms: list[Term], plains: set[str]) -> tuple[tuple[Term, ...], tuple[Term, ...], tuple[Term, ...]]:
    """Those that wait, those that were declined, and those that were accepted and stand in the block no more."""

    def those(state: str) -> tuple[Term, ...]:
        return tuple(term for term in terms if term.state == state)

    accepted = those(Term.State.ACCEPTED)
    return (
        those(Term.State.PROPOSED),
        those(Term.State.DECLINED),
        tuple(term for term in accepted if term.plain not in plains),
    )


def _first_typed(strategy: Strategy) -> dict[tuple[str, str], Version]:
    """By block and term, the version in which it first stood. Each text is read once."""
    found: dict[tuple[str, str], Version] = {}
    seen: dict[str, list[str]] = {}
    for version in versions_from_the_first(strategy):
        for block, plains in _terms_of(strategy, version, seen):
            for plain in plains:
                found.setdefault((block, plain), version)
    return found


def _terms_of(strategy: Strategy, version: Version, seen: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for block in read_blocks(version.blocks):
        if block.text not in seen:
            seen[block.text] = plain_terms(strategy, block)
        yield block.key, seen[block.text]
