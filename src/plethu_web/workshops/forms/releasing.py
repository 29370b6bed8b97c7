"""The forms of publishing: what is masked in a text, thresholds, a release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.workshop.masking import Found
from plethu.workshop.signing import Decision
from plethu_web.pages.fields import checkboxes, radios, text


def value_of(found: Found) -> str:
    """What was found, as the value of its box."""
    return f"{found.start}-{found.end}-{found.kind}"


class SigningForm(forms.Form):
    """What is masked in a text. Every box that is not ticked is a decision to leave it."""

    mask = checkboxes(_("Take out what is ticked"), ())
    also = text(
        _("Take out these words too"), 2000, rows=3, hint=_("One to a line, exactly as they stand in the text.")
    )
    language = radios(_("Language of the text"), (("en", "English"), ("cy", "Cymraeg")), missing=_("Choose one."))
    translation = text(
        _("The text in the other language, as it may be published"),
        10_000,
        rows=4,
        hint=_("It stands in for the text where the language would tell too much. Without names."),
    )

    def __init__(self, *args: Any, said: str, found: Sequence[Found], choices: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.said, self.found = said, found
        field: Any = self.fields["mask"]
        field.choices = list(choices)

    def decisions(self) -> list[Decision]:
        """A decision on everything that was found."""
        return [Decision(each, value_of(each) in self.cleaned_data["mask"]) for each in self.found]

    def clean_also(self) -> list[Found]:
        """Where these words stand in the text, everywhere they do, but for what is masked anyway."""
        lines = [line.strip() for line in self.cleaned_data["also"].splitlines() if line.strip()]
        masked = self.cleaned_data.get("mask", [])
        taken = {at for each in self.found if value_of(each) in masked for at in _span(each)}
        marked: list[Found] = []
        for line in sorted(set(lines), key=len, reverse=True):
            if line not in self.said:
                raise ValidationError(_("“%(words)s” does not stand in the text."), params={"words": line})
            for match in re.finditer(re.escape(line), self.said):
                each = Found(match.start(), match.end(), "name", line)
                if not taken & {*_span(each)}:
                    marked.append(each)
                    taken |= {*_span(each)}
        return sorted(marked)


def _span(found: Found) -> range:
    return range(found.start, found.end)


class ThresholdForm(forms.Form):
    """The fewest people that a label and a cell of a table may stand for."""

    labels = forms.IntegerField(label=_("Fewest people a label may stand for"), min_value=3, max_value=1000)
    tables = forms.IntegerField(label=_("Fewest people a row of a table may count"), min_value=3, max_value=1000)
    blind = forms.BooleanField(
        label=_("Second coders do not see codings before they have coded themselves"), required=False
    )


class ReleaseForm(forms.Form):
    """What goes out beside the texts."""

    table = forms.BooleanField(label=_("Publish how many took part, by sector"), required=False)
