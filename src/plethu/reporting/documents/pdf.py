"""Advice as an accessible PDF (PDF/UA-1), set by typst. The first page says everything on one side of A4."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources
from typing import Any

import msgspec
import typst

from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import Outline
from plethu.reporting.told import Told

TEMPLATE = "report.typ"
# What the typefaces that come with typst can show in every weight used; a PDF/UA must not hold a letter they lack.
SHOWN = (
    " -~\u00a0-\u024f\u0300-\u034e"  # Latin and its marks
    "\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u1e00-\u1e9b\u1ea0-\u1ef9"  # Greek, Cyrillic, more Latin
    "\u2010-\u2027\u2030-\u2037\u20ac\u2122\u2190-\u2193\u2212\u2264\u2265\u25a1"  # signs
)
_HIDDEN = re.compile(f"[^{SHOWN}]")
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def as_pdf(told: Told, made_on: date | None = None, full: bool = True) -> bytes:
    """The advice as a PDF; without `full`, without the appendix. The same advice gives the same bytes."""
    return write_pdf(outline(told, made_on, full=full), made_on)


def write_pdf(document: Outline, made_on: date | None = None) -> bytes:
    """An outline as a PDF. A letter that the typefaces lack shows as an empty box."""
    data = msgspec.json.encode(_each_text(msgspec.to_builtins(_with_title(document)), showable)).decode()
    stamp = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC) if made_on else EPOCH
    return typst.compile(
        template(),
        sys_inputs={"data": data},
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=stamp,
    )


def forget_layouts() -> None:
    """Give back the memory that typst keeps for the next document, some 50 MB of each.

    It lets go of what ten documents in a row did not use; so ten empty ones are set, in a tenth of a second.
    """
    for _ in range(11):
        typst.compile(b" ", ignore_system_fonts=True)


def template() -> bytes:
    """The template, which holds no words of its own."""
    return resources.files(__package__).joinpath(TEMPLATE).read_bytes()


def showable(text: str) -> str:
    """The text with a box for each letter that cannot be shown."""
    return _HIDDEN.sub("□", unicodedata.normalize("NFC", text))


def _with_title(document: Outline) -> Outline:
    """A PDF/UA needs a title."""
    if document.title.text.strip():
        return document
    return replace(document, title=replace(document.title, text="".join(r.text for r in document.subtitle) or "Plethu"))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each_text(inner, change) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(inner, change) for inner in value]
    return value
