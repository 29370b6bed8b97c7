"""What booking systems and people call the columns of a list of participants, and how their cells are understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from plethu.workshop.contexts import ATTRIBUTES, Attribute, Contexts

# Names of columns in English and Welsh. Where a list has several for one field, the first counts.
NAMES: dict[str, tuple[str, ...]] = {
    "id": (
        "id", "participant id", "code", "ticket number", "ticket no", "booking reference", "order number", "reference",
        "attendee number", "cyfeirnod", "cod",
    ),
    "name": ("name", "full name", "attendee", "attendee name", "participant", "enw", "enw llawn", "cyfranogwr"),
    "first": ("first name", "given name", "forename", "attendee first name", "enw cyntaf"),
    "last": ("last name", "surname", "family name", "attendee surname", "attendee last name", "cyfenw"),
    "email": ("email", "e-mail", "email address", "attendee email", "contact email", "ebost", "e-bost",
              "cyfeiriad ebost"),
    "organisation": (
        "organisation", "organization", "company", "employer", "organisation name", "sefydliad", "cwmni", "mudiad",
    ),
    "sector": ("sector", "type of organisation", "organisation type", "sector of work", "math o sefydliad"),
    "level": (
        "level", "role level", "background", "role", "seniority", "type of role", "lefel", "lefel y rôl",
        "cefndir", "rôl",
    ),
    "area": ("area", "county", "local authority", "council area", "region", "where do you work", "ardal", "sir",
             "rhanbarth"),
    "scale": ("scale", "scale of work", "scale worked at", "graddfa", "graddfa'r gwaith"),
    "language": ("language", "preferred language", "language preference", "iaith", "dewis iaith"),
    "welsh_medium": ("welsh medium group", "welsh group", "welsh medium", "grŵp cymraeg", "grŵp cyfrwng cymraeg"),
    "access_needs": (
        "access needs", "access requirements", "accessibility", "adjustments", "anghenion mynediad",
        "gofynion mynediad",
    ),
    "motivations": ("motivation", "motivations", "why do you want to come", "cymhelliad", "cymhellion"),
    "together": ("keep together", "keep together with", "together with", "interpreter", "carer", "gyda", "cadw gyda"),
    "apart": ("keep apart", "keep apart from", "not with", "line manager", "cadw ar wahân"),
    "rounds": ("rounds", "sessions", "sessions attending", "rowndiau", "sesiynau"),
    "status": ("status", "attendee status", "booking status", "order status", "statws"),
    "came": ("attended", "checked in", "check in", "attendance", "mynychodd", "presennol"),
}  # fmt: skip
YES = frozenset(("yes", "y", "true", "1", "x", "attended", "checked in", "ydw", "ie", "oes", "do", "iawn", "gwir"))
NO = frozenset(("no", "n", "false", "0", "not attended", "na", "nage", "nac ydw", "naddo"))
WELSH = frozenset(("cy", "cym", "welsh", "cymraeg", "yn gymraeg", "welsh / cymraeg", "cymraeg / welsh"))
CANCELLED = frozenset(
    ("cancelled", "canceled", "refunded", "deleted", "declined", "not attending", "wedi canslo", "canslwyd")
)
_BETWEEN = re.compile(r"\s*[;|\n]\s*")


def plain(text: str) -> str:
    """A text for comparing: small letters, no accents, blanks for signs, single blanks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w/@.+]+|_", " ", bare).split())


_FIELDS = {plain(name): field for field, names in reversed(NAMES.items()) for name in names}


def fields_of(header: Sequence[str], named: dict[str, str]) -> tuple[str, ...]:
    """The field of each column, empty where it is none. `named` are columns that somebody has assigned by hand."""
    taken: set[str] = set()
    found = []
    for name in header:
        field = named.get(name, _FIELDS.get(plain(name), ""))
        found.append("" if field in taken or field not in NAMES else field)
        taken.add(field)
    return tuple(found)


def listed(cell: str) -> tuple[str, ...]:
    """Several things in one cell, between semicolons, bars or lines."""
    return tuple(part for part in _BETWEEN.split(cell.strip()) if part)


def answered(cell: str) -> bool | None:
    """Yes, no, or neither."""
    said = plain(cell)
    return True if said in YES else False if said in NO else None


class ValueNames:
    """The values of a workshop by what a list may call them: their ids and their names in both languages."""

    def __init__(self, contexts: Contexts) -> None:
        self._ids: dict[Attribute, dict[str, str]] = {}
        for attribute in ATTRIBUTES:
            names = self._ids.setdefault(attribute, {})
            for value in contexts.values(attribute):
                for name in (value.id, value.name.en, value.name.cy):
                    names.setdefault(plain(name), value.id)

    def id(self, attribute: Attribute, cell: str) -> str:
        """The value a cell names; empty for none."""
        return self._ids[attribute].get(plain(cell), "") if cell.strip() else ""
