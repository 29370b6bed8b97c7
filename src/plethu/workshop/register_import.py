"""A list of participants from another booking system: read row by row, with a report on what became of each.

Nothing is passed over in silence: a row is taken, or it repeats an earlier one, or it is refused for a reason.
A cell that cannot be understood leaves its field empty, and is told. CSV with commas, semicolons, bars or tabs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.records.opened import Line, Opened
from plethu.records.table_rows import MOST_COLUMNS, SIGNS, Row, is_separator, rows
from plethu.workshop.contexts import ATTRIBUTES, Contexts
from plethu.workshop.register import LONGEST_ID, LONGEST_WORDS, Contact, Participant
from plethu.workshop.register_columns import CANCELLED, WELSH, ValueNames, answered, fields_of, listed, plain

MOST_PEOPLE = 20_000
FIRST_LINES = 30
LONGEST_CELL = 300
BEFORE = 0  # for a line: in the register before this list


class Column(Frozen, frozen=True):
    """A column of the list, and the field it fills; empty for one that was left aside."""

    name: str
    field: str


class RowRemark(Frozen, frozen=True):
    """Something about a row, by line (from 1): a refusal, a duplicate, or a cell that was not understood."""

    line: int
    code: str
    field: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


class RegisterImport(Frozen, frozen=True):
    """What became of a list. `rows` is how many said anything: those taken, duplicates and refused add up to it."""

    file: str
    sha256: str
    encoding: str
    columns: tuple[Column, ...]
    rows: int
    people: tuple[Participant, ...]
    contacts: tuple[Contact, ...]
    duplicates: tuple[RowRemark, ...] = ()
    refused: tuple[RowRemark, ...] = ()
    remarks: tuple[RowRemark, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether every row is accounted for."""
        return self.rows == len(self.people) + len(self.duplicates) + len(self.refused)


def numbered(number: int) -> str:
    """The id of the nth of those who have none: P001, P002 and so on."""
    return f"P{number:03}"


def read_register(
    opened: Opened,
    contexts: Contexts,
    rounds: int,
    named: Mapping[str, str] | None = None,
    new_id: Callable[[int], str] = numbered,
    already: Iterable[Contact] = (),
) -> RegisterImport:
    """The people of a list. `named` assigns columns to fields by hand; `already` are those in the register before.

    Raises BadInput for a file that is no such list: not text, without known columns, or far too long.
    """
    if opened.head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")) or b"\0" in opened.text_of_head().encode():
        raise BadInput(Problem("register-not-text", opened.name))
    lines = opened.lines()
    first = list(islice(lines, FIRST_LINES))
    sign = _sign(first, dict(named or {}))
    found = (row for row in rows((x for x in chain(first, lines) if not is_separator(x)), sign) if any(row.cells))
    header = next(found, None)
    fields = fields_of(header.cells[:MOST_COLUMNS], dict(named or {})) if header else ()
    if header is None or not {"id", "name", "first", "last", "email"} & set(fields):
        raise BadInput(Problem("register-columns-unknown", opened.name, header.line if header else 0))
    reading = _Reading(contexts, rounds, fields, new_id, already)
    for row in found:
        if reading.rows >= MOST_PEOPLE:
            raise BadInput(Problem("register-too-long", opened.name, row.line, values={"most": str(MOST_PEOPLE)}))
        reading.take(row)
    columns = tuple(Column(*each) for each in zip(header.cells, fields, strict=False))
    return reading.result(opened, columns)


def _sign(lines: Sequence[Line], named: dict[str, str]) -> str:
    """The sign between cells: the one by which most columns are known by name."""

    def known(sign: str) -> int:
        header = next((row for row in rows((x for x in lines if not is_separator(x)), sign) if any(row.cells)), None)
        return sum(map(bool, fields_of(header.cells[:MOST_COLUMNS], named))) if header else 0

    return max(SIGNS, key=known)


