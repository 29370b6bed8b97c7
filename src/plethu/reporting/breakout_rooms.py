"""Where each person goes in each round, as tables: one to read out, one for the tool that runs the video rooms."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from plethu.evidence.text import Language
from plethu.records.table_rows import guarded
from plethu.reporting.breakout_told import group_title
from plethu.wording import say
from plethu.workshop.breakouts.people import Person
from plethu.workshop.breakouts.planning import Plan


def room_list(people: Sequence[Person], plan: Plan, language: Language) -> str:
    """CSV: each person in alphabetical order, with the group of each round."""
    where = [{key: g for g, group in enumerate(groups, 1) for key in group} for groups in plan.rounds]
    head = [say("breakout.person", language)]
    head += [say("breakout.round", language, round=r) for r in range(1, len(plan.rounds) + 1)]
    away = say("breakout.away", language)
    rows = [
        [p.key, *(group_title(at[p.key], plan.certificate, language) if p.key in at else away for at in where)]
        for p in sorted(people, key=lambda p: p.key.casefold())
    ]
    return _written([head, *rows])


def video_list(plan: Plan, language: Language) -> str:
    """CSV: a row for each person in each round, with the room; most video tools take one round of it at a time."""
    head = [say("breakout.round", language, round="").strip(), say("breakout.room", language)]
    head.append(say("breakout.person", language))
    rows = [
        [str(r), group_title(g, plan.certificate, language), key]
        for r, groups in enumerate(plan.rounds, 1)
        for g, group in enumerate(groups, 1)
        for key in group
    ]
    return _written([head, *rows])


def zoom_list(plan: Plan, round: int, emails: Mapping[str, str], language: Language) -> str:
    """CSV as Zoom takes rooms that are assigned beforehand, which is one set a meeting: of one round, counted from 1.

    `emails` by key; who has none is left out. The columns are called as Zoom calls them, in every language.
    """
    rows = [
        [group_title(g, plan.certificate, language), emails[key]]
        for g, group in enumerate(plan.rounds[round - 1], 1)
        for key in group
        if key in emails
    ]
    return _written([["Pre-assign Room Name", "Email Address"], *rows])


def _written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()
