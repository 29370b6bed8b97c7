"""The chapter on a workshop, from an edition alone: per action what was echoed, challenged and added, and new actions.

It needs nothing that is not published, so the workshop of the report itself has its chapter too. Each sentence carries
the id of its finding, by which those who made it find the contributions (`plethu.workshop.findings_out.trail`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from msgspec.structs import replace

from plethu.evidence.findings import Finding
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language, Text
from plethu.framework.edition import Action, Category, Edition
from plethu.reporting.documents.parts import Block, Bullets, Heading, Item, Line, Outline, Paragraph, Run, line, run
from plethu.reporting.told import Words
from plethu.terms import TERMS
from plethu.wording import say
from plethu.workshop.reading import STANCES, Anonymity, Discussion, read_published

HASH_SHOWN = 12


class Passage(Frozen, frozen=True):
    """What was said on one thing: `findings` by stance, in their order; `discussion` says more without."""

    heading: Words
    findings: tuple[tuple[str, tuple[Finding, ...]], ...]
    discussion: Discussion = "discussed"


class Chapter(Frozen, frozen=True):
    """The chapter: of the whole, of each category with its actions, and the actions that the workshop added.

    An added action stands with what it is; `held` is when the workshop was, in words.
    """

    language: Language
    title: Words
    name: Words
    anonymity: Anonymity
    whole: Passage
    categories: tuple[tuple[Words, tuple[Passage, ...]], ...]
    additional: tuple[tuple[Words, Passage], ...]
    held: str = ""


def workshop_chapter(
    edition: Edition,
    strand: str,
    anonymity: Anonymity,
    language: Language,
    discussions: Mapping[str, Discussion] | None = None,
    since: Edition | None = None,
    *,
    held: str = "",
) -> Chapter:
    """The chapter on the workshop whose findings stand in a strand of the edition.

    `discussions` says of actions without findings whether they were put to the groups. `since` is the edition the
    workshop was held on: the actions it lacks are those added; without it, all actions that came of a workshop.
    `held` as in `Chapter`.
    """
    by_action = read_published(edition.findings, strand)
    ofwhole = by_action.get("", ())
    known = {category.id for category in edition.categories}
    there = {action.id for action in since.actions} if since else set()
    added = [action for action in edition.actions if action.phase == "workshop" and action.id not in there]
    edition = replace(edition, actions=tuple(action for action in edition.actions if action not in added))
    return Chapter(
        language,
        Words(say("workshop.chapter.title", language), language),
        _words(next(s.name for s in edition.strands if s.id == strand), language),
        anonymity,
        _passage(say("workshop.chapter.of-whole", language), [f for f in ofwhole if f.category not in known], language),
        (
            *(_category(c, edition, by_action, discussions or {}, language) for c in edition.categories),
            *_without_category(edition, by_action, discussions or {}, language),
        ),
        tuple(
            (_words(action.summary, language), _of_action(action, by_action, discussions or {}, language))
            for action in added
        ),
        held,
    )


def _category(
    category: Category,
    edition: Edition,
    by_action: Mapping[str, tuple[Finding, ...]],
    discussions: Mapping[str, Discussion],
    language: Language,
) -> tuple[Words, tuple[Passage, ...]]:
    of_category = [finding for finding in by_action.get("", ()) if finding.category == category.id]
    heading = say("workshop.chapter.of-category", language)
    passages = [_passage(heading, of_category, language)] if of_category else []
    passages += [_of_action(a, by_action, discussions, language) for a in edition.actions if a.category == category.id]
    return _words(category.name, language), tuple(passages)


def _without_category(
    edition: Edition,
    by_action: Mapping[str, tuple[Finding, ...]],
    discussions: Mapping[str, Discussion],
    language: Language,
) -> Iterator[tuple[Words, tuple[Passage, ...]]]:
    """Actions that are in no category, as those of a list of findings may be."""
    known = {category.id for category in edition.categories}
    passages = [_of_action(a, by_action, discussions, language) for a in edition.actions if a.category not in known]
    if passages:
        yield _words(TERMS["many.action"], language), tuple(passages)


def _of_action(
    action: Action,
    by_action: Mapping[str, tuple[Finding, ...]],
    discussions: Mapping[str, Discussion],
    language: Language,
) -> Passage:
    findings = by_action.get(action.id, ())
    made = _passage("", findings, language)
    discussion = "discussed" if findings else discussions.get(action.id, "not-discussed")
    return Passage(_words(action.name, language), made.findings, discussion)


def _passage(heading: str, findings: Sequence[Finding], language: Language) -> Passage:
    by_stance = ((stance, tuple(f for f in findings if f.stance == stance)) for stance in STANCES)
    return Passage(Words(heading, language), tuple((stance, found) for stance, found in by_stance if found))


def _words(text: Text, language: Language) -> Words:
    return Words(text.text(language), text.language(language), text.is_draft(language))


def chapter_outline(chapter: Chapter, edition: Edition, bears_on: Mapping[str, Sequence[str]] | None = None) -> Outline:
    """The chapter as a document, to be written by `write_docx` or `write_html`.

    `bears_on` says by finding which earlier findings it echoes, challenges or adds to, where that was noted.
    """
    language = chapter.language
    footer = f"{edition.id} {edition.version}, {edition.hash[:HASH_SHOWN]}"
    none = Run("", language)
    return Outline(
        language=language,
        title=run(chapter.title),
        subtitle=line(chapter.name, *([f"· {chapter.held}"] if chapter.held else []), language=language),
        front=tuple(line(said, language=language) for said in _front(chapter)),
        summary_name=none,
        lanes=(),
        notes=_notes(edition, language),
        body=tuple(_blocks(chapter, edition, bears_on or {})),
        footer=line(say("workshop.chapter.footer", language), footer, language=language),
        page=Run(say("workshop.chapter.page", language), language),
        none=none,
        path_name=none,
    )


def anonymity_sentence(anonymity: Anonymity, language: Language) -> str:
    """What can be said of how few people a label stands for, and whether an owner went under the usual numbers."""
    held = anonymity.state == "held"
    code = "held" if held else anonymity.reason
    said = say(f"workshop.anonymity.{code}", language, **({"least": anonymity.least} if held else {}))
    if not anonymity.lowered:
        return said
    numbers = {"labels": anonymity.least, "tables": anonymity.tables}
    return f"{said} {say('workshop.release.lowered', language, **numbers)}"


def _front(chapter: Chapter) -> Iterator[str]:
    yield say("workshop.chapter.themes", chapter.language)
    if chapter.anonymity.state == "held":
        yield say("workshop.chapter.labels", chapter.language)
    yield anonymity_sentence(chapter.anonymity, chapter.language)
    if chapter.anonymity.state == "held":
        yield say("workshop.release.translated", chapter.language)


def _notes(edition: Edition, language: Language) -> tuple[Line, ...]:
    """What the edition says of itself, told apart from the workshop."""
    if edition.notice.is_empty:
        return ()
    about = say("workshop.chapter.about-evidence", language)
    return (line(about, _words(edition.notice, language), language=language),)


def _blocks(chapter: Chapter, edition: Edition, bears_on: Mapping[str, Sequence[str]]) -> Iterator[Block]:
    language = chapter.language
    known = _Known({v.id: v.name for v in edition.voices}, {f.id: f.statement for f in edition.findings}, bears_on)
    if chapter.whole.findings:
        yield from _said(chapter.whole, 1, known, language)
    for name, passages in chapter.categories:
        yield Heading(1, line(name, language=language))
        for passage in passages:
            if passage.findings:
                yield from _said(passage, 2, known, language)
        yield from _silent(passages, language)
    yield Heading(1, line(say("workshop.chapter.additional", language), language=language))
    if not chapter.additional:
        yield Paragraph(line(say("workshop.chapter.no-additional", language), language=language))
    for summary, passage in chapter.additional:
        yield from _said(passage, 2, known, language, summary)


def _silent(passages: Iterable[Passage], language: Language) -> Iterator[Block]:
    """What no statement is on: together, since a heading each would say little over many pages."""
    for discussion in get_args(Discussion):
        names = [str(p.heading) for p in passages if not p.findings and p.discussion == discussion]
        if names:
            said = say(f"workshop.chapter.among.{discussion}", language, items="; ".join(names))
            yield Paragraph(line(said, language=language), "quiet")


class _Known(Frozen, frozen=True):
    """What stands under a finding: names of voices, statements of the edition, and which of them it bears on."""

    voices: Mapping[str, Text]
    statements: Mapping[str, Text]
    bears_on: Mapping[str, Sequence[str]]


def _said(
    passage: Passage, level: int, known: _Known, language: Language, summary: Words | None = None
) -> Iterator[Block]:
    yield Heading(level, line(passage.heading, language=language))
    if summary and summary.text:
        yield Paragraph(line(summary, language=language))
    if not passage.findings:
        yield Paragraph(line(say(f"workshop.discussion.{passage.discussion}", language), language=language), "quiet")
    for stance, findings in passage.findings:
        yield Heading(level + 1, line(say(f"workshop.chapter.{stance}", language), language=language))
        yield Bullets(tuple(_item(finding, known, language) for finding in findings))


def _item(finding: Finding, known: _Known, language: Language) -> Item:
    names = [known.voices[id].text(language) for id in finding.voices if id in known.voices]
    said = [
        Words(
            say("workshop.chapter.bears-on", language, finding=f"{id}: {known.statements[id].text(language)}"), language
        )
        for id in known.bears_on.get(finding.id, ())
        if id in known.statements
    ]
    said += [Words(say("workshop.chapter.voices", language, items=", ".join(names)), language)] if names else []
    statement = line(_words(finding.statement, language), f"[{finding.id}]", language=language)
    return Item(statement, _under(said, language))


def _under(said: Iterable[Words], language: Language) -> tuple[tuple[Run, ...], ...]:
    return tuple(line(words, language=language) for words in said if words.text)