class _Reading:
    """The rows of one list while they come in."""

    def __init__(
        self,
        contexts: Contexts,
        rounds: int,
        fields: Sequence[str],
        new_id: Callable[[int], str],
        already: Iterable[Contact],
    ) -> None:
        self.values, self.rounds_there_are, self.fields, self.new_id = ValueNames(contexts), rounds, fields, new_id
        self.rows = 0
        self.seen: dict[str, int] = {}  # what tells people apart, and the line of each
        self.ids: set[str] = set()
        for contact in already:
            self.ids.add(contact.participant)
            cells = {"id": contact.participant, "name": contact.name, "email": contact.email}
            self.seen.update((key, BEFORE) for key in _keys(cells))
        self.people: list[Participant] = []
        self.contacts: list[Contact] = []
        self.companions: list[tuple[int, dict[str, str]]] = []
        self.duplicates: list[RowRemark] = []
        self.refused: list[RowRemark] = []
        self.remarks: list[RowRemark] = []

    def take(self, row: Row) -> None:
        """One row that says something."""
        self.rows += 1
        cells = {f: cell.strip() for f, cell in zip(self.fields, row.cells, strict=False) if f and cell.strip()}
        cells.setdefault("name", " ".join(filter(None, (cells.get("first"), cells.get("last")))))
        if reason := _reason_to_refuse(cells):
            self.refused.append(RowRemark(row.line, *reason))
        elif (first := self._seen_before(cells)) is not None:
            code, values = ("row-twice", {"first": str(first)}) if first != BEFORE else ("already-registered", {})
            self.duplicates.append(RowRemark(row.line, code, values=values))
        else:
            self._add(row, cells)

    def _seen_before(self, cells: dict[str, str]) -> int | None:
        """The line of the same person."""
        return next((self.seen[key] for key in _keys(cells) if key in self.seen), None)

    def _add(self, row: Row, cells: dict[str, str]) -> None:
        self.seen.update(dict.fromkeys(_keys(cells), row.line))
        id = cells.get("id") or self._free_id()
        self.ids.add(id)
        self.companions.append((row.line, cells))
        self.people.append(Participant(id, **self._understood(row.line, cells)))
        self.contacts.append(Contact(id, cells["name"], cells.get("email", ""), cells.get("organisation", "")))

    def _free_id(self) -> str:
        number = len(self.people) + 1
        while (id := self.new_id(number)) in self.ids:
            number += 1
        return id

    def _understood(self, line: int, cells: dict[str, str]) -> dict[str, Any]:
        """The fields of a participant; what is not understood is told and left empty."""
        found: dict[str, Any] = {}
        for attribute in ATTRIBUTES:
            found[attribute] = self.values.id(attribute, cells.get(attribute, ""))
            if cells.get(attribute) and not found[attribute]:
                self._remark(line, "value-unknown", attribute, cells[attribute])
        found["language"] = "cy" if plain(cells.get("language", "")) in WELSH else "en"
        found["welsh_medium"] = answered(cells.get("welsh_medium", "")) is True
        found["came"] = answered(cells.get("came", ""))
        found["access_needs"] = cells.get("access_needs", "")
        found["motivations"] = listed(cells.get("motivations", ""))
        found["rounds"] = self._rounds(line, cells.get("rounds", ""))
        return found

    def _rounds(self, line: int, cell: str) -> tuple[int, ...]:
        numbers = [part for part in plain(cell).split() if part.isdecimal() and len(part) < 4]
        found = sorted({int(part) for part in numbers if 1 <= int(part) <= self.rounds_there_are})
        if cell and (not found or len(found) < len(set(numbers))):
            self._remark(line, "round-unknown", "rounds", cell)
        return tuple(found)

    def _remark(self, line: int, code: str, field: str, cell: str) -> None:
        self.remarks.append(RowRemark(line, code, field, {"value": cell[:LONGEST_CELL]}))

    def result(self, opened: Opened, columns: tuple[Column, ...]) -> RegisterImport:
        """All of it, once everybody is there whom others may be kept with or from."""
        known = dict(self._known())
        people = tuple(
            msgspec.structs.replace(person, **self._companions_of(person, line, cells, known))
            for person, (line, cells) in zip(self.people, self.companions, strict=True)
        )
        return RegisterImport(
            opened.name, opened.digest(), opened.encoding, columns, self.rows, people, tuple(self.contacts),
            tuple(self.duplicates), tuple(self.refused), tuple(self.remarks),
        )  # fmt: skip

    def _known(self) -> Iterator[tuple[str, str]]:
        for contact in reversed(self.contacts):
            yield from ((plain(text), contact.participant) for text in (contact.name, contact.email) if text)
        yield from ((plain(person.id), person.id) for person in self.people)

    def _companions_of(
        self, person: Participant, line: int, cells: dict[str, str], known: dict[str, str]
    ) -> dict[str, tuple[str, ...]]:
        found = {}
        for field in ("together", "apart"):
            ids = {said: known.get(plain(said), "") for said in listed(cells.get(field, ""))}
            for said, id in ids.items():
                if not id or id == person.id:
                    self._remark(line, "companion-unknown", field, said)
            found[field] = tuple(dict.fromkeys(id for id in ids.values() if id and id != person.id))
        return found


def _reason_to_refuse(cells: dict[str, str]) -> tuple[str, str, dict[str, str]] | None:
    if not any(cells.get(field) for field in ("id", "name", "email")):
        return "nobody", "", {}
    if plain(cells.get("status", "")) in CANCELLED:
        return "cancelled", "status", {"value": cells["status"]}
    if len(cells.get("id", "")) > LONGEST_ID:
        return "id-length", "id", {"most": str(LONGEST_ID)}
    for field, cell in cells.items():
        if len(cell) > (LONGEST_WORDS if field in ("access_needs", "motivations") else LONGEST_CELL):
            return "cell-too-long", field, {"most": str(LONGEST_WORDS)}
    return None


def _keys(cells: dict[str, str]) -> list[str]:
    """What tells people apart: the id; name and address together, for one person may book for several; else the one."""
    name, email = plain(cells.get("name", "")), cells.get("email", "").casefold()
    keys = [f"id {cells['id']}"] if cells.get("id") else []
    return [*keys, f"person {name} {email}"] if email or (name and not keys) else keys
