"""Excel's XLSX read row by row, after a look at what the archive would unpack to. Formulas are only text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO
from zipfile import ZipFile, ZipInfo

from plethu.evidence.problems import BadInput, Problem
from plethu.records.columns import Columns
from plethu.records.formats import Mapping
from plethu.records.opened import Opened
from plethu.records.record import Item, Remark
from plethu.records.streamed import cleaned
from plethu.records.table_items import SEARCHED, Table, header_of
from plethu.records.table_rows import MOST_COLUMNS, Row

LARGEST = 512 * 1024 * 1024  # bytes unpacked
FREE = 64 * 1024 * 1024  # up to here nobody asks how well it was packed
HIGHEST_RATIO = 120  # times; rows of text pack ten to twenty times
MOST_MEMBERS = 2000
LONGEST_TAG = 64 * 1024  # bytes
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_END_OF_ROW = b"row>"
_FILLED = re.compile(
    rb"</(?:\w{1,40}:)?row>|<(?:\w{1,40}:)?(?:v|t|f)\b[^<>/]*>[^<]"
)  # the end of a row, or a filled cell


def is_xlsx(opened: Opened) -> int:
    """Certain for an archive with a workbook in it."""
    if not opened.head.startswith(b"PK\x03\x04"):
        return 0
    try:
        with ZipFile(opened.path) as archive:
            return 10 if "xl/workbook.xml" in archive.namelist() else 0
    except Exception:  # whatever zipfile and its decompressors raise
        return 8 if opened.name.lower().endswith(".xlsx") else 0


def read_xlsx(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """The rows of all sheets that have columns we know, or of the first one; rows of other sheets as remarks."""
    check(opened)
    with opened.path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = _book(opened, file)
        try:
            yield from _sheets(opened, book, mapping)
        finally:
            book.close()
    opened.position = opened.size


def _book(opened: Opened, file: BinaryIO) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except BadInput:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers and dictionaries raise
        raise _broken(opened, error) from error


def _sheets(opened: Opened, book: Any, mapping: Mapping) -> Iterator[Item]:
    number, chosen = 0, _chosen(opened, book, mapping)
    for at, sheet in enumerate(book.worksheets):
        rows = _rows(opened, sheet)
        if at in chosen:
            table = Table("xlsx", mapping, number)
            yield from table.items(rows)
            number = table.number
        else:
            yield from (Remark(row.line, "\t".join(row.cells).strip()) for row in rows if any(row.cells))
        opened.position = opened.size * (at + 1) // (len(book.worksheets) + 1)


def _chosen(opened: Opened, book: Any, mapping: Mapping) -> set[int]:
    """The sheets that hold records: those with a title and another known column; if none has, the first with rows."""
    good, filled = set(), []
    for at, sheet in enumerate(book.worksheets):
        top = [row for row in islice(_rows(opened, sheet), SEARCHED) if any(row.cells)]
        if not top:
            continue
        filled.append(at)
        header = header_of(top, mapping)
        if header and "title" in (columns := Columns(header.cells, mapping)).variables and columns.known > 1:
            good.add(at)
    return good or set(filled[:1])


def _rows(opened: Opened, sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            while cells and cells[-1] is None:
                cells = cells[:-1]
            if len(cells) > MOST_COLUMNS:
                raise BadInput(Problem("too-many-columns", opened.name, number, values={"most": str(MOST_COLUMNS)}))
            yield _row(number, cells)
    except BadInput:
        raise
    except Exception as error:  # as above
        raise _broken(opened, error) from error


def _row(number: int, cells: tuple[Any, ...]) -> Row:
    found = [cleaned(_text(cell)) for cell in cells]
    codes = dict.fromkeys(code for _, mended in found for code in mended)
    return Row(number, tuple(text for text, _ in found), tuple(codes))


def _text(value: Any) -> str:
    """A cell as its reader sees it: dates in ISO 8601, whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(getattr(value, "text", value))


def check(opened: Opened) -> None:
    """Raises BadInput for an archive that is broken, locked, would unpack to far too much, or declares entities."""
    try:
        with ZipFile(opened.path) as archive:
            _check_sizes(opened, archive.infolist())
            for member in archive.infolist():
                if member.filename.endswith((".xml", ".rels")):
                    _check_start(opened, archive, member)
    except BadInput:
        raise
    except Exception as error:  # whatever zipfile and its decompressors raise
        raise _broken(opened, error) from error


def _check_sizes(opened: Opened, members: list[ZipInfo]) -> None:
    size = sum(member.file_size for member in members)
    packed = max(1, min(opened.size, sum(member.compress_size for member in members)))
    if size > LARGEST or len(members) > MOST_MEMBERS or (size > FREE and size > HIGHEST_RATIO * packed):
        raise BadInput(Problem("unpacks-too-large", opened.name, values={"size": str(size), "largest": str(LARGEST)}))


def _check_start(opened: Opened, archive: ZipFile, member: ZipInfo) -> None:
    """Declarations stand before the first element; an encoding that hides them is not what Excel writes."""
    with archive.open(member) as file:
        head = file.read(64 * 1024)
    prolog = re.split(rb"<[A-Za-z]", head, maxsplit=1)[0]
    if _DECLARES.search(prolog) or b"\0" in head[:200]:
        raise BadInput(Problem("entities", opened.name, field=member.filename[:200]))


def _broken(opened: Opened, error: Exception) -> BadInput:
    return BadInput(Problem("not-xlsx", opened.name, values={"reason": type(error).__name__}))


def count_xlsx(opened: Opened) -> int | None:
    """The filled rows below the first of a workbook with one sheet, counted in its XML; None where it has more."""
    check(opened)
    try:
        with ZipFile(opened.path) as archive:
            sheets = [member for member in archive.infolist() if _SHEET.fullmatch(member.filename)]
            return max(0, _filled_rows(archive, sheets[0]) - 1) if len(sheets) == 1 else None
    except Exception as error:  # as above
        raise _broken(opened, error) from error


def _filled_rows(archive: ZipFile, sheet: ZipInfo) -> int:
    count, rest, filled = 0, b"", False
    with archive.open(sheet) as file:
        while chunk := file.read(1024 * 1024):
            data, end = rest + chunk, 0
            for found in _FILLED.finditer(data):
                is_end = found[0].endswith(_END_OF_ROW)
                count, filled, end = count + (is_end and filled), not is_end, found.end()
            rest = data[max(end, len(data) - LONGEST_TAG) :]
    return count
