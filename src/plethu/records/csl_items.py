"""One item of CSL-JSON as people and programs write it, made such as the rest of the library relies on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from plethu.records.csl_dates import Date, date_of
from plethu.records.csl_types import TYPES, type_of
from plethu.records.identifiers import doi_of, pmcid_of, pmid_of
from plethu.records.people import people, person
from plethu.records.streamed import cleaned

NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
    """.split()  # noqa: SIM905
)
DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date", "submitted"))
TEXTS = frozenset(
    """
    abstract annote archive archive_collection archive_location archive-place authority call-number
    chapter-number citation-key citation-label citation-number collection-number collection-title
    container-title container-title-short dimensions division DOI edition event event-title event-place
    first-reference-note-number genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language locator
    medium note number number-of-pages number-of-volumes original-publisher original-publisher-place
    original-title page page-first part part-title PMCID PMID printing publisher publisher-place references
    reviewed-genre reviewed-title scale section shortTitle source status supplement title title-short URL
    version volume volume-title volume-title-short year-suffix
    """.split()  # noqa: SIM905
)
VARIABLES = NAMES | DATES | TEXTS | {"type", "categories", "custom"}
PARTS = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal")
SWITCHES = ("comma-suffix", "static-ordering", "parse-names")
OLD_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short", "event": "event-title"}


def item_of(written: Mapping[str, Any]) -> dict[str, Any]:
    """The item without `id`: a known type, texts as text, names and dates in CSL's own shapes; nothing empty."""
    item: dict[str, Any] = {"type": _kind(written.get("type"))}
    for variable, value in written.items():
        if variable in NAMES:
            item[variable] = _names(value)
        elif variable in DATES:
            item[variable] = _date(value)
        elif variable in TEXTS:
            item.setdefault(OLD_NAMES.get(variable, variable), _text(value))
        elif variable == "categories" and isinstance(value, list):
            item[variable] = [text for part in value if (text := _text(part))]
        elif variable == "custom" and isinstance(value, dict):
            item[variable] = value
    _identify(item)
    return {variable: value for variable, value in item.items() if value}


def as_text(value: object) -> str:
    """A value as the text of a field: a text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _kind(value: object) -> str:
    return value if isinstance(value, str) and value in TYPES else type_of(str(value or "")) or "document"


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(text for part in value if (text := _text(part)))
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return "" if value is None else as_text(value)
    return cleaned(str(value))[0].strip()


def _names(value: object) -> list[dict[str, Any]]:
    if isinstance(value, str):
        return list(people(cleaned(value)[0]))
    return [name for part in value if (name := _name(part))] if isinstance(value, list) else []


def _name(value: object) -> dict[str, Any]:
    if isinstance(value, str):
        return dict(person(cleaned(value)[0])) if value.strip() else {}
    if not isinstance(value, dict):
        return {}
    name: dict[str, Any] = {part: text for part in PARTS if (text := _text(value.get(part)))}
    if "literal" not in name and "family" not in name and (text := _text(value.get("name"))):
        name["literal"] = text
    return name | {switch: value[switch] for switch in SWITCHES if name and value.get(switch)}


def _date(value: object) -> Date | None:
    if not isinstance(value, dict):
        return date_of(_text(value))
    date: Date = {key: text for key in ("literal", "raw") if (text := _text(value.get(key)))}
    parts = value.get("date-parts")
    numbers = [found for part in parts if (found := _numbers(part))] if isinstance(parts, list) else []
    if numbers:
        date["date-parts"] = numbers[:2]
    if _text(value.get("season")):
        date["season"] = _whole(value["season"])
    if value.get("circa"):
        date["circa"] = True
    if "date-parts" not in date and "literal" not in date and "raw" in date:
        return date_of(date["raw"])
    return date or None


def _numbers(part: object) -> list[int]:
    if not isinstance(part, list):
        return []
    numbers: list[int] = []
    for number in part[:3]:
        whole = _whole(number)
        if not isinstance(whole, int):
            break
        numbers.append(whole)
    return numbers


def _whole(value: object) -> int | str:
    text = _text(value)
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 7 else text


def _identify(item: dict[str, Any]) -> None:
    """DOI, PMID and PMCID without what is put before them; from Zotero's note, where it keeps them."""
    if doi := item.get("DOI"):
        item["DOI"] = doi_of(doi) or doi
    for variable, found_in in (("PMID", pmid_of), ("PMCID", pmcid_of)):
        if number := item.get(variable):
            item[variable] = found_in(number) or number
            continue
        lines = str(item.get("note") or "").splitlines()
        if found := next((found_in(line) for line in lines if line.startswith(f"{variable}:")), ""):
            item[variable] = found
