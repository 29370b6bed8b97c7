"""The forms of publishing: what is masked in a text, thresholds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plethu.wording import say
from plethu.workshop.masking import KNOWN, Found, NameKind, Names
from plethu.workshop.signing import Decision, hash_of
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.pages.templatetags.plethu_texts import reading

LONGEST_TRANSLATION = 10_000
Masks = Mapping[NameKind, str]


def value_of(found: Found) -> str:
    """What was found, as the value of its box."""
    return f"{found.start}-{found.end}-{found.kind}"


class SigningForm(forms.Form):
    """What is masked in a text and in its translation. Every box that is not ticked is a decision to leave it.

    What is found in a translation can be shown only once it was sent: `read_there` says for which words it was.
    """

    mask = checkboxes(_("Take out what is ticked"), ())
    also = text(
        _("Take out these words too"), 2000, rows=3, hint=_("One to a line, exactly as they stand in the text.")
    )
    language = radios(_("Language of the text"), (("en", "English"), ("cy", "Cymraeg")), missing=_("Choose one."))
    translation = text(
        _("The text in the other language, as it may be published"),
        LONGEST_TRANSLATION,
        rows=4,
        hint=_("It stands in for the text where the language would tell too much. Without names."),
    )
    mask_there = checkboxes(_("Take out of the translation what is ticked"), ())
    read_there = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, data: Any, *, said: str, names: Names, masks: Masks, **more: Any) -> None:
        self.said, self.found = said, names.find(said)
        self.found_there = names.find(data.get("translation", "")[:LONGEST_TRANSLATION]) if data else ()
        self.is_unread = False
        if data and self.found_there:
            data = self._with_boxes(data)
        super().__init__(data, **more)
        fields: dict[str, Any] = self.fields
        fields["mask"].choices = [(value_of(each), f"{each.text} → {masks[each.kind]}") for each in self.found]
        fields["mask_there"].choices = [
            (value_of(each), f"{each.text} → {masks[each.kind]}") for each in self.found_there
        ]
        if not self.found_there:
            del fields["mask_there"]

    def _with_boxes(self, data: QueryDict) -> QueryDict:
        """What was sent, with all known names ticked that were found in a translation and not shown yet."""
        now = hash_of(str(data["translation"]).strip())
        self.is_unread = data.get("read_there") != now
        data = data.copy()
        if self.is_unread:
            data.setlist("mask_there", [value_of(each) for each in self.found_there if each.kind in KNOWN])
            data["read_there"] = now
        return data

    def clean_mask_there(self) -> list[str]:
        """Nobody has decided on what they have not seen."""
        if self.is_unread:
            raise ValidationError(say("workshop.signing.translation-undecided", reading()))
        chosen: list[str] = self.cleaned_data["mask_there"]
        return chosen

    def marked(self) -> tuple[tuple[Decision, ...], tuple[Found, ...]]:
        """A decision on everything that was found, and what was marked beyond."""
        ticked = self.cleaned_data["mask"]
        return tuple(Decision(each, value_of(each) in ticked) for each in self.found), tuple(self.cleaned_data["also"])

    def marked_there(self) -> tuple[Decision, ...]:
        """A decision on everything that was found in the translation."""
        ticked = self.cleaned_data.get("mask_there", ())
        return tuple(Decision(each, value_of(each) in ticked) for each in self.found_there)

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
