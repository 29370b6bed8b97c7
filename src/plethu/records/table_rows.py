"""Rows of text tables: which sign parts the cells, and the cells themselves, however the quotation marks are set."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from plethu.evidence.frozen import Frozen
from plethu.records.columns import Columns
from plethu.records.opened import Line
from plethu.records.streamed import cleaned

SIGNS = (",", "\t", ";", "|")
MOST_LINES = 2000  # of one row: a quotation mark that is open for longer was none
MOST_RETRIES = 20  # such marks in one file; after them no cell may have more than one line
MOST_COLUMNS = 2000
LARGEST_ROW = 4 * 1024 * 1024  # characters
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_GUARDED = re.compile(rf"'+(?:{_FORMULA.pattern})")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_SEPARATOR = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)


class Row(Frozen, frozen=True):
    """One row: its first line, its cells as written, and codes for what was mended."""

    line: int
    cells: tuple[str, ...]
    codes: tuple[str, ...] = ()


def rows(lines: Iterable[Line], sign: str) -> Iterator[Row]:
    """All rows, empty ones too. Where a quotation mark never closes, its line alone is the row, taken as it stands."""
    rest = iter(lines)
    again: deque[Line] = deque()
    given_up = 0
    while True:
        row, left, whole = _next_row(again, rest, sign, 1 if given_up > MOST_RETRIES else MOST_LINES)
        if row is None:
            return
        given_up += not whole
        again.extendleft(reversed(left))
        yield row


def _next_row(again: deque[Line], rest: Iterator[Line], sign: str, most: int) -> tuple[Row | None, list[Line], bool]:
    """The next row, the lines that were read and are none of it, and whether its quotation marks close."""
    cells = Cells(sign)
    taken: list[Line] = []
    size = 0
    while line := again.popleft() if again else next(rest, None):
        taken.append(line)
        size += len(line.text)
        if cells.take(line.text):
            return _row(taken, cells.found, ()), [], True
        if cells.spoilt or len(taken) >= most or size > LARGEST_ROW:
            break
    if not taken:
        return None, [], True
    return _row(taken[:1], taken[0].text.split(sign), ("quote-not-closed",)), taken[1:], False


class Cells:
    """The cells of one row while its lines come in. `spoilt`: a mark that opened on another line was none."""

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.found: list[str] = []
        self.open: list[str] | None = None
        self.spoilt = False

    def take(self, text: str) -> bool:
        """One more line; whether the row is complete with it."""
        if self.open is None and '"' not in text:
            self.found += text.split(self.sign)
            return True
        at = 0
        while at <= len(text):
            if self.open is None:
                start = _after_blanks(text, at)
                if not text.startswith('"', start):
                    end = _next(text, at, self.sign)
                    self.found.append(text[at:end])
                    at = end + 1
                    continue
                self.open, at = [], start + 1
            end = _closing(text, at)
            if end < 0:
                self.open.append(text[at:])
                return False
            at = self._close(text, at, end) + 1
        return not self.spoilt

    def _close(self, text: str, at: int, end: int) -> int:
        """Ends the open cell at its mark. What follows the mark belongs to it, and then so do the marks."""
        assert self.open is not None
        inside = "\n".join([*self.open, text[at:end]])
        after = _next(text, end + 1, self.sign)
        more = text[end + 1 : after]
        if more.strip(" "):
            self.spoilt = self.spoilt or bool(self.open)
            self.found.append(f'"{inside}"{more}')
        else:
            self.found.append(inside.replace('""', '"'))
        self.open = None
        return after


def _row(lines: Sequence[Line], cells: Sequence[str], codes: tuple[str, ...]) -> Row:
    found = dict.fromkeys(codes)
    texts = []
    for cell in cells:
        text, mended = cleaned(cell)
        found |= dict.fromkeys(mended)
        texts.append(without_guard(text))
    if any(line.mended for line in lines):
        found["line-encoding"] = None
    return Row(lines[0].number, tuple(texts), tuple(found))


def _closing(text: str, at: int) -> int:
    """The mark that closes a cell: the next that is not doubled; -1 for none."""
    while True:
        at = text.find('"', at)
        if at < 0 or not text.startswith('"', at + 1):
            return at
        at += 2


def _after_blanks(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _next(text: str, at: int, sign: str) -> int:
    found = text.find(sign, at)
    return found if found >= 0 else len(text)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before what looks like one."""
    guard = _GUARDED.match(text) or (_FORMULA.match(text) and not _NUMBER.fullmatch(text))
    return "'" + text if guard else text


def without_guard(text: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def sign_of(lines: Sequence[Line]) -> tuple[str, int]:
    """The sign between cells in the first lines of a table, and how many of its columns are known by name."""
    if lines and (said := _SEPARATOR.fullmatch(lines[0].text)):
        return said[1], _known(lines[1:], said[1])
    scored = [(_known(lines, sign), _alike(lines, sign), -order, sign) for order, sign in enumerate(SIGNS)]
    known, alike, _, sign = max(scored)
    return (sign if known > 1 or alike else ","), known


def is_separator(line: Line) -> bool:
    """Whether a line only tells Excel which sign parts the cells."""
    return bool(_SEPARATOR.fullmatch(line.text))


def _known(lines: Sequence[Line], sign: str) -> int:
    return max((Columns(row.cells[:MOST_COLUMNS]).known for row in list(rows(lines[:40], sign))[:5]), default=0)


def _alike(lines: Sequence[Line], sign: str) -> int:
    """How many cells the rows have, if the first ones all have the same number, and more than one."""
    counts = {len(row.cells) for row in list(rows(lines[:40], sign))[:10] if any(row.cells)}
    return counts.pop() if len(counts) == 1 and counts != {1} else 0
