"""Known items: records that a strategy has to find. Which does it find, which not and why, which are not there?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plethu.evidence.problems import BadInput
from plethu.records.identifiers import doi_of, pmid_of
from plethu.records.importing import Cancelled, Reading
from plethu.records.normalising import keys_of
from plethu.records.opened import Opened
from plethu.records.record import Record
from plethu.searching.running.missed import Missed, why_missed
from plethu.searching.running.texts import text_of
from plethu.searching.strategy import Strategy

SHORTEST_TITLE = 2  # words of a title that may identify a record without a DOI or PMID
MOST_LINES = 10_000
MOST_SAME = 100  # records that one item may be; thousands may be called "Editorial"
NO_RECORDS = ("format-not-recognised", "no-records")  # what is said of a file that holds no records


@dataclass(frozen=True, slots=True)
class Known:
    """One known item by what it can be recognised. `line` counts lines or records of the file from 1."""

    written: str
    doi: str = ""
    pmid: str = ""
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a known item. `ids` are the records that it is; none: it is not among the records.

    It is found where the strategy finds any of them; otherwise `missed` says of the first why not.
    """

    known: Known
    ids: tuple[str, ...] = ()
    found: bool = False
    missed: Missed | None = None

    @property
    def state(self) -> str:
        """`found`, `missed` or `absent`."""
        return "found" if self.found else "missed" if self.ids else "absent"


def known_in(path: Path) -> tuple[Known, ...]:
    """The known items of a file: records in any format that is read, or lines of DOI, PMID or title.

    Raises BadInput for a file that cannot be read.
    """
    if lines := _lines(path):
        return lines
    items = Reading(path).items()
    return tuple(known_record(item.csl, item.number) for item in items if isinstance(item, Record))


def known_lines(text: str) -> tuple[Known, ...]:
    """The known items of a text with one on each line: a DOI or its address, a PMID, or a title."""
    numbered = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return tuple(_known_line(line, number) for number, line in numbered if line)


def known_record(csl: Mapping[str, Any], number: int = 0) -> Known:
    """A record as a known item."""
    keys = keys_of(csl)
    return Known(
        str(csl.get("title") or csl.get("DOI") or csl.get("PMID") or ""), keys.doi, keys.pmid, keys.title, number
    )


def _known_line(line: str, number: int) -> Known:
    if pmid := pmid_of(line):
        return Known(line, pmid=pmid, line=number)
    if doi := doi_of(line):
        return Known(line, doi=keys_of({"DOI": doi}).doi, line=number)
    return Known(line, title=keys_of({"title": line}).title, line=number)


def _lines(path: Path) -> tuple[Known, ...]:
    """The lines of a file that is in none of the formats; none where it is in one."""
    try:
        Reading(path)
    except BadInput as error:
        if not any(problem.code in NO_RECORDS for problem in error.problems):
            raise
        text = "\n".join(line.text for line in Opened(path).lines())
        return known_lines(text)[:MOST_LINES]
    return ()


def check_known(
    strategy: Strategy,
    known: Iterable[Known],
    records: Iterable[tuple[str, Mapping[str, Any]]],
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Outcome, ...]:
    """What becomes of each known item among records (id and CSL-JSON).

    An item is taken to be at most MOST_SAME records. Raises Unreadable for a faulty strategy, and Cancelled.
    """
    items = tuple(known)
    there = _matched(items, records)
    tried: dict[str, Missed] = {}
    for each in there.values():
        for id, csl in each:
            if cancelled and cancelled():
                raise Cancelled
            if id not in tried:
                tried[id] = why_missed(strategy, text_of(id, csl))
    return tuple(_outcome(item, [tried[id] for id, _ in there.get(number, ())]) for number, item in enumerate(items))


def _matched(
    items: tuple[Known, ...], records: Iterable[tuple[str, Mapping[str, Any]]]
) -> dict[int, list[tuple[str, Mapping[str, Any]]]]:
    """The records that each item is, in their order: by DOI or PMID, or by a title where neither contradicts it."""
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in _keys(item):
            wanted[key].append(number)
    there: dict[int, list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for id, csl in records:
        record = known_record(csl)
        numbers = (number for key in _keys(record) for number in wanted.get(key, ()))
        for number in dict.fromkeys(numbers):
            if len(there[number]) < MOST_SAME and _agree(items[number], record):
                there[number].append((id, csl))
    return there


def _keys(item: Known) -> Iterator[tuple[str, str]]:
    if item.doi:
        yield "doi", item.doi
    if item.pmid:
        yield "pmid", item.pmid
    if len(item.title.split()) >= SHORTEST_TITLE:
        yield "title", item.title


def _agree(item: Known, record: Known) -> bool:
    """Whether no identifier that both have differs."""
    same = [(item.doi, record.doi), (item.pmid, record.pmid)]
    return any(a == b != "" for a, b in same) or not any(a and b and a != b for a, b in same)


def _outcome(item: Known, tried: list[Missed]) -> Outcome:
    ids = tuple(each.id for each in tried)
    if any(each.found for each in tried):
        return Outcome(item, ids, found=True)
    return Outcome(item, ids, missed=tried[0] if tried else None)
