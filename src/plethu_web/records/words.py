"""Names for what records are made of: kinds, variables, and what a list can be narrowed to."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "article-journal": _("journal article"),
    "article-magazine": _("magazine article"),
    "article-newspaper": _("newspaper article"),
    "article": _("paper"),
    "report": _("report"),
    "book": _("book"),
    "chapter": _("chapter"),
    "paper-conference": _("conference paper"),
    "thesis": _("thesis"),
    "webpage": _("web page"),
    "post-weblog": _("blog post"),
    "post": _("social media post"),
    "motion_picture": _("film"),
    "broadcast": _("broadcast or podcast"),
    "song": _("sound recording"),
    "speech": _("talk or slides"),
    "interview": _("interview"),
    "dataset": _("dataset"),
    "software": _("software"),
    "legislation": _("legislation"),
    "bill": _("bill"),
    "legal_case": _("legal case"),
    "standard": _("standard"),
    "map": _("map"),
    "figure": _("figure"),
    "graphic": _("picture"),
    "pamphlet": _("leaflet"),
    "manuscript": _("manuscript"),
    "personal_communication": _("letter or e-mail"),
    "event": _("event"),
    "document": _("document of another kind"),
}
VARIABLE_NAMES: dict[str, Promise] = {
    "type": _("Kind"),
    "title": _("Title"),
    "author": _("Authors"),
    "editor": _("Editors"),
    "issued": _("Date"),
    "container-title": _("Journal, book or site it is in"),
    "volume": _("Volume"),
    "issue": _("Issue"),
    "page": _("Pages"),
    "publisher": _("Publisher or organisation"),
    "publisher-place": _("Place of publication"),
    "event-title": _("Event"),
    "event-place": _("Place"),
    "DOI": _("DOI"),
    "PMID": _("PubMed id"),
    "PMCID": _("PubMed Central id"),
    "ISSN": _("ISSN"),
    "ISBN": _("ISBN"),
    "URL": _("Web address"),
    "accessed": _("Looked at on"),
    "language": _("Language"),
    "abstract": _("Abstract"),
    "keyword": _("Keywords"),
    "note": _("Note"),
    "title-short": _("Short title"),
    "container-title-short": _("Journal, in short"),
    "collection-title": _("Series"),
    "edition": _("Edition"),
    "number": _("Number"),
    "number-of-pages": _("Number of pages"),
    "genre": _("Sort"),
    "medium": _("Medium"),
    "source": _("From the database"),
    "archive": _("Archive"),
    "archive_location": _("Number in the archive or database"),
    "translator": _("Translators"),
    "/place": _("Place, corrected"),
    "/tier": _("How wide"),
    "/authority": _("Local authority"),
}
VARIABLE_HINTS: dict[str, Promise] = {
    "names": _("One a line: “Family, Given” for a person, the whole name for an organisation."),
    "date": _("As it is printed. What can be computed from it stands beside it."),
}
NAMES_OF_ONLY: dict[str, Promise] = {
    "repaired": _("read with repair"),
    "mended": _("mended by hand"),
    "no-abstract": _("without abstract"),
    "no-title": _("without title"),
    "no-year": _("without year"),
}


ORIGIN_NAMES: dict[str, Promise] = {
    "database": _("Database or site"),
    "platform": _("Platform"),
    "searched": _("Date of the search"),
    "strategy": _("Search strategy"),
    "strand": _("Strand"),
}


def name_of(variable: str) -> Promise | str:
    """The name of a variable of CSL; one that has none keeps its own."""
    return VARIABLE_NAMES.get(variable, variable)
