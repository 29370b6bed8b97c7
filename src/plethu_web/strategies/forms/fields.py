"""Fields of the forms of strategies: text kept byte for byte, and the platforms to choose from."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.framework.tables import FORBIDDEN
from plethu.searching.platforms import PLATFORMS, READABLE, platform
from plethu_web.pages.fields import CONTROLS
from plethu_web.strategies.models.strategy import LONGEST_TEXT


class Verbatim(forms.CharField):
    """Text that stays as it was typed, spaces at its ends too. Only the line ends that browsers change are put back."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)

    def to_python(self, value: Any) -> Any:
        """The text, in line feeds."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


def visible(text: str) -> None:
    """Refuse characters that change how the text around them reads, and say which line they stand in."""
    if found := FORBIDDEN.search(text) or CONTROLS.search(text):
        raise ValidationError(
            _("Line %(line)s has a hidden character (U+%(code)s). Delete it, or type the line anew."),
            params={"line": text.count("\n", 0, found.start()) + 1, "code": f"{ord(found[0]):04X}"},
        )


def search_text(label: str | Promise, *, hint: str | Promise = "", rows: int = 10) -> Verbatim:
    """A field for a search as it is typed on a platform."""
    attrs = {"rows": rows, "spellcheck": "false", "autocapitalize": "off", "class": "search-text"}
    return Verbatim(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        required=False,
        max_length=LONGEST_TEXT,
        validators=[visible],
        widget=forms.Textarea(attrs=attrs),
    )


def platform_choice(label: str | Promise, *, hint: str | Promise = "", all_of_them: bool = False) -> forms.ChoiceField:
    """A field to choose a platform: those that can be read, or all that can be written."""
    known = PLATFORMS if all_of_them else READABLE
    return forms.ChoiceField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        choices=[("", _("Choose one")), *((each, platform(each).name) for each in known)],
        error_messages={"required": _("Choose the platform.")},
    )


def expected() -> forms.IntegerField:
    """The version that the form was opened with, so that nobody's work is overwritten unseen."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)
