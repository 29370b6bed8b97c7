"""One row of a table, or one object of a list, as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from plethu.evidence.dates import is_edtf
from plethu.evidence.printed_dates import edtf_of
from plethu.records.columns import MERGED, Columns, plain_name
from plethu.records.csl_dates import date_of, from_edtf
from plethu.records.csl_items import DATES, NAMES, TEXTS, item_of
from plethu.records.csl_types import TYPES, type_of
from plethu.records.identifiers import doi_of, doi_of_address, isbns_of, issns_of, pmcid_of, pmid_of
from plethu.records.people import people, person

ABSENT = frozenset(("na", "n/a", "nan", "null", "none", "nf", "-"))
_AUTHOR_ID = re.compile(r"\s*\(\d{6,}\)")
_RUN_TOGETHER = re.compile(r"(?<=[a-zß-ÿ]{2})(?<!Mc)(?<!Mac)(?=[A-Z][a-z]+[ -])")
_VOLUME_ISSUE = re.compile(r"(\w+)\s*[,(/:]\s*([\w-]+)\)?")
_PUBMED = re.compile(
    r"(?P<container>[^.]+)\. (?P<issued>\d{4}[^;:.]*)(?:;(?P<volume>[^(:;.]*)(?:\((?P<issue>[^)]*)\))?)?"
    r"(?::(?P<page>[^.;]+))?(?:[.;]|$)"
)
_EMBASE = re.compile(
    r"(?P<container>.+?) \((?P<year>\d{4})\)(?: (?P<volume>[^ :(]+))?(?::(?P<issue>[^ (]+))?(?: \((?P<page>[^)]+)\))?"
    r"(?:\. Date of Publication: (?P<issued>[^.]+))?"
)


class Row:
    """The cells of one row by the variables of their columns."""

    def __init__(self, columns: Columns, cells: Sequence[str]) -> None:
        self.columns, self.cells = columns, cells

    def all(self, variable: str) -> list[str]:
        """What the columns of a variable say, the best column first."""
        cells = (self.cells[place] for place in self.columns.places.get(variable, ()) if place < len(self.cells))
        return [text for cell in cells if (text := cell.strip()) and text.lower() not in ABSENT]

    def first(self, variable: str) -> str:
        return next(iter(self.all(variable)), "")


def csl_of(columns: Columns, cells: Sequence[str]) -> tuple[dict[str, Any], str, str]:
    """A row as CSL-JSON, its printed date and that date's EDTF."""
    row = Row(columns, cells)
    csl: dict[str, Any] = {}
    for variable in columns.places:
        if variable in NAMES:
            csl[variable] = _people(row, variable)
        elif variable in DATES and variable != "issued":
            csl[variable] = date_of(row.first(variable))
        elif variable in MERGED:
            csl[variable] = _merged(row, variable)
        elif variable in TEXTS:
            csl[variable] = row.first(variable)
    _cite(row, csl)
    _organise(row, csl)
    _identify(row, csl)
    printed, edtf = _dated(row, csl)
    csl["issued"] = from_edtf(edtf) or ({"literal": printed} if printed else None)
    csl = {
        "type": _kind(row, csl),
        **{name: value for name, value in csl.items() if value and not name.startswith("_")},
    }
    return _completed(row, csl), printed, edtf


def _people(row: Row, variable: str) -> list[dict[str, Any]]:
    cell = _AUTHOR_ID.sub("", row.first(variable))
    if any(plain_name(name) == "itemdoi" for name in row.columns.names):  # Springer puts no sign between two names
        names = [name for part in _RUN_TOGETHER.split(cell) if (name := part.strip())]
        return [dict(person(name)) for name in names]
    return [dict(name) for name in people(cell)]


def _merged(row: Row, variable: str) -> str:
    cells = dict.fromkeys(row.all(variable))
    if variable == "note":
        return "\n\n".join(cells)
    return "; ".join(dict.fromkeys(word for cell in cells for word in _words(cell)))


def _words(cell: str) -> list[str]:
    """The keywords of one cell: a list in brackets, or parted by semicolons, bars or lines, else by commas."""
    if cell.startswith("[") and cell.endswith("]"):
        found = re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", cell)
        if found:
            return [word for pair in found if (word := "".join(pair).strip())]
    separator = next((f"[{sign}]" for sign in (";", "|", "\n") if sign in cell), r",(?![^()]*\))")
    return [word for part in re.split(separator, cell) if (word := " ".join(part.split()))]


