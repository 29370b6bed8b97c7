"""A list of people as a table: the names of its columns and its rows, before anything is understood of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.records.opened import Opened
from plethu.records.plain_lists import list_rows
from plethu.records.table_rows import MOST_COLUMNS, Row
from plethu.workshop.register_columns import guessed_fields, is_known

MOST_PEOPLE = 5_000


class ListTable(Frozen, frozen=True):
    """A list as it was read. Rows that say nothing are not in it; lines count from 1."""

    file: str
    sha256: str
    encoding: str
    header: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]


def read_table(opened: Opened) -> ListTable:
    """The table in a file of text with commas, semicolons, bars or tabs.

    Raises BadInput for a file that is no text, names no columns, has no people below them, or far too many.
    """
    found = list_rows(opened, _known)
    header = next(found, None)
    if header is None:
        raise BadInput(Problem("register-columns-unknown", opened.name))
    people = list(islice(found, MOST_PEOPLE + 1))
    if not people:
        raise BadInput(Problem("register-empty", opened.name, header.line))
    if len(people) > MOST_PEOPLE:
        raise BadInput(Problem("register-too-long", opened.name, people[-1].line, values={"most": str(MOST_PEOPLE)}))
    names = tuple(" ".join(cell.split()) for cell in header.cells[:MOST_COLUMNS])
    return ListTable(opened.name, opened.digest(), opened.encoding, names, header.line, tuple(people))


def _known(names: Sequence[str]) -> tuple[int, int, int]:
    """How many columns are known: by their names, by words within them, and how many there are at all."""
    return sum(map(is_known, names)), sum(map(bool, guessed_fields(names))), len(names)
