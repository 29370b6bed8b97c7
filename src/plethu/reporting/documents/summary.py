"""The first page: what the collaboration is for, when this was made, and the lanes with a sentence for each action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plethu.evidence.text import Language
from plethu.reporting.documents.choices import lane_meaning, own_choice
from plethu.reporting.documents.labels import MONTHS, label
from plethu.reporting.documents.parts import Line, SummaryAction, SummaryLane, line, run
from plethu.reporting.documents.ways import Ways
from plethu.reporting.told import Told, ToldAction, ToldNeed, Words

LONGEST_PURPOSE = 240
SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.DOTALL)
NAMED = re.compile("“.+?”")


def front(told: Told, made_on: date | None) -> Iterator[Line]:
    """The purpose in a sentence, and the day."""
    language = told.language
    if told.purpose.strip():
        purpose = one_sentence(told.purpose.strip())
        yield line(run(label("purpose", language), strong=True), purpose, language=language)
    if made_on:
        yield line(label("made-on", language), in_words(made_on, language), language=language)


def one_sentence(text: str) -> str:
    """The first sentence of a text, cut where it is very long."""
    first = SENTENCE.match(text)
    said = first[0] if first else text
    return said if len(said) <= LONGEST_PURPOSE else f"{said[:LONGEST_PURPOSE].rsplit(None, 1)[0]} …"


def in_words(day: date, language: Language) -> str:
    """`25 November 2026`."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def summary_lanes(told: Told) -> tuple[SummaryLane, ...]:
    """The lanes, each with its actions."""
    ways = Ways(told.language)
    return tuple(
        SummaryLane(
            lane.id,
            run(lane.name),
            run(lane_meaning(lane, told.language)),
            tuple(_action(action, told, ways) for action in lane.actions),
        )
        for lane in told.lanes
    )


def _action(action: ToldAction, told: Told, ways: Ways) -> SummaryAction:
    decides = deciding_need(action)
    return SummaryAction(
        run(action.name, strong=True),
        run(action.verdict_name),
        run(action.headline),
        ways.steps(action),
        run(label("start-here", told.language)) if action.start_here else None,
        action.verdict in ("fits", "fits-with-care"),
        run(decides.words) if decides and not _named(decides.words, action.headline) else None,
        own_choice(action, told),
    )


def deciding_need(action: ToldAction) -> ToldNeed | None:
    """The need that puts an action in its lane: the one with most steps; of several, one that the sentence names."""
    needs = [need for need in action.needs if need.steps]
    if action.lane not in ("next", "later") or not needs:
        return None
    return max(needs, key=lambda need: (need.steps, _named(need.words, action.headline)))


def _named(need: Words, headline: Words) -> bool:
    end = NAMED.search(need.text)
    return (end[0] if end else need.text) in headline.text