def _cite(row: Row, csl: dict[str, Any]) -> None:
    """What PubMed and Embase put into one cell: journal, volume, issue and pages."""
    for variable, pattern in (("citation", _PUBMED), ("embase-source", _EMBASE)):
        if found := pattern.match(row.first(variable)):
            parts = {name: (text or "").strip() for name, text in found.groupdict().items()}
            csl["_issued"] = parts.pop("issued") or parts.pop("year", "")
            csl["container-title"] = csl.get("container-title") or parts["container"]
            for name in ("volume", "issue", "page"):
                csl[name] = csl.get(name) or parts[name]
    first, last = row.first("page-first"), row.first("page-last")
    if first and not csl.get("page"):
        csl["page"] = f"{first}-{last}" if last and last != first else first
    csl.pop("page-first", None)
    if found := _VOLUME_ISSUE.fullmatch(row.first("volume-issue")):
        csl["volume"], csl["issue"] = csl.get("volume") or found[1], csl.get("issue") or found[2]


def _organise(row: Row, csl: dict[str, Any]) -> None:
    """An organisation stands where its document has no author, else where it has no publisher."""
    body = row.first("organisation")
    if body and not csl.get("author"):
        csl["author"] = [{"literal": " ".join(body.split())}]
    elif body and not csl.get("publisher"):
        csl["publisher"] = body


def _identify(row: Row, csl: dict[str, Any]) -> None:
    address, doi = csl.get("URL", ""), csl.get("DOI", "")
    csl["DOI"] = doi_of(doi) or doi or doi_of_address(address)
    csl["PMID"] = pmid_of(row.first("PMID")) or row.first("PMID")
    csl["PMCID"] = pmcid_of(row.first("PMCID")) or row.first("PMCID")
    csl["ISSN"] = ", ".join(issns_of(row.first("ISSN"))) or row.first("ISSN")
    csl["ISBN"] = ", ".join(isbns_of(row.first("ISBN"))) or row.first("ISBN")


def _dated(row: Row, csl: dict[str, Any]) -> tuple[str, str]:
    """The date in its own words: the column for it, else year with month and day, else what a citation says."""
    year = row.first("year")
    parts = _joined(year, row.first("month"), row.first("day")) if year else ""
    printed = row.first("issued") or parts or csl.get("_issued", "")
    edtf = printed if is_edtf(printed) else edtf_of(printed)
    return printed, edtf or (edtf_of(parts) or edtf_of(year) if printed != parts else edtf_of(year))


def _joined(year: str, month: str, day: str) -> str:
    """Year, month and day of three columns: as numbers where they are numbers, else as words."""
    if year.isdecimal() and month.isdecimal() and 0 < int(month) < 13 and (not day or day.isdecimal()):
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return " ".join(part for part in (day, month, year) if part)


def _kind(row: Row, csl: dict[str, Any]) -> str:
    """The first column that says it; else by what there is: a journal, a book's number, an address."""
    for said in row.all("type"):
        if kind := type_of(said) or (said if said in TYPES else ""):
            return kind
    if csl.get("container-title") and any(csl.get(name) for name in ("volume", "ISSN", "page", "DOI")):
        return "article-journal"
    if csl.get("PMID"):
        return "article-journal"
    if csl.get("ISBN"):
        return "chapter" if csl.get("container-title") else "book"
    return "webpage" if csl.get("URL") and not csl.get("DOI") and not csl.get("container-title") else "document"


def _completed(row: Row, csl: dict[str, Any]) -> dict[str, Any]:
    """With what stands in the column that holds CSL-JSON itself; a null there takes a variable out."""
    try:
        more = json.loads(row.first("csl") or "{}")
    except (ValueError, RecursionError):
        return csl
    if not isinstance(more, dict):
        return csl
    return {name: value for name, value in (csl | _kept(more)).items() if value is not None}


def _kept(more: dict[str, Any]) -> dict[str, Any]:
    known = item_of({"type": "document", **more})
    return {name: known.get(name) if value is not None else None for name, value in more.items() if name != "id"}
