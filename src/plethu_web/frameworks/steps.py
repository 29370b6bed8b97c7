"""The pages of questions, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.utils.translation import gettext_lazy as _

from plethu.framework.edition import Edition, Page
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu_web.frameworks.questions import Label, Question, ask_dimension, ask_have, ask_in_place, ask_route, ask_today

Kind = Literal["about", "in-place", "have", "today", "difficulties", "capacity"]
OWN = _("Count what this collaboration does itself. Anything left at “not sure” stays open.")
SEEN = _("Answer as you see the collaboration today. These are things to watch, not things to do.")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of questions. `words` says that name and purpose are asked on it too."""

    id: str
    kind: Kind
    caption: Label
    title: Label
    questions: tuple[Question, ...] = ()
    intro: Label = ""
    words: bool = False

    @property
    def is_list(self) -> bool:
        """Whether many small questions stand in a list, each with the same answers."""
        return self.kind in ("in-place", "have", "today")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step stands: which of how many among the main questions, or the further ones, and its neighbours.

    `then` is how many further pages follow the last page of main questions; elsewhere 0.
    """

    number: int
    of: int
    before: str
    after: str
    further: bool
    then: int


@lru_cache(maxsize=8)
def steps_of(edition: Edition) -> dict[str, Step]:
    """The pages of questions of an edition, by id, in order."""
    about, today = _("Your collaboration"), _("How it is going")
    found = [_about(page, about, edition) for page in edition.pages]
    for category in edition.categories:
        questions = tuple(ask_in_place(category.id, edition))
        found.append(Step(f"in-place-{category.id}", "in-place", _("What is in place"), category.name, questions, OWN))
    have = tuple(ask_have(c) for c in edition.circumstances if c.asked)
    found.append(Step("have", "have", _("What is in place"), _("What you already have"), have))
    features, factors = (tuple(ask_today(kind, edition)) for kind in ("feature", "factor"))
    found.append(Step("features", "today", today, _("How it looks today"), features, SEEN))
    found.append(Step("factors", "today", today, _("What supports you today"), factors, SEEN))
    found.append(Step("difficulties", "difficulties", today, _("What is going wrong")))
    found.append(Step("capacity", "capacity", _("Your next steps"), _("How much you can take on"), (ask_route(),)))
    return {step.id: step for step in found if step.questions or not step.is_list}


def place_of(step: Step, steps: dict[str, Step]) -> Place:
    """Which of how many a step is, and its neighbours (empty at either end)."""
    ids = list(steps)
    at = ids.index(step.id)
    main = sum(each.kind == "about" for each in steps.values())
    before, after = ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
    if at < main:
        return Place(at + 1, main, before, after, further=False, then=len(ids) - main if at + 1 == main else 0)
    return Place(at + 1 - main, len(ids) - main, before, after, further=True, then=0)


def main_answered(situation: Situation, edition: Edition) -> tuple[int, int]:
    """How many of the main questions are answered, and how many there are."""
    asked = [id for page in edition.pages for id in page.dimensions]
    return sum(id in situation.answers for id in asked), len(asked)


def page_of(dimension: str, edition: Edition) -> str:
    """The page that asks a dimension; empty where none does."""
    return next((page.id for page in edition.pages if dimension in page.dimensions), "")


def _about(page: Page, caption: Label, edition: Edition) -> Step:
    dimensions = index_of(edition).dimensions
    questions = tuple(ask_dimension(dimensions[id], places=id == edition.place_dimension) for id in page.dimensions)
    return Step(page.id, "about", caption, page.title, questions, words=edition.purpose_dimension in page.dimensions)
