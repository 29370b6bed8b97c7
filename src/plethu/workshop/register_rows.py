"""The rows of a list while they come in: who each is about, what it says of them, and what could not be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.records.table_rows import Row
from plethu.workshop.contexts import ATTRIBUTES, Contexts
from plethu.workshop.register import ANY_GROUP, LONGEST_ID, LONGEST_WORDS, Contact, Participant
from plethu.workshop.register_columns import CANCELLED, GOING, NOTHING, SEVERAL, ValueNames, answered, listed, plain
from plethu.workshop.register_mapping import ListMapping, known_value

LONGEST = {"name": 200, "first": 100, "last": 99, "email": 254, "organisation": 200, "id": LONGEST_ID}  # characters
LONGEST_CELL = 300
ROW_CODES = {"quote-not-closed", "line-encoding"}  # of what was mended when a row was read, to be looked at
_ADDRESS = re.compile(r"[^@\s<>:;,]+@[^@\s<>:;,]+\.[^@\s<>:;,]+")
BEFORE = 0  # for a line: in the register before this list


class RowRemark(Frozen, frozen=True):
    """Something about a row, by line (from 1): a refusal, a duplicate, or a cell that was not understood.

    `values` never hold what would tell who somebody is.
    """

    line: int
    code: str
    field: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


class WishWords(Frozen, frozen=True):
    """A name, as it was written, of somebody a participant wants to be `together` with or `apart` from."""

    participant: str
    kind: str
    words: str


class RowReading:
    """The rows of one list while they come in."""

    def __init__(
        self,
        mapping: ListMapping,
        header: Sequence[str],
        contexts: Contexts,
        rounds: int,
        new_id: Callable[[int], str],
        already: Iterable[Contact],
    ) -> None:
        self.fields, self.header, self.rounds_there_are, self.new_id = mapping.fields, header, rounds, new_id
        self.values = ValueNames(contexts)
        self.meant = {(each.field, each.said): each.value for each in mapping.meanings}
        self.allowed = {name: {value.id for value in contexts.values(name)} for name in ATTRIBUTES}
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
        cells = self._cells(row)
        if reason := _reason_to_refuse(cells):
            self.refused.append(RowRemark(row.line, *reason))
        elif (first := self._seen_before(cells)) is not None:
            code, values = ("row-twice", {"first": str(first)}) if first != BEFORE else ("already-registered", {})
            self.duplicates.append(RowRemark(row.line, code, values=values))
        else:
            self._add(row, cells)

    def _cells(self, row: Row) -> dict[str, str]:
        """The cells of a row by field; where several columns fill one, each part with the name of its column."""
        several = {field for field in SEVERAL if self.fields.count(field) > 1}
        found: dict[str, str] = {}
        for place, (field, cell) in enumerate(zip(self.fields, row.cells, strict=False)):
            cell = cell.strip()
            if not field or not cell or (field == "access_needs" and (cell == "-" or plain(cell) in NOTHING)):
                continue
            if field in several and field in ("access_needs", "motivations"):
                cell = f"{self.header[place]}: {cell}"
            found[field] = f"{found[field]}\n{cell}" if field in found else cell
        return found

    def _seen_before(self, cells: dict[str, str]) -> int | None:
        """The line of the same person."""
        return next((self.seen[key] for key in _keys(cells) if key in self.seen), None)

    def _add(self, row: Row, cells: dict[str, str]) -> None:
        self.seen.update(dict.fromkeys(_keys(cells), row.line))
        id = cells.get("id") or self._free_id()
        self.ids.add(id)
        self.companions.append((row.line, cells))
        self.people.append(Participant(id, **self._understood(row.line, cells)))
        self.contacts.append(Contact(id, _name(cells), cells.get("email", ""), cells.get("organisation", "")))
        self._remark_on_the_rest(row, cells)

    def _free_id(self) -> str:
        number = len(self.people) + 1
        while (id := self.new_id(number)) in self.ids:
            number += 1
        return id

    def _remark_on_the_rest(self, row: Row, cells: dict[str, str]) -> None:
        """What a row says that has no place in the register."""
        beyond = [cell for cell in row.cells[len(self.fields) :] if cell.strip()]
        if beyond:
            self._remark(row.line, "cells-beyond", "", number=str(len(beyond)))
        for code in sorted(ROW_CODES & set(row.codes)):
            self._remark(row.line, code, "")
        if cells.get("email") and not _ADDRESS.fullmatch(cells["email"]):
            self._remark(row.line, "email-doubtful", "email")
        parts = " ".join(filter(None, (cells.get("first"), cells.get("last"))))
        if cells.get("name") and not set(parts.casefold().split()) <= set(cells["name"].casefold().split()):
            self._remark(row.line, "name-twice", "name")
        if cells.get("status") and plain(cells["status"]) not in GOING:
            self._remark(row.line, "status-unclear", "status", value=cells["status"])
        if cells.get("consent") and answered(cells["consent"]) is None:
            self._remark(row.line, "consent-unclear", "consent", value=cells["consent"])

    def _understood(self, line: int, cells: dict[str, str]) -> dict[str, Any]:
        """The fields of a participant; what is not understood is told and left empty."""
        found: dict[str, Any] = {name: self._value(line, name, cells) for name in ATTRIBUTES}
        found["language"] = "cy" if self._value(line, "language", cells) == "cy" else "en"
        group = self._value(line, "welsh_medium", cells)
        found["welsh_medium"], found["can_welsh"] = group == "wants", group == "can"
        found["came"] = answered(cells.get("came", ""))
        if cells.get("came") and found["came"] is None:
            self._remark(line, "came-unclear", "came", value=cells["came"])
        found["access_needs"] = cells.get("access_needs", "")
        found["motivations"] = listed(cells.get("motivations", ""))
        found["rounds"] = self._rounds(line, cells.get("rounds", ""))
        found["facilitates"] = self._facilitates(line, cells.get("facilitates", ""))
        return found

    def _value(self, line: int, field: str, cells: dict[str, str]) -> str:
        cell = cells.get(field, "")
        if not cell:
            return ""
        known = known_value(self.values, field, cell) or self.meant.get((field, plain(cell)), "")
        if known and known not in self.allowed.get(field, {known}):  # type: ignore[call-overload]
            known = ""
        if not known:
            self._remark(line, "value-unknown", field, value=cell)
        return known

    def _rounds(self, line: int, cell: str) -> tuple[int, ...]:
        numbers = [part for part in plain(cell).split() if part.isdecimal() and len(part) < 4]
        found = sorted({int(part) for part in numbers if 1 <= int(part) <= self.rounds_there_are})
        if cell and (not found or len(found) < len(set(plain(cell).split()))):
            self._remark(line, "round-unknown", "rounds", value=cell)
        return tuple(found)

    def _facilitates(self, line: int, cell: str) -> int:
        if cell.isascii() and cell.isdigit() and len(cell) < 4:
            return int(cell)
        said = answered(cell)
        if cell and said is None:
            self._remark(line, "facilitates-unclear", "facilitates", value=cell)
        return ANY_GROUP if said else 0

    def _remark(self, line: int, code: str, field: str, **values: str) -> None:
        short = {name: value[:LONGEST_CELL] for name, value in values.items()}
        self.remarks.append(RowRemark(line, code, field, short))

    def with_companions(self) -> tuple[tuple[Participant, ...], tuple[WishWords, ...]]:
        """The people once everybody is there whom others may be kept with or from, and names that are not there."""
        known = dict(self._known())
        wishes: list[WishWords] = []
        people = tuple(
            msgspec.structs.replace(person, **self._companions_of(person, line, cells, known, wishes))
            for person, (line, cells) in zip(self.people, self.companions, strict=True)
        )
        return people, tuple(wishes)

    def _known(self) -> Iterator[tuple[str, str]]:
        for contact in reversed(self.contacts):
            yield from ((plain(text), contact.participant) for text in (contact.name, contact.email) if text)
        yield from ((plain(person.id), person.id) for person in self.people)

    def _companions_of(
        self, person: Participant, line: int, cells: dict[str, str], known: dict[str, str], wishes: list[WishWords]
    ) -> dict[str, tuple[str, ...]]:
        found = {}
        for field in ("together", "apart"):
            ids = {said: known.get(plain(said), "") for said in listed(cells.get(field, ""))}
            unknown = [said for said, id in ids.items() if not id]
            wishes += (WishWords(person.id, field, said) for said in unknown)
            if unknown:
                self._remark(line, "companion-to-settle", field, number=str(len(unknown)))
            if person.id in ids.values():
                self._remark(line, "companion-self", field)
            found[field] = tuple(dict.fromkeys(id for id in ids.values() if id and id != person.id))
        return found


def _name(cells: dict[str, str]) -> str:
    return cells.get("name") or " ".join(filter(None, (cells.get("first"), cells.get("last"))))


def _reason_to_refuse(cells: dict[str, str]) -> tuple[str, str, dict[str, str]] | None:
    if not (cells.get("id") or _name(cells) or cells.get("email")):
        return "nobody", "", {}
    if plain(cells.get("status", "")) in CANCELLED:
        return "cancelled", "status", {"value": cells["status"]}
    if answered(cells.get("consent", "")) is False:
        return "consent-no", "consent", {}
    if len(cells.get("id", "")) > LONGEST_ID:
        return "id-length", "id", {"most": str(LONGEST_ID)}
    for field, cell in cells.items():
        most = LONGEST_WORDS if field in SEVERAL else LONGEST.get(field, LONGEST_CELL)
        if len(cell) > most:
            return "cell-too-long", field, {"most": str(most)}
    return None


def _keys(cells: dict[str, str]) -> list[str]:
    """What tells people apart: the id; name and address together, for one person may book for several; else the one."""
    name, email = plain(_name(cells)), cells.get("email", "").casefold()
    keys = [f"id {cells['id']}"] if cells.get("id") else []
    return [*keys, f"person {name} {email}"] if email or (name and not keys) else keys
