"""Where the tags of MEDLINE belong in CSL-JSON."""

from __future__ import annotations

from typing import Any

from plethu.records.identifiers import doi_of, pmcid_of, pmid_of
from plethu.records.kinds import kind_of
from plethu.records.names import Name, name_of
from plethu.records.record import Field
from plethu.records.values import Values, address_in, dated, keywords, pages, paragraphs, standard_numbers, texts

SINGLE = ("PMID", "TI", "DP", "VI", "IP", "PG", "JT")
ALWAYS: dict[str, tuple[str, ...]] = {
    "title": ("TI", "BTI", "TT"), "container-title": ("JT", "T2"), "container-title-short": ("TA",), "volume": ("VI",),
    "issue": ("IP",), "edition": ("EN",), "publisher": ("PB",), "publisher-place": ("PL",), "language": ("LA",),
    "collection-title": ("CTI",), "archive_location": ("OID", "AN"),
}  # fmt: skip
OWNERS = dict.fromkeys(("NLM", "HSR", "KIE", "NASA", "PIP"), "PubMed")
PLACES = frozenset(tag for tags in ALWAYS.values() for tag in tags) | {
    "PMID", "PMC", "OWN", "AID", "LID", "SO", "PG", "DP", "DEP", "FAU", "AU", "CN", "FED", "ED", "AB", "OAB", "OT",
    "MH", "PT", "IS", "ISSN", "ISBN", "GN", "DB", "UR", "SN",
}  # fmt: skip


def csl_of(values: Values, line: int) -> tuple[dict[str, Any], str, str]:
    """A record as CSL-JSON, with its date as printed and as EDTF. Repairs are noted in `values`."""
    csl: dict[str, Any] = {"type": _kind(values), **texts(values, ALWAYS), **_people(values)}
    if title := csl.get("title", ""):
        csl["title"] = title[:-1] if title.endswith(".") and not title.endswith("..") else title
    else:
        values.mend("no-title", line)
    printed, edtf, issued = dated(values, *(("DP",) if "DP" in values.by else ("DEP",)))
    csl |= {"issued": issued} if issued else {}
    page = pages(values.one("PG"), "")
    csl |= {"page": page} if page else {}
    return csl | _numbers(values) | _longer(values), printed, edtf


def _kind(values: Values) -> str:
    """The first kind of publication that says more than that it is an article; an article in a journal otherwise."""
    kinds = [kind for field in values.all("PT") if (kind := kind_of(field.value))]
    in_journal = bool(values.one("JT", "TA"))
    for kind in kinds:
        if kind not in ("article-journal", "report", "speech") or not in_journal:
            return kind
    return "article-journal" if kinds or in_journal else "book" if values.one("BTI") else "document"


def _people(values: Values) -> dict[str, list[Name]]:
    full, short = values.all("FAU"), values.all("AU")
    authors = [_name(field, medline=not full) for field in full or short]
    authors += [{"literal": " ".join(field.value.split())} for field in values.all("CN")]
    editors = [_name(field, medline="FED" not in values.by) for field in values.all("FED") or values.all("ED")]
    return {role: names for role, names in (("author", authors), ("editor", editors)) if names}


def _name(field: Field, *, medline: bool) -> Name:
    return name_of(field.value, medline=medline)


def _numbers(values: Values) -> dict[str, str]:
    found = standard_numbers(values, "IS", "ISSN", "ISBN", "SN")
    found["DOI"] = _doi(values)
    found["PMID"] = pmid_of(values.one("PMID"))
    found["PMCID"] = pmcid_of(values.one("PMC"))
    found["URL"] = address_in(values, "UR", "LID", "AID")
    found["archive"] = values.one("DB") or OWNERS.get(values.one("OWN"), values.one("OWN"))
    return {name: value for name, value in found.items() if value}


def _doi(values: Values) -> str:
    fields = [*values.all("AID", "LID"), *values.all("SO")]
    return next((doi for field in fields if "[pii]" not in field.value and (doi := doi_of(field.value))), "")


def _longer(values: Values) -> dict[str, str]:
    found = {
        "abstract": paragraphs(values.all("AB") or values.all("OAB")),
        "note": paragraphs(values.all("GN")),
        "keyword": keywords(values.all("OT", "MH"), ";"),
    }
    return {name: value for name, value in found.items() if value}
