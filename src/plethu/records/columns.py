"""Columns of tables: what the programs that export records, and people, call each variable of CSL-JSON.

Names are compared in small letters without blanks and signs. Beside CSL's own variables there are parts of which
`column_values` makes one: `year`, `month`, `day`, `page-last`, `volume-issue`, `place`, `organisation`, `citation`,
`embase-source`, and `csl`, which holds what no cell can (see `table_writing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plethu.records.csl_items import VARIABLES
from plethu.records.formats import Mapping

KEPT = "Original: "  # before the name of a column that is kept beside the one made from it
JSON = "CSL-JSON"

# The first name of each variable is the one it is written under. Where a table has several, the first counts.
NAMES: dict[str, tuple[str, ...]] = {
    "type": (
        "Type", "Item type", "Document type", "Content type", "Type of reference", "Reference type",
        "Publication type", "Type name", "TY", "PT", "Kind", "Kind of document", "Source type", "Format", "Math",
        "Math o ddogfen", "Fformat", "type of evidence", "evidence type",
    ),
    "title": (
        "Title", "Document title", "Article title", "Item title", "Primary title", "TI", "T1", "Teitl",
        "Title of reference", "Case study", "Case study title", "Title of case study", "Case study name",
        "Project", "Project name", "Project title", "Name of project", "Astudiaeth achos",
        "Teitl yr astudiaeth achos", "Prosiect", "Enw'r prosiect", "Study title", "Name", "Enw",
    ),
    "author": (
        "Authors", "Author full names", "Author", "Author names", "First authors", "Author/s", "AU",
        "A1", "Creator", "Creators", "Awdur", "Awduron", "By", "Names of authors",
    ),
    "editor": ("Editors", "Editor", "Editor(s)", "Secondary authors", "ED", "A2", "Golygydd", "Golygyddion"),
    "translator": ("Translators", "Translator", "Cyfieithydd"),
    "issued": (
        "Date", "Publication date", "Date published", "Date printed", "Date of publication", "Published",
        "Pub date", "DA", "Dyddiad", "Dyddiad cyhoeddi", "Date as written", "When",
    ),
    "year": ("Year", "Publication year", "Published year", "Year of publication", "PY", "Y1", "Pub year", "Blwyddyn"),
    "month": ("Month", "Published month", "Publication month", "Pub month", "Mis"),
    "day": ("Day", "Published day", "Publication day", "Diwrnod"),
    "container-title": (
        "Publication title", "Journal", "Source title", "Journal/Book", "Journal title", "Journal name",
        "Publication name", "Publication", "Container title", "Secondary title", "Parent title", "Book title",
        "JO", "JF", "T2", "SO", "Published in", "Newspaper", "Website title", "Periodical", "Cyfnodolyn",
        "Cylchgrawn",
    ),
    "container-title-short": (
        "Journal abbreviation", "Abbreviated source title", "Journal ISO abbreviation", "JA", "J2",
        "Alternate name",
    ),
    "volume": ("Volume", "Journal volume", "VL", "Vol", "Cyfrol"),
    "issue": ("Issue", "Journal issue", "Issue number", "IS", "Rhifyn"),
    "page": ("Pages", "Page", "Page range", "PG", "Tudalennau"),
    "page-first": ("First page", "Start page", "Page start", "SP", "Beginning page"),
    "page-last": ("Last page", "End page", "Page end", "EP", "Ending page"),
    "volume-issue": ("Volume issue", "Volume/issue", "Volume and issue", "Cyfrol a rhifyn"),
    "number": ("Number", "Art. No.", "Article number", "Article No.", "Report number"),
    "number-of-pages": ("Number of pages", "Num pages", "Page count"),
    "number-of-volumes": ("Number of volumes",),
    "edition": ("Edition", "Argraffiad"),
    "collection-title": ("Series", "Book series title", "Series title", "T3", "Cyfres"),
    "collection-number": ("Series number",),
    "publisher": ("Publisher", "PB", "Institution", "Publisher name", "Cyhoeddwr"),
    "publisher-place": (
        "Publisher place", "Place published", "Publication place", "Place of publication", "City", "CY",
        "Publisher city", "Man cyhoeddi",
    ),
    "organisation": (
        "Organisation", "Organization", "Lead organisation", "Lead organization", "Organisation name",
        "Organization name", "Organisations", "Organizations", "Sefydliad", "Sefydliad arweiniol", "Sefydliadau",
        "Body", "Lead body", "Corff",
    ),
    "place": (
        "Place", "Location", "Where", "Lle", "Lleoliad", "Area", "Ardal", "Place as written", "Location printed",
        "Ble", "Place printed",
    ),
    "event-title": ("Event title", "Conference name", "Conference title", "Meeting name", "Conference", "Event"),
    "event-place": ("Event place", "Conference location", "Conference place"),
    "event-date": ("Event date", "Conference date"),
    "DOI": ("DOI", "Item DOI", "DO", "Digital object identifier", "DOI link"),
    "URL": (
        "URL", "Link", "Links", "URLs", "External URL", "UR", "Web address", "Website", "Weblink", "Web link",
        "Address", "Source URLs", "Dolen", "Gwefan", "Cyfeiriad gwe", "URL link", "Link to source", "Hyperlink",
    ),
    "accessed": ("Date accessed", "Access date", "Accessed", "Accessed on", "Dyddiad cyrchu"),
    "ISSN": ("ISSN", "ISSNs", "SN"),
    "ISBN": ("ISBN", "ISBNs"),
    "PMID": ("PMID", "PubMed ID", "Pubmed", "PM"),
    "PMCID": ("PMCID", "PMC ID", "PMC"),
    "abstract": (
        "Abstract", "Abstract note", "AB", "N2", "Summary", "Description", "Crynodeb", "Disgrifiad",
        "Abstract text",
    ),
    "keyword": (
        "Keywords", "Author keywords", "Index keywords", "Keyword", "Manual tags", "Automatic tags", "Tags", "KW",
        "DE", "IEEE terms", "Keywords plus", "MeSH terms", "Allweddeiriau", "Geiriau allweddol",
    ),
    "language": ("Language", "Language of original document", "LA", "Iaith"),
    "note": ("Notes", "Note", "Extra", "Comments", "Comment", "N1", "Nodiadau", "Nodyn"),
    "medium": ("Medium", "Cyfrwng"),
    "genre": ("Genre", "Thesis type", "Report type"),
    "title-short": ("Short title",),
    "original-title": ("Original title",),
    "source": ("Source", "Database", "Library catalog", "Database name", "Database provider", "Cronfa ddata"),
    "archive": ("Archive",),
    "archive_location": ("Archive location", "Loc. in archive"),
    "call-number": ("Call number",),
    "citation-key": ("Citation key", "Cite key", "BibTeX key"),
    "container-author": ("Book authors", "Book author"),
    "collection-editor": ("Series editors", "Series editor"),
    "reviewed-author": ("Reviewed authors", "Reviewed author"),
    "script-writer": ("Script writers", "Scriptwriter"),
    "performer": ("Performers", "Performer", "Cast member"),
    "director": ("Directors", "Director", "Cyfarwyddwr"),
    "interviewer": ("Interviewers", "Interviewer", "Cyfwelydd"),
    "producer": ("Producers", "Producer"),
    "composer": ("Composers", "Composer"),
    "contributor": ("Contributors", "Contributor"),
    "recipient": ("Recipients", "Recipient"),
    "guest": ("Guests", "Guest"),
    "citation": ("Citation",),
    "csl": (JSON,),
}  # fmt: skip
MERGED = ("keyword", "note")  # all columns count, not only the first


def plain_name(header: str) -> str:
    """A header as it is compared."""
    return re.sub(r"[\W_]+", "", header).lower()


_BY_NAME = {plain_name(variable): variable for variable in VARIABLES} | {
    plain_name(name): variable for variable, names in reversed(NAMES.items()) for name in names
}
_RANK = {plain_name(name): number for names in NAMES.values() for number, name in enumerate(names)}
_RANK["authorfullnames"] = -1  # Scopus has initials only in its other column


class Columns:
    """The columns of one table: their names, each once, and for each variable where it is read from, best first."""

    def __init__(self, headers: Sequence[str], mapping: Mapping | None = None) -> None:
        self.names = _named(headers)
        self.renamed = any(name != header.strip() for name, header in zip(self.names, headers, strict=True))
        self.variables = _variables(self.names, mapping or {})
        self.places: dict[str, list[int]] = {}
        for number, variable in enumerate(self.variables):
            if variable:
                self.places.setdefault(variable, []).append(number)
        for places in self.places.values():
            places.sort(key=lambda number: _RANK.get(plain_name(self.names[number]), 99))

    @property
    def known(self) -> int:
        """How many columns are known by name."""
        return sum(map(bool, self.variables))


def variable_of(header: str) -> str:
    """The variable that a column of this name holds; empty where the name says nothing."""
    return "" if header.startswith(KEPT) else _BY_NAME.get(plain_name(header), "")


def _named(headers: Sequence[str]) -> list[str]:
    """A name for every column: a number for those without, and another number behind a name that is there already."""
    names: list[str] = []
    taken: dict[str, int] = {}
    for number, header in enumerate(headers, 1):
        name = free = " ".join(header.split()) or f"Column {number}"
        while free.lower() in taken:
            taken[name.lower()] = again = taken.get(name.lower(), 1) + 1
            free = f"{name} ({again})"
        taken[free.lower()] = 1
        names.append(free)
    return names


def _variables(names: Sequence[str], mapping: Mapping) -> list[str]:
    """For each column its variable: the one it was given, else the one its name says among its neighbours."""
    given = {plain_name(name): variable for name, variable in mapping.items()}
    found = [given.get(plain_name(name), variable_of(name)) for name in names]
    plain = [plain_name(name) for name in names]
    paper = bool({"publisher", "ISBN", "ISSN", "container-title"} & set(found))
    for number, name in enumerate(plain):
        if name in given:
            continue
        if name == "number" and not paper:
            found[number] = ""  # of the row
        elif found[number] == "place":
            found[number] = "publisher-place" if paper else "event-place"
        elif name == "type" and "itemtype" in plain:
            found[number] = "genre"
        elif name == "source" and any(other.startswith("emtree") for other in plain):
            found[number] = "embase-source"
    return found
