"""What a document says of the collaboration as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.text import Language
from plethu.reporting.documents.behind import case_item, tension_item
from plethu.reporting.documents.grounds import Grounds, item, sentence
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Block, Bullets, Heading, Item, Paragraph, line, listed, run
from plethu.reporting.told import Told, ToldDifficulty, ToldGrowth

MOST = 3  # reasons and findings of a kind, in the short form


def _heading(level: int, key: str, language: Language) -> Heading:
    return Heading(level, line(label(key, language), language=language))


def whole_blocks(told: Told, full: bool = True) -> Iterator[Block]:
    """The whole picture; without `full`, of reasons and findings only the first of each kind."""
    language = told.language
    grounds = Grounds(language)
    yield _heading(1, "whole", language)
    if told.outside_focus:
        yield _heading(2, "outside-focus", language)
        yield Bullets(tuple(item(words, language=language) for words in told.outside_focus))
    if told.first:
        yield _heading(2, "first", language)
        need_item = grounds.need if full else grounds.short_need
        yield Bullets(tuple(need_item(need) for need in told.first))
    if told.whole:
        yield _heading(2, "whole-reasons", language)
        yield grounds.reasons(told.whole) if full else Bullets(grounds.strongest(told.whole, MOST))
    if told.empty_categories:
        names = listed(told.empty_categories, language)
        yield Paragraph(line(run(label("empty-categories", language), strong=True), *names, language=language))
    if told.weak_today:
        yield _heading(2, "weak-today", language)
        yield Bullets(tuple(_growth(growth, language) for growth in told.growth))
    if told.difficulties:
        yield _heading(2, "difficulties", language)
        yield Bullets(tuple(_difficulty(difficulty, grounds, full) for difficulty in told.difficulties))
    if told.tensions:
        yield _heading(2, "whole-tensions", language)
        yield Bullets(tuple(tension_item(tension, language) for tension in told.tensions))
    if told.near:
        yield _heading(2, "near", language)
        yield Bullets(tuple(case_item(case, language) for case in told.near))


def _difficulty(difficulty: ToldDifficulty, grounds: Grounds, full: bool) -> Item:
    language = grounds.language
    if full:
        under = [grounds.line(ground) for ground in difficulty.grounds]
    else:
        found = difficulty.grounds[:MOST]
        under = [line(sentence(ground.words), "(", ground.id, ")", language=language) for ground in found]
    if difficulty.actions:
        under.append(line(label("bears-on", language), *listed(difficulty.actions, language), language=language))
    return Item(line(run(difficulty.name, strong=True), language=language), tuple(under))


def _growth(growth: ToldGrowth, language: Language) -> Item:
    from_actions = (label("grows-from", language), *listed(growth.actions, language)) if growth.actions else ()
    return item(run(growth.name, strong=True), *from_actions, language=language)
