"""From advice in words to the outline of a document: what is said, in which order, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plethu.evidence.text import Language
from plethu.reporting.documents.grounds import Grounds, item
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.of_action import action_blocks, tension_item
from plethu.reporting.documents.parts import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Outline,
    Paragraph,
    SummaryAction,
    SummaryLane,
    Table,
    line,
    listed,
    run,
)
from plethu.reporting.told import Told, ToldAction, ToldDifficulty, ToldGrowth, ToldLane, Words

HASH_SHOWN = 12


def outline(told: Told, made_on: date | None = None, details: bool = True) -> Outline:
    """The document for some advice, or without `details` its summary alone. `made_on` is a day to print on it."""
    language = told.language
    return Outline(
        language=language,
        title=run(told.title),
        subtitle=line(told.edition_title, language=language),
        summary_name=run(label("one-page", language)),
        lanes=tuple(_summary_lane(lane, language) for lane in told.lanes),
        notes=tuple(line(words, language=language) for words in _notes(told)),
        body=tuple(_body(told, made_on)) if details else (),
        footer=_footer(told, made_on),
        page=run(label("page", language)),
        none=run(label("none", language)),
        path_name=run(label("path", language)),
    )


def _notes(told: Told) -> tuple[Words, ...]:
    return (*told.caveats, told.notice, *([told.draft_notice] if told.draft_notice else []))


def _footer(told: Told, made_on: date | None) -> Line:
    language = told.language
    parts: list[Words | str] = [label("edition", language), f"{told.edition}, {told.edition_hash[:HASH_SHOWN]}"]
    if made_on:
        parts += ["·", label("made-on", language), made_on.isoformat()]
    if told.draft_notice:
        parts += ["·", label("draft", language)]
    return line(*parts, language=language)


def _summary_lane(lane: ToldLane, language: Language) -> SummaryLane:
    actions = tuple(_summary_action(action, language) for action in lane.actions)
    return SummaryLane(lane.id, run(lane.name), run(lane.meaning), actions)


def _summary_action(action: ToldAction, language: Language) -> SummaryAction:
    return SummaryAction(
        run(action.name, strong=True),
        run(action.verdict_name),
        run(action.headline),
        tuple(run(step) for step in action.path),
        run(label("start-here", language)) if action.start_here else None,
        action.verdict in ("fits", "fits-with-care"),
    )


def _body(told: Told, made_on: date | None) -> Iterator[Block]:
    language = told.language
    if told.purpose:
        yield _heading(1, "our-purpose", language)
        yield Paragraph(line(told.purpose, language=language))
    yield from _whole(told)
    yield _heading(1, "one-by-one", language)
    yield Paragraph(line(run(label("order", language), strong=True), ":", told.order_rule, language=language), "quiet")
    yield Paragraph(line(told.lane_basis, language=language), "quiet")
    for lane in told.lanes:
        if lane.actions:
            yield Heading(2, line(lane.name, language=language))
            yield Paragraph(line(lane.meaning, language=language), "quiet")
            for action in lane.actions:
                yield from action_blocks(action, told, 3)
    yield from _answers(told)
    yield from _about(told, made_on)


def _heading(level: int, key: str, language: Language) -> Heading:
    return Heading(level, line(label(key, language), language=language))


def _whole(told: Told) -> Iterator[Block]:
    language = told.language
    grounds = Grounds(language)
    yield _heading(1, "whole", language)
    if told.outside_focus:
        yield _heading(2, "outside-focus", language)
        yield Bullets(tuple(item(words, language=language) for words in told.outside_focus))
    if told.first:
        yield _heading(2, "first", language)
        yield Bullets(tuple(grounds.need(need) for need in told.first))
    if told.whole:
        yield _heading(2, "whole-reasons", language)
        yield grounds.reasons(told.whole)
    if told.empty_categories:
        names = listed(told.empty_categories, language)
        yield Paragraph(line(run(label("empty-categories", language), strong=True), *names, language=language))
    if told.weak_today:
        yield _heading(2, "weak-today", language)
        yield Bullets(tuple(_growth(growth, language) for growth in told.growth))
    if told.difficulties:
        yield _heading(2, "difficulties", language)
        yield Bullets(tuple(_difficulty(difficulty, grounds) for difficulty in told.difficulties))
    if told.tensions:
        yield _heading(2, "whole-tensions", language)
        yield Bullets(tuple(tension_item(tension, language) for tension in told.tensions))


def _difficulty(difficulty: ToldDifficulty, grounds: Grounds) -> Item:
    language = grounds.language
    under = [grounds.line(ground) for ground in difficulty.grounds]
    if difficulty.actions:
        under.append(line(label("bears-on", language), *listed(difficulty.actions, language), language=language))
    return Item(line(run(difficulty.name, strong=True), language=language), tuple(under))


def _growth(growth: ToldGrowth, language: Language) -> Item:
    from_actions = (label("grows-from", language), *listed(growth.actions, language)) if growth.actions else ()
    return item(run(growth.name, strong=True), *from_actions, language=language)


def _answers(told: Told) -> Iterator[Block]:
    if not told.answers:
        return
    language = told.language
    yield _heading(1, "answers", language)
    yield Table(
        line(label("answers", language), language=language),
        tuple(line(label(key, language), language=language) for key in ("question", "answer")),
        tuple((line(a.question, language=language), line(a.answer, language=language)) for a in told.answers),
        (55, 45),
    )


def _about(told: Told, made_on: date | None) -> Iterator[Block]:
    language = told.language
    yield _heading(1, "about", language)
    yield _heading(2, "caveats", language)
    yield Bullets(tuple(item(words, language=language) for words in told.caveats))
    yield _heading(2, "source", language)
    for words in (told.notice, told.draft_notice):
        if words:
            yield Paragraph(line(words, language=language))
    facts: list[tuple[str, Words | str]] = [("edition", told.edition_title), ("edition-id", told.edition)]
    facts += [("fingerprint", told.edition_hash)]
    if made_on:
        facts.append(("made-on", made_on.isoformat()))
    yield Bullets(tuple(_fact(key, value, language) for key, value in facts if value))


def _fact(key: str, value: Words | str, language: Language) -> Item:
    name = label(key, language)
    return Item(line(run(Words(f"{name.text}:", name.language), strong=True), value, language=language))
