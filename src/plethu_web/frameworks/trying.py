"""What if: which answers can be tried otherwise."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from plethu.framework.edition import Edition
from plethu_web.frameworks.questions import every_question
from plethu_web.pages.templatetags.plethu_texts import words

Group = tuple[str, list[tuple[str, Any]]]


def what_can_change(edition: Edition) -> list[Group]:
    """The names of all questions, by the part of the situation they belong to, for a list to choose from."""
    dimensions = {dimension.id: dimension.name for dimension in edition.dimensions}
    names = {"in_place": _("What is in place"), "have": _("What you already have"), "today": _("How it looks today")}
    groups: dict[str, list[tuple[str, Any]]] = {}
    for question in every_question(edition).values():
        group = names.get(question.part, _("Your collaboration"))
        label = words(dimensions[question.key] if question.part == "answers" else question.label)
        if question.part == "today":
            label = _("Today: %(name)s") % {"name": label}
        groups.setdefault(group, []).append((question.name, label))
    return list(groups.items())
