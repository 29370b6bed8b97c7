"""The kinds of field that forms are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu.framework.tables import FORBIDDEN
from plethu_web.pages.widgets import HintedCheckboxes, HintedRadios

Label = Text | str | Promise
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
    """One answer of several. `hints`, by answer; `apart`: answers that stand apart; `missing`: as in `text`."""
    hints, apart, missing = options.pop("hints", {}), options.pop("apart", ()), options.pop("missing", "")
    return forms.ChoiceField(
        label=cast(Any, label),
        choices=list(choices),
        widget=HintedRadios(hints=hints, apart=apart),
        error_messages={"invalid_choice": UNKNOWN, **({"required": missing} if missing else {})},
        **options,
    )


def checkboxes(label: Label, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.MultipleChoiceField:
    """Any number of answers. `hints` and `apart` as in `radios`."""
    hints, apart = options.pop("hints", {}), options.pop("apart", ())
    return forms.MultipleChoiceField(
        label=cast(Any, label),
        choices=list(choices),
        required=False,
        widget=HintedCheckboxes(hints=hints, apart=apart),
        error_messages={"invalid_choice": UNKNOWN, "invalid_list": UNKNOWN},
        **options,
    )
