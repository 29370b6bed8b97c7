"""Tables: CSV with commas, semicolons or bars, TSV, and Excel's XLSX, of any program or person."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from plethu.evidence.problems import BadInput, Problem
from plethu.records.columns import Columns
from plethu.records.formats import Format, Mapping
from plethu.records.opened import Line, Opened
from plethu.records.record import Item, Remark
from plethu.records.table_items import Table
from plethu.records.table_rows import MOST_COLUMNS, Row, is_separator, rows, sign_of
from plethu.records.table_writing import write_csv, write_tsv, write_xlsx
from plethu.records.xlsx_reading import count_xlsx, is_xlsx, read_xlsx

FIRST_LINES = 60
_OTHER = re.compile(r"\s*(?:[{\[<@%\\]|[A-Z][A-Z0-9]  ?-|PMID ?-|FN |PK\x03\x04)")


def _head(opened: Opened) -> list[Line]:
    return list(islice(opened.lines(), FIRST_LINES))


def recognise_csv(opened: Opened) -> int:
    """How sure a text is a table with commas, semicolons or bars."""
    return _certainty(opened, tabs=False)


def recognise_tsv(opened: Opened) -> int:
    """How sure a text is a table with tabs."""
    return _certainty(opened, tabs=True)


def _certainty(opened: Opened, *, tabs: bool) -> int:
    """By the columns that are known by name: two are as good as certain; none, and the name of the file counts."""
    text = opened.text_of_head()
    if "\0" in text or _OTHER.match(text) or not text.strip():
        return 0
    lines = [Line(number, line) for number, line in enumerate(text.splitlines()[:FIRST_LINES], 1)]
    sign, known = sign_of(lines)
    if (sign == "\t") != tabs:
        return 0
    named = opened.name.lower().endswith((".csv", ".tsv", ".tab"))
    return min(8, 4 + known + named) if known > 1 else 3 if named else 2 if known else 0


def read_csv(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """A table with any sign but a tab between its cells."""
    return _read(opened, mapping, "csv")


def read_tsv(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """A table with tabs between its cells."""
    return _read(opened, mapping, "tsv")


def _read(opened: Opened, mapping: Mapping, format: str) -> Iterator[Item]:
    sign = sign_of(_head(opened))[0]
    table = Table(format, mapping)
    lines = opened.lines()
    for line in lines:
        if is_separator(line) or (line.number == 1 and line.text.startswith("#") and sign not in line.text):
            yield Remark(line.number, line.text)
            continue
        yield from table.items(_narrow(opened, rows(_after(line, lines), sign)))


def _narrow(opened: Opened, found: Iterator[Row]) -> Iterator[Row]:
    """The rows, none of which has more cells than any table has columns."""
    for row in found:
        if len(row.cells) > MOST_COLUMNS and any(row.cells[MOST_COLUMNS:]):
            raise BadInput(Problem("too-many-columns", opened.name, row.line, values={"most": str(MOST_COLUMNS)}))
        yield row if len(row.cells) <= MOST_COLUMNS else Row(row.line, row.cells[:MOST_COLUMNS], row.codes)


def _after(line: Line, lines: Iterator[Line]) -> Iterator[Line]:
    yield line
    yield from lines


def count_text(opened: Opened) -> int | None:
    """The rows below the names of the columns, as Python's own reader sees them; None where it sees no clean table."""
    sign = sign_of(_head(opened))[0]
    csv.field_size_limit(16 * 1024 * 1024)
    lines = (line.text + "\n" for line in opened.lines() if not is_separator(line))
    count, headed = 0, False
    try:
        for row in csv.reader(lines, delimiter=sign, strict=True, skipinitialspace=True):
            filled = any(cell.strip() for cell in row)
            known = Columns(row[:MOST_COLUMNS]).known if filled and not headed else 0
            count += filled and headed
            headed = headed or known > 1
    except csv.Error:
        return None
    return count if headed else None


CSV = Format("csv", "CSV", "csv", recognise_csv, read_csv, count_text, write_csv)
TSV = Format("tsv", "TSV", "tsv", recognise_tsv, read_tsv, count_text, write_tsv)
XLSX = Format("xlsx", "Excel (XLSX)", "xlsx", is_xlsx, read_xlsx, count_xlsx, write_xlsx)
FORMATS = (CSV, TSV, XLSX)
