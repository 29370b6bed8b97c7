"""A figure of bars, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from plethu.reporting.figures.drawing import Drawing
from plethu.reporting.told import Words
from plethu_web.calls.queries.counts import Row
from plethu_web.pages.templatetags.plethu_texts import reading

LABEL, LONGEST, HIGH, GAP, SIZE = 300.0, 340.0, 26.0, 10.0, 14.0


@dataclass(frozen=True, slots=True)
class Figure:
    """What the figure component shows. `drawing` is SVG of ours and safe."""

    id: str
    caption: str
    drawing: SafeString
    columns: tuple[dict[str, object], ...]
    rows: tuple[tuple[object, ...], ...]


def figure(id: str, caption: str, columns: Sequence[str], rows: Sequence[Row], shown: int = 0) -> Figure:
    """Bars for one number of each row, which is `shown` of its numbers; the table has them all.

    `columns` names the labels and then each number. A number that nobody counted is an empty bar and a dash.
    """
    heads = tuple({"text": str(name), "number": place > 0} for place, name in enumerate(columns))
    cells = tuple((str(row.label), *("–" if n is None else n for n in row.numbers)) for row in rows)
    return Figure(id, caption, _drawn(id, caption, str(columns[shown + 1]), rows, shown), heads, cells)


def _drawn(id: str, caption: str, column: str, rows: Sequence[Row], shown: int) -> SafeString:
    language = reading()
    told = _("A bar for each row of the table: %(column)s.") % {"column": column}
    drawing = Drawing(id, language, Words(caption, language), Words(told, language))
    most = max((row.numbers[shown] or 0 for row in rows), default=0) or 1
    y = 0.0
    for row in rows:
        number = row.numbers[shown]
        wide = LONGEST * (number or 0) / most
        label = Words(str(row.label), language)
        height = max(HIGH, drawing.text(label, 0, y + SIZE + 2, SIZE, room=LABEL - 12) + 6)
        drawing.box("fig-many", LABEL, y + 1, max(wide, 2), HIGH - 4, round=2)
        drawing.text(Words("–" if number is None else str(number), language), LABEL + wide + 10, y + SIZE + 4, SIZE)
        y += height + GAP
    return mark_safe(drawing.svg(LABEL + LONGEST + 60, max(y, HIGH)))  # noqa: S308 (drawn by the library, which escapes)
