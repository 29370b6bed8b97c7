"""The import report: an account of every record in a file, and whether its sums hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.records.formats import Format
from plethu.records.opened import Opened
from plethu.records.origin import Origin
from plethu.records.record import Item, Record, Refused, Remark

MOST_LINES = 1000  # of each kind of repair, and remarks; beyond that only their number is kept
BEGINNING = 200  # characters of what was refused or stood outside


class RepairCount(Frozen, frozen=True):
    """How many records were mended in one way, on which lines (the first thousand), and the first one's values.

    `is_varied`: others have other values.
    """

    code: str
    count: int
    lines: tuple[int, ...] = ()
    example: dict[str, str] = msgspec.field(default_factory=dict)
    is_varied: bool = False


class TagCount(Frozen, frozen=True):
    """A field that has no place in CSL, kept with its record all the same, and in how many records it stands."""

    tag: str
    count: int


class ImportReport(Frozen, frozen=True):
    """What became of a file.

    `found` are the records that the reader met. Of these `whole` were read as they stood and `repaired` with repairs;
    `refused` tells of the others. `counted` is what a second way of counting found, None where there is none.
    `recognised` says how the format was known: `content`, `given`. `remarks` is text outside of records: how much there
    is, and its first lines.
    """

    file: str
    sha256: str
    size: int
    encoding: str
    format: str
    format_name: str
    recognised: str
    found: int
    whole: int
    repaired: int
    refused: tuple[Refused, ...]
    counted: int | None
    remark_count: int = 0
    remarks: tuple[Remark, ...] = ()
    repairs: tuple[RepairCount, ...] = ()
    without_place: tuple[TagCount, ...] = ()
    origin: Origin = Origin()

    @property
    def read(self) -> int:
        """Records taken in."""
        return self.whole + self.repaired

    @property
    def adds_up(self) -> bool:
        """Whether every record found was read or refused, and the second count agrees."""
        return self.found == self.read + len(self.refused) and self.counted in (None, self.found)

    @property
    def against_hits(self) -> int | None:
        """Records found less the hits that the database said; None where it said none."""
        return None if self.origin.hits is None else self.found - self.origin.hits


class Tally:
    """The figures of a report while the records come in."""

    def __init__(self, places: frozenset[str] = frozenset()) -> None:
        self.places = places
        self.found = self.whole = self.repaired = self.remark_count = 0
        self.refused: list[Refused] = []
        self.remarks: list[Remark] = []
        self._repairs: Counter[str] = Counter()
        self._lines: dict[str, list[int]] = {}
        self._examples: dict[str, dict[str, str]] = {}
        self._varied: set[str] = set()
        self._tags: Counter[str] = Counter()

    def add(self, item: Item) -> None:
        """Count one thing that the reader met."""
        if isinstance(item, Remark):
            self.remark_count += 1
            if len(self.remarks) < MOST_LINES:
                self.remarks.append(Remark(item.line, item.text[:BEGINNING]))
            return
        self.found = max(self.found, item.number)
        if isinstance(item, Refused):
            self.refused.append(msgspec.structs.replace(item, text=item.text[:BEGINNING]))
        else:
            self._read(item)

    def report(self, opened: Opened, format: Format, recognised: str, sha256: str, origin: Origin) -> ImportReport:
        """The report, once everything is read. Counts the records a second time, on the bytes."""
        return ImportReport(
            file=opened.name,
            sha256=sha256,
            size=opened.size,
            encoding=opened.encoding,
            format=format.id,
            format_name=format.name,
            recognised=recognised,
            found=self.found,
            whole=self.whole,
            repaired=self.repaired,
            refused=tuple(self.refused),
            counted=format.count(opened),
            remark_count=self.remark_count,
            remarks=tuple(self.remarks),
            repairs=tuple(self._repair_counts()),
            without_place=tuple(TagCount(tag, count) for tag, count in self._tags.most_common()),
            origin=origin,
        )

    def _read(self, record: Record) -> None:
        self.repaired += bool(record.repairs)
        self.whole += not record.repairs
        for code in {repair.code for repair in record.repairs}:
            self._repairs[code] += 1
        for repair in record.repairs:
            if self._examples.setdefault(repair.code, repair.values) != repair.values:
                self._varied.add(repair.code)
            lines = self._lines.setdefault(repair.code, [])
            if repair.line and len(lines) < MOST_LINES:
                lines.append(repair.line)
        if self.places:
            self._tags.update({field.tag for field in record.fields} - self.places)

    def _repair_counts(self) -> Iterable[RepairCount]:
        for code, count in self._repairs.most_common():
            yield RepairCount(code, count, tuple(self._lines[code]), self._examples[code], code in self._varied)
