"""The summary table of a Word document. Word cannot be asked whether it fits on a page, so its height is estimated."""

from __future__ import annotations

import math

from plethu.reporting.documents.parts import Line, Outline, Run, SummaryAction, SummaryLane, Table, plain
from plethu.reporting.figures.lettering import width

WIDE = (17, 66, 17)
# Millimetres on the page: the columns less the margins of their cells, the text from margin to margin, what is left
# of the height beside a title of one line, subtitle, heading and header row.
COLUMNS, TEXT, ROOM = (26.0, 110.0, 26.0), 174.0, 222.0
CELL, NOTE, TITLE = (9.0, 3.65), (9.5, 4.8), (24.0, 9.8)  # size of the letters, height of a line
BETWEEN_ROWS = 0.5
ARIAL = 0.3528 * 0.92  # millimetres a point, and how much narrower the typeface is than our widths


def summary_table(document: Outline, header: tuple[Line, ...]) -> Table:
    """A row for each action, lane by lane; with its sentence in as many lanes, from the first, as fit on one page."""
    notes = sum(_height(plain(note), TEXT, NOTE) for note in document.notes)
    longer_title = _height(document.title.text, TEXT, TITLE) - TITLE[1]
    left = ROOM - notes - longer_title - sum(_lane(lane, told=False) for lane in document.lanes)
    rows: list[tuple[Line, ...]] = []
    told = True
    for lane in document.lanes:
        more = _lane(lane, told=True) - _lane(lane, told=False)
        told = told and more <= left
        left -= more
        rows += [((lane.name,), _said(action, told), (action.verdict,)) for action in lane.actions]
    return Table((document.summary_name,), header, tuple(rows) or (((document.none,), (), ()),), WIDE)


def _said(action: SummaryAction, told: bool) -> Line:
    parts: Line = (action.name,)
    if action.start_here is not None:
        parts += (Run(f" · {action.start_here.text}", action.start_here.language),)
    if told:
        parts += (Run(f" – {action.headline.text}", action.headline.language),)
    return parts


def _lane(lane: SummaryLane, *, told: bool) -> float:
    return sum(_row(lane.name, action, told) for action in lane.actions)


def _row(lane: Run, action: SummaryAction, told: bool) -> float:
    cells = (lane.text, plain(_said(action, told)), action.verdict.text)
    return BETWEEN_ROWS + max(_height(text, room, CELL) for text, room in zip(cells, COLUMNS, strict=True))


def _height(text: str, room: float, lettering: tuple[float, float]) -> float:
    size, high = lettering
    return max(1, math.ceil(width(text, size) * ARIAL / room)) * high
