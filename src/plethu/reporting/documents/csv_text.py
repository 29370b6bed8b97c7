"""CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_STARTS_A_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would read a formula. A plain number stays."""
    if _STARTS_A_FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), every text of them made safe. What is None is an empty cell."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(str(cell)).replace("\0", "") for cell in row])
    return file.getvalue()
