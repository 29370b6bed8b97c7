"""Forms for the glossary."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.pages.fields import checkboxes
from plethu_web.reviews.forms.bilingual import BilingualForm, Written


class WordingForm(BilingualForm):
    """A word and what it means."""

    written: ClassVar = {
        "term": Written(_("Word"), 120, missing=_("Write the word.")),
        "meaning": Written(
            _("Meaning"), 2000, 4, _("As you would explain it to somebody new."), _("Write what it means.")
        ),
    }


class DefinitionsForm(forms.Form):
    """Which settled words the protocol takes in."""

    def __init__(self, *args: Any, words: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = checkboxes(_("Words that the protocol defines"), words)
