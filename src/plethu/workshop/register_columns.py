"""What booking systems and people call the columns of a list of participants, and how their cells are understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from plethu.evidence.text import Text
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
    "welsh_medium": (
        "welsh medium group", "welsh group", "welsh medium", "grŵp cymraeg", "grŵp cyfrwng cymraeg", "cyfrwng cymraeg",
    ),
    "access_needs": (
        "access needs", "access requirements", "accessibility", "adjustments", "dietary requirements", "dietary needs",
        "special requirements", "anghenion mynediad", "gofynion mynediad", "gofynion dietegol", "anghenion deietegol",
    ),
    "motivations": ("motivation", "motivations", "why do you want to come", "cymhelliad", "cymhellion"),
    "together": (
        "together", "keep together", "keep together with", "together with", "with", "interpreter", "carer",
        "gyda'i gilydd", "cadw gyda'i gilydd", "gyda", "cadw gyda",
    ),
    "apart": (
        "apart", "keep apart", "keep apart from", "not with", "line manager", "ar wahân", "cadw ar wahân",
    ),
    "rounds": ("rounds", "attends", "sessions", "sessions attending", "rowndiau", "sesiynau"),
    "facilitates": ("facilitates", "facilitator", "looks after", "hwyluso", "hwylusydd"),
    "consent": (
        "consent", "consent given", "consent to take part", "i agree", "agreed", "agreement", "cydsyniad", "cytuno",
        "rwy'n cytuno", "caniatâd",
    ),
    "status": ("status", "attendee status", "booking status", "order status", "statws"),
    "came": ("came", "attended", "checked in", "check in", "attendance", "daeth", "mynychodd", "presennol"),
}  # fmt: skip
# What the columns of a register that is taken away are called, so that it can be read here and by the groups' command.
HEADS: dict[str, Text] = {
    "id": Text("Code", "Cod"),
    "name": Text("Name", "Enw"),
    "email": Text("Email", "E-bost"),
    "organisation": Text("Organisation", "Sefydliad"),
    "sector": Text("Sector", "Sector"),
    "level": Text("Level", "Lefel"),
    "area": Text("Area", "Ardal"),
    "scale": Text("Scale", "Graddfa"),
    "motivations": Text("Motivation", "Cymhelliad"),
    "language": Text("Language", "Iaith"),
    "welsh_medium": Text("Welsh-medium group", "Grŵp Cymraeg"),
    "access_needs": Text("Access needs", "Anghenion mynediad"),
    "rounds": Text("Rounds", "Rowndiau"),
    "facilitates": Text("Facilitates", "Hwyluso"),
    "together": Text("Together", "Gyda'i gilydd"),
    "apart": Text("Apart", "Ar wahân"),
    "came": Text("Came", "Daeth"),
}
# Words within a longer name of a column, such as a question of a form, that tell its field.
WITHIN: tuple[tuple[str, str], ...] = (
    ("welsh medium group", "welsh_medium"), ("grŵp cyfrwng cymraeg", "welsh_medium"),
    ("access", "access_needs"), ("dietary", "access_needs"), ("adjustments", "access_needs"),
    ("mynediad", "access_needs"), ("dietegol", "access_needs"), ("deietegol", "access_needs"),
    ("local authority", "area"), ("county", "area"), ("area", "area"), ("awdurdod lleol", "area"), ("ardal", "area"),
    ("sector", "sector"), ("type of organisation", "sector"), ("language", "language"), ("iaith", "language"),
    ("consent", "consent"), ("i agree", "consent"), ("cydsynio", "consent"), ("cydsyniad", "consent"),
    ("role", "level"), ("rôl", "level"), ("scale", "scale"), ("why", "motivations"), ("pam", "motivations"),
    ("e mail", "email"), ("email", "email"), ("ebost", "email"), ("e bost", "email"),
    ("organisation", "organisation"), ("sefydliad", "organisation"), ("full name", "name"), ("your name", "name"),
    ("eich enw", "name"),
)  # fmt: skip
# Agreeing to other things is not agreeing to take part, and what is of a ticket is not of a person.
NOT_WITHIN = ("photo", "photography", "marketing", "newsletter", "mailing", "ticket", "event", "payment", "lluniau")
SEVERAL = frozenset(("access_needs", "motivations", "together", "apart"))  # more than one column may fill these
WHO = frozenset(("id", "name", "first", "last", "email"))  # by one of these a row says who it is about
NOTHING = frozenset(("none", "no", "n/a", "na", "nil", "nothing", "-", "dim", "dim byd", "nac oes", "amherthnasol"))
YES = frozenset(("yes", "y", "true", "1", "x", "attended", "checked in", "ydw", "ie", "oes", "do", "iawn", "gwir"))
NO = frozenset(("no", "n", "false", "0", "not attended", "na", "nage", "nac ydw", "naddo"))
WELSH = frozenset(("cy", "cym", "welsh", "cymraeg", "yn gymraeg", "welsh / cymraeg", "cymraeg / welsh"))
ENGLISH = frozenset(("en", "eng", "english", "saesneg", "yn saesneg", "english / saesneg", "saesneg / english"))
CAN = frozenset(("can", "could", "able", "if needed", "gallu", "yn gallu", "medru", "gallaf"))
WANTS = frozenset(("wants", "want", "eisiau", "dymuno"))
CANCELLED = frozenset(
    ("cancelled", "canceled", "refunded", "deleted", "declined", "not attending", "wedi canslo", "canslwyd")
)
GOING = frozenset(
    (
        "attending", "going", "confirmed", "booked", "completed", "registered", "approved", "accepted", "ok",
        "paid", "checked in", "attended", "active", "yn mynychu", "yn dod", "cadarnhawyd", "wedi cadarnhau",
        "wedi cofrestru",
    )
)  # fmt: skip
_BETWEEN = re.compile(r"\s*[;|\n]\s*")


def plain(text: str) -> str:
    """A text for comparing: small letters, no accents, blanks for signs, single blanks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w/@.+]+|_", " ", bare).split())


_WITHIN = [(f" {plain(words)} ", field) for words, field in WITHIN]
_FIELDS = {plain(name): field for field, names in reversed(NAMES.items()) for name in names}


def is_known(name: str) -> bool:
    """Whether a column has one of the names above."""
    return plain(name) in _FIELDS


def guessed_fields(header: Sequence[str]) -> tuple[str, ...]:
    """The field of each column by its name, or by a word within it; one that is taken already only where several go."""
    found = [_FIELDS.get(plain(name), "") for name in header]
    for place, name in enumerate(header):
        found[place] = found[place] or _within(plain(name))
    taken: set[str] = set()
    for place, field in enumerate(found):
        found[place] = "" if field in taken and field not in SEVERAL else field
        taken.add(field)
    return tuple(found)


def _within(name: str) -> str:
    padded = f" {name} "
    if any(f" {word} " in padded for word in NOT_WITHIN):
        return ""
    return next((field for words, field in _WITHIN if words in padded), "")


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
