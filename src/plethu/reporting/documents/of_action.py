"""What a board reads of one action: its verdict, the strongest reasons, what comes first, and what suits."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.text import Language
from plethu.reporting.documents.choices import own_choice
from plethu.reporting.documents.grounds import Grounds
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Block, Bullets, Heading, Item, Paragraph, line, listed, run
from plethu.reporting.documents.ways import Ways
from plethu.reporting.told import Told, ToldAction

MOST = 3  # reasons, cautions, and practices where none of them suits better than another


def part(key: str, level: int, language: Language) -> Heading:
    """The heading of a part of an action."""
    return Heading(level + 1, line(label(key, language), language=language))


def action_blocks(action: ToldAction, told: Told, level: int, ways: Ways) -> Iterator[Block]:
    """The action under a heading of the given level; its parts one level below."""
    language = told.language
    yield Heading(level, line(action.name, language=language))
    if action.start_here:
        yield Paragraph(line(run(label("start-here", language), strong=True), language=language), "quiet")
    yield Paragraph(line(run(action.verdict_name, strong=True), ":", action.headline, language=language), "lead")
    if own := own_choice(action, told):
        yield Paragraph(own)
    yield Paragraph(line(action.summary, language=language))
    yield from _strongest(action, level, language)
    yield from _way_there(action, level, ways)
    yield from _in_practice(action, language)


def _strongest(action: ToldAction, level: int, language: Language) -> Iterator[Block]:
    grounds = Grounds(language)
    if reasons := grounds.strongest(action.reasons, MOST):
        yield part("reasons", level, language)
        yield Bullets(reasons)
    cautions = grounds.strongest(action.cautions, MOST)
    watch = grounds.strongest(action.watch, MOST - len(cautions))
    for key, items in (("cautions", cautions), ("watch", watch)):
        if items:
            yield part(key, level, language)
            yield Bullets(items)


def _way_there(action: ToldAction, level: int, ways: Ways) -> Iterator[Block]:
    language = ways.language
    if needs := [need for need in action.needs if need.steps]:
        yield part("needs", level, language)
        yield Bullets(tuple(Grounds(language).short_need(need) for need in needs))
    if steps := ways.steps(action):
        yield part("path", level, language)
        yield Bullets(tuple(Item(step) for step in steps), numbered=True) if len(steps) > 1 else Paragraph(steps[0])


def _in_practice(action: ToldAction, language: Language) -> Iterator[Block]:
    suiting = [practice.name for practice in action.practices if practice.suit == "suits"]
    some = [practice.name for practice in action.practices if practice.suit == "open"][:MOST]
    practices = ("suit-practices", suiting) if suiting else ("some-practices", some)
    for key, words in (practices, ("leads", action.leads)):
        if words:
            name = run(label(key, language), strong=True)
            yield Paragraph(line(name, *listed(words, language), language=language))
