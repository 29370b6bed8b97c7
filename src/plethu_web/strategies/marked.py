"""Text with places in it marked, for pages: `mark` elements, each with words, so that colour is never all there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

AROUND = 120  # letters shown on either side of what is marked in a long text
GAP = "‸"


@dataclass(frozen=True, slots=True)
class Mark:
    """From where to where; `kind` becomes a class, `label` stands visibly after the mark."""

    start: int
    end: int
    kind: str = ""
    label: str = ""


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """The text with its marks. Marks may overlap; one that is empty shows as a gap in the text."""
    asked = [_within(mark, len(text)) for mark in marks]
    spans = [mark for mark in asked if mark.start < mark.end]
    starting, ending = _by(spans, "start"), _by(spans, "end")
    gaps = _by((mark for mark in asked if mark.start == mark.end), "start")
    edges = sorted({0, len(text), *starting, *ending, *gaps})
    pieces: list[SafeString] = []
    over: dict[int, Mark] = {}
    for start, end in pairwise([*edges, edges[-1]]):
        for mark in ending.get(start, ()):
            over.pop(id(mark), None)
            pieces.append(_label(mark))
        pieces += map(_gap, gaps.get(start, ()))
        over |= {id(mark): mark for mark in starting.get(start, ())}
        pieces.append(_piece(text[start:end], list(over.values())))
    return mark_safe("".join(pieces))  # noqa: S308  # every piece is escaped


def _by(marks: Iterable[Mark], edge: str) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(getattr(mark, edge), []).append(mark)
    return found


def excerpt(text: str, mark: Mark, around: int = AROUND) -> SafeString:
    """What stands around a mark, cut between words where the text is long."""
    place = _within(mark, len(text))
    start, end = max(0, place.start - around), min(len(text), place.end + around)
    if start:
        start = max(start, text.find(" ", start, place.start) + 1)
    if end < len(text):
        gap = text.rfind(" ", place.end, end)
        end = gap if gap > 0 else end
    shown = marked(text[start:end], [Mark(place.start - start, place.end - start, mark.kind, mark.label)])
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def _within(mark: Mark, longest: int) -> Mark:
    start = max(0, min(mark.start, longest))
    return Mark(start, max(start, min(mark.end, longest)), mark.kind, mark.label)


def _piece(text: str, over: list[Mark]) -> SafeString:
    if not over or not text:
        return format_html("{}", text)
    inner = min(over, key=lambda mark: mark.end - mark.start)
    if inner.kind:
        return format_html('<mark class="mark--{}">{}</mark>', inner.kind, text)
    return format_html("<mark>{}</mark>", text)


def _gap(mark: Mark) -> SafeString:
    kind = format_html(" mark--{}", mark.kind) if mark.kind else ""
    return format_html('<mark class="gap{}">{}</mark>{}', kind, GAP, _label(mark))


def _label(mark: Mark) -> SafeString:
    return format_html(' <span class="mark-label">{}</span> ', mark.label) if mark.label else SafeString("")
