"""Two situations side by side: where each puts every action, and which answers differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.reporting.told import Told, ToldAction
from plethu.terms import TERMS
from plethu_web.frameworks.advising import told_for
from plethu_web.frameworks.templatetags.advice_words import said

Row = list[Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """Tables for the page; `differ` counts the actions that stand in another lane."""

    first: Told
    second: Told
    lanes: list[Row]
    differ: int
    answers: list[Row]

    @property
    def columns(self) -> Row:
        """Heads of the table of lanes."""
        return [TERMS["one.action"], said(self.first.title), said(self.second.title), _("Differs")]

    @property
    def answer_columns(self) -> Row:
        """Heads of the table of answers."""
        return [_("Question"), said(self.first.title), said(self.second.title)]


def compared(first: Situation, second: Situation, edition: Edition) -> Compared:
    """The two, compared."""
    one, two = told_for(first, edition), told_for(second, edition)
    ids = [action.id for lane in one.lanes for action in lane.actions]
    rows = [_row(one, two, id) for id in ids]
    return Compared(one, two, [row for row, _differs in rows], sum(d for _row, d in rows), list(_answers(one, two)))


def _row(one: Told, two: Told, id: str) -> tuple[Row, bool]:
    first, second = one.action(id), two.action(id)
    differs = first.shown_lane != second.shown_lane
    return [said(first.name), _place(one, first), _place(two, second), _("Differs") if differs else ""], differs


def _place(told: Told, action: ToldAction) -> str:
    lane = next(said(lane.name) for lane in told.lanes if lane.id == action.shown_lane)
    return f"{lane} ({_('own choice')})" if action.override_reason else lane


def _answers(one: Told, two: Told) -> Iterator[Row]:
    """The questions that the two answer differently."""
    first, second = ({(a.part, a.key): a for a in told.answers} for told in (one, two))
    for key in dict.fromkeys([*first, *second]):
        a, b = first.get(key), second.get(key)
        if a is None or b is None or a.answer.text != b.answer.text:
            known = a or b
            assert known is not None
            yield [said(known.question), *(said(x.answer) if x else TERMS["answer.not-sure"] for x in (a, b))]
