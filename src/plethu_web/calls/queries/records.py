"""What was accepted, as records for the record desk: the same shape as if they had stood in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plethu.evidence.dates import edtf_of
from plethu.records.record import Field, Record
from plethu_web.calls.models import Submission
from plethu_web.calls.queries.submissions import sent_to
from plethu_web.calls.states import State
from plethu_web.reviews.queries.reviews import Access

LINK = re.compile(r"https?://[^\s<>\"]+", re.I)
_TYPES = {"case-study": "webpage", "source": "report", "anything": "document"}
_FIELDS = (
    "kind", "title", "story", "links", "place_printed", "place_corrected", "tier", "date_printed", "involved",
    "outcome", "written_in", "route", "passed_on", "licence", "relevance",
)  # fmt: skip
_LISTS = ("sectors", "authorities", "uses")


def accepted_as_records(access: Access) -> Iterator[tuple[str, Record]]:
    """The accepted ones in the order of their numbers, each with an id that stays: `(id, record)`.

    A record has `format` "call", `number` its number in the review, every filled field under the name of its column,
    and a CSL-JSON item. Names and contacts of senders are not in it.
    """
    found = sent_to(access).filter(state=State.ACCEPTED).prefetch_related("files").order_by("number")
    for row in found:
        yield str(row.pk), _record(row)


def _record(row: Submission) -> Record:
    filled = [Field(tag, value) for tag in _FIELDS if (value := str(getattr(row, tag)))]
    listed = [Field(tag, str(value)) for tag in _LISTS for value in getattr(row, tag)]
    files = [Field("file", file.name) for file in row.files.all()]
    return Record(
        format="call",
        number=row.number or 0,
        line=0,
        fields=(*filled, *listed, *files),
        csl=_csl(row),
        printed_date=row.date_printed,
        edtf=row.edtf,
    )


def _csl(row: Submission) -> dict[str, Any]:
    csl: dict[str, Any] = {"type": _TYPES[row.kind], "title": row.title}
    if row.kind == "case-study":
        csl["genre"] = "Case study"
    if link := LINK.search(row.links):
        csl["URL"] = link[0].rstrip(".,;)")
    if row.story:
        csl["abstract"] = row.story
    if place := row.place_corrected or row.place_printed:
        csl["event-place"] = place
    if row.written_in in ("en", "cy"):
        csl["language"] = row.written_in
    if row.date_printed:
        csl["issued"] = _issued(row)
    return csl


def _issued(row: Submission) -> dict[str, Any]:
    parts = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?", row.edtf or edtf_of(row.date_printed))
    if parts is None:
        return {"literal": row.date_printed}
    return {"date-parts": [[int(part) for part in parts.groups() if part]], "literal": row.date_printed}
