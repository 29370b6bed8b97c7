"""Where the records of a file come from: what a flow diagram and a search log need to say of them."""

from __future__ import annotations

from plethu.evidence.frozen import Frozen

# How records were found, as PRISMA 2020 tells routes apart, and the call for cases beside them.
ROUTES = ("database", "register", "website", "citation", "members", "call", "other")


class Origin(Frozen, frozen=True):
    """The origin of an import. Text is as the searcher gave it; `searched` is a date in EDTF; empty is not known.

    `hits` is what the database said that it found, to be held against the records that came.
    """

    route: str = ""
    database: str = ""
    platform: str = ""
    searched: str = ""
    strategy: str = ""
    hits: int | None = None
