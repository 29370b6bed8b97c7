"""Text as it was pasted, without what Word, Markdown and PDF put into it; each kind of change is said."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text that is read, and how often each kind of change was made: `escapes`, `quotes`, `spaces`, `dashes` ..."""

    text: str
    changes: dict[str, int]


_STEPS: tuple[tuple[str, str, str], ...] = (
    ("escapes", r"\\([*_#\[\]()\"'?$~>.+\-])", r"\1"),
    ("quotes", "[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]", '"'),
    ("quotes", "[\u2018\u2019\u201a\u201b\u2032\u02bc]", "'"),
    ("spaces", "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " "),
    ("hidden", "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", ""),
    ("dashes", "[\u2010-\u2015\u2212]", "-"),
    ("emphasis", r"\*\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*\*", r"\1"),
)
_ENTITY = re.compile(r"&(?:quot|amp|lt|gt|apos|nbsp|#39|#34);")


def clean(text: str) -> Cleaned:
    """The text without escapes of Markdown, curly quotation marks, odd spaces, hidden characters and HTML entities.

    Line breaks stay. What looks like a wildcard or an operator is never touched.
    """
    changes: dict[str, int] = {}
    text, entities = _ENTITY.subn(lambda found: html.unescape(found[0]), text)
    if entities:
        changes["entities"] = entities
    for kind, pattern, instead in _STEPS:
        text, count = re.subn(pattern, instead, text)
        if count:
            changes[kind] = changes.get(kind, 0) + count
    return Cleaned(text.replace("\r\n", "\n").replace("\r", "\n"), changes)
