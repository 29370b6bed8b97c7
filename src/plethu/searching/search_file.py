"""The search file of `search-query` (CoLRev): a strategy as JSON with its platform, databases, people and dates.

Its fields, as that project's reader takes them: `search_string` and `platform` must be there; `authors` is a list of
objects with `name` and perhaps `ORCID` and `email`; `date` an object with `data_entry` and `search_conducted`;
`database` a list of names; `record_info` and whatever else there is stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from plethu.searching.platforms import PLATFORMS, platform
from plethu.searching.searchlog import SearchRun, checksum

LARGEST = 5_000_000
OURS = {
    "ebscohost": "ebsco",
    "ebsco": "ebsco",
    "web of science": "wos",
    "wos": "wos",
    "pubmed": "pubmed",
    "ovid": "ovid",
    "scopus": "scopus",
    "proquest": "proquest",
    "embase": "embase",
    "embase.com": "embase",
    "cochrane": "cochrane",
    "cochrane library": "cochrane",
    "lens": "lens",
}


class NotASearchFile(ValueError):
    """What keeps a file from being read: `wording` of `search.file.<code>`; `found` is the reader's own reason.

    Codes: `too-large`, `not-json`, `wrong-kind`, `no-search`, `no-platform`.
    """

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code)
        self.code, self.found = code, found


class Author(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who made the search."""

    name: str
    ORCID: str = ""
    email: str = ""


class Dates(msgspec.Struct, frozen=True, omit_defaults=True):
    """When it was entered and when it was run, as written: `2019.07.01` in that project's files."""

    data_entry: str = ""
    search_conducted: str = ""


NO_DATES = Dates()


@dataclass(frozen=True, slots=True)
class SearchFile:
    """One search file. `rest` holds what it says beyond the fields known here."""

    search_string: str
    platform: str
    database: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    date: Dates = NO_DATES
    record_info: Mapping[str, Any] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def platform_id(self) -> str:
        """The platform as `plethu.searching.platforms` calls it, empty for one that is not known there."""
        name = " ".join(self.platform.casefold().split())
        return OURS.get(name) or (name if name in PLATFORMS else "")

    @property
    def conducted(self) -> str:
        """The date of the search as ISO 8601 writes it, where it is a date."""
        return self.date.search_conducted.strip().replace(".", "-")


def read_search_file(data: bytes) -> SearchFile:
    """A search file from its bytes. Raises NotASearchFile."""
    if len(data) > LARGEST:
        raise NotASearchFile("too-large", str(LARGEST))
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotASearchFile("not-json", str(error)) from error
    if not isinstance(found, dict):
        raise NotASearchFile("wrong-kind", type(found).__name__)
    for name, code in (("search_string", "no-search"), ("platform", "no-platform")):
        if not isinstance(found.get(name), str) or not found[name].strip():
            raise NotASearchFile(code)
    if isinstance(found.get("database"), str):
        found["database"] = [found["database"]]
    known = {name: found.pop(name) for name in _KNOWN if found.get(name) is not None}
    try:
        return msgspec.convert({**known, "rest": found}, SearchFile)
    except msgspec.ValidationError as error:
        raise NotASearchFile("wrong-kind", str(error)) from error


_KNOWN = ("search_string", "platform", "database", "authors", "date", "record_info")


def write_search_file(file: SearchFile) -> bytes:
    """The search file as that project's reader takes it; the search string byte for byte."""
    fields = {name: getattr(file, name) for name in _KNOWN}
    return msgspec.json.format(msgspec.json.encode({**fields, **file.rest}), indent=4) + b"\n"


def of_run(run: SearchRun, platform_id: str = "") -> SearchFile:
    """The search file of a run of the log. `platform_id` where the run's own name of the platform is another."""
    name = platform(platform_id).name if platform_id in PLATFORMS else run.platform
    who = (Author(run.by),) if run.by else ()
    return SearchFile(run.as_run, name, run.databases, who, Dates(search_conducted=run.date.replace("-", ".")))


def as_run(file: SearchFile, id: str) -> SearchRun:
    """A run of the log from a search file. What the file does not say stays empty."""
    who = "; ".join(author.name for author in file.authors)
    text = file.search_string
    return SearchRun(id, "; ".join(file.database), file.platform, file.conducted, text, checksum(text), by=who)
