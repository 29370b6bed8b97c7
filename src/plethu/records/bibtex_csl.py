"""What the entries and fields of BibTeX and BibLaTeX are in CSL-JSON, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from plethu.evidence.dates import is_edtf
from plethu.evidence.printed_dates import MONTHS, edtf_of
from plethu.records.bibtex_names import names_of_field
from plethu.records.csl_dates import date_of, from_edtf
from plethu.records.csl_types import TYPES, type_of
from plethu.records.identifiers import doi_of, issns_of, pmcid_of, pmid_of
from plethu.records.latex import plain, verbatim
from plethu.records.record import Field

ENTRY, KEY = "entry type", "entry key"  # tags that no field of an entry can have
KINDS = {
    "article": "article-journal", "suppperiodical": "article-journal", "book": "book", "mvbook": "book",
    "collection": "book", "mvcollection": "book", "proceedings": "book", "mvproceedings": "book", "booklet": "pamphlet",
    "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "bookinbook": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "inreference": "entry-encyclopedia", "reference": "book", "techreport": "report", "report": "report",
    "manual": "report", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage", "misc": "document",
    "unpublished": "manuscript", "dataset": "dataset", "data": "dataset", "software": "software", "patent": "patent",
    "periodical": "periodical", "movie": "motion_picture", "video": "motion_picture", "audio": "song",
    "music": "musical_score", "artwork": "graphic", "image": "graphic", "letter": "personal_communication",
    "performance": "performance", "standard": "standard", "legislation": "legislation", "jurisdiction": "legal_case",
    "bill": "bill", "review": "review", "presentation": "speech", "talk": "speech", "newspaper": "article-newspaper",
    "magazine": "article-magazine", "preprint": "article", "blog": "post-weblog",
}  # fmt: skip
# The first field of a variable is the one it is written to. Later ones are read where the first is not there.
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "title-short": ("shorttitle",),
    "container-title": ("journaltitle", "booktitle", "journal", "maintitle", "journal-full", "fjournal"),
    "container-title-short": ("shortjournal", "journal-iso", "abbrev_source_title", "journal_abbrev"),
    "collection-title": ("series",),
    "volume": ("volume",),
    "number-of-volumes": ("volumes",),
    "number-of-pages": ("pagetotal", "numpages", "page_count"),
    "edition": ("edition",),
    "publisher": ("publisher", "institution", "school", "organization", "assignee"),
    "publisher-place": ("address", "city", "location", "place"),
    "event-title": ("eventtitle", "conference", "event", "meeting"),
    "event-place": ("venue", "event-place", "eventplace"),
    "genre": ("type",),
    "medium": ("howpublished",),
    "chapter-number": ("chapter",),
    "version": ("version",),
    "status": ("pubstate",),
    "abstract": ("abstract",),
    "language": ("language", "langid"),
    "source": ("library", "source", "database"),
    "archive": ("archive",),
    "archive_location": ("archive_location",),
    "call-number": ("lccn", "callnumber", "call-number"),
    "section": ("section",),
    "scale": ("scale",),
    "dimensions": ("dimensions",),
    "original-title": ("origtitle",),
    "part-title": ("parttitle",),
    "page-first": ("startpage",),
    "authority": ("authority",),
    "jurisdiction": ("jurisdiction",),
}
PEOPLE: dict[str, tuple[str, ...]] = {
    "author": ("author",), "editor": ("editor",), "translator": ("translator",), "container-author": ("bookauthor",),
    "collection-editor": ("serieseditor",), "director": ("director",), "interviewer": ("interviewer",),
    "performer": ("performer",), "producer": ("producer",), "composer": ("composer",), "illustrator": ("illustrator",),
    "contributor": ("contributor",), "recipient": ("recipient",), "guest": ("guest",), "host": ("host",),
    "reviewed-author": ("reviewedauthor",), "script-writer": ("scriptwriter",), "organizer": ("organizer",),
}  # fmt: skip
FIELDS |= {
    name: (name,)
    for name in (
        *("archive_collection", "archive-place", "citation-label", "division", "locator", "original-publisher", "part"),
        *("original-publisher-place", "printing", "reviewed-genre", "reviewed-title", "supplement", "volume-title"),
        *("volume-title-short", "year-suffix"),
    )
}
PEOPLE |= {
    name: (name,)
    for name in (
        *("chair", "compiler", "curator", "editorial-director", "executive-producer", "narrator", "original-author"),
        *("series-creator",),
    )
}
ADDRESSES = ("url", "link", "biburl")
DATES: dict[str, tuple[str, ...]] = {
    "accessed": ("urldate", "accessed", "lastchecked"),
    "event-date": ("eventdate",),
    "original-date": ("origdate",),
    "available-date": ("available-date",),
    "submitted": ("submitted",),
}
SEVERAL: dict[str, tuple[str, ...]] = {"note": ("note", "addendum"), "annote": ("annote", "annotation", "comment")}
WORDS = ("keywords", "keyword", "key words", "keywords-plus", "author_keywords", "mesh", "tags")
IN_SERIES = ("book", "chapter", "paper-conference", "entry-encyclopedia")


def _by_field(places: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {name: variable for variable, names in places.items() for name in names}


_PLAIN, _PEOPLE, _SEVERAL, _DATES = _by_field(FIELDS), _by_field(PEOPLE), _by_field(SEVERAL), _by_field(DATES)


class Fields:
    """The fields of an entry by name in small letters, values as written, all that have any."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._values: dict[str, list[str]] = {}
        for field in fields:
            if field.value.strip():
                self._values.setdefault(field.tag.lower(), []).append(field.value)

    @property
    def names(self) -> Iterable[str]:
        """The names of all fields."""
        return self._values.keys()

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self._values.get(name, ())]

    def first(self, *names: str) -> str:
        return next((self._values[name][0] for name in names if name in self._values), "")


