"""Radios and checkboxes whose options carry a hint, or stand apart from the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.forms.widgets import CheckboxSelectMultiple, ChoiceWidget, RadioSelect


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
