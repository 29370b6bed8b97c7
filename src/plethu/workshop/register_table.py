"""A list of people as a table: the names of its columns and its rows, before anything is understood of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.records.opened import Line, Opened
from plethu.records.table_rows import MOST_COLUMNS, SIGNS, Row, is_separator, rows
from plethu.workshop.register_columns import fields_of, guessed_fields

MOST_PEOPLE = 20_000
FIRST_LINES = 30


class ListTable(Frozen, frozen=True):
    """A list as it was read. Rows that say nothing are not in it; lines count from 1."""

    file: str
    sha256: str
    encoding: str
    header: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]


def read_table(opened: Opened, named: dict[str, str] | None = None) -> ListTable:
    """The table in a file of text with commas, semicolons, bars or tabs.

    Raises BadInput for a file that is no text, has no row at all, or far too many.
    """
    if opened.head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")) or b"\0" in opened.text_of_head().encode():
        raise BadInput(Problem("register-not-text", opened.name))
    lines = opened.lines()
    first = list(islice(lines, FIRST_LINES))
    sign = max(SIGNS, key=lambda each: _known(first, each, named or {}))
    found = _saying(chain(first, lines), sign)
    header = next(found, None)
    if header is None:
        raise BadInput(Problem("register-columns-unknown", opened.name))
    people = list(islice(found, MOST_PEOPLE + 1))
    if len(people) > MOST_PEOPLE:
        raise BadInput(Problem("register-too-long", opened.name, people[-1].line, values={"most": str(MOST_PEOPLE)}))
    names = tuple(" ".join(cell.split()) for cell in header.cells[:MOST_COLUMNS])
    return ListTable(opened.name, opened.digest(), opened.encoding, names, header.line, tuple(people))


def _saying(lines: Iterator[Line], sign: str) -> Iterator[Row]:
    return (row for row in rows((x for x in lines if not is_separator(x)), sign) if any(map(str.strip, row.cells)))


def _known(lines: Sequence[Line], sign: str, named: dict[str, str]) -> tuple[int, int, int]:
    """How many columns are known if this sign parts them: by their names, by words within them, and how many at all."""
    header = next(_saying(iter(lines), sign), None)
    cells = header.cells[:MOST_COLUMNS] if header else ()
    return sum(map(bool, fields_of(cells, named))), sum(map(bool, guessed_fields(cells))), len(cells)
