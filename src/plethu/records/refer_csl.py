"""Where the tags of Refer and EndNote belong in CSL-JSON."""

from __future__ import annotations

from typing import Any

from plethu.records.kinds import BOOKS, UNKNOWN, kind_of
from plethu.records.names import Name, names_of
from plethu.records.values import (
    Values,
    address_in,
    dated,
    doi_in,
    keywords,
    pages,
    paragraphs,
    standard_numbers,
    texts,
)

SINGLE = ("0", "T", "D", "V", "N", "P", "J", "R")
ALWAYS: dict[str, tuple[str, ...]] = {
    "title": ("T",), "title-short": ("!",), "container-title": ("J", "B"), "collection-title": ("S",), "volume": ("V",),
    "issue": ("N",), "edition": ("7",), "publisher": ("I",), "publisher-place": ("C",), "language": ("G",),
    "archive": ("~",), "source": ("W",), "archive_location": ("M",), "call-number": ("L",), "genre": ("9",),
}  # fmt: skip
PLACES = frozenset(tag for tags in ALWAYS.values() for tag in tags) | set("0AEYDRU@XKZP8[")


def csl_of(values: Values, line: int) -> tuple[dict[str, Any], str, str]:
    """A record as CSL-JSON, with its date as printed and as EDTF. Repairs are noted in `values`."""
    kind = _kind(values, line)
    csl: dict[str, Any] = {"type": kind, **texts(values, ALWAYS), **_people(values, kind)}
    if kind == "book" and "title" not in csl:
        csl |= texts(values, {"title": ("B",)})
    if "title" not in csl:
        values.mend("no-title", line)
    printed, edtf, issued = dated(values, "D", "8")
    csl |= {"issued": issued} if issued else {}
    accessed = dated(values, "[")[2]
    csl |= {"accessed": accessed} if "date-parts" in accessed else {}
    return csl | _pages(values, kind) | _numbers(values) | _longer(values), printed, edtf


def _kind(values: Values, line: int) -> str:
    """The type in `%0`; without one, what is in a journal is an article, as refer(1) has it."""
    written = values.one("0")
    if kind := kind_of(written):
        return kind
    values.mend("unknown-type" if written else "no-type", line, **({"type": written[:60]} if written else {}))
    return "article-journal" if values.one("J") else UNKNOWN


def _people(values: Values, kind: str) -> dict[str, list[Name]]:
    places = (("author", "A"), ("editor", "E"), ("contributor" if kind == "thesis" else "collection-editor", "Y"))
    written = {
        role: [n for f in values.all(tag) for n in f.value.replace(";", "\n").split("\n")] for role, tag in places
    }
    return {role: names for role, found in written.items() if (names := names_of(found))}


def _pages(values: Values, kind: str) -> dict[str, str]:
    page = pages(values.one("P"), "")
    if kind in BOOKS and page.isdigit():
        return {"number-of-pages": page}
    return {"page": page} if page else {}


def _numbers(values: Values) -> dict[str, str]:
    found = standard_numbers(values, "@")
    found["DOI"] = doi_in(values, ("R",), ("U",))
    found["URL"] = address_in(values, "U")
    return {name: value for name, value in found.items() if value}


def _longer(values: Values) -> dict[str, str]:
    found = {
        "abstract": paragraphs(values.all("X")),
        "note": paragraphs(values.all("Z")),
        "keyword": keywords(values.all("K"), "\n;"),
    }
    return {name: value for name, value in found.items() if value}
