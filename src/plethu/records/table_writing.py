"""Records as tables: a column for each variable that any of them has, and every column that they came with.

Two passes, since the columns are not known before the last record: the rows wait in a temporary file meanwhile.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO

import msgspec

from plethu.records.column_values import csl_of
from plethu.records.columns import JSON, KEPT, NAMES, Columns, plain_name, variable_of
from plethu.records.csl_dates import printed_of
from plethu.records.csl_items import DATES
from plethu.records.csl_items import NAMES as PEOPLE
from plethu.records.names import written_name
from plethu.records.record import Record
from plethu.records.table_rows import guarded
from plethu.records.tagged import UNSEEN

TABLES = ("csv", "tsv", "xlsx")
IN_MEMORY = 16 * 1024 * 1024
LONGEST_CELL = 32_000  # Excel takes 32,767 characters
MOST_ROWS = 1_048_576  # and so many rows
CONTINUED = " (continued {})"
Cells = dict[str, str]


def write_csv(records: Iterable[Record], file: BinaryIO) -> int:
    """Comma-separated (RFC 4180), in UTF-8 with a mark by which Excel knows it; no cell begins like a formula."""
    return _write_text(records, file, ",")


def write_tsv(records: Iterable[Record], file: BinaryIO) -> int:
    """The same with tabs."""
    return _write_text(records, file, "\t")


def _write_text(records: Iterable[Record], file: BinaryIO, sign: str) -> int:
    text = TextIOWrapper(file, "utf-8-sig", "replace", newline="", write_through=True)
    try:
        writer = csv.writer(text, delimiter=sign)
        written = -1  # the first row has the names of the columns
        for row in table_of(records):
            writer.writerow([guarded(cell.replace("\0", "")) for cell in row])
            written += 1
        return written
    finally:
        text.detach()


def write_xlsx(records: Iterable[Record], file: BinaryIO) -> int:
    """One sheet. Every cell is text, whatever it looks like; what is too long for one goes on in a column beside it."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Records")
    sheet.freeze_panes = "A2"
    written = -1
    for row in table_of(records, LONGEST_CELL):
        cells = []
        for text in row:
            cell: Any = WriteOnlyCell(sheet, value=UNSEEN.sub("", text) or None)
            if text:
                cell.data_type, cell.quotePrefix = "s", guarded(text) != text
            cells.append(cell)
        sheet.append(cells)
        written += 1
    book.save(file)
    return written


def table_of(records: Iterable[Record], longest: int = 0) -> Iterator[list[str]]:
    """The names of all columns, then a row of cells for each record."""
    order: dict[str, None] = {}
    encoder, decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Cells)
    with SpooledTemporaryFile(IN_MEMORY) as waiting:
        for record in records:
            cells = cells_of(record)
            cells = _parted(cells, longest) if longest else cells
            order |= dict.fromkeys(cells)
            row = encoder.encode(cells)
            waiting.write(len(row).to_bytes(4, "big") + row)
        names = sorted(order, key=_place)
        yield names
        waiting.seek(0)
        while size := waiting.read(4):
            cells = decoder.decode(waiting.read(int.from_bytes(size, "big")))
            yield [cells.get(name, "") for name in names]


def cells_of(record: Record) -> Cells:
    """The cells of a record: its CSL-JSON, then the columns of the table it was read from that say something else."""
    cells = {_header(variable): text for variable, value in record.csl.items() if (text := _cell(variable, value))}
    if record.format in TABLES:
        ours = {plain_name(name): text for name, text in cells.items()}
        for field in record.fields:
            variable = variable_of(field.tag)
            if (
                variable
                and plain_name(_header(variable)) in ours
                and ours[plain_name(_header(variable))] == field.value
            ):
                continue
            known = variable or plain_name(field.tag) in ours
            cells[f"{KEPT}{field.tag}" if known else field.tag] = field.value
    read = csl_of(Columns(list(cells)), list(cells.values()))[0]
    if rest := _rest(record.csl, read):
        cells[JSON] = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
    return cells


def _rest(csl: dict[str, Any], read: dict[str, Any]) -> dict[str, Any]:
    """What the cells do not say as it is: the value itself, or null for what they seem to say and is not there."""
    rest = {name: value for name, value in csl.items() if read.get(name) != value}
    return rest | {name: None for name in read if name not in csl}


def _header(variable: str) -> str:
    return NAMES[variable][0] if variable in NAMES else variable


def _cell(variable: str, value: Any) -> str:
    if variable in DATES:
        return printed_of(value)
    if variable in PEOPLE:
        return "; ".join(written_name(name).rstrip(",") for name in value) if isinstance(value, list) else ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _place(name: str) -> tuple[int, str]:
    """Columns of variables in the order in which they are declared, the others by name, JSON last."""
    order = {names[0]: number for number, names in enumerate(NAMES.values())}
    base = name.partition(" (continued ")[0]
    return (1000 if base == JSON else order.get(base, 500)), name


def _parted(cells: Cells, longest: int) -> Cells:
    found: Cells = {}
    for name, text in cells.items():
        found[name] = text[:longest]
        for number, start in enumerate(range(longest, len(text), longest), 2):
            found[name + CONTINUED.format(number)] = text[start : start + longest]
    return found
