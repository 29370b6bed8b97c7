"""Rows of any table as records: which row has the names of the columns, what stands above it, and the rows below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from plethu.records.column_values import csl_of
from plethu.records.columns import Columns
from plethu.records.formats import Mapping
from plethu.records.record import Field, Item, Record, Remark, Repair
from plethu.records.table_rows import Row

SEARCHED = 20  # rows from the top, among which the names of the columns are
_CONTINUED = re.compile(r"(.+) \(continued \d+\)")
_VALUE = re.compile(r"\d+([.,]\d+)?|https?://.*|10\.\d{4,}/.*|.{121,}", re.DOTALL)


class Table:
    """The rows of one table, taken one by one. Records are numbered on from `number`."""

    def __init__(self, format: str, mapping: Mapping, number: int = 0) -> None:
        self.format, self.mapping, self.number = format, mapping, number
        self.columns: Columns | None = None
        self.columns_line = 0
        self.continued: list[tuple[int, int]] = []  # columns, and those that go on with what is too long for a cell

    def items(self, rows: Iterable[Row]) -> Iterator[Item]:
        """Every row that says anything as a record, and what stands above the names of the columns as remarks."""
        rows = iter(rows)
        first = list(islice(rows, SEARCHED))
        yield from self._head(first)
        for row in rows:
            if any(map(_says, row.cells)):
                yield self._record(row)

    def _head(self, rows: Sequence[Row]) -> Iterator[Item]:
        filled = [row for row in rows if any(map(_says, row.cells))]
        if not filled:
            return
        header = header_of(filled, self.mapping)
        above = filled[: filled.index(header)] if header else []
        for row in above:
            yield Remark(row.line, "\t".join(row.cells).strip())
        self._name(header or Row(0, ("",) * max(len(row.cells) for row in filled)))
        if header:
            yield Remark(header.line, "\t".join(header.cells).strip())
        for row in filled[len(above) + bool(header) :]:
            yield self._record(row)

    def _name(self, header: Row) -> None:
        cells = list(header.cells)
        while cells and not cells[-1].strip() and header.line:
            cells.pop()
        self.columns, self.columns_line = Columns(cells, self.mapping), header.line
        names = self.columns.names
        parts = ((number, _CONTINUED.fullmatch(name)) for number, name in enumerate(names))
        self.continued = [(names.index(part[1]), number) for number, part in parts if part and part[1] in names]

    def _record(self, row: Row) -> Record:
        columns = self.columns
        assert columns is not None
        self.number += 1
        cells, repairs = list(row.cells), [Repair(code, row.line) for code in row.codes]
        names = columns.names
        for start, more in self.continued:
            if more < len(cells):
                cells[start], cells[more] = cells[start] + cells[more], ""
        if len(cells) != len(names):
            extra = cells[len(names) :]
            if any(map(_says, extra)):
                repairs.append(Repair("more-cells", row.line, {"cells": str(len(cells)), "columns": str(len(names))}))
                names = [*names, *(f"Column {number}" for number in range(len(names) + 1, len(cells) + 1))]
            elif len(cells) < len(names) and self.format != "xlsx":
                repairs.append(Repair("fewer-cells", row.line, {"cells": str(len(cells)), "columns": str(len(names))}))
        if self.number == 1 and columns.renamed:
            repairs.append(Repair("columns-named", self.columns_line))
        fields = tuple(Field(name, cell, row.line) for name, cell in zip(names, cells, strict=False) if _says(cell))
        csl, printed, edtf = csl_of(columns, cells)
        return Record(self.format, self.number, row.line, fields, csl, printed, edtf, tuple(repairs))


def header_of(rows: Sequence[Row], mapping: Mapping) -> Row | None:
    """The row with the names of the columns: the one with most known names, else the first if it looks like names."""
    known = [(Columns(row.cells, mapping).known, -number, row) for number, row in enumerate(rows)]
    best, _, row = max(known, key=lambda each: each[:2])
    titled = {"title", "author", "DOI"} & set(Columns(row.cells, mapping).variables)
    if best > 1 or (best and titled and not any(map(_is_value, row.cells))):
        return row
    return None if any(map(_is_value, rows[0].cells)) else rows[0]


def _is_value(cell: str) -> bool:
    return bool(_VALUE.fullmatch(cell.strip()))


def _says(cell: str) -> bool:
    return bool(cell) and not cell.isspace()