def csl_of(fields: Iterable[Field]) -> tuple[dict[str, Any], str, str]:
    """An entry as CSL-JSON, its printed date and that date's EDTF."""
    written = Fields(fields)
    csl: dict[str, Any] = {"type": _kind(written)}
    for name in written.names:
        if variable := _PLAIN.get(name):
            csl[variable] = plain(written.first(*FIELDS[variable]))
        elif variable := _PEOPLE.get(name):
            csl[variable] = names_of_field(written.first(*PEOPLE[variable]))
        elif variable := _SEVERAL.get(name):
            csl[variable] = "\n\n".join(map(plain, written.all(*SEVERAL[variable])))
        elif variable := _DATES.get(name):
            csl[variable] = date_of(plain(written.first(*DATES[variable])))
    csl |= _identified(written) | _numbered(written, csl["type"])
    csl["title"] = _titled(written)
    csl["keyword"] = "; ".join(_words(written))
    if csl["type"] == "paper-conference" and "event-place" not in csl and len(written.all("address", "location")) > 1:
        csl["event-place"] = plain(written.first("location"))
    printed, edtf = dated(written)
    csl["issued"] = from_edtf(edtf) or ({"literal": printed} if printed else None)
    csl["citation-key"] = written.first(KEY)
    return {variable: value for variable, value in csl.items() if value}, printed, edtf


def dated(written: Fields) -> tuple[str, str]:
    """The date of an entry in its own words, and as EDTF."""
    if date := plain(written.first("date")):
        return date, date if is_edtf(date) else edtf_of(date)
    year, month, day = (plain(written.first(name)) for name in ("year", "month", "day"))
    printed = " ".join(part for part in (day, month, year) if part) or plain(written.first("issue_date"))
    if re.fullmatch(r"\d{1,4}", year) and not day and (not month or month.isdigit() or month.lower() in MONTHS):
        number = int(month) if month.isdecimal() and len(month) < 3 else MONTHS.get(month.lower(), 0)
        exact = f"{int(year):04d}" + (f"-{number:02d}" if 0 < number < 13 or 20 < number < 25 else "")
        return printed, exact if is_edtf(exact) else ""
    return printed, edtf_of(printed)


def _kind(written: Fields) -> str:
    if (exact := written.first("entrysubtype")) in TYPES:
        return exact
    entry = written.first(ENTRY).lower()
    kind = KINDS.get(entry) or type_of(entry) or "document"
    if entry in ("misc", "article", "electronic") and (said := type_of(plain(written.first("type")))):
        return said
    if entry == "article" and type_of(exact or "") in ("article-magazine", "article-newspaper"):
        return type_of(exact)
    return kind


def _titled(written: Fields) -> str:
    title, subtitle = plain(written.first("title")), plain(written.first("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _identified(written: Fields) -> dict[str, str]:
    doi = verbatim(written.first("doi"))
    eprint_kind = written.first("eprinttype", "archiveprefix").lower()
    eprint = verbatim(written.first("eprint"))
    noted = next((found[1] for note in written.all("note") if (found := re.fullmatch(r"\s*PMID: ?(\d+)\s*", note))), "")
    issn, isbn = plain(written.first("issn")), plain(written.first("isbn"))
    return {
        "DOI": doi_of(doi) or doi,
        "URL": next((verbatim(value) for value in written.all(*ADDRESSES)), ""),
        "ISSN": ", ".join(issns_of(issn)) or issn,
        "ISBN": isbn,
        "PMID": pmid_of(written.first("pmid", "pubmed_id", "pubmed")) or (eprint if "pubmed" in eprint_kind else noted),
        "PMCID": pmcid_of(written.first("pmcid", "pmc")) or plain(written.first("pmcid")),
    }


def _numbered(written: Fields, kind: str) -> dict[str, str]:
    """Pages and the number, which is an issue's, a report's or a series' by the kind of document."""
    number, issue = plain(written.first("number")), plain(written.first("issue"))
    article = plain(written.first("eid", "art_number", "article-number", "articleno"))
    found = {"page": re.sub(r"\s*[–—-]+\s*", "-", plain(written.first("pages")))}
    in_series = plain(written.first("seriesnumber"))
    if is_article(kind):
        return found | {"issue": number or issue, "number": article, "collection-number": in_series}
    if kind in IN_SERIES:
        return found | {"collection-number": number or in_series, "issue": issue, "number": article}
    return found | {"number": number or article, "issue": issue, "collection-number": in_series}


def is_article(kind: str) -> bool:
    """Whether the number of a document of this kind is that of an issue."""
    return kind.startswith("article") or kind in ("periodical", "review", "review-book")


def _words(written: Fields) -> list[str]:
    values = written.all(*WORDS)
    parts = (part for value in values for part in re.split(r"[;\n]" if re.search(r"[;\n]", value) else ",", value))
    return list(dict.fromkeys(word for part in parts if (word := " ".join(plain(part).split()))))
