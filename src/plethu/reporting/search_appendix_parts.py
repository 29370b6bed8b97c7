"""The appendix on searches, from the log alone: every search as it was run, its peer review, the PRISMA-S checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.reporting.documents.clean import clean
from plethu.reporting.search_findings import printed
from plethu.searching.press import Judged, PeerReview, state_of
from plethu.searching.prisma_s import Item, Lacking, items, named
from plethu.searching.searchlog import SearchLog, SearchRun, drifted, earlier, identified, latest
from plethu.wording import say

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


DATED = (13, 14)  # items of the checklist that the log answers with days
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$| \(PRESS 2015\)$)")


class Heading(Frozen, frozen=True):
    """A heading; the title is level 1."""

    level: Literal[1, 2, 3]
    text: str


class Said(Frozen, frozen=True):
    """A paragraph; `quiet` stands back, `alert` says that something is not right."""

    text: str
    role: Literal["plain", "quiet", "alert"] = "plain"


class Points(Frozen, frozen=True):
    """A list."""

    lines: tuple[str, ...]


class Grid(Frozen, frozen=True):
    """A table with a header row; `wide` says how much of the width each column takes, in any unit."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[int, ...]


class Verbatim(Frozen, frozen=True):
    """Text that is shown to the byte, line ends and spaces too. Characters that cannot be seen are codes already."""

    text: str


Part = Heading | Said | Points | Grid | Verbatim


class Appendix(Frozen, frozen=True):
    """The whole appendix in one language, before it becomes a file."""

    language: Language
    title: str
    parts: tuple[Part, ...]
    page: str


def appendix(log: SearchLog, language: Language, made_on: date) -> Appendix:
    """The appendix of a log. What people wrote stands in it as they wrote it."""
    title = _say("title", language)
    return Appendix(language, title, tuple(_parts(log, language, made_on)), _say("page", language))


def _parts(log: SearchLog, language: Language, made_on: date) -> Iterator[Part]:
    yield Heading(1, _say("title", language))
    yield Said(_say("about", language, day=printed(made_on.isoformat(), language)), "quiet")
    yield Heading(2, _say("summary", language))
    yield from _summary(log, language)
    for run in log.runs:
        yield from _run(run, log, language)
    for review in log.peer_reviews:
        yield from _review(review, language)
    yield from _checklist(log, language)
    yield Said(_say("sources", language), "quiet")


def _summary(log: SearchLog, language: Language) -> Iterator[Part]:
    if not log.runs:
        yield Said(_say("none", language))
        return
    header = tuple(_say(name, language) for name in ("database", "platform", "date", "hits"))
    rows = [(named(run), run.platform, printed(run.date, language), _count(run.hits)) for run in latest(log.runs)]
    for name, count in (("total", identified(log)), ("after", log.records_after_deduplication)):
        if count is not None:
            rows.append((_say(name, language), "", "", str(count)))
    yield Grid(_say("summary", language), header, tuple(rows), (4, 3, 3, 2))


def _run(run: SearchRun, log: SearchLog, language: Language) -> Iterator[Part]:
    title = f"{named(run)} ({run.platform})" if run.platform else named(run)
    yield Heading(2, f"{title}, {printed(run.date, language)}" if run.date else title)
    before = earlier(run, log.runs)
    yield _facts(run, before, language)
    if before and drifted(run, before):
        yield Said(_say("drifted", language), "alert")
    if not run.is_unchanged:
        yield Said(_say("changed", language), "alert")
    if run.lines:
        header = tuple(_say(name, language) for name in ("line", "search", "hits"))
        rows = tuple((_titled(line.name, line.title), line.text, _count(line.hits)) for line in run.lines)
        yield Grid(_say("search", language), header, rows, (3, 10, 2))
    yield from _as_run(run, language)
    if run.notes:
        yield Heading(3, _say("translation", language))
        yield Points(run.notes)


def _facts(run: SearchRun, before: SearchRun | None, language: Language) -> Grid:
    again = ""
    if before:
        again = _say("earlier-run", language, day=printed(before.date, language), hits=_count(before.hits) or "–")
    facts = (
        ("database", run.database),
        ("platform", run.platform),
        ("coverage", run.coverage),
        ("date", printed(run.date, language) if run.date else ""),
        ("by", run.by),
        ("limits", run.limits),
        ("hits", _count(run.hits)),
        ("earlier", again),
        ("checksum", run.sha256),
        ("export", run.export_sha256),
    )
    header = (_say("fact", language), _say("answer", language))
    rows = tuple((_say(name, language), value) for name, value in facts if value)
    return Grid(named(run), header, rows, (2, 5))


def _as_run(run: SearchRun, language: Language) -> Iterator[Part]:
    yield Heading(3, _say("as-run", language))
    if not run.as_run.strip():
        yield Said(_say("no-strategy", language))
        return
    shown = HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", run.as_run)
    if shown != run.as_run:
        yield Said(_say("hidden", language), "alert")
    yield Verbatim(shown)


def _review(review: PeerReview, language: Language) -> Iterator[Part]:
    yield Heading(2, _say("review", language))
    state = say(f"search.press.state.{state_of(review)}", language)
    who = f"{review.reviewer} ({review.affiliation})" if review.affiliation else review.reviewer
    yield Said(_say("review-by", language, reviewer=who, day=printed(review.date, language), state=state))
    header = tuple(_say(name, language) for name in ("element", "judgement", "comment", "response"))
    rows = tuple(_judged(judged, language) for judged in review.judged)
    if rows:
        yield Grid(_say("review", language), header, rows, (3, 3, 5, 5))
    if review.overall:
        yield Said(_say("overall", language, overall=review.overall))


def _judged(judged: Judged, language: Language) -> tuple[str, ...]:
    element = say(f"search.element.{judged.element}", language)
    return element, say(f"search.press.{judged.judgement}", language), judged.comment, judged.response


def _checklist(log: SearchLog, language: Language) -> Iterator[Part]:
    yield Heading(2, _say("checklist", language))
    found = items(log)
    yield Said(_say("checklist-about", language, answered=sum(item.answered for item in found)))
    header = tuple(_say(name, language) for name in ("number", "item", "reported", "lacking"))
    rows = tuple(
        (
            str(item.number),
            say(f"search.prisma.{item.number}", language),
            " · ".join(told_item(item, language)),
            " ".join(told_lack(lack, language) for lack in item.lacking),
        )
        for item in found
    )
    yield Grid(_say("checklist", language), header, rows, (1, 3, 6, 5))


def told_item(item: Item, language: Language) -> tuple[str, ...]:
    """What the log says on an item, in words; nothing where it says nothing."""
    way = (say(f"search.prisma-way.{item.way}", language),) if item.way else ()
    return (*way, *(_with_dates(words, language) if item.number in DATED else words for words in item.said))


def _with_dates(words: str, language: Language) -> str:
    """Days of the log as a reader writes them. What people wrote in the log has none in this form at its end."""
    return _DAY.sub(lambda found: printed(found[0], language), words)


def told_lack(lack: Lacking, language: Language) -> str:
    """What to add, and for which searches."""
    sentence = say(f"search.lacking.{lack.code}", language)
    if not lack.about:
        return sentence
    return say("search.lacking.concerns", language, sentence=sentence, about="; ".join(lack.about))


def _titled(name: str, title: str) -> str:
    return f"{name}. {title}" if title else name


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _say(code: str, language: Language, **values: object) -> str:
    return say(f"search.appendix.{code}", language, **{name: clean(str(value)) for name, value in values.items()})
