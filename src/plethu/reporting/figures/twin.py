"""The table that says the same as a figure."""

from __future__ import annotations

from dataclasses import dataclass

from plethu.evidence.text import Language
from plethu.reporting.told import Words


@dataclass(frozen=True, slots=True)
class Twin:
    """A caption, a header row, and rows as long as it."""

    caption: Words
    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


def number(value: int, language: Language) -> Words:
    """A number as a cell."""
    return Words(str(value), language)
