"""Mending a record by hand: which variables of CSL can be changed, as which text they are typed, and what that means.

An edit lies over what was read: the record as it came in stays as it is, and every edit can be undone.
"""

from __future__ import annotations

from typing import Any, Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.printed_dates import edtf_of
from plethu.records.csl_dates import date_of, edtf_from, printed_of
from plethu.records.identifiers import doi_of
from plethu.records.names import written_name
from plethu.records.people import person

Shape = Literal["text", "long", "names", "date", "type"]
LONGEST = {"text": 2000, "long": 100_000, "names": 20_000, "date": 200, "type": 40}


class Variable(Frozen, frozen=True):
    """A variable of CSL that can be changed, and the shape of its text. Its name is worded as `variable.ID`."""

    id: str
    shape: Shape = "text"


VARIABLES = (
    Variable("type", "type"),
    Variable("title"),
    Variable("author", "names"),
    Variable("editor", "names"),
    Variable("issued", "date"),
    Variable("container-title"),
    Variable("volume"),
    Variable("issue"),
    Variable("page"),
    Variable("publisher"),
    Variable("publisher-place"),
    Variable("event-title"),
    Variable("DOI"),
    Variable("PMID"),
    Variable("ISSN"),
    Variable("ISBN"),
    Variable("URL"),
    Variable("language"),
    Variable("abstract", "long"),
    Variable("keyword", "long"),
    Variable("note", "long"),
)
BY_ID = {variable.id: variable for variable in VARIABLES}


class Mended(Frozen, frozen=True):
    """A record after an edit: all of its CSL, and its date as written and for computing."""

    csl: dict[str, Any]
    printed_date: str
    edtf: str


def as_typed(csl: dict[str, Any], variable: str) -> str:
    """A variable as text to be changed: names one a line, a date in its own words. Empty where there is none."""
    value, shape = csl.get(variable), BY_ID[variable].shape
    if shape == "names":
        return "\n".join(written_name(name) for name in value or [])
    if shape == "date":
        return printed_of(value)
    return "" if value is None else str(value)


def from_typed(variable: str, text: str) -> Any:
    """What a typed text means for CSL; None where it is empty. A name without a comma is a body's or one whole name."""
    shape, text = BY_ID[variable].shape, text.strip()
    if not text:
        return "document" if shape == "type" else None
    if shape == "names":
        return [person(line) for line in text.splitlines() if line.strip()]
    if shape == "date":
        return _in_own_words(date_of(text), text)
    if variable == "DOI":
        return doi_of(text) or text
    return text


def _in_own_words(date: dict[str, Any] | None, text: str) -> dict[str, Any] | None:
    return date if date is None or printed_of(date) == text else {**date, "literal": text}


def mended(csl: dict[str, Any], variable: str, value: Any, printed_date: str, edtf: str) -> Mended:
    """The record with another value of a variable; None takes the variable away. The rest stays as it was."""
    after = {key: kept for key, kept in csl.items() if key != variable}
    if value is not None:
        after[variable] = value
    if variable != "issued":
        return Mended(after, printed_date, edtf)
    printed = printed_of(value)
    return Mended(after, printed, edtf_from(value) or edtf_of(printed))
