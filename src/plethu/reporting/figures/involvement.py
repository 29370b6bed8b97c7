"""Involvement by stage of the review and level of control: a grid with a circle for what stands in a place."""

from __future__ import annotations

from collections.abc import Sequence

from plethu.evidence.involvement import LEVELS, STAGES, Cell, Involvement, picture
from plethu.evidence.text import Language
from plethu.reporting.figures.drawing import LINE, Drawing
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.twin import Twin
from plethu.reporting.saying import say
from plethu.reporting.told import Words

NAMES, COLUMN, ROW, HEAD = 190.0, 108.0, 40.0, 13.0
SMALLEST, LARGEST = 9.0, 17.0


def rows(entries: Sequence[Involvement], language: Language) -> Twin:
    """A row for each stage, a column for each level, the titles of what stands there in each cell."""
    cells = picture(entries)
    header = [
        label("review-stage", language),
        *(label(f"term:involvement-level.{level}", language) for level in LEVELS),
    ]
    made = [
        (label(f"term:review-stage.{stage}", language), *(_cell(c, language) for c in cells if c.stage == stage))
        for stage in STAGES
    ]
    return Twin(label("involvement", language), tuple(header), tuple(made))


def svg(entries: Sequence[Involvement], language: Language) -> str:
    """The grid. A larger circle stands for more entries, and the number is written in it."""
    told = label("involvement-desc", language, entries=len(entries))
    drawing = Drawing("involvement", language, label("involvement", language), told)
    foot = _heads(drawing, language)
    most = max((len(cell.entries) for cell in picture(entries)), default=0)
    for number, stage in enumerate(STAGES):
        y = foot + number * ROW
        drawing.shape("path", "fig-rule", d=f"M0 {y:g} H{NAMES + COLUMN * len(LEVELS):g}")
        name = label(f"term:review-stage.{stage}", language)
        lines = len(wrap(name.text, NAMES - 10, HEAD))
        drawing.text(name, 0, y + ROW / 2 + HEAD * (0.35 - (lines - 1) * LINE / 2), HEAD, room=NAMES - 10)
    for cell in picture(entries):
        _circle(drawing, cell, foot, most)
    return drawing.svg(NAMES + COLUMN * len(LEVELS), foot + ROW * len(STAGES) + 1)


def _heads(drawing: Drawing, language: Language) -> float:
    for number, level in enumerate(LEVELS):
        x = NAMES + COLUMN * (number + 0.5)
        drawing.text(label(f"term:involvement-level.{level}", language), x, HEAD, HEAD, bold=True, anchor="middle")
    return HEAD * 2


def _circle(drawing: Drawing, cell: Cell, foot: float, most: int) -> None:
    if not cell.entries:
        return
    x = NAMES + COLUMN * (LEVELS.index(cell.level) + 0.5)
    y = foot + ROW * (STAGES.index(cell.stage) + 0.5)
    radius = SMALLEST + (LARGEST - SMALLEST) * (len(cell.entries) - 1) / max(1, most - 1)
    drawing.open(_cell(cell, drawing.language))
    drawing.shape("circle", "fig-few", cx=x, cy=y, r=radius)
    drawing.text(Words(str(len(cell.entries)), drawing.language), x, y + HEAD * 0.35, HEAD, bold=True, anchor="middle")
    drawing.close()


def _cell(cell: Cell, language: Language) -> Words:
    titles = [say(entry.title, language) for entry in cell.entries]
    if not titles:
        return Words("–", language)
    spoken = {title.language for title in titles}
    return Words("; ".join(title.text for title in titles), spoken.pop() if len(spoken) == 1 else language)
