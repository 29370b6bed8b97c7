"""Forms for what people write in English, in Welsh or in both: one field for each language, the reader's own first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import NO_TEXT, Text
from plethu_web.pages.fields import text

LANGUAGES = (("en", "", _("in English")), ("cy", "_cy", _("in Welsh")))


@dataclass(frozen=True, slots=True)
class Written:
    """A text to be written. `missing`: what is said where it is there in neither language; may be left out if empty."""

    label: str | Promise
    longest: int = 2000
    rows: int = 0
    hint: str | Promise = ""
    missing: str | Promise = ""


class BilingualForm(forms.Form):
    """A form with the fields of `written` in both languages before its other fields."""

    written: ClassVar[dict[str, Written]] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        first = sorted(LANGUAGES, key=lambda language: language[0] != get_language())
        pairs = {
            f"{name}{ending}": _field(asked, in_language, code, asked.hint if not number else "")
            for name, asked in self.written.items()
            for number, (code, ending, in_language) in enumerate(first)
        }
        self.fields = {**pairs, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Refuses a text that has to be there and is in neither language."""
        cleaned = super().clean() or self.cleaned_data
        first = "_cy" if get_language() == "cy" else ""
        for name, asked in self.written.items():
            there = any(
                cleaned.get(f"{name}{ending}") or f"{name}{ending}" in self.errors for _c, ending, _w in LANGUAGES
            )
            if asked.missing and not there:
                self.add_error(f"{name}{first}", ValidationError(str(asked.missing)))
        return cleaned

    def texts(self) -> dict[str, Text]:
        """What was written, by name. Only of a form that is valid."""
        cleaned = self.cleaned_data
        found = {name: Text(cleaned[name], cleaned[f"{name}_cy"], "reviewed") for name in self.written}
        return {name: NO_TEXT if text.is_empty else text for name, text in found.items()}

    def columns(self) -> dict[str, Any]:
        """What was written, and all else, as columns of a table: `name`, `name_cy`."""
        return dict(self.cleaned_data)


def columns_of(texts: dict[str, Text]) -> dict[str, str]:
    """Texts as the initial values of a form."""
    return {f"{name}{end}": part for name, t in texts.items() for end, part in (("", t.en), ("_cy", t.cy))}


def _field(asked: Written, in_language: Any, code: str, hint: Any) -> forms.CharField:
    field = text(format_lazy("{} ({})", asked.label, in_language), asked.longest, hint=hint, rows=asked.rows)
    field.widget.attrs["lang"] = code
    return field
