"""The form with which partners answer a poll: a field, or several, for each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.evidence.polls import LONGEST_WORDS, MARKS, Answer, Given, Question, Sector
from plethu.terms import TERMS
from plethu_web.pages.fields import checkboxes, radios, text

NO_ANSWER: tuple[str, Any] = ("", _("No answer"))  # a choice that was made can be taken back


class AnswerForm(forms.Form):
    """Answers to the questions of a poll. `pages` gives each question with its fields, in order."""

    def __init__(self, *args: Any, questions: list[Question], asks_sector: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.questions = questions
        for question in questions:
            self.fields.update(_fields(question))
        if asks_sector:
            choices = [*((s, TERMS[f"sector.{s}"]) for s in get_args(Sector) if s), ("", _("I would rather not say"))]
            label = _("Which sector are you from?")
            self.fields["sector"] = radios(label, choices, required=False, apart=("",))
        self.fields["consent"] = forms.BooleanField(
            label=_(
                "I agree that the team may use my answers in this review and publish them without saying who I am."
            ),
            error_messages={"required": _("Tick the box if you agree. Without that we cannot take your answers.")},
        )

    def asked(self) -> Iterator[tuple[Question, list[forms.BoundField]]]:
        """Each question with its fields."""
        for question in self.questions:
            yield question, [self[name] for name in _fields(question)]

    def ending(self) -> list[forms.BoundField]:
        """The fields after the questions."""
        return [self[name] for name in ("sector", "consent") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Refuses two things on one place of a ranking, and an answer that answers nothing."""
        cleaned = super().clean() or self.cleaned_data
        for question in self.questions:
            places = (
                [cleaned[name] for name in _fields(question) if cleaned.get(name)] if question.kind == "rank" else []
            )
            if len(set(places)) < len(places):
                first = next(iter(_fields(question)))
                self.add_error(first, ValidationError(_("Give each place only once.")))
        if not self.errors and all(given.is_empty for given in self.given().values()):
            self.add_error(None, ValidationError(_("Answer at least one question.")))
        return cleaned

    def given(self) -> dict[str, Given]:
        """What was answered, by question."""
        return {question.id: _given(question, self.cleaned_data) for question in self.questions}

    @staticmethod
    def initial_of(questions: list[Question], answer: Answer) -> dict[str, Any]:
        """What the form shows for an answer that was given before."""
        found: dict[str, Any] = {"sector": answer.sector}
        for question in questions:
            found |= _initial(question, answer.given.get(question.id, Given()))
        return found


def _fields(question: Question) -> dict[str, forms.Field]:
    name = f"q{question.id}"
    choices: list[tuple[str, Any]] = [(option.id, option.text) for option in question.options]
    if question.kind == "words":
        return {name: text(question.words, LONGEST_WORDS, hint=question.hint, rows=4)}
    if question.kind == "several":
        return {name: checkboxes(question.words, choices, help_text=question.hint)}
    if question.kind == "one":
        choices = [*choices, NO_ANSWER]
        return {name: radios(question.words, choices, required=False, help_text=question.hint, apart=("",))}
    if question.kind == "rate":
        marks = [*((str(mark), str(mark)) for mark in MARKS), NO_ANSWER]
        return {f"{name}_{id}": radios(words, marks, required=False) for id, words in choices}
    places = [("", "–"), *((str(place), str(place)) for place in range(1, len(choices) + 1))]
    return {f"{name}_{id}": forms.ChoiceField(label=words, choices=places, required=False) for id, words in choices}


def _given(question: Question, cleaned: Mapping[str, Any]) -> Given:
    name = f"q{question.id}"
    if question.kind == "words":
        return Given(words=cleaned.get(name, "").strip())
    if question.kind == "several":
        return Given(tuple(cleaned.get(name, ())))
    if question.kind == "one":
        return Given((cleaned[name],) if cleaned.get(name) else ())
    numbers = {o.id: int(cleaned[f"{name}_{o.id}"]) for o in question.options if cleaned.get(f"{name}_{o.id}")}
    if question.kind == "rate":
        return Given(marks=numbers)
    return Given(tuple(sorted(numbers, key=lambda id: numbers[id])))


def _initial(question: Question, given: Given) -> dict[str, Any]:
    name = f"q{question.id}"
    if question.kind == "rank":
        return {f"{name}_{id}": str(place) for place, id in enumerate(given.chosen, 1)}
    if question.kind == "rate":
        return {f"{name}_{id}": str(mark) for id, mark in given.marks.items()}
    if question.kind == "words":
        return {name: given.words}
    return {name: list(given.chosen) if question.kind == "several" else next(iter(given.chosen), "")}
