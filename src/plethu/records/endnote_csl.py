"""What the elements of EndNote's XML are in CSL-JSON, and back, in the dialects of EndNote, Mendeley and Zotero."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plethu.evidence.dates import is_edtf
from plethu.evidence.printed_dates import edtf_of
from plethu.records.csl_dates import date_of, edtf_from, from_edtf, printed_of
from plethu.records.csl_types import type_of
from plethu.records.identifiers import doi_of, isbns_of, issns_of, pmcid_of, pmid_of
from plethu.records.names import Name, name_of, written_name
from plethu.records.record import Field

AUTHORS = "contributors/authors/author"
PEOPLE = {
    "author": AUTHORS,
    "editor": "contributors/secondary-authors/author",
    "collection-editor": "contributors/tertiary-authors/author",
    "translator": "contributors/subsidiary-authors/author",
}
TEXTS = {
    "title": "titles/title",
    "title-short": "titles/short-title",
    "original-title": "titles/translated-title",
    "container-title-short": "periodical/abbr-1",
    "page": "pages",
    "volume": "volume",
    "publisher": "publisher",
    "publisher-place": "pub-location",
    "number-of-volumes": "num-vols",
    "abstract": "abstract",
    "language": "language",
    "genre": "work-type",
    "source": "remote-database-name",
    "section": "section",
    "call-number": "call-num",
    "annote": "research-notes",
    "archive": "archive",
}
ADDRESSES = ("urls/web-urls/url", "urls/related-urls/url", "urls/text-urls/url")
KINDS = {
    "article-journal": ("Journal Article", 17), "book": ("Book", 6), "chapter": ("Book Section", 5),
    "paper-conference": ("Conference Paper", 47), "report": ("Report", 27), "thesis": ("Thesis", 32),
    "webpage": ("Web Page", 12), "article-newspaper": ("Newspaper Article", 23),
    "article-magazine": ("Magazine Article", 19), "manuscript": ("Manuscript", 36), "map": ("Map", 20),
    "patent": ("Patent", 25), "personal_communication": ("Personal Communication", 26), "legislation": ("Statute", 31),
    "motion_picture": ("Film or Broadcast", 21), "graphic": ("Artwork", 2), "bill": ("Bill", 4),
    "legal_case": ("Case", 7), "figure": ("Figure", 37), "classic": ("Classical Work", 49),
    "software": ("Computer Program", 9), "hearing": ("Hearing", 14), "dataset": ("Dataset", 59),
    "entry-dictionary": ("Dictionary", 52), "entry-encyclopedia": ("Encyclopedia", 53), "pamphlet": ("Pamphlet", 24),
    "post-weblog": ("Blog", 56), "standard": ("Standard", 58), "document": ("Generic", 13),
    "interview": ("Interview", 64), "broadcast": ("Podcast", 62), "post": ("Social Media", 65),
}  # fmt: skip
PLACES = frozenset(
    (
        *TEXTS.values(), *PEOPLE.values(), *ADDRESSES, "ref-type", "ref-type@name", "notes", "titles/secondary-title",
        "titles/tertiary-title", "titles/alt-title", "periodical/full-title", "number", "issue", "edition", "isbn",
        "electronic-resource-num", "accession-num", "pmid", "custom2", "keywords/keyword", "dates/year", "access-date",
        "dates/pub-dates/date",
    )
)  # fmt: skip
_BY_NUMBER = {str(number): kind for kind, (_, number) in KINDS.items()} | {"28": "book", "10": "paper-conference"}
WITH_SERIES = ("book", "report", "thesis", "map", "pamphlet")  # their second title is that of a series
WITH_ISSUES = ("article", "periodical", "review")


class Values:
    """The values of a record by path."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.by: dict[str, list[str]] = {}
        for field in fields:
            if field.value:
                self.by.setdefault(field.tag, []).append(field.value)

    def all(self, *paths: str) -> list[str]:
        return [value for path in paths for value in self.by.get(path, ())]

    def first(self, *paths: str) -> str:
        return next((" ".join(value.split()) for value in self.all(*paths)), "")


def csl_of(fields: Sequence[Field]) -> tuple[dict[str, Any], str, str]:
    """A record as CSL-JSON, its printed date and that date's EDTF."""
    values = Values(fields)
    kind = type_of(values.first("ref-type@name")) or _BY_NUMBER.get(values.first("ref-type"), "document")
    csl: dict[str, Any] = {"type": kind}
    for variable, path in TEXTS.items():
        csl[variable] = values.first(path)
    for variable, path in PEOPLE.items():
        csl[variable] = [_name(text) for text in values.all(path)]
    for variable, path in (("abstract", "abstract"), ("note", "notes"), ("annote", "research-notes")):
        csl[variable] = "\n\n".join(_paragraphs(text) for text in values.all(path))
    csl |= _titled(values, kind) | _numbered(values, kind) | _identified(values)
    csl["keyword"] = "; ".join(dict.fromkeys(_keywords(values)))
    csl["accessed"] = date_of(values.first("access-date"))
    csl["URL"] = next((text.strip() for text in values.all(*ADDRESSES) if text.strip()), "")
    printed, edtf = _dated(values)
    csl["issued"] = from_edtf(edtf) or ({"literal": printed} if printed else None)
    return {variable: value for variable, value in csl.items() if value}, printed, edtf


