"""Where the tags of the Web of Science belong in CSL-JSON."""

from __future__ import annotations

from typing import Any

from plethu.records.identifiers import pmid_of
from plethu.records.kinds import kind_of
from plethu.records.names import Name, name_of
from plethu.records.values import Values, dated, doi_in, pages, paragraphs, standard_numbers, texts

SINGLE = ("PT", "TI", "PY", "VL", "IS", "BP", "EP", "DI", "UT", "SO")
ALWAYS: dict[str, tuple[str, ...]] = {
    "title": ("TI",), "container-title": ("SO",), "container-title-short": ("JI", "J9"), "collection-title": ("SE",),
    "volume": ("VL",), "issue": ("IS",), "publisher": ("PU",), "publisher-place": ("PI",), "language": ("LA",),
    "event-title": ("CT",), "event-place": ("CL",), "archive_location": ("UT",), "number": ("AR",),
}  # fmt: skip
KINDS = {"J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference"}
PLACES = frozenset(tag for tags in ALWAYS.values() for tag in tags) | {
    "PT", "DT", "AF", "AU", "BA", "BF", "CA", "GP", "BE", "ED", "PY", "PD", "EA", "BP", "EP", "DI", "D2", "PM", "SN",
    "EI", "BN", "AB", "DE", "ID", "PG",
}  # fmt: skip


def csl_of(values: Values, line: int) -> tuple[dict[str, Any], str, str]:
    """A record as CSL-JSON, with its date as printed and as EDTF. Repairs are noted in `values`."""
    csl: dict[str, Any] = {"type": _kind(values, line), **texts(values, ALWAYS), **_people(values)}
    if "title" not in csl:
        values.mend("no-title", line)
    printed, edtf, issued = dated(values, "PY", "PD", "EA")
    csl |= {"issued": issued} if issued else {}
    page = pages(values.one("BP"), values.one("EP")) or csl.get("number", "")
    csl |= {"page": page} if page else {}
    return csl | _numbers(values) | _longer(values), printed, edtf


def _kind(values: Values, line: int) -> str:
    publication, types = values.one("PT"), values.one("DT").split(";")
    kinds = [kind for written in types if (kind := kind_of(written))]
    if other := next((kind for kind in kinds if kind != "article-journal"), ""):
        return other
    if publication not in KINDS and not kinds:
        values.mend(
            "unknown-type" if publication else "no-type", line, **({"type": publication} if publication else {})
        )
        return "document"
    return KINDS.get(publication) or kinds[0]


def _people(values: Values) -> dict[str, list[Name]]:
    full = values.all("AF") or values.all("AU")
    books = values.all("BF") or values.all("BA")
    authors = [name_of(name) for field in full or books for name in field.value.split("\n") if name.strip()]
    authors += [{"literal": " ".join(field.value.split())} for field in values.all("CA", "GP")]
    editors = [name_of(name) for field in values.all("BE") or values.all("ED") for name in field.value.split("\n")]
    return {role: names for role, names in (("author", authors), ("editor", editors)) if names}


def _numbers(values: Values) -> dict[str, str]:
    found = standard_numbers(values, "SN", "EI", "BN")
    found["DOI"] = doi_in(values, ("DI", "D2"))
    found["PMID"] = pmid_of(values.one("PM"))
    found["archive"] = "Web of Science" if values.one("UT").startswith("WOS:") else ""
    return {name: value for name, value in found.items() if value}


def _longer(values: Values) -> dict[str, str]:
    words = [" ".join(field.value.split()) for field in values.all("DE", "ID")]
    found = {
        "abstract": paragraphs(values.all("AB")),
        "keyword": "; ".join(dict.fromkeys(word.strip() for line in words for word in line.split(";") if word.strip())),
    }
    return {name: value for name, value in found.items() if value}
