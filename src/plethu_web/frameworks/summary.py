"""All answers at a glance, for checking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu_web.frameworks.questions import CAPACITIES, NOT_SURE_LABEL, Label
from plethu_web.frameworks.steps import Step
from plethu_web.pages.templatetags.plethu_texts import shown

Row = dict[str, Any]


def groups(steps: Iterable[Step], situation: Situation, edition: Edition) -> list[tuple[Label, list[Row]]]:
    """Rows for the component that lists answers, under the captions of their pages."""
    found: dict[str, tuple[Label, list[Row]]] = {}
    for step in steps:
        _caption, rows = found.setdefault(str(step.caption), (step.caption, []))
        rows += _rows(step, situation, edition)
    return list(found.values())


def _rows(step: Step, situation: Situation, edition: Edition) -> Iterator[Row]:
    href = f"{reverse('advice:question', args=[step.id])}?from=answers"
    if step.is_list:
        yield {"key": step.title, "answers": list(_list(step, situation)), "href": href}
        return
    if step.kind == "difficulties":
        names = [index_of(edition).difficulties[id].name for id in situation.difficulties]
        yield {"key": step.title, "answers": names or [_("Nothing said")], "href": href}
        return
    if step.kind == "capacity":
        value = dict(CAPACITIES).get(situation.capacity or "", NOT_SURE_LABEL)
        yield {"key": step.title, "answers": [value], "href": href}
    for question in step.questions:
        yield {"key": question.label, "answers": question.labels(situation), "href": href}
    if step.words:
        yield {"key": _("The aim in your words"), "answers": [situation.purpose or _("Nothing said")], "href": href}
        yield {"key": _("Name"), "answers": [situation.name or _("Nothing said")], "href": href}


def _list(step: Step, situation: Situation) -> Iterator[object]:
    """What was said of the entries of a list, then how many were left at "not sure"."""
    unsure = 0
    for question in step.questions:
        if question.given(situation) is None:
            unsure += 1
        else:
            answer = question.labels(situation)[0]
            yield format_html("{}: <b>{}</b>", shown(question.label), shown(answer))
    if unsure == len(step.questions):
        yield _("Not sure about any of these")
    elif unsure:
        yield _("Not sure about the other %(number)s") % {"number": unsure}
