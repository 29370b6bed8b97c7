"""The questions that `plethu ask` asks, page by page: those of the site, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from plethu.evidence.conditions import Dimension
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language, Text
from plethu.framework.advice import Change
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation
from plethu.terms import TERMS
from plethu.wording import say

Part = Literal["answers", "in_place", "have", "today", "route", "capacity", "difficulties", "name", "purpose"]
Option = tuple[str, str]  # value, label
NONE = "|"


class Question(Frozen, frozen=True):
    """One question. Without options its answer is words; with `many`, several options can be chosen."""

    part: Part
    key: str
    text: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    many: bool = False

    def answered(self, situation: Situation, values: list[str]) -> Situation:
        """The situation with these values as the answer; none of them takes the answer back."""
        if self.part in ("answers", "in_place", "have", "today"):
            value = "|".join(values) if values != [NONE] else NONE
            return changed(situation, Change(self.part, self.key, value))
        answer: Any = tuple(v for v in values if v != NONE) if self.part == "difficulties" else next(iter(values), "")
        if not answer and self.part in ("capacity", "route"):
            answer = None if self.part == "capacity" else "purpose-first"
        return msgspec.structs.replace(situation, **{self.part: answer})

    def given(self, situation: Situation) -> str:
        """The answer so far in words; empty where there is none."""
        value = getattr(situation, self.part)
        if self.part in ("answers", "in_place", "have", "today"):
            value = value.get(self.key)
        if value is None or (self.part == "difficulties" and not value):
            return ""
        if not self.options:
            return str(value)
        chosen = value if isinstance(value, tuple) else (str(value).lower(),)
        return ", ".join(label for id, label in self.options if id in (chosen or (NONE,)))


class Page(Frozen, frozen=True):
    """Questions that belong together."""

    title: str
    questions: tuple[Question, ...]


def pages(edition: Edition, language: Language) -> tuple[Page, ...]:
    """All the pages of questions."""
    return tuple(page for page in _pages(edition, language) if page.questions)


def _pages(edition: Edition, language: Language) -> Iterator[Page]:
    dimensions = index_of(edition).dimensions
    for page in edition.pages:
        asked = [_dimension(dimensions[id], language) for id in page.dimensions]
        if edition.purpose_dimension in page.dimensions:
            hint = say("command.ask.words-hint", language)
            asked += [Question(part, "", say(f"question.{part}", language), hint) for part in ("purpose", "name")]
        yield Page(page.title.text(language), tuple(asked))
    for category in index_of(edition).categories.values():
        title = say("command.ask.in-place", language, category=category.name.text(language))
        yield Page(title, tuple(_in_place(category.id, edition, language)))
    yield Page(say("command.ask.have", language), tuple(_have(edition, language)))
    for kind in ("feature", "factor"):
        yield Page(say(f"command.ask.{kind}s", language), tuple(_today(kind, edition, language)))
    yield Page(say("question.difficulties", language), (_difficulties(edition, language),))
    single: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("capacity", ("little", "some", "plenty")),
        ("route", ("purpose-first", "doing-first")),
    )
    asked = [Question(p, "", say(f"question.{p}", language), options=_terms(p, ids, language)) for p, ids in single]
    yield Page(say("command.ask.capacity", language), tuple(asked))


def _terms(group: str, ids: tuple[str, ...], language: Language) -> tuple[Option, ...]:
    return tuple((id, TERMS[f"{group}.{id}"].text(language)) for id in ids)


def _with_hint(name: Text, hint: Text, language: Language) -> str:
    return f"{name.text(language)} ({hint.text(language)})" if hint.en else name.text(language)


def _dimension(dimension: Dimension, language: Language) -> Question:
    options = tuple((value.id, _with_hint(value.name, value.hint, language)) for value in dimension.values)
    many = dimension.kind == "set"
    options += ((NONE, TERMS["answer.none-of-these"].text(language)),) if many else ()
    hint = dimension.hint.text(language)
    return Question("answers", dimension.id, dimension.question.text(language), hint, options, many)


def _in_place(category: str, edition: Edition, language: Language) -> Iterator[Question]:
    options = _terms("progress", ("no", "started", "in-place", "lapsed"), language)
    for action in index_of(edition).of_category[category]:
        yield Question("in_place", action.id, action.name.text(language), action.gloss.text(language), options)


def _have(edition: Edition, language: Language) -> Iterator[Question]:
    options = (("true", TERMS["answer.yes"].text(language)), ("false", TERMS["answer.no"].text(language)))
    for circumstance in edition.circumstances:
        if circumstance.asked:
            text = circumstance.question if circumstance.question.en else circumstance.name
            yield Question("have", circumstance.id, text.text(language), options=options)


def _today(kind: str, edition: Edition, language: Language) -> Iterator[Question]:
    options = _terms("strength", ("weak", "some", "strong"), language)
    for concept in edition.concepts:
        if concept.kind == kind:
            yield Question("today", concept.id, concept.name.text(language), concept.note.text(language), options)


def _difficulties(edition: Edition, language: Language) -> Question:
    options = tuple((difficulty.id, difficulty.name.text(language)) for difficulty in edition.difficulties)
    return Question("difficulties", "", say("command.ask.recognise", language), options=options, many=True)
