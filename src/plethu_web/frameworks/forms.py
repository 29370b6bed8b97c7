"""The forms of advice. Each is made for the edition in use, and turns what was chosen into a situation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu.framework.edition import Edition
from plethu.framework.situation import Capacity, Lane, Override, Situation
from plethu_web.frameworks.fields import LongSelect, checkboxes, radios
from plethu_web.frameworks.questions import (
    CAPACITIES,
    LANES,
    NONE,
    NONE_LABEL,
    NOT_SURE,
    NOT_SURE_LABEL,
    Option,
    Question,
)
from plethu_web.frameworks.steps import Step
from plethu_web.pages.fields import UNKNOWN, text
from plethu_web.pages.templatetags.plethu_texts import words

LONGEST_NAME = 120
LONGEST_TEXT = 600


def field_for(question: Question) -> forms.Field:
    """The field that asks a question. "Not sure" is an answer like the others."""
    options = sorted(question.options, key=_by_name) if question.places else question.options
    choices: list[tuple[str, Any]] = [(option.value, option.label) for option in options]
    hints = {option.value: option.hint for option in question.options}
    hint = cast(Any, question.hint)
    if question.many:
        none = [] if question.places else [(NONE, NONE_LABEL)]
        return checkboxes(question.label, [*choices, *none], hints=hints, help_text=hint)
    if question.part == "route":
        hints[NOT_SURE] = _("The advice then begins with the purpose.")
    unsure = (NOT_SURE, NOT_SURE_LABEL)
    return radios(question.label, [*choices, unsure], hints=hints, help_text=hint, required=False)


def _by_name(option: Option) -> str:
    """For sorting by name as the reader reads it, without regard to case and accents."""
    return unicodedata.normalize("NFKD", str(words(option.label)).casefold())


def _initial(question: Question, situation: Situation) -> Any:
    given = question.given(situation)
    if question.many:
        return [NONE] if given == () else list(given or ())
    return given[0] if given else NOT_SURE


def _as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


class QuestionsForm(forms.Form):
    """Any questions, answered in one go."""

    use_required_attribute = False

    def __init__(self, questions: Iterable[Question], situation: Situation, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.questions = {question.name: question for question in questions}
        self.initial = {**{q.name: _initial(q, situation) for q in self.questions.values()}, **self.initial}
        for name, question in self.questions.items():
            self.fields[name] = field_for(question)

    def clean(self) -> dict[str, Any]:
        """Somebody who says "none of these" cannot name some of them too."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in [*cleaned.items()]:
            if isinstance(value, list) and NONE in value and len(value) > 1:
                self.add_error(name, _("Choose what applies, or “None of these”, but not both."))
        return cleaned

    def answer(self, situation: Situation) -> Situation:
        """The situation with these answers in it."""
        for name, question in self.questions.items():
            values = [v for v in _as_list(self.cleaned_data[name]) if v != NOT_SURE]
            if values or question.part != "route" or name in self.data:
                situation = question.answer(situation, values)
        return situation

    def as_typed(self) -> dict[str, Any]:
        """What was typed so far, checked or not, to be shown again in another language."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            for name, field in self.fields.items()
        }


class StepForm(QuestionsForm):
    """One page of questions, with the fields that are no question of the edition."""

    def __init__(self, step: Step, edition: Edition, situation: Situation, data: Any = None, **options: Any) -> None:
        super().__init__(step.questions, situation, data, **options)
        self.step = step
        if step.words:
            self._ask_words(situation)
        if step.kind == "difficulties":
            self._ask_difficulties(edition, situation)
        if step.kind == "capacity":
            self._ask_capacity(situation)

    def _ask(self, name: str, field: forms.Field, value: Any) -> None:
        self.fields[name] = field
        self.initial.setdefault(name, value)

    def _ask_words(self, situation: Situation) -> None:
        hint = _("In a sentence, if you like. It is shown back to you and changes nothing. Leave out names of people.")
        self._ask("purpose", text(_("What is the aim?"), LONGEST_TEXT, hint=hint, rows=3), situation.purpose)
        hint = _("So that you know it again, such as the name of the partnership or the project.")
        self._ask("name", text(_("A name for these answers"), LONGEST_NAME, hint=hint), situation.name)

    def _ask_difficulties(self, edition: Edition, situation: Situation) -> None:
        hint = _("Choose all that you would say yourself.")
        choices = [*((d.id, d.name) for d in edition.difficulties), (NONE, NONE_LABEL)]
        field = checkboxes(_("Which of these do you recognise?"), choices, help_text=hint)
        self._ask("difficulties", field, list(situation.difficulties))

    def _ask_capacity(self, situation: Situation) -> None:
        hint = _("This moves no action. It marks a few of those in “now” as places to start.")
        choices = [*CAPACITIES, (NOT_SURE, NOT_SURE_LABEL)]
        label = _("How much change can you take on at once?")
        hints = {"little": _("One new thing"), "some": _("A few things"), "plenty": _("Several things at once")}
        field = radios(label, choices, required=False, help_text=hint, hints=hints)
        self._ask("capacity", field, situation.capacity or NOT_SURE)
        self.order_fields(["capacity"])

    def answer(self, situation: Situation) -> Situation:
        """The situation with this page's answers in it."""
        given = self.cleaned_data
        situation = super().answer(situation)
        if "purpose" in given:
            purpose = given["purpose"].replace("\r\n", "\n")
            situation = replace(situation, purpose=purpose, name=given["name"])
        if "difficulties" in given:
            situation = replace(
                situation, difficulties=tuple(id for id in dict.fromkeys(given["difficulties"]) if id != NONE)
            )
        if "capacity" in given:
            situation = replace(situation, capacity=cast(Capacity, given["capacity"] or None))
        return situation


