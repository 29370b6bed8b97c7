"""The log of a review's searches as the library reports it, and the items of PRISMA-S in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from plethu.reporting.search_appendix_parts import told_item, told_lack
from plethu.searching.platforms import platform
from plethu.searching.prisma_s import Item, items
from plethu.searching.searchlog import LineRun, SearchLog, SearchRun, sealed
from plethu.wording import say
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import LoggedRun
from plethu_web.strategies.peer_reviewing import as_library
from plethu_web.strategies.queries.answers import all_peer_reviews
from plethu_web.strategies.queries.logged import all_logged, searches_without
from plethu_web.strategies.queries.strategies import plan_of

NOBODY = "–"  # where a name would stand


def log_of(access: Access) -> SearchLog:
    """All searches of databases in the log, those without a strategy too, with what the review says besides.

    Who searched and who reviewed is left out for somebody who does not see the team.
    """
    said: dict[str, Any] = plan_of(access).reporting
    logged = tuple(_runs(all_logged(access)))
    others = tuple(
        sealed(
            SearchRun(f"{row.pk}", row.place, row.platform, f"{row.searched}", row.query, "", (), row.hits, row.limits)
        )
        for row in searches_without(access)
    )
    runs = tuple(sorted((*logged, *others), key=lambda run: run.date))
    reviews = tuple(as_library(row) for row in all_peer_reviews(access))
    if not access.can("see-team"):
        runs = tuple(replace(run, by=NOBODY) if run.by else run for run in runs)
        reviews = tuple(replace(review, reviewer=NOBODY) for review in reviews)
    return SearchLog(runs=runs, peer_reviews=reviews, **said)


def _runs(rows: list[LoggedRun]) -> Iterator[SearchRun]:
    """The runs in their order; one that repeats the strategy at the same database names the one before it."""
    before: dict[tuple[int, str, str], str] = {}
    for row in rows:
        search, key = row.search, (row.version.strategy_id, row.search.place, row.platform)
        yield SearchRun(
            id=f"{row.pk}",
            database=search.place,
            platform=search.platform or platform(row.platform).name,
            date=f"{search.searched:%Y-%m-%d}",
            as_run=row.text,
            sha256=row.sha256,
            lines=tuple(LineRun(line["name"], line["text"], line["count"]) for line in row.lines),
            hits=search.hits,
            limits=search.limits,
            by=row.by.name,
            rerun_of=before.get(key, ""),
        )
        before[key] = f"{row.pk}"


@dataclass(frozen=True, slots=True)
class ToldItem:
    """One item of PRISMA-S in words."""

    number: int
    name: str
    answered: bool
    said: tuple[str, ...]
    lacking: tuple[str, ...]


def told_items(log: SearchLog) -> list[ToldItem]:
    """All sixteen items in words."""
    return [_told(item) for item in items(log)]


def _told(item: Item) -> ToldItem:
    language = reading()
    name = say(f"search.prisma.{item.number}", language)
    lacking = tuple(told_lack(each, language) for each in item.lacking)
    return ToldItem(item.number, name, item.answered, told_item(item, language), lacking)
