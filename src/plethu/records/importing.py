"""Reading a file of records, with an account of every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from plethu.evidence.problems import BadInput, Problem
from plethu.records.formats import IDS, Format, Mapping, format_named, recognised
from plethu.records.opened import Opened
from plethu.records.origin import Origin
from plethu.records.record import Item, Remark
from plethu.records.report import ImportReport, Tally

Progress = Callable[[int, int, int], None]  # bytes read (all of them only at the end), bytes in all, records so far
EVERY = 100  # records between two calls of progress
ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"PK\x05\x06")  # and zip, which Excel's workbooks are


class Cancelled(Exception):
    """Somebody wants the reading stopped. Nothing of the file has been kept."""


class Reading:
    """One file while it is read: `items()` once, then `report()`.

    Raises BadInput if it cannot be opened, or no format is given and none is recognised.
    """

    def __init__(
        self,
        path: Path,
        name: str = "",
        format: str = "",
        mapping: Mapping | None = None,
        origin: Origin | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.opened = Opened(path, name)
        self.format = _format(self.opened, format)
        self.recognised = "given" if format else "content"
        self.mapping, self.origin = dict(mapping or {}), origin or Origin()
        self._progress, self._cancelled = progress, cancelled
        self._tally = Tally(self.format.places)
        self._is_read = False

    @property
    def position(self) -> int:
        """Bytes read so far."""
        return self.opened.position

    @property
    def size(self) -> int:
        """Bytes in all."""
        return self.opened.size

    def __iter__(self) -> Iterator[Item]:
        return self.items()

    def items(self) -> Iterator[Item]:
        """Everything in the file, in order. Raises BadInput where it cannot be read on, and Cancelled."""
        for item in self.format.read(self.opened, self.mapping):
            self._tally.add(item)
            yield item
            if not isinstance(item, Remark):
                if self._cancelled and self._cancelled():
                    raise Cancelled
                if self._progress and item.number % EVERY == 0:
                    self._progress(min(self.position, self.size - 1), self.size, item.number)
        self._is_read = True
        if self._progress:
            self._progress(self.size, self.size, self._tally.found)

    def report(self, sha256: str = "") -> ImportReport:
        """The account, once everything is read. Raises BadInput where there was no record."""
        if not self._is_read:
            raise RuntimeError("the report is made once everything is read")
        digest = sha256 or self.opened.digest()
        report = self._tally.report(self.opened, self.format, self.recognised, digest, self.origin)
        if not report.found:
            raise BadInput(Problem("no-records", self.opened.name))
        return report


def read_file(
    path: Path,
    format: str = "",
    mapping: Mapping | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """A file to read; `Reading` says how. Raises BadInput."""
    return Reading(path, format=format, mapping=mapping, progress=progress, cancelled=cancelled)


def _format(opened: Opened, given: str) -> Format:
    if given:
        if given not in IDS:
            raise BadInput(Problem("format-not-known", opened.name, values={"value": given, "known": ", ".join(IDS)}))
        return format_named(given)
    if not opened.size:
        raise BadInput(Problem("no-records", opened.name))
    if opened.head.startswith(ARCHIVES):
        raise BadInput(Problem("archive", opened.name))
    if found := recognised(opened):
        return found
    raise BadInput(Problem("format-not-recognised", opened.name))
