"""A plain list that somebody saved as text from a spreadsheet: its rows, by whichever sign its cells are parted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from plethu.evidence.problems import BadInput, Problem
from plethu.records.opened import Line, Opened
from plethu.records.table_rows import MOST_COLUMNS, SIGNS, Row, is_separator, rows

FIRST_LINES = 30
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def list_rows(opened: Opened, known: Callable[[Sequence[str]], Any]) -> Iterator[Row]:
    """The rows that say something; the first names the columns.

    `known` says how well names of columns are known, the more the greater: the sign by which they are known best parts
    the cells. Raises BadInput for a file that is no text.
    """
    if opened.head.startswith(_NO_TEXT) or b"\0" in opened.text_of_head().encode():
        raise BadInput(Problem("list-not-text", opened.name))
    lines = opened.lines()
    first = list(islice(lines, FIRST_LINES))
    header = {sign: next(_saying(first, sign), None) for sign in SIGNS}
    sign = max(SIGNS, key=lambda each: known(row.cells[:MOST_COLUMNS] if (row := header[each]) else ()))
    return _saying(chain(first, lines), sign)


def _saying(lines: Iterable[Line], sign: str) -> Iterator[Row]:
    return (row for row in rows((x for x in lines if not is_separator(x)), sign) if any(map(str.strip, row.cells)))
