"""A list of participants from another booking system: read row by row, with a report on what became of each.

Nothing is passed over in silence: a row is taken, or it repeats an earlier one, or it is refused for a reason. A cell
that cannot be understood leaves its field empty, and is told; a column that is left aside is named, with how many of
its cells say something. `register_mapping` says what columns and answers are taken for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.records.opened import Opened
from plethu.workshop.contexts import Contexts
from plethu.workshop.register import Contact, Participant
from plethu.workshop.register_columns import NAMES, SEVERAL, WHO
from plethu.workshop.register_mapping import ListMapping, guessed_mapping
from plethu.workshop.register_rows import RowReading, WishWords
from plethu.workshop.register_rows import RowRemark as RowRemark
from plethu.workshop.register_table import ListTable, read_table


class Column(Frozen, frozen=True):
    """A column of the list, the field it fills, and how many cells say something; left aside where it fills none."""

    name: str
    field: str
    cells: int = 0


class RegisterImport(Frozen, frozen=True):
    """What became of a list. `rows` is how many said anything: those taken, duplicates and refused add up to it.

    `wishes` are names of people, as they were written, who are not in the list.
    """

    file: str
    sha256: str
    encoding: str
    columns: tuple[Column, ...]
    rows: int
    people: tuple[Participant, ...]
    contacts: tuple[Contact, ...]
    duplicates: tuple[RowRemark, ...] = ()
    refused: tuple[RowRemark, ...] = ()
    remarks: tuple[RowRemark, ...] = ()
    wishes: tuple[WishWords, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether every row is accounted for."""
        return self.rows == len(self.people) + len(self.duplicates) + len(self.refused)


def numbered(number: int) -> str:
    """The id of the nth of those who have none: P001, P002 and so on."""
    return f"P{number:03}"


def read_register(
    opened: Opened,
    contexts: Contexts,
    rounds: int,
    new_id: Callable[[int], str] = numbered,
    already: Iterable[Contact] = (),
) -> RegisterImport:
    """The people of a list, its columns and answers taken for what they probably mean.

    `already` are those in the register before. Raises BadInput for a file that is no such list: not text, without known
    columns, without people, or far too long.
    """
    table = read_table(opened)
    mapping = guessed_mapping(table, contexts)
    if not WHO & set(mapping.fields):
        raise BadInput(Problem("register-columns-unknown", opened.name, table.line))
    return taken_in(table, mapping, contexts, rounds, new_id, already)


def taken_in(
    table: ListTable,
    mapping: ListMapping,
    contexts: Contexts,
    rounds: int,
    new_id: Callable[[int], str] = numbered,
    already: Iterable[Contact] = (),
) -> RegisterImport:
    """The people of a table, taken as the mapping says. Raises ValueError where it has not one field for each column.

    Where two columns have a field that takes one, the second is left aside.
    """
    if len(mapping.fields) != len(table.header):
        raise ValueError("a mapping names the field of each column")
    mapping = msgspec.structs.replace(mapping, fields=_once(mapping.fields))
    reading = RowReading(mapping, table.header, contexts, rounds, new_id, already)
    for row in table.rows:
        reading.take(row)
    people, wishes = reading.with_companions()
    return RegisterImport(
        table.file, table.sha256, table.encoding, _columns(table, mapping.fields), len(table.rows), people,
        tuple(reading.contacts), tuple(reading.duplicates), tuple(reading.refused), tuple(reading.remarks), wishes,
    )  # fmt: skip


def _once(fields: tuple[str, ...]) -> tuple[str, ...]:
    taken: set[str] = set()
    found = []
    for field in fields:
        found.append("" if field not in NAMES or (field in taken and field not in SEVERAL) else field)
        taken.add(field)
    return tuple(found)


def _columns(table: ListTable, fields: tuple[str, ...]) -> tuple[Column, ...]:
    saying = [
        sum(1 for row in table.rows if place < len(row.cells) and row.cells[place].strip())
        for place in range(len(fields))
    ]
    return tuple(Column(*each) for each in zip(table.header, fields, saying, strict=True))
