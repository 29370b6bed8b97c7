"""Two protocols side by side: for each part the lines that each of them has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plethu.evidence.frozen import Frozen
from plethu.evidence.protocol import TEXTS, Entry, Protocol, StrandPlan
from plethu.evidence.text import NO_TEXT, Language, Text
from plethu.reporting.protocol_words import CODES, place_of
from plethu.terms import TERMS


class Side(Frozen, frozen=True):
    """One part of two protocols: what it is called, and its lines in the old and in the new one."""

    name: str
    old: tuple[Text, ...]
    new: tuple[Text, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the two say different things."""
        return self.old != self.new


def sides(old: Protocol, new: Protocol, language: Language) -> list[Side]:
    """Every part that at least one of the two has, in the order of the new one."""
    rows = [_side(field, "", old, new, language) for field in (*TEXTS, "definitions")]
    strands = {strand.id: strand for strand in (*new.strands, *old.strands)}
    for id in dict.fromkeys((*(s.id for s in new.strands), *(s.id for s in old.strands))):
        was, now = (next((s for s in held.strands if s.id == id), None) for held in (old, new))
        where = place_of((("strands", id),), [now.name if now else strands[id].name], language)
        rows += [
            _side(field, where, was, now, language)
            for field in StrandPlan.__struct_fields__
            if field not in ("id", "screening_how")
        ]
    rows += [_side(field, "", old, new, language) for field in ("commitments", "open_points")]
    return [row for row in rows if row.old or row.new]


def _side(field: str, where: str, old: Any, new: Any, language: Language) -> Side:
    name = " › ".join(filter(None, [where, TERMS[f"protocol.{field}"].text(language)]))
    return Side(name, *(tuple(_lines(holder, field)) for holder in (old, new)))


def _lines(holder: Any, field: str) -> Iterator[Text]:
    value = getattr(holder, field, NO_TEXT)
    if isinstance(value, tuple):
        yield from (_line(entry) for entry in value)
    elif isinstance(value, Text):
        yield from [value] if not value.is_empty else []
    elif field in CODES:
        how = getattr(holder, f"{field}_how", NO_TEXT)
        yield from (text for text in (TERMS[f"{CODES[field]}.{value}"], how) if not text.is_empty)


def _line(entry: Entry) -> Text:
    """An entry on one line: its codes, then its texts."""
    codes = [TERMS[f"{CODES[field]}.{getattr(entry, field)}"] for field in ("sense", "kind") if hasattr(entry, field)]
    texts = [getattr(entry, field) for field in entry.__struct_fields__ if isinstance(getattr(entry, field), Text)]
    dates = getattr(entry, "dates", "")
    parts = [
        *codes,
        *(text for text in texts if not text.is_empty),
        *([Text(dates, dates, "reviewed")] if dates else []),
    ]
    if not any(part.cy for part in texts):
        return Text(_joined(part.en for part in parts), "", "reviewed")
    return Text(_joined(part.text("en") for part in parts), _joined(part.text("cy") for part in parts), "reviewed")


def _joined(parts: Iterator[str]) -> str:
    return " – ".join(part for part in parts if part)