class WhichForm(forms.Form):
    """Which answer to try otherwise."""

    ask = forms.ChoiceField(
        label=_("What would be different?"), error_messages={"invalid_choice": UNKNOWN}, widget=LongSelect
    )

    def __init__(self, groups: Iterable[tuple[Any, Iterable[tuple[str, Any]]]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ask"].choices = [(g, list(choices)) for g, choices in groups]  # type: ignore[attr-defined]


class OverrideForm(forms.Form):
    """Another lane than the rule's, with the reason."""

    lane = radios(_("Where do you put it?"), LANES, missing=_("Choose a lane."))
    reason = text(
        _("Why?"),
        LONGEST_TEXT,
        hint=_("It stands beside the rule’s own lane wherever this advice is shown or printed."),
        rows=3,
        missing=_("Give a reason."),
    )

    def override(self) -> Override:
        """The choice that was made."""
        reason = self.cleaned_data["reason"].replace("\r\n", "\n")
        return Override(cast(Lane, self.cleaned_data["lane"]), reason)


class SaveForm(forms.Form):
    """A name to save under."""

    name = text(
        _("Name"),
        LONGEST_NAME,
        hint=_("So that you know it again, such as the name of the partnership or the project."),
        required=True,
    )


class AudienceForm(forms.Form):
    """Whose actions to show first."""

    audience = forms.ChoiceField(required=False)

    def __init__(self, question: Question, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["audience"].label = _("Show first what is for")
        everybody = [("", _("everybody alike"))]
        self.fields["audience"].choices = everybody + [  # type: ignore[attr-defined]
            (option.value, words(option.label)) for option in question.options
        ]


class FileForm(forms.Form):
    """A situation file."""

    file = forms.FileField(label=_("Situation file"), error_messages={"required": _("Choose a file first.")})


class CompareForm(forms.Form):
    """Two situations to set side by side."""

    first = forms.FileField(
        label=_("First situation file"),
        required=False,
        help_text=_("Leave it empty to take the answers you have given here."),
    )
    second = forms.FileField(label=_("Second situation file"), error_messages={"required": _("Choose a file first.")})
