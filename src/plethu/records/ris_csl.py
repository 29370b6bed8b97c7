"""Where the tags of RIS belong in CSL-JSON. Some mean different things for different kinds of record."""

from __future__ import annotations

import re
from typing import Any

from plethu.records.identifiers import pmcid_of, pmid_of
from plethu.records.kinds import BOOKS, INSIDE_BOOKS, UNKNOWN, kind_of
from plethu.records.names import name_of
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

SINGLE = ("TY", "TI", "T1", "PY", "Y1", "VL", "IS", "SP", "EP", "DO", "JF", "JO")
PAPERS = {"article-journal", "article-magazine", "article-newspaper", "article", "review", "periodical"}
JOURNAL = ("JF", "T2", "JO", "J1", "BT", "JA", "J2", "JI", "J9")
DATES = ("PY", "Y1", "DA")

ALWAYS: dict[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"), "title-short": ("ST",), "volume": ("VL", "VO"), "issue": ("IS", "CP"),
    "edition": ("ET",), "publisher": ("PB", "PU"), "publisher-place": ("CY", "PI", "PP"), "language": ("LA",),
    "archive": ("DB",), "archive_location": ("AN",), "source": ("DP",), "call-number": ("CN",), "number": ("C7",),
}  # fmt: skip
PLACES = frozenset(tag for tags in ALWAYS.values() for tag in tags) | {
    "TY", "AU", "A1", "A2", "A3", "ED", "T2", "T3", "BT", *JOURNAL, *DATES, "Y2", "SP", "EP", "AB", "N2", "N1", "KW",
    "DO", "DI", "DOI", "UR", "L1", "L2", "LK", "SN", "ISSN", "PMID", "PMCID", "C2", "M3",
}  # fmt: skip


def csl_of(values: Values, line: int) -> tuple[dict[str, Any], str, str]:
    """A record as CSL-JSON, with its date as printed and as EDTF. Repairs are noted in `values`."""
    kind = _kind(values, line)
    csl: dict[str, Any] = {"type": kind, **texts(values, ALWAYS), **_container(values, kind), **_people(values, kind)}
    if kind in BOOKS and "title" not in csl:
        csl |= texts(values, {"title": ("BT",)})
    if "title" not in csl:
        values.mend("no-title", line)
    printed, edtf, issued = dated(values, *DATES)
    csl |= {"issued": issued} if issued else {}
    accessed = dated(values, "Y2")[2] if kind != "paper-conference" else {}
    csl |= {"accessed": accessed} if "date-parts" in accessed else {}
    csl |= texts(values, {"genre": ("M3",)}) if kind in ("thesis", "report") else {}
    return csl | _pages(values, kind) | _numbers(values) | _longer(values), printed, edtf


def _kind(values: Values, line: int) -> str:
    written = values.one("TY")
    if not written:
        values.mend("no-type", line)
    elif not (kind := kind_of(written)):
        values.mend("unknown-type", line, type=written[:60])
    else:
        return kind
    return UNKNOWN


def _container(values: Values, kind: str) -> dict[str, str]:
    if kind in INSIDE_BOOKS:
        return texts(values, {"container-title": ("T2", "BT", "C3", "JF", "JO"), "collection-title": ("T3",)})
    if kind in BOOKS:
        return texts(values, {"collection-title": ("T2", "T3")})
    found = texts(values, {"container-title": JOURNAL, "container-title-short": ("JA", "J2", "JI", "J9")})
    if found.get("container-title-short") == found.get("container-title") or kind not in PAPERS:
        found.pop("container-title-short", None)
    return found


def _people(values: Values, kind: str) -> dict[str, list[dict[str, str]]]:
    second = "editor" if kind in INSIDE_BOOKS or kind not in BOOKS else "collection-editor"
    third = "contributor" if kind == "thesis" else "collection-editor"
    places = (("author", ("AU", "A1")), ("editor", ("ED",)), (second, ("A2",)), (third, ("A3",)))
    found: dict[str, list[dict[str, str]]] = {}
    for role, tags in places:
        for written in _names(values, *tags):
            if (name := name_of(written)) not in found.setdefault(role, []):
                found[role].append(name)
    return found


def _names(values: Values, *tags: str) -> list[str]:
    """The names in these fields. One field may hold several, on lines of their own or with semicolons between."""
    names = []
    for field in values.all(*tags):
        if ";" in field.value:
            values.mend("names-in-one-field", field.line)
        names += [part.strip() for part in field.value.replace(";", "\n").split("\n")]
    return [name for name in names if name.strip(" ,")]


def _pages(values: Values, kind: str) -> dict[str, str]:
    first, last = values.one("SP"), values.one("EP")
    if kind in BOOKS and not last and (whole := re.fullmatch(r"(\d+) ?(?:p|pp|pages|tt?)?\.?", first)):
        return {"number-of-pages": whole[1]}
    page = pages(first, last) or values.one("C7")
    return {"page": page} if page else {}


def _numbers(values: Values) -> dict[str, str]:
    found = standard_numbers(values, "SN", "ISSN")
    found["DOI"] = doi_in(values, ("DO", "DI", "DOI"), ("UR", "L2", "LK", "M3", "L1"))
    found["URL"] = address_in(values, "UR", "L2", "LK", "L1")
    found["PMID"] = pmid_of(values.one("PMID")) or _prefixed(values, "AN", pmid_of)
    found["PMCID"] = pmcid_of(values.one("PMCID", "C2"))
    return {name: value for name, value in found.items() if value}


def _prefixed(values: Values, tag: str, read: Any) -> str:
    """A number that says itself what it is: accession numbers of other databases are digits, too."""
    written = values.one(tag)
    return str(read(written)) if not written[:1].isdigit() else ""


def _longer(values: Values) -> dict[str, str]:
    abstract = values.all("AB") or values.all("N2")
    found = {
        "abstract": paragraphs(abstract),
        "note": paragraphs(values.all("N1")),
        "keyword": keywords(values.all("KW")),
    }
    return {name: value for name, value in found.items() if value}
