"""The kinds of field that the forms of advice are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from plethu.framework.tables import FORBIDDEN
from plethu_web.frameworks.questions import NONE, NOT_SURE, Label
from plethu_web.pages.widgets import HintedCheckboxes, HintedRadios

UNKNOWN = _("Choose one of the answers that are shown.")
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(text: str) -> None:
    """Refuse characters that nobody sees and that change how a text reads."""
    if FORBIDDEN.search(text) or CONTROLS.search(text):
        raise ValidationError(_("Take out the hidden characters: they could make the text read as something else."))


def text(
    label: Label, longest: int, *, hint: Label = "", rows: int = 0, required: bool = False, missing: Label = ""
) -> forms.CharField:
    """A field for a name or a few sentences. `missing` is what is said where it has to be filled and is not."""
    return forms.CharField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        max_length=longest,
        required=required or bool(missing),
        error_messages=cast(Any, {"required": missing} if missing else {}),
        validators=[plain],
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"autocomplete": "off"}),
    )


def radios(label: Label, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """One answer of several; "not sure" stands apart. `missing` is what is said where one has to be chosen."""
    hints, missing = options.pop("hints", {}), options.pop("missing", "")
    return forms.ChoiceField(
        label=cast(Any, label),
        choices=list(choices),
        widget=HintedRadios(hints=hints, apart={NOT_SURE}),
        error_messages={"invalid_choice": UNKNOWN, **({"required": missing} if missing else {})},
        **options,
    )


def checkboxes(label: Label, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.MultipleChoiceField:
    """Any number of answers; "none of these" stands apart."""
    hints = options.pop("hints", {})
    return forms.MultipleChoiceField(
        label=cast(Any, label),
        choices=list(choices),
        required=False,
        widget=HintedCheckboxes(hints=hints, apart={NONE}),
        error_messages={"invalid_choice": UNKNOWN, "invalid_list": UNKNOWN},
        **options,
    )


class LongSelect(forms.Select):
    """A select of many options, written out in one go: a template for each of them costs ten times as much."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The select as HTML."""
        groups = (
            format_html('<optgroup label="{}">{}</optgroup>', group, self._options(options, value))
            for group, options in self.choices
        )
        attributes = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html("<select{}>{}</select>", attributes, mark_safe("".join(groups)))  # noqa: S308

    def _options(self, options: Iterable[tuple[str, Any]], chosen: Any) -> SafeString:
        marks = ((value, mark_safe(" selected") if value == chosen else "", label) for value, label in options)
        return format_html_join("", '<option value="{}"{}>{}</option>', marks)
