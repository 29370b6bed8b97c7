"""Records as BibTeX: what came from BibTeX as it was, all else from its CSL-JSON, in UTF-8 and for BibLaTeX too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from plethu.records.bibtex_csl import DATES, ENTRY, FIELDS, IN_SERIES, KEY, KINDS, PEOPLE, SEVERAL, csl_of, is_article
from plethu.records.bibtex_fields import MONTHS
from plethu.records.bibtex_names import field_of_names
from plethu.records.csl_dates import edtf_from, printed_of
from plethu.records.latex import escaped
from plethu.records.record import Field, Record

ENTRIES = {kind: entry for entry, kind in reversed(KINDS.items())} | {
    "document": "misc", "webpage": "online", "post-weblog": "online", "post": "online", "article": "online",
    "manuscript": "unpublished", "thesis": "thesis", "report": "report", "motion_picture": "misc", "speech": "misc",
    "song": "misc", "broadcast": "misc", "interview": "misc", "article-newspaper": "article",
    "article-magazine": "article",
}  # fmt: skip
VERBATIM = ("url", "doi")
_SIGN = re.compile(r"\\.|[{}]", re.DOTALL)
_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")


def write(records: Iterable[Record], file: BinaryIO) -> int:
    """Writes all records; how many there were. Who has no key gets one that no other has."""
    keys: dict[str, int] = {}
    written = 0
    for record in records:
        file.write(entry(record, keys).encode("utf-8", "replace"))
        written += 1
    return written


def entry(record: Record, keys: dict[str, int]) -> str:
    """One entry. Its key is counted among those that are taken."""
    fields = fields_of(record)
    kind = next((field.value for field in fields if field.tag == ENTRY), "misc")
    key = _free_key(next((field.value for field in fields if field.tag == KEY), ""), record.csl, keys)
    body = "".join(f"  {field.tag} = {_delimited(field)},\n" for field in fields if field.tag not in (ENTRY, KEY))
    return f"@{kind}{{{key},\n{body}}}\n\n"


def fields_of(record: Record) -> list[Field]:
    """The fields as they were read; where the record was changed since, those of its CSL-JSON and unknown others."""
    if record.format != "bibtex":
        return list(generated(record.csl))
    if csl_of(record.fields)[0] == record.csl:
        return list(record.fields)
    made = list(generated(record.csl))
    known = {name for names in known_fields() for name in names}
    return made + [field for field in record.fields if field.tag.lower() not in known]


def generated(csl: dict[str, Any]) -> Iterator[Field]:
    """Fields for all of a CSL-JSON item that BibTeX or BibLaTeX has a place for."""
    kind = str(csl.get("type", "document"))
    fields = [Field(ENTRY, ENTRIES.get(kind, "misc")), Field(KEY, str(csl.get("citation-key", "")))]
    for variable, names in PEOPLE.items():
        if isinstance(csl.get(variable), list) and csl[variable]:
            fields.append(Field(names[0], field_of_names(csl[variable])))
    for variable, name in _places(kind).items():
        if variable in csl and isinstance(csl[variable], str | int | float):
            value = str(csl[variable])
            fields.append(Field(name, value if name in VERBATIM else escaped(value)))
    fields += _dates(csl)
    if csl.get("keyword"):
        words = str(csl["keyword"])
        fields.append(Field("keywords", escaped(words) + (";" if "," in words and ";" not in words else "")))
    if csl_of(fields)[0]["type"] != kind:
        fields.append(Field("entrysubtype", kind))
    yield from fields


def _places(kind: str) -> dict[str, str]:
    places = {variable: names[0] for variable, names in (FIELDS | SEVERAL).items()}
    places |= {"DOI": "doi", "URL": "url", "ISSN": "issn", "ISBN": "isbn", "PMID": "pmid", "PMCID": "pmcid"}
    places |= {"page": "pages", "issue": "issue", "number": "number", "collection-number": "seriesnumber"}
    if is_article(kind):
        places |= {"container-title": "journal", "issue": "number", "number": "eid"}
    else:
        places["container-title"] = "booktitle"
    if kind in IN_SERIES:
        places |= {"collection-number": "number", "number": "eid"}
    return places | {"publisher": {"report": "institution", "thesis": "school"}.get(kind, "publisher")}


def _dates(csl: dict[str, Any]) -> Iterator[Field]:
    for variable, names in DATES.items():
        if variable in csl:
            yield Field(names[0], edtf_from(csl[variable]) or escaped(printed_of(csl[variable])))
    if "issued" not in csl:
        return
    date = edtf_from(csl["issued"])
    found = _MONTH.fullmatch(date)
    if found:
        yield Field("year", found[1])
        if found[2]:
            yield Field("month", MONTHS[int(found[2]) - 1])
    else:
        yield Field("date", date or escaped(printed_of(csl["issued"])))


def known_fields() -> Iterator[tuple[str, ...]]:
    """The names of all fields that have a place in CSL-JSON."""
    yield from (FIELDS | PEOPLE | DATES | SEVERAL).values()
    yield (
        "url",
        "doi",
        "issn",
        "isbn",
        "pmid",
        "pmcid",
        "pages",
        "number",
        "issue",
        "eid",
        "year",
        "month",
        "day",
        "date",
    )
    yield ("keywords", "keyword", "key words", "subtitle", "entrysubtype", "seriesnumber", ENTRY, KEY)


def _delimited(field: Field) -> str:
    if field.tag.lower() == "month" and field.value.lower() in MONTHS:
        return field.value
    value = field.value + " " if re.search(r"(?<!\\)(?:\\\\)*\\$", field.value) else field.value
    return "{" + (value if _is_balanced(value) else re.sub(r"(\\.)|[{}]", r"\1", value)) + "}"


def _is_balanced(value: str) -> bool:
    depth = 0
    for found in _SIGN.finditer(value):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _free_key(wanted: str, csl: dict[str, Any], keys: dict[str, int]) -> str:
    key = re.sub(r"[,={}\"#%\\\n]+", "_", wanted).strip() or _made_key(csl)
    number = keys.get(key.lower(), 0) + 1
    keys[key.lower()] = number
    free = f"{key}-{number}"
    if wanted or (number == 1):
        return key
    return free if free.lower() not in keys else _free_key("", csl, keys)


def _made_key(csl: dict[str, Any]) -> str:
    people = csl.get("author") or csl.get("editor") or [{}]
    name = str(people[0].get("family") or people[0].get("literal") or "") or str(csl.get("title", ""))
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    year = edtf_from(csl.get("issued"))[:4]
    return (re.sub(r"[^A-Za-z]+", "", letters)[:20] or "record") + year
