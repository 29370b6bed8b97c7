"""The summary table of a Word document. Word cannot be asked whether it fits on a page, so its height is estimated."""

from __future__ import annotations

import math

from plethu.reporting.documents.parts import Line, Outline, Run, SummaryAction, Table, plain
from plethu.reporting.figures.lettering import width

WIDE = (14, 70, 16)
# Millimetres on the page: the columns less the margins of their cells, the text from margin to margin, what is left
# of the height beside a title of one line, subtitle, heading and header row.
COLUMNS, TEXT, ROOM = (21.5, 119.0, 25.0), 174.0, 224.0
CELL, NOTE, TITLE = (9.0, 3.65), (9.5, 4.8), (20.0, 8.2)  # size of the letters, height of a line
BETWEEN_ROWS = 0.5
ARIAL = 0.3528 * 0.92  # millimetres a point, and how much narrower the typeface is than our widths


def summary_table(document: Outline, header: tuple[Line, ...]) -> Table:
    """A row for each action, lane by lane; with its sentence for as many, from the first, as fit on one page."""
    actions = [(lane.name, action) for lane in document.lanes for action in lane.actions]
    notes = sum(_height(plain(note), TEXT, NOTE) for note in (*document.front, *document.notes))
    longer_title = _height(document.title.text, TEXT, TITLE) - TITLE[1]
    left = ROOM - notes - longer_title - sum(_row(lane, action, False) for lane, action in actions)
    rows: list[tuple[Line, ...]] = []
    told = True
    for lane, action in actions:
        more = _row(lane, action, True) - _row(lane, action, False)
        told = told and more <= left
        left -= more
        rows.append(((lane,), _said(action, told), (action.verdict,)))
    return Table((document.summary_name,), header, tuple(rows) or (((document.none,), (), ()),), WIDE)


def _said(action: SummaryAction, told: bool) -> Line:
    parts: Line = (action.name,)
    if action.start_here is not None:
        parts += (Run(f" · {action.start_here.text}", action.start_here.language),)
    if told:
        parts += (Run(f" – {action.headline.text}", action.headline.language),)
        if action.decides is not None:
            parts += (Run(f" {action.decides.text}", action.decides.language),)
    if action.own:
        first, *rest = action.own
        parts += (Run(f" · {first.text}", first.language, first.strong), *rest)
    return parts


def _row(lane: Run, action: SummaryAction, told: bool) -> float:
    cells = (lane.text, plain(_said(action, told)), action.verdict.text)
    return BETWEEN_ROWS + max(_height(text, room, CELL) for text, room in zip(cells, COLUMNS, strict=True))


def _height(text: str, room: float, lettering: tuple[float, float]) -> float:
    size, high = lettering
    return max(1, math.ceil(width(text, size) * ARIAL / room)) * high
