"""A list of people from a table: one row each, columns by their names in English or Welsh.

Every problem is found in one go, with its line. Nobody is guessed at: a wish that names nobody in the list
is a problem. Where a list has both codes and names, people are known by their codes, and wishes may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import msgspec

from plethu.evidence.problems import BadInput, Problem
from plethu.records.columns import plain_name
from plethu.records.opened import Opened
from plethu.records.plain_lists import list_rows
from plethu.records.table_rows import Row
from plethu.workshop.breakouts.people import ANY_GROUP, MOST_PEOPLE, MOST_ROUNDS, Person, Welsh

LARGEST = 16 * 1024 * 1024  # bytes
LONGEST_KEY = 200  # characters
MOST_PROBLEMS = 100
COLUMNS: dict[str, tuple[str, ...]] = {
    "code": ("ID", "Code", "Cod", "Côd"),
    "key": ("Name", "Person", "Participant", "Full name", "Enw", "Cyfranogwr", "Enw llawn"),
    "together": ("Together", "Keep together", "With", "Gyda'i gilydd", "Cadw gyda'i gilydd", "Gyda"),
    "apart": ("Apart", "Keep apart", "Not with", "Ar wahân", "Cadw ar wahân"),
    "facilitates": ("Facilitates", "Facilitator", "Hwyluso", "Hwylusydd"),
    "welsh": ("Welsh", "Welsh-medium", "Welsh-medium group", "Cymraeg", "Grŵp Cymraeg", "Cyfrwng Cymraeg"),
    "rounds": ("Rounds", "Attends", "Attendance", "Rowndiau", "Presennol", "Yn bresennol"),
}
YES = {"yes", "y", "true", "x", "1", "oes", "ydw", "ydy", "ie", "ydi"}
NO = {"", "no", "n", "false", "0", "-", "nac oes", "nac ydw", "na"}
WANTS = YES | {"wants", "want", "eisiau", "dymuno"}
CAN = {"can", "could", "able", "gallu", "yn gallu", "medru"}
_BY_NAME = {plain_name(name): part for part, names in COLUMNS.items() for name in names}


def read_people(path: Path, balance: Sequence[str] = (), *, name: str = "") -> tuple[Person, ...]:
    """The people of a table of text. Raises BadInput with all that is wrong, each with its line.

    Cells of `together` and `apart` hold names parted by semicolons; of `rounds` numbers such as `1-3` or `1, 2, 4`, or
    nothing for all; of `facilitates` the number of a group, or yes for any; of `welsh` yes, can, or no.
    """
    opened = Opened(path, name)
    if opened.size > LARGEST:
        raise BadInput(
            Problem("file-too-large", opened.name, values={"size": str(opened.size), "largest": str(LARGEST)})
        )
    found = list(list_rows(opened, _known))
    if not found:
        raise BadInput(Problem("breakout-people-none", opened.name))
    reading = _Reading(opened.name, found[0], balance)
    people = [person for row in found[1:] if (person := reading.person(row))]
    people = [reading.by_code(person) for person in people]
    problems = [*reading.problems, *_of_all(people, opened.name, found[0].line)]
    if problems:
        raise BadInput(*problems[:MOST_PROBLEMS])
    return tuple(people)


def _known(names: Sequence[str]) -> tuple[int, int]:
    """How many columns are known by their names, and how many there are."""
    return sum(plain_name(name) in _BY_NAME for name in names), len(names)


class _Reading:
    """The columns of a list, and what was wrong so far."""

    def __init__(self, file: str, head: Row, balance: Sequence[str]) -> None:
        self.file, self.problems = file, list[Problem]()
        self.names = [" ".join(cell.split()) for cell in head.cells]
        plain = [plain_name(each) for each in self.names]
        self.places = {part: at for at, each in reversed(list(enumerate(plain))) if (part := _BY_NAME.get(each))}
        self.balance = {each: plain.index(plain_name(each)) for each in balance if plain_name(each) in plain}
        known = ", ".join(filter(None, self.names))
        if not {"key", "code"} & set(self.places):
            self.problems.append(Problem("breakout-no-name-column", file, head.line, values={"known": known}))
        for each in balance:
            if each not in self.balance:
                missing = {"value": each, "known": known}
                self.problems.append(Problem("breakout-no-column", file, head.line, values=missing))
        for at, each in enumerate(plain):
            part = _BY_NAME.get(each, each)
            if each and (self.places.get(part, at) != at or plain.index(each) != at):
                first = self.names[self.places.get(part, plain.index(each))]
                twice = {"value": self.names[at], "other": first}
                self.problems.append(Problem("breakout-column-twice", file, head.line, self.names[at], twice))
        self.called = self.places.get("key") if "code" in self.places else None
        self.codes: dict[str, list[str]] = {}  # by name, where people are known by codes
        self.places["key"] = self.places.get("code", self.places.get("key", -1))

    def person(self, row: Row) -> Person | None:
        """The person of a row; None where it has no name."""
        if len(row.cells) > len(self.names) and any(cell.strip() for cell in row.cells[len(self.names) :]):
            values = {"found": str(len(row.cells)), "expected": str(len(self.names))}
            self.problems.append(Problem("breakout-row-long", self.file, row.line, values=values))
        key = self._cell(row, "key")
        if not key or len(key) > LONGEST_KEY:
            if self.places["key"] >= 0:
                most = {"most": str(LONGEST_KEY)}
                self.problems.append(Problem("breakout-person-unnamed", self.file, row.line, self._where("key"), most))
            return None
        if self.called is not None and (name := _text(row, self.called)):
            self.codes.setdefault(name, []).append(key)
        return Person(
            key=key,
            values={name: _text(row, at) for name, at in self.balance.items()},
            rounds=self._rounds(row),
            facilitates=self._facilitates(row),
            welsh=self._welsh(row),
            together=_names(self._cell(row, "together")),
            apart=_names(self._cell(row, "apart")),
            line=row.line,
        )

    def _cell(self, row: Row, part: str) -> str:
        at = self.places.get(part)
        return "" if at is None or at < 0 else _text(row, at)

    def by_code(self, person: Person) -> Person:
        """The person with codes in wishes where names were written that one person has."""
        found = {field: tuple(self._code(each) for each in getattr(person, field)) for field in ("together", "apart")}
        return msgspec.structs.replace(person, **found)

    def _code(self, name: str) -> str:
        codes = self.codes.get(name, [])
        return codes[0] if len(codes) == 1 else name

    def _rounds(self, row: Row) -> tuple[int, ...]:
        text = self._cell(row, "rounds")
        found: set[int] = set()
        for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text))):
            ends = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part)
            first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (0, 0)
            if not 1 <= first <= last <= MOST_ROUNDS:
                where, values = self._where("rounds"), {"value": text[:LONGEST_KEY]}
                self.problems.append(Problem("breakout-rounds-unreadable", self.file, row.line, where, values))
                return ()
            found |= set(range(first, last + 1))
        return tuple(sorted(found))

    def _facilitates(self, row: Row) -> int:
        text = self._cell(row, "facilitates").lower()
        if text.isascii() and text.isdigit() and int(text[:4]) > 0:
            return int(text[:4])
        if text in YES:
            return ANY_GROUP
        if text not in NO:
            where, values = self._where("facilitates"), {"value": text[:LONGEST_KEY]}
            self.problems.append(Problem("breakout-facilitates-unreadable", self.file, row.line, where, values))
        return 0

    def _welsh(self, row: Row) -> Welsh:
        text = self._cell(row, "welsh").lower()
        if text in WANTS:
            return "wants"
        if text in CAN:
            return "can"
        if text not in NO:
            where, values = self._where("welsh"), {"value": text[:LONGEST_KEY]}
            self.problems.append(Problem("breakout-welsh-unreadable", self.file, row.line, where, values))
        return ""

    def _where(self, part: str) -> str:
        return self.names[self.places[part]]


def _text(row: Row, at: int) -> str:
    """A cell, with letters and their accents in one piece: two programs may write one name in two ways."""
    return " ".join(normalize("NFC", row.cells[at]).split()) if at < len(row.cells) else ""


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(each.split()) for each in text.split(";") if each.strip()))


def _of_all(people: Sequence[Person], file: str, line: int) -> Iterator[Problem]:
    """What is wrong between rows: people twice, wishes that name nobody."""
    if not people:
        yield Problem("breakout-people-none", file, line)
    if len(people) > MOST_PEOPLE:
        yield Problem("breakout-people-many", file, values={"found": str(len(people)), "most": str(MOST_PEOPLE)})
    lines: dict[str, int] = {}
    for p in people:
        if p.key in lines:
            values = {"value": p.key, "first": str(lines[p.key])}
            yield Problem("breakout-person-twice", file, p.line, values=values)
        lines.setdefault(p.key, p.line)
    for p in people:
        for field, others in (("together", p.together), ("apart", p.apart)):
            for other in others:
                if other == p.key:
                    yield Problem("breakout-person-self", file, p.line, field, {"value": other})
                elif other not in lines:
                    yield Problem("breakout-person-unknown", file, p.line, field, {"value": other[:LONGEST_KEY]})
