"""The kinds of field that are the forms of advice's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from plethu_web.frameworks.questions import NONE, NOT_SURE
from plethu_web.pages import fields

radios = partial(fields.radios, apart={NOT_SURE})
checkboxes = partial(fields.checkboxes, apart={NONE})


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
