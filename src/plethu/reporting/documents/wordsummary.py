"""The summary table of a Word document. Word cannot be asked whether it fits on a page, so the lines are estimated."""

from __future__ import annotations

import math

from plethu.reporting.documents.parts import Line, Outline, Run, SummaryAction, Table, plain
from plethu.reporting.figures.lettering import width

WIDE = (17, 66, 17)
COLUMNS = (26.0, 110.0, 26.0)  # millimetres, less the margins of the cells
PAGE = 174.0  # millimetres from margin to margin
LINES_ON_PAGE = 52  # lines of the table's size that the first page has room for beside one line of title
POINT = 0.3528  # millimetres
SIZE, NOTE_SIZE, TITLE_SIZE = 9, 9.5, 24


def summary_table(document: Outline, header: tuple[Line, ...]) -> Table:
    """A row for each action, lane by lane; with its sentence where all of it fits on one page."""
    rows = [(lane.name, action) for lane in document.lanes for action in lane.actions]
    notes = sum(_lines(plain(note), PAGE, NOTE_SIZE) for note in document.notes)
    title = 2.6 * (_lines(document.title.text, PAGE, TITLE_SIZE) - 1)
    told = sum(_height(lane, action) for lane, action in rows) <= LINES_ON_PAGE - notes - title
    made = tuple(((lane,), _said(action, told), (action.verdict,)) for lane, action in rows)
    return Table((document.summary_name,), header, made or (((document.none,), (), ()),), WIDE)


def _said(action: SummaryAction, told: bool) -> Line:
    parts: Line = (action.name,)
    if action.start_here is not None:
        parts += (Run(f" · {action.start_here.text}", action.start_here.language),)
    if told:
        parts += (Run(f" – {action.headline.text}", action.headline.language),)
    return parts


def _height(lane: Run, action: SummaryAction) -> float:
    cells = (lane.text, plain(_said(action, told=True)), action.verdict.text)
    return 0.35 + max(_lines(text, room, SIZE) for text, room in zip(cells, COLUMNS, strict=True))


def _lines(text: str, room: float, size: float) -> int:
    return max(1, math.ceil(width(text, size) * POINT / room))
