"""What can be asked about the log of searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.reporting.documents.csv_text import write_csv
from plethu_web.calls.models import Search
from plethu_web.calls.vocabulary import CITATION_BRANCHES
from plethu_web.reviews.queries.reviews import Access

_Said = Callable[[Search], object]
COLUMNS = (
    "strand", "branch", "place", "platform", "address", "query", "starts_from", "limits", "searched", "hits", "looked",
    "taken", "notes",
)  # fmt: skip


def searches_of(access: Access) -> QuerySet[Search]:
    """The log, the latest search first."""
    return Search.objects.filter(review=access.review).select_related("by")


def search_of(access: Access, pk: int) -> Search:
    """One search of this review; Http404 where there is none."""
    found = searches_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def as_csv(access: Access) -> str:
    """The log as a table, the earliest first, with the mark by which Excel knows UTF-8. No cell of it is a formula."""
    rows = Search.objects.filter(review=access.review).order_by("searched", "pk").values_list(*COLUMNS, "by")
    return "\ufeff" + write_csv([(*COLUMNS, "by"), *rows])


@dataclass(frozen=True, slots=True)
class Item:
    """An item of PRISMA-S that the log can answer: how many searches it concerns, and how many say it."""

    number: int
    words: Promise
    concerned: int
    said: int

    @property
    def standing(self) -> Promise:
        """Filled, missing, or nothing of the kind in the log."""
        if not self.concerned:
            return _("nothing of this kind is in the log")
        return _("filled") if self.said == self.concerned else _("missing")


NOT_HERE: tuple[tuple[int, Promise], ...] = (
    (3, _("Study registries")),
    (10, _("Search filters")),
    (11, _("Prior work")),
    (14, _("Peer review")),
    (16, _("Deduplication")),
)


def prisma_s(access: Access) -> list[Item]:
    """The items of PRISMA-S (Rethlefsen and others, 2021) that this log can answer, filled or missing."""
    log = list(Search.objects.filter(review=access.review))
    return [
        Item(number, words, len(concerned), sum(bool(said(search)) for search in concerned))
        for number, words, concerned, said in _items(log)
    ]


def _items(log: list[Search]) -> Iterator[tuple[int, Promise, list[Search], _Said]]:
    databases = [search for search in log if search.branch == "database"]
    sites = [search for search in log if search.branch == "website"]
    citations = [search for search in log if search.branch in CITATION_BRANCHES]
    typed = databases + sites
    yield 1, _("Name of each database, and its platform"), databases, lambda search: search.platform
    yield 2, _("Databases searched together, by platform"), _together(databases), lambda search: search.platform
    yield 4, _("Websites and their addresses"), sites, lambda search: search.address
    yield 5, _("Citation searching, and from which sources"), citations, lambda search: search.starts_from
    yield 6, _("Contacts who were asked"), _in(log, "suggestion"), lambda search: search.place
    yield 7, _("Other ways"), _in(log, "call"), lambda search: search.place
    yield 8, _("Each search as it was typed"), typed, lambda search: search.query
    yield 9, _("Limits and restrictions"), typed, lambda search: search.limits
    yield 12, _("Searches made again, with their dates"), _again(log), lambda search: search.searched
    yield 13, _("Date of each search"), log, lambda search: search.searched
    yield 15, _("Records found by each search"), log, lambda search: search.hits is not None


def _in(log: list[Search], branch: str) -> list[Search]:
    return [search for search in log if search.branch == branch]


def _together(databases: list[Search]) -> list[Search]:
    """Searches that name several databases at once."""
    return [search for search in databases if any(sign in search.place for sign in (",", ";", " + ", " & "))]


def _again(log: list[Search]) -> list[Search]:
    """Searches of the same words in the same place on another day."""
    days: dict[tuple[str, str], set[object]] = {}
    for search in log:
        days.setdefault((search.place, search.query), set()).add(search.searched)
    return [search for search in log if search.query and len(days[search.place, search.query]) > 1]