def _name(text: str) -> Name:
    text = " ".join(text.split())
    if text.endswith(",") and text.strip(" ,"):
        return {"literal": text.strip(" ,")}  # how EndNote marks that this is no person
    return name_of(text)


def _paragraphs(text: str) -> str:
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _titled(values: Values, kind: str) -> dict[str, str]:
    second, third = values.first("titles/secondary-title"), values.first("titles/tertiary-title")
    periodical = values.first("periodical/full-title")
    if kind in WITH_SERIES:
        return {"collection-title": second or third, "container-title": periodical if periodical != second else ""}
    return {"container-title": second or periodical or values.first("titles/alt-title"), "collection-title": third}


def _numbered(values: Values, kind: str) -> dict[str, str]:
    number, issue, edition = values.first("number"), values.first("issue"), values.first("edition")
    found = {"edition": "" if re.match(r"\d{4}/\d", edition) else edition}  # PubMed's day of electronic publication
    if kind.startswith(WITH_ISSUES):
        return found | {"issue": issue or number}
    return found | {"number": number, "issue": issue}


def _identified(values: Values) -> dict[str, str]:
    numbers = " ".join(values.all("isbn"))
    issns, isbns = issns_of(numbers), isbns_of(numbers)
    doi = values.first("electronic-resource-num")
    accession = values.first("accession-num")
    provider = values.first("remote-database-provider", "remote-database-name").lower()
    medline = provider in ("nlm", "pubmed", "medline") or accession.upper().startswith("PMID")
    return {
        "DOI": doi_of(doi) or doi,
        "ISSN": ", ".join(issns),
        "ISBN": ", ".join(isbns) or ("" if issns else " ".join(numbers.split())),
        "PMID": values.first("pmid") or (pmid_of(accession) if medline else ""),
        "PMCID": next((found for text in values.all("custom2", "pmcid") if (found := pmcid_of(text))), ""),
    }


def _keywords(values: Values) -> Iterator[str]:
    for text in values.all("keywords/keyword"):
        yield from (word for part in re.split(r"[;\n]", text) if (word := " ".join(part.split())))


def _dated(values: Values) -> tuple[str, str]:
    """The day as printed together with the year, which often stands apart."""
    year, day = values.first("dates/year"), values.first("dates/pub-dates/date")
    if not day:
        return year, edtf_of(year)
    printed = day if not year or year in day else f"{day} {year}"
    edtf = day if is_edtf(day) else edtf_of(printed)
    return (printed, edtf) if edtf or not year else (printed, edtf_of(year))


def generated(csl: dict[str, Any]) -> Iterator[Field]:
    """A CSL-JSON item as fields of EndNote's XML, in the order in which EndNote writes them."""
    kind = str(csl.get("type", "document"))
    name, number = KINDS.get(kind) or ("Generic", 13)
    yield Field("ref-type", str(number))
    yield Field("ref-type@name", name)
    for variable, path in PEOPLE.items():
        yield from (Field(path, _written(person)) for person in csl.get(variable) or ())
    for variable, path in _places(kind).items():
        if variable in csl and isinstance(csl[variable], str | int | float):
            yield Field(path, str(csl[variable]))
    yield from (Field("keywords/keyword", word) for word in str(csl.get("keyword", "")).split("; ") if word)
    yield from _dates(csl)


def _places(kind: str) -> dict[str, str]:
    second, third = "titles/secondary-title", "titles/tertiary-title"
    places = TEXTS | {"container-title": second, "collection-title": third, "edition": "edition", "note": "notes"}
    if kind in WITH_SERIES:
        places |= {"container-title": "periodical/full-title", "collection-title": second}
    places |= {"issue": "number"} if kind.startswith(WITH_ISSUES) else {"number": "number", "issue": "issue"}
    places |= {"ISSN": "isbn", "ISBN": "isbn", "DOI": "electronic-resource-num", "URL": "urls/related-urls/url"}
    return places | {"PMID": "pmid", "PMCID": "custom2"}


def _dates(csl: dict[str, Any]) -> Iterator[Field]:
    date = edtf_from(csl.get("issued"))
    if re.fullmatch(r"\d{4}", date):
        yield Field("dates/year", date)
    elif printed := date or printed_of(csl.get("issued")):
        if date[:4].isdigit():
            yield Field("dates/year", date[:4])
        yield Field("dates/pub-dates/date", printed)
    if accessed := edtf_from(csl.get("accessed")) or printed_of(csl.get("accessed")):
        yield Field("access-date", accessed)


def _written(name: Name) -> str:
    return f"{name['literal']}," if name.get("literal") else written_name(name)
