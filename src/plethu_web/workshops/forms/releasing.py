"""The forms of publishing: what is masked in a text, thresholds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Language
from plethu.wording import say
from plethu.workshop.masking import KNOWN, Found, NameKind, Names, masked
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

    def __init__(
        self, data: Any, *, said: str, names: Names, masks_in: Callable[[Language], Masks], **more: Any
    ) -> None:
        self.said, self.found, self.masks_in = said, names.find(said), masks_in
        masks = masks_in(reading())
        self.found_there = names.find(data.get("translation", "").strip()[:LONGEST_TRANSLATION]) if data else ()
        self.is_unread = False
        if data and self.found_there:
            data = self._with_boxes(data)
        super().__init__(data, **more)
        fields: dict[str, Any] = self.fields
        fields["mask"].choices = [(value_of(each), f"{each.text} → {masks[each.kind]}") for each in self.found]
        fields["mask_there"].choices = [
            (value_of(each), f"{each.text} → {masks[each.kind]}") for each in self.found_there
        ]
        for name, found in (("mask", self.found), ("mask_there", self.found_there)):
            if not found:
                del fields[name]

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
        ticked = self.cleaned_data.get("mask", ())
        return tuple(Decision(each, value_of(each) in ticked) for each in self.found), tuple(self.cleaned_data["also"])

    def marked_there(self) -> tuple[Decision, ...]:
        """A decision on everything that was found in the translation."""
        ticked = self.cleaned_data.get("mask_there", ())
        return tuple(Decision(each, value_of(each) in ticked) for each in self.found_there)

    def reads(self) -> list[tuple[Language, str]]:
        """How the text would be published as the form stands, and the translation, each with its language."""
        self.is_valid()
        given: Any = self.cleaned_data if self.is_bound else self.initial
        language: Language = "cy" if given.get("language") == "cy" else "en"
        other: Language = "en" if language == "cy" else "cy"
        also = given.get("also", []) if self.is_bound else []
        chosen = _of(self.found, given.get("mask", ()))
        parts = [(language, masked(self.said, [*chosen, *also], self.masks_in(language)))]
        if words := str(given.get("translation", "")):
            data: Any = self.data  # a QueryDict where something was sent
            there = _of(self.found_there, data.getlist("mask_there") if self.is_bound else ())
            parts.append((other, masked(words, there, self.masks_in(other))))
        return parts

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


def _of(found: Iterable[Found], values: Collection[str]) -> list[Found]:
    return [each for each in found if value_of(each) in values]


def _span(found: Found) -> range:
    return range(found.start, found.end)


class ThresholdForm(forms.Form):
    """The fewest people that a label and a cell of a table may stand for."""

    labels = forms.IntegerField(label=_("Fewest people a label may stand for"), min_value=3, max_value=1000)
    tables = forms.IntegerField(label=_("Fewest people a row of a table may count"), min_value=3, max_value=1000)
    blind = forms.BooleanField(
        label=_("Second coders do not see codings before they have coded themselves"), required=False
    )
