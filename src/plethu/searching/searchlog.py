"""The log of searches as they were run, and what PRISMA-S asks of it.

Rethlefsen ML, Kirtley S, Waffenschmidt S, Ayala AP, Moher D, Page MJ, Koffel JB; PRISMA-S Group. PRISMA-S: an extension
to the PRISMA Statement for Reporting Literature Searches in Systematic Reviews. Syst Rev 2021;10:39.
doi:10.1186/s13643-020-01542-z. Sixteen items.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineRun:
    """One line as it stood on the platform, and the hits that the platform reported for it; None is not noted."""

    name: str
    text: str
    hits: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SearchRun:
    """One search of one database on one day.

    `as_run` is the strategy exactly as it was run, byte for byte; `sha256` its checksum (`checksum(as_run)`), kept so
    that a later change shows. `limits` in the searcher's words; `export_sha256` of the file of records that was taken.
    `rerun_of` is the `id` of the earlier run. Dates are ISO 8601.
    """

    id: str
    database: str
    platform: str
    date: str
    as_run: str
    sha256: str
    lines: tuple[LineRun, ...] = ()
    hits: int | None = None
    limits: str = ""
    by: str = ""
    export_sha256: str = ""
    rerun_of: str = ""
    coverage: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchLog:
    """All searches of a review and what else PRISMA-S asks. A text is empty, and a number None, until it is known.

    `registries` (item 3) and the texts are in the review's own words; "none" is an answer, empty is not.
    """

    runs: tuple[SearchRun, ...] = ()
    multi_database: str = ""
    registries: str = ""
    browsing: str = ""
    citations: str = ""
    contacts: str = ""
    other_methods: str = ""
    limits: str = ""
    filters: str = ""
    prior_work: str = ""
    updates: str = ""
    peer_review: str = ""
    records_identified: int | None = None
    records_after_deduplication: int | None = None
    deduplication: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One of the sixteen items. `answered` from data, `said` its answer in values, `lacking` codes of what to add.

    The name is `wording` of `search.prisma.<number>`, a lack `search.lacking.<code>`.
    """

    number: int
    answered: bool
    said: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
