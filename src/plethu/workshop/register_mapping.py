"""What the columns of a list and the answers in them are taken for, so that a person can look at it and change it."""

from __future__ import annotations

from collections.abc import Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.contexts import ATTRIBUTES, Contexts
from plethu.workshop.register_columns import (
    CAN,
    ENGLISH,
    NO,
    SEVERAL,
    WANTS,
    WELSH,
    WHO,
    YES,
    ValueNames,
    guessed_fields,
    plain,
)
from plethu.workshop.register_synonyms import guess_value
from plethu.workshop.register_table import ListTable

CHOSEN = (*ATTRIBUTES, "language", "welsh_medium")  # fields whose cells are one of some values
GROUPS = ("wants", "can", "no")  # of `welsh_medium`


class Meaning(Frozen, frozen=True):
    """What an answer means: `said` as `plain` gives it, and the id of a value; an empty one leaves the field empty."""

    field: str
    said: str
    value: str


class ListMapping(Frozen, frozen=True):
    """The field of each column in order, empty where it is left aside, and what answers mean that are not known."""

    fields: tuple[str, ...]
    meanings: tuple[Meaning, ...] = ()


class UnknownAnswer(Frozen, frozen=True):
    """An answer that is none of the workshop's: as it was first written, how often it stands there, and a guess."""

    field: str
    said: str
    count: int
    guess: str = ""

    @property
    def plain(self) -> str:
        """The answer as a `Meaning` names it."""
        return plain(self.said)


class MappingFlaw(Frozen, frozen=True):
    """Why columns cannot be taken so: `nobody` for no name, address or code; `twice` with the field."""

    code: str
    field: str = ""


def guessed_mapping(table: ListTable, contexts: Contexts) -> ListMapping:
    """What a list is probably meant to say."""
    fields = guessed_fields(table.header)
    unknown = unknown_answers(table, fields, contexts)
    return ListMapping(fields, tuple(Meaning(each.field, each.plain, each.guess) for each in unknown))


def mapping_flaws(fields: Sequence[str]) -> tuple[MappingFlaw, ...]:
    """What has to be changed before a list can be taken in."""
    twice = sorted({f for f in fields if f and f not in SEVERAL and list(fields).count(f) > 1})
    nobody = () if WHO & set(fields) else (MappingFlaw("nobody"),)
    return (*nobody, *(MappingFlaw("twice", field) for field in twice))


def unknown_answers(table: ListTable, fields: Sequence[str], contexts: Contexts) -> tuple[UnknownAnswer, ...]:
    """Each answer that is none of the workshop's, once, by field in order and the most frequent first."""
    values = ValueNames(contexts)
    places = [(place, field) for place, field in enumerate(fields) if field in CHOSEN]
    found: dict[tuple[str, str], list[str]] = {}
    for row in table.rows:
        for place, field in places:
            cell = row.cells[place].strip() if place < len(row.cells) else ""
            if cell and not known_value(values, field, cell):
                found.setdefault((field, plain(cell)), []).append(cell)
    made = [
        UnknownAnswer(field, cells[0], len(cells), guess_value(field, cells[0], contexts))
        for (field, _said), cells in found.items()
    ]
    return tuple(sorted(made, key=lambda each: (CHOSEN.index(each.field), -each.count, each.plain)))


def known_value(values: ValueNames, field: str, cell: str) -> str:
    """The value that a cell names without doubt; empty for none."""
    said = plain(cell)
    if field == "language":
        return "cy" if said in WELSH else "en" if said in ENGLISH else ""
    if field == "welsh_medium":
        known = (("wants", YES | WANTS), ("can", CAN), ("no", NO))
        return next((value for value, names in known if said in names), "")
    return values.id(field, cell)  # type: ignore[arg-type]
