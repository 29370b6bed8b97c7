"""Advice as a spreadsheet: the plan as rows to fill in, answers, reasons, counts of evidence, where it comes from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from plethu.evidence.text import Language
from plethu.reporting.documents.clean import clean
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.packing import same_every_time
from plethu.reporting.documents.sheetrows import about_rows, answer_rows, evidence_rows, plan_rows, reason_rows
from plethu.reporting.figures.lettering import width as width_of
from plethu.reporting.told import Told

TAGS: dict[Language, str] = {"en": "en-GB", "cy": "cy-GB"}
LONGEST_CELL = 32_000  # Excel takes 32,767 characters
HIGHEST = 400  # points; Excel takes 409
CALIBRI = 0.88  # how much narrower the typeface is than our widths, less a little
STATUSES = ("not-started", "under-way", "in-place", "stopped")
PLAN = (
    *("lane", "action", "verdict", "why", "needs", "path", "who-leads", "own-choice", "choice-reason"),
    *("owner", "due", "review", "status"),
)
SHEETS: dict[str, tuple[Sequence[str], Sequence[int]]] = {
    "sheet-plan": (PLAN, (16, 32, 20, 48, 40, 48, 30, 22, 30, 20, 14, 14, 16)),
    "sheet-answers": (("question", "answer"), (60, 60)),
    "sheet-reasons": (("action", "kind", "statement", "because", "basis", "ground"), (32, 26, 70, 60, 20, 30)),
    "sheet-evidence": (
        ("action", "strand", "findings", "supports", "hinders", "mixed", "echoed", "challenged", "added"),
        (32, 26, 14, 14, 14, 14, 14, 14, 16),
    ),
    "sheet-about": (("item", "statement"), (26, 100)),
}
HEADER, HEADER_FONT = PatternFill("solid", fgColor="FFF3E6F0"), Font(name="Calibri", size=11, bold=True)
THIN = Border(bottom=Side("thin", color="FFC9BDB0"))


def as_xlsx(told: Told, made_on: date | None = None, full: bool = True) -> bytes:
    """The advice as a spreadsheet; without `full`, without what is not known to apply. No cell of it is a formula.

    The same advice gives the same bytes.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    rows: dict[str, Iterable[Sequence[object]]] = {
        "sheet-plan": plan_rows(told),
        "sheet-answers": answer_rows(told),
        "sheet-reasons": reason_rows(told, full),
        "sheet-evidence": evidence_rows(told),
        "sheet-about": about_rows(told, made_on),
    }
    for key, (columns, widths) in SHEETS.items():
        sheet = book.create_sheet(label(key, told.language).text)
        _fill(sheet, [label(column, told.language).text for column in columns], rows[key])
        _set_up(sheet, widths, told)
    _to_fill_in(book.worksheets[0], told.language)
    book.properties.title, book.properties.creator = clean(told.title.text)[:255], "Plethu"
    book.properties.language = TAGS[told.language]
    file = BytesIO()
    book.save(file)
    return same_every_time(file.getvalue(), _without_clock)


def _without_clock(name: str, content: bytes) -> bytes:
    """The library writes the time of day into the properties."""
    if name != "docProps/core.xml":
        return content
    start, _, rest = content.partition(b"<dcterms:created")
    return start + rest.partition(b"</dcterms:modified>")[2]


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    for number, row in enumerate((header, *rows), start=1):
        for column in range(1, len(header) + 1):
            cell: Any = sheet.cell(number, column)
            cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), THIN
            if number == 1:
                cell.font, cell.fill = HEADER_FONT, HEADER
        for column, value in enumerate(row, start=1):
            if isinstance(value, int):
                sheet.cell(number, column).value = value
            elif value:
                _set_text(sheet.cell(number, column), str(value))


def _set_text(cell: Any, text: str) -> None:
    """Text stays text: also where it begins like a formula, and also after somebody edits the cell."""
    cell.value = clean(text)[:LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = text.lstrip()[:1] in ("=", "+", "-", "@")


def _set_up(sheet: Worksheet, widths: Sequence[int], told: Told) -> None:
    last = get_column_letter(len(widths))
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(sheet.iter_rows(), start=1):
        lines = (_lines(cell.value, width) for cell, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number].height = min(HIGHEST, 15 * max(lines))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{max(2, sheet.max_row)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    # In a print footer an ampersand begins a code.
    edition = clean(f"{told.edition} {told.edition_hash[:12]}").replace("&", "&&")
    footer: Any = sheet.oddFooter
    footer.left.text, footer.right.text = edition, f"{label('page', told.language).text} &P / &N"


def _lines(value: object, width: int) -> int:
    """About how many lines a text takes. Not every program works out the height of a row by itself."""
    return max(1, math.ceil(width_of(str(value or ""), 11) * CALIBRI / (width * 5.25)))


def _to_fill_in(sheet: Worksheet, language: Language) -> None:
    """The last columns of the plan are the user's: dates, and a status chosen of a list."""
    last = sheet.max_row
    if last == 1:
        return
    status = get_column_letter(PLAN.index("status") + 1)
    choices = ",".join(label(key, language).text for key in STATUSES)
    chosen = DataValidation("list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=True)
    chosen.error = label("choose-status", language).text
    chosen.add(f"{status}2:{status}{last}")
    dated = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True)
    dated.error = label("a-date", language).text
    for key in ("due", "review"):
        column = get_column_letter(PLAN.index(key) + 1)
        dated.add(f"{column}2:{column}{last}")
        for row in range(2, last + 1):
            sheet[f"{column}{row}"].number_format = "yyyy-mm-dd"
    sheet.add_data_validation(chosen)
    sheet.add_data_validation(dated)
