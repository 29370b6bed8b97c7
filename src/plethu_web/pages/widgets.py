"""Radios and checkboxes whose options carry a hint, or stand apart from the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.forms.widgets import CheckboxSelectMultiple, ChoiceWidget, RadioSelect, TextInput
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class _Hinted(ChoiceWidget):
    """Put `hints` (by value) and `apart` (values with a line above) on the options."""

    def __init__(
        self, *, hints: Mapping[str, object] | None = None, apart: Collection[str] = (), **options: Any
    ) -> None:
        super().__init__(**options)
        self.hints = dict(hints or {})
        self.apart = frozenset(apart)

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        option["apart"] = str(value) in self.apart
        return option


class HintedRadios(_Hinted, RadioSelect):
    """RadioSelect with hints."""


class HintedCheckboxes(_Hinted, CheckboxSelectMultiple):
    """CheckboxSelectMultiple with hints."""


class SuggestingInput(TextInput):
    """A line of text that offers what others wrote; anything else can be typed all the same."""

    def __init__(self, suggestions: Collection[str], **options: Any) -> None:
        super().__init__(**options)
        self.suggestions = suggestions

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The input with its list."""
        attrs = attrs or {}
        list_id = f"{attrs.get('id', name)}-list"
        line = super().render(name, value, {**attrs, "list": list_id}, renderer)
        offered = format_html_join("", '<option value="{}"></option>', ((each,) for each in self.suggestions))
        return format_html('{}<datalist id="{}">{}</datalist>', line, list_id, offered)
