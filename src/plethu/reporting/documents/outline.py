"""From advice in words to the outline of a document: what is said, in which order, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plethu.evidence.text import Language
from plethu.reporting.documents.behind import behind
from plethu.reporting.documents.choices import lane_meaning
from plethu.reporting.documents.grounds import item
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.of_action import action_blocks
from plethu.reporting.documents.parts import Block, Bullets, Heading, Item, Line, Outline, Paragraph, Table, line, run
from plethu.reporting.documents.summary import front, summary_lanes
from plethu.reporting.documents.ways import Ways
from plethu.reporting.documents.whole import whole_blocks
from plethu.reporting.told import Told, Words

HASH_SHOWN = 12


def outline(told: Told, made_on: date | None = None, details: bool = True, full: bool = True) -> Outline:
    """The document for some advice, or without `details` its summary alone; without `full` it has no appendix.

    `made_on` is a day to print on it.
    """
    language = told.language
    return Outline(
        language=language,
        title=run(told.title),
        subtitle=line(told.edition_title, language=language),
        front=tuple(front(told, made_on)),
        summary_name=run(label("one-page", language)),
        lanes=summary_lanes(told),
        notes=tuple(line(words, language=language) for words in _notes(told)),
        body=tuple(_body(told, made_on, full)) if details else (),
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


def _body(told: Told, made_on: date | None, full: bool) -> Iterator[Block]:
    language, ways = told.language, Ways(told.language)
    if told.purpose:
        yield _heading(1, "our-purpose", language)
        yield Paragraph(line(told.purpose, language=language))
    yield from whole_blocks(told, full)
    yield _heading(1, "one-by-one", language)
    yield Paragraph(line(run(label("order", language), strong=True), ":", told.order_rule, language=language), "quiet")
    yield Paragraph(line(told.lane_basis, language=language), "quiet")
    for lane in told.lanes:
        if lane.actions:
            yield Heading(2, line(lane.name, language=language))
            yield Paragraph(line(lane_meaning(lane, language), language=language), "quiet")
            for action in lane.actions:
                yield from action_blocks(action, told, 3, ways)
    if full:
        yield from _appendix(told)
    yield from _about(told, made_on, full)


def _appendix(told: Told) -> Iterator[Block]:
    language = told.language
    actions = [action for lane in told.lanes for action in lane.actions]
    if actions or told.answers:
        yield _heading(1, "behind", language)
    yield from _answers(told)
    if actions:
        yield Heading(2, line(label("reasons-and-evidence", language), language=language))
    for action in actions:
        yield from behind(action, 3, language)


def _heading(level: int, key: str, language: Language) -> Heading:
    return Heading(level, line(label(key, language), language=language))


def _answers(told: Told) -> Iterator[Block]:
    if not told.answers:
        return
    language = told.language
    yield _heading(2, "answers", language)
    yield Table(
        line(label("answers", language), language=language),
        tuple(line(label(key, language), language=language) for key in ("question", "answer")),
        tuple((line(a.question, language=language), line(a.answer, language=language)) for a in told.answers),
        (55, 45),
    )


def _about(told: Told, made_on: date | None, full: bool) -> Iterator[Block]:
    language = told.language
    yield _heading(1, "about", language)
    if not full:
        yield Paragraph(line(label("short-form", language), language=language))
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
