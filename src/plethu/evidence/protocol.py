"""The protocol of a review: what is asked, what the words mean, and how each strand of evidence is found and chosen.

A protocol is a value. Drafts, published versions and files all hold one; what is new between two of them is told by
`protocol_differences`, what does not fit together in one by `protocol_doubts`. Nothing here ever forbids: a team may
have reasons.

The parts are those of PRISMA-P 2015 (Moher et al., doi:10.1186/2046-4053-4-1) that a review of several strands needs
once for each strand: eligibility, sources, search, selection.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import NO_TEXT, Text

RouteKind = Literal["database", "website", "call", "members", "citation-searching"]
Screening = Literal["not-said", "screened", "not-screened"]
Sense = Literal["include", "exclude"]


class Definition(Frozen, frozen=True):
    """A word of the glossary as it was agreed when the protocol took it in."""

    id: str
    term: Text
    meaning: Text = NO_TEXT


class Rule(Frozen, frozen=True):
    """A rule by which sources are taken into a strand or left out of it, and who agreed it."""

    id: str
    sense: Sense
    text: Text
    agreed_by: Text = NO_TEXT


class Route(Frozen, frozen=True):
    """One way by which sources of a strand are found. Each is a branch of its own in the flow of records.

    Citation searching is never part of another route: what it finds depends on what the others found.
    """

    id: str
    kind: RouteKind
    name: Text = NO_TEXT


class Window(Frozen, frozen=True):
    """The time that a strand covers: the words somebody wrote, and the EDTF interval they mean. Either may be empty."""

    id: str
    printed: Text = NO_TEXT
    dates: str = ""


class StrandPlan(Frozen, frozen=True):
    """What the protocol says of one strand. It should have one window; `protocol_doubts` says so where it has more."""

    id: str
    name: Text
    description: Text = NO_TEXT
    windows: tuple[Window, ...] = ()
    geography: Text = NO_TEXT
    screening: Screening = "not-said"
    screening_how: Text = NO_TEXT
    rules: tuple[Rule, ...] = ()
    routes: tuple[Route, ...] = ()


class Commitment(Frozen, frozen=True):
    """A value that the partners share, what the team promised because of it, and what it then did."""

    id: str
    value: Text
    commitment: Text = NO_TEXT
    done: Text = NO_TEXT


class OpenPoint(Frozen, frozen=True):
    """Something that does not agree or is not settled, and that readers should know of."""

    id: str
    text: Text


class Protocol(Frozen, frozen=True):
    """A whole protocol. `purpose` is what the review is for, `updates` how it will be kept up to date."""

    format: Literal["plethu-protocol-1"] = "plethu-protocol-1"
    question: Text = NO_TEXT
    purpose: Text = NO_TEXT
    scope: Text = NO_TEXT
    definitions: tuple[Definition, ...] = ()
    strands: tuple[StrandPlan, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    updates: Text = NO_TEXT
    open_points: tuple[OpenPoint, ...] = ()


Entry = Definition | StrandPlan | Rule | Route | Window | Commitment | OpenPoint
TEXTS = ("question", "purpose", "scope", "updates")
ENTRIES: dict[str, type[Entry]] = {
    "definitions": Definition,
    "strands": StrandPlan,
    "windows": Window,
    "rules": Rule,
    "routes": Route,
    "commitments": Commitment,
    "open_points": OpenPoint,
}


def label_of(entry: Entry) -> Text:
    """What an entry is called among its kind; empty where nobody named it."""
    for field in ("name", "term", "value", "text", "printed"):
        found = getattr(entry, field, NO_TEXT)
        if not found.is_empty:
            return Text(found.en, found.cy, found.cy_status)
    dates = getattr(entry, "dates", "")
    return Text(dates, dates, "reviewed")


def texts_of(value: Protocol | Entry) -> Iterator[Text]:
    """Every text in a protocol that somebody wrote, in order."""
    for field in value.__struct_fields__:
        held = getattr(value, field)
        if isinstance(held, Text) and not held.is_empty:
            yield held
        elif isinstance(held, tuple):
            for entry in held:
                yield from texts_of(entry)


def without_welsh(protocol: Protocol) -> int:
    """How many texts of a protocol have no Welsh yet."""
    return sum(1 for text in texts_of(protocol) if not text.cy)
