"""The questions of an edition: what is asked, what can be answered, and what a situation answers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _

from plethu.evidence.conditions import Dimension
from plethu.framework.advice import Change
from plethu.framework.changing import changed
from plethu.framework.edition import Circumstance, Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu.terms import TERMS
from plethu_web.pages.fields import Label

Part = Literal["answers", "in_place", "have", "today", "route"]
NOT_SURE = ""
NONE = "-"

Options = tuple[tuple[str, Label], ...]


def _terms(group: str, *ids: str) -> Options:
    return tuple((id, TERMS[f"{group}.{id}"]) for id in ids)


NOT_SURE_LABEL = TERMS["answer.not-sure"]
NONE_LABEL = TERMS["answer.none-of-these"]
PROGRESS = _terms("progress", "no", "started", "in-place", "lapsed")
STRENGTH = _terms("strength", "weak", "some", "strong")
ROUTES = _terms("route", "purpose-first", "doing-first")
CAPACITIES = _terms("capacity", "little", "some", "plenty")
LANES = _terms("lane", "now", "next", "later")
YES_OR_NOT: Options = (("true", _("We have this")), ("false", _("Not yet")))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: Label
    hint: Label = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, about one entry (`key`) of one part of a situation. `many` lets several answers be chosen.

    `places` are sorted by name as the reader reads them; to choose none of them is to leave them all empty.
    """

    part: Part
    key: str
    label: Label
    options: tuple[Option, ...]
    hint: Label = ""
    many: bool = False
    places: bool = False

    @property
    def name(self) -> str:
        """Its name as a field of a form, and in an address."""
        return f"{self.part}.{self.key}" if self.key else self.part

    def given(self, situation: Situation) -> tuple[str, ...] | None:
        """The values answered; None for "not sure", empty for "none of these"."""
        if self.part == "route":
            return (situation.route,)
        answer = getattr(situation, self.part).get(self.key)
        if answer is None or isinstance(answer, tuple):
            return answer
        return (str(answer).lower(),)

    def change(self, values: list[str]) -> Change:
        """The change that gives these values as the answer; no values mean "not sure": for a route, the usual one."""
        known = [option.value for option in self.options if option.value in values]
        if self.part == "route":
            return Change(self.part, self.key, known[0] if known else Situation().route)
        return Change(self.part, self.key, "|".join(known) or ("|" if NONE in values else ""))

    def answer(self, situation: Situation, values: list[str]) -> Situation:
        """The situation with this question answered."""
        return changed(situation, self.change(values))

    def labels(self, situation: Situation) -> list[Label]:
        """What was answered, in words."""
        given = self.given(situation)
        if given is None:
            return [NOT_SURE_LABEL]
        return [o.label for o in self.options if o.value in given] or [NONE_LABEL]


def ask_dimension(dimension: Dimension, *, places: bool = False) -> Question:
    """The question of a dimension."""
    options = tuple(Option(v.id, v.name, v.hint if v.hint.en else "") for v in dimension.values)
    hint = dimension.hint if dimension.hint.en else ""
    return Question("answers", dimension.id, dimension.question, options, hint, dimension.kind == "set", places)


def ask_in_place(category: str, edition: Edition) -> Iterator[Question]:
    """How far each action of a category is."""
    for action in index_of(edition).of_category[category]:
        yield Question("in_place", action.id, action.name, _options(PROGRESS), action.gloss if action.gloss.en else "")


def ask_today(kind: str, edition: Edition) -> Iterator[Question]:
    """How strong each feature, or factor, is today."""
    for concept in edition.concepts:
        if concept.kind == kind:
            yield Question("today", concept.id, concept.name, _options(STRENGTH))


def ask_have(circumstance: Circumstance) -> Question:
    """Whether something the evidence asks for is there."""
    return Question("have", circumstance.id, circumstance.question, _options(YES_OR_NOT))


def ask_route() -> Question:
    """Which way to begin."""
    return Question("route", "", _("Where would you rather begin?"), _options(ROUTES))


def every_question(edition: Edition) -> dict[str, Question]:
    """All questions that advice depends on, by name."""
    asked = [ask_dimension(d, places=d.id == edition.place_dimension) for d in edition.dimensions]
    for category in edition.categories:
        asked += ask_in_place(category.id, edition)
    asked += [ask_have(c) for c in edition.circumstances if c.asked]
    for kind in ("feature", "factor"):
        asked += ask_today(kind, edition)
    return {question.name: question for question in [*asked, ask_route()]}


def _options(pairs: Options) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in pairs)
