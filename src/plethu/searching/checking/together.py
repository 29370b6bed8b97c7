"""Checks that need several translations of one strategy side by side: what one finds and another does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plethu.searching.checking.codes import found
from plethu.searching.checking.drift import Pair, drift
from plethu.searching.checking.findings import NOTHING_PROMISED, Answer, Criteria, Finding, with_answers
from plethu.searching.checking.formulas import formulas
from plethu.searching.checking.promised import databases_covered
from plethu.searching.checking.shapes import terms_held, title_words
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import Place


def check_together(
    strategies: Sequence[Strategy],
    *,
    criteria: Criteria = NOTHING_PROMISED,
    answered: Mapping[str, Answer] = {},
) -> tuple[Finding, ...]:
    """Where translations drift apart, each beside the first, and where databases and strategies do not match.

    A finding's `platform` and `block` are those of the translation; `other` is the platform of the first. Its key
    begins with the platform. A formula that one of them alone has is taken to be meant for all.
    """
    return with_answers(_all(strategies, criteria), answered)


def _all(strategies: Sequence[Strategy], criteria: Criteria) -> Iterator[Finding]:
    yield from databases_covered(strategies, criteria)
    if not strategies:
        return
    first, *others = strategies
    for other in others:
        for finding in _beside(first, other):
            yield _of(finding, other, first)
    shared = [each for each in strategies if each.formula]
    if len(shared) == 1:
        for other in strategies:
            if other is not shared[0]:
                with_it = replace(other, formula=shared[0].formula, formula_text=shared[0].formula_text)
                yield from (_of(finding, other, shared[0]) for finding in formulas(with_it))


def _of(finding: Finding, strategy: Strategy, first: Strategy) -> Finding:
    key = f"{strategy.platform}:{finding.key}"
    return replace(finding, platform=strategy.platform, other=first.platform, key=key)


def _beside(first: Strategy, other: Strategy) -> Iterator[Finding]:
    pairs = _paired(first, other)
    taken = {id(block) for _, block in pairs if block}
    for block, twin in pairs:
        if twin is None:
            yield from _lost(block, other)
        elif block.name != twin.name:
            yield found("drift-names", block.title, block=twin.name, title=twin.title, was=block.name, now=twin.name)
    for block in other.blocks:
        if id(block) not in taken:
            yield found("drift-block", block.title or block.name, block=block.name, title=block.title, way="added")
    lost = [block for block, twin in pairs if twin is None]
    slipped = frozenset(words for block in lost for words in (*terms_held(block.tree), title_words(block.title)))
    for block, twin in pairs:
        if twin is not None:
            known = slipped if any(_swallowed(block, twin) for block in lost) else frozenset()
            yield from drift(Pair(block, twin, first.platform, other.platform, known))


def _lost(block: Block, other: Strategy) -> Iterator[Finding]:
    """A block that the other has not, or that has slipped into the one before it, heading and all."""
    for each in other.blocks:
        if place := _swallowed(block, each):
            yield found("heading-swallowed", block.title, block=each.name, place=place, title=block.title)
            return
    yield found("drift-block", block.title or block.name, title=block.title or block.name, way="missing")


def _swallowed(lost: Block, block: Block) -> Place | None:
    """Where the title of a lost block stands in another block's text, neither quoted nor part of a longer phrase."""
    words = lost.title.split()
    if not words:
        return None
    title = r"\s+".join(map(re.escape, words))
    match = re.search(rf"(?:(?<=[)\n])|^)\s*(?P<title>{title})\s*(?=[(\n]|$)", block.text, re.IGNORECASE)
    return Place(match.start("title"), match.end("title")) if match else None


def _paired(first: Strategy, other: Strategy) -> list[tuple[Block, Block | None]]:
    """Each block of the first with its twin: by title, and where a block has none, by name."""
    by_title = {_plain(block.title): block for block in other.blocks if block.title}
    return [
        (block, by_title.get(_plain(block.title)) if block.title and by_title else other.block(block.name))
        for block in first.blocks
    ]


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
