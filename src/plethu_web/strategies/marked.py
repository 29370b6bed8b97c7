"""Text with places in it marked, for pages: `mark` elements, each with words, so that colour is never all there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

AROUND = 400  # letters shown on either side of what is marked in a long text
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
    if not asked:
        return format_html("{}", text)
    edges = sorted({0, len(text), *(mark.start for mark in asked), *(mark.end for mark in asked)})
    pieces: list[SafeString] = []
    for start, end in zip(edges, edges[1:] or [edges[0]], strict=False):
        pieces += [_gap(mark) for mark in asked if mark.start == mark.end == start]
        over = [mark for mark in asked if mark.start <= start and end <= mark.end and mark.start < mark.end]
        pieces.append(_piece(text[start:end], over))
        pieces += [_label(mark) for mark in asked if mark.start < mark.end == end and mark.label]
    pieces += [_gap(mark) for mark in asked if mark.start == mark.end == len(text) > 0]
    return mark_safe("".join(pieces))  # noqa: S308  # every piece is escaped


def excerpt(text: str, mark: Mark) -> SafeString:
    """What stands around a mark, cut where the text is long."""
    place = _within(mark, len(text))
    start, end = max(0, place.start - AROUND), min(len(text), place.end + AROUND)
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


def joined(pieces: Iterable[SafeString]) -> SafeString:
    """Pieces below each other."""
    return format_html_join("\n", "{}", ((piece,) for piece in pieces))
