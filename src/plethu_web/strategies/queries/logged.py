"""Runs at databases: entries of the log of searches that name a version of a strategy."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from plethu_web.calls.models import Search
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import LoggedRun, Strategy


def logged_of(strategy: Strategy) -> QuerySet[LoggedRun]:
    """The runs of a strategy at databases, the latest first."""
    found = LoggedRun.objects.filter(version__strategy=strategy)
    return found.select_related("search", "version", "by").order_by("-search__searched", "-pk")


def logged_run_of(strategy: Strategy, pk: int) -> LoggedRun:
    """One of them; Http404 where the strategy has none of that number."""
    found = logged_of(strategy).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def all_logged(access: Access) -> list[LoggedRun]:
    """All of a review, the earliest first."""
    found = LoggedRun.objects.filter(search__review=access.review)
    return list(found.select_related("search", "version__strategy", "by").order_by("search__searched", "pk"))


def searches_without(access: Access) -> list[Search]:
    """Searches of databases in the log that name no strategy."""
    with_one = LoggedRun.objects.filter(search__review=access.review).values("search")
    found = Search.objects.filter(review=access.review, branch="database").exclude(pk__in=with_one)
    return list(found.order_by("searched", "pk"))


def beside_search(access: Access, keys: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What the log says of its entries that ran a strategy: which, and the page with the text exactly as run."""
    found = LoggedRun.objects.filter(search__review=access.review, search__in=list(keys))
    return {
        each.pk: (
            _("%(name)s, version %(number)s") % {"name": each.version.strategy.name, "number": each.version.number},
            reverse("strategies:logged", args=[access.review.slug, each.version.strategy_id, each.pk]),
        )
        for each in found.select_related("version__strategy")
    }
