"""Forms with which a team makes polls."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plethu.evidence.polls import MOST_OPTIONS, QuestionKind
from plethu_web.pages.fields import plain, radios
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.reviews.forms.protocol import choices_of

LONGEST_OPTION = 300


def day_field(label: Any, hint: Any = "", missing: Any = "") -> forms.DateField:
    """A field for a day. Old browsers show it as text: then year, month, day."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=bool(missing),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": _("Write the day like 2026-05-31 or 31/05/2026."), "required": missing},
    )


class PollForm(BilingualForm):
    """What a poll is called and what it is for."""

    written: ClassVar = {
        "title": Written(_("Title"), 200, missing=_("Give the poll a title.")),
        "intro": Written(
            _("What is it for?"), 2000, 4, _("In plain words: why you ask, and what will happen with it.")
        ),
    }
    asks_sector = forms.BooleanField(
        label=_("Ask people for their sector"),
        required=False,
        help_text=_("They need not say. Groups of fewer than five are never shown apart."),
    )
    last_day = day_field(_("Last day"), _("Empty: it is open until you close it."))

    def clean_last_day(self) -> Any:
        """Refuses a day that has passed, but for the one that stands there already."""
        day = self.cleaned_data["last_day"]
        if day and day < timezone.localdate() and day != self.initial.get("last_day"):
            raise ValidationError(_("This day has passed. Choose today or a later day."))
        return day


class QuestionForm(BilingualForm):
    """A question. Options are written one on a line, in both languages in the same order."""

    written: ClassVar = {
        "words": Written(_("Question"), 1000, 2, missing=_("Write the question.")),
        "hint": Written(_("Hint"), 500, 2, _("Anything that helps to answer. May be left empty.")),
        "choices": Written(
            _("Answers to choose from"), 6000, 6, _("One on each line. Not needed for a question in words.")
        ),
    }
    kind = radios(
        _("How is it answered?"), choices_of("poll-kind", QuestionKind), missing=_("Choose how it is answered.")
    )

    def clean(self) -> dict[str, Any]:
        """Refuses options that do not go together, or none where some are needed."""
        cleaned = super().clean()
        english, welsh = (_lines(cleaned.get(name, "")) for name in ("choices", "choices_cy"))
        needed = cleaned.get("kind") not in (None, "words")
        field = "choices" if english or not welsh else "choices_cy"
        if needed and max(len(english), len(welsh)) < 2:
            self.add_error(field, ValidationError(_("Write at least two answers, one on each line.")))
        elif english and welsh and len(english) != len(welsh):
            words = _("There are %(english)s answers in English and %(welsh)s in Welsh. Write as many in both.")
            self.add_error(field, ValidationError(words, params={"english": len(english), "welsh": len(welsh)}))
        elif max(len(english), len(welsh)) > MOST_OPTIONS:
            self.add_error(field, ValidationError(_("Write at most %(most)s answers."), params={"most": MOST_OPTIONS}))
        elif any(len(line) > LONGEST_OPTION for line in (*english, *welsh)):
            self.add_error(field, ValidationError(_("Shorten the answers: 300 characters each are the most.")))
        return cleaned

    def columns(self) -> dict[str, Any]:
        """The question as columns of the table, its options as objects."""
        cleaned = self.cleaned_data
        english, welsh = _lines(cleaned["choices"]), _lines(cleaned["choices_cy"])
        count = max(len(english), len(welsh)) if cleaned["kind"] != "words" else 0
        options = [
            {"id": f"o{number + 1}", "en": _at(english, number), "cy": _at(welsh, number)} for number in range(count)
        ]
        names = ("kind", "words", "words_cy", "hint", "hint_cy")
        return {**{name: cleaned[name] for name in names}, "options": options}

    @staticmethod
    def initial_of(row: Any) -> dict[str, Any]:
        """What the form shows for a question."""
        lines = {f"choices{end}": "\n".join(o[code] for o in row.options) for code, end in (("en", ""), ("cy", "_cy"))}
        return {**lines, **{n: getattr(row, n) for n in ("kind", "words", "words_cy", "hint", "hint_cy")}}


class DecisionForm(BilingualForm):
    """Something that was decided."""

    written: ClassVar = {
        "text": Written(_("What was decided?"), 2000, 3, missing=_("Write what was decided.")),
        "reason": Written(_("Why?"), 2000, 3),
    }
    decided_by = forms.CharField(
        label=_("Who decided?"),
        max_length=200,
        required=False,
        validators=[plain],
        help_text=_("The steering group, the team, a meeting of members."),
    )
    on = day_field(_("When?"))
    status = radios(
        _("How far is it?"),
        [("proposed", _("Proposed")), ("agreed", _("Agreed")), ("done", _("Carried out"))],
        missing=_("Choose how far it is."),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _at(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
