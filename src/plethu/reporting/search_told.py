"""Faults of a search and notes on its translation, as sentences; a fault with its place underlined, for a terminal."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.searching.changes import Change, Note
from plethu.searching.faults import Fault
from plethu.wording import has, say

_WIDEST = 76


def fault_sentence(fault: Fault, language: Language) -> str:
    """What is wrong with a search, or how it was read, and what to write instead."""
    code = fault.code
    if code == "operand-missing":
        code += f".{fault.values['side']}"
    if code == "foreign-operator" and not fault.values.get("instead"):
        code += ".bare"
    kind = "fault" if has(f"search.fault.{code}") else "remark"
    return say(f"search.{kind}.{code}", language, **_values(fault.values, language))


def note_sentence(note: Note, language: Language) -> str:
    """Why a node was not written as it is, and what was done."""
    return say(f"search.change.{note.code}", language, **_values(note.values, language))


def note_label(note: Note, language: Language) -> str:
    """What became of a node, in a word or two."""
    if note.contested:
        return say("search.effect.contested", language)
    kind = "rewritten" if note.change is Change.EXACT else note.change.value
    return say(f"search.effect.{kind}", language)


def _values(values: dict[str, str], language: Language) -> dict[str, str]:
    if "fields" not in values:
        return values
    codes = (f"search.reading.field-{code}" for code in values["fields"].split(","))
    return values | {"fields": ", ".join(say(code, language) for code in codes if has(code))}


def underlined(text: str, fault: Fault) -> str:
    """The line of the text that a fault is on, with the place underlined; a long line is cut around it."""
    start, end = fault.place.start, max(fault.place.end, fault.place.start + 1)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    end = min(end, last) if end > start else start + 1
    left = max(first, start - _WIDEST // 2)
    right = min(last, max(end, left + _WIDEST), left + 2 * _WIDEST)
    before, after = "…" if left > first else "", "…" if right < last else ""
    marks = "^" * max(1, min(end, right) - start)
    return f"{before}{text[left:right]}{after}\n{' ' * (len(before) + start - left)}{marks}"
