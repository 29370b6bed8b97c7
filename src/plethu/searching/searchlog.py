"""The log of searches as they were run: what PRISMA-S asks is answered from it (`plethu.searching.prisma_s`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import msgspec

from plethu.searching.press import PeerReview

FORMAT = "plethu-search-log/1"


@dataclass(frozen=True, slots=True)
class LineRun:
    """One line as it stood on the platform, and the hits that the platform reported for it; None is not noted."""

    name: str
    text: str
    hits: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SearchRun:
    """One search on one day.

    `database` names several, parted by `;`, where they were searched at once. `as_run` is the strategy exactly as it
    was run, byte for byte; `sha256` its checksum, kept so that a later change shows. `limits` in the searcher's words
    ("none" is an answer, empty is not); `export_sha256` of the file of records that was taken. `rerun_of` is the `id`
    of the earlier run. `notes` say what its translation finds more or less. Dates are ISO 8601.
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

    @property
    def is_unchanged(self) -> bool:
        """Whether the strategy is still, to the byte, what was run."""
        return checksum(self.as_run) == self.sha256

    @property
    def databases(self) -> tuple[str, ...]:
        """The databases, one by one."""
        return tuple(name for part in self.database.split(";") if (name := " ".join(part.split())))


@dataclass(frozen=True, slots=True)
class SearchLog:
    """All searches of a review and what else PRISMA-S asks. A text is empty, and a number None, until it is known.

    The texts are in the review's own words; "none" is an answer, empty is not.
    """

    runs: tuple[SearchRun, ...] = ()
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
    peer_reviews: tuple[PeerReview, ...] = ()
    records_identified: int | None = None
    records_after_deduplication: int | None = None
    deduplication: str = ""


class NotALog(ValueError):
    """A file that holds no log of searches, or not one of this format. `args[0]` says what the reader of JSON found."""


def checksum(as_run: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal. Line ends and spaces count; lone surrogates pass."""
    return sha256(as_run.encode("utf-8", "surrogatepass")).hexdigest()


def sealed(run: SearchRun) -> SearchRun:
    """The run with the checksum of its strategy, to be called once, when it is entered."""
    return replace(run, sha256=checksum(run.as_run))


def latest(runs: Sequence[SearchRun]) -> tuple[SearchRun, ...]:
    """The runs that no later one repeats."""
    repeated = {run.rerun_of for run in runs}
    return tuple(run for run in runs if run.id not in repeated)


def earlier(run: SearchRun, runs: Sequence[SearchRun]) -> SearchRun | None:
    """The run that this one repeats, if it is in the log."""
    return next((each for each in runs if run.rerun_of and each.id == run.rerun_of), None)


def drifted(run: SearchRun, before: SearchRun, tolerance: float = 0.1) -> bool:
    """Whether the hits of a rerun differ from those before by more than the share `tolerance`.

    Ten per cent is what Rethlefsen ML et al. (2024) took for reproduced. False where a count is missing.
    """
    if run.hits is None or before.hits is None:
        return False
    return abs(run.hits - before.hits) > before.hits * tolerance


def identified(log: SearchLog) -> int | None:
    """All records identified: as stated, else the sum of the latest runs; None where a count is missing."""
    if log.records_identified is not None:
        return log.records_identified
    hits = [run.hits for run in latest(log.runs)]
    known = [each for each in hits if each is not None]
    return sum(known) if hits and len(known) == len(hits) else None


def to_json(log: SearchLog) -> bytes:
    """The log as a file that another installation can read."""
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, **msgspec.to_builtins(log)}), indent=2) + b"\n"


def from_json(data: bytes) -> SearchLog:
    """A log from such a file. Raises NotALog."""
    try:
        found = msgspec.json.decode(data)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            raise NotALog(FORMAT)
        return msgspec.convert(found, SearchLog)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotALog(str(error)) from error
