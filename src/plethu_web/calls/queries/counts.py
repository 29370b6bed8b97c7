"""Counts of what was sent in and of searches, as rows for a figure and its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from plethu_web.calls.models import Referrer, Search
from plethu_web.calls.queries.submissions import sent_to
from plethu_web.calls.states import GONE, State
from plethu_web.calls.vocabulary import BRANCHES, ROUTES
from plethu_web.reviews.queries.reviews import Access

_GONE = Q(state__in=GONE)
_OPEN = Q(state__in=(State.NEW, State.ASKED))


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its numbers."""

    label: str | Promise
    numbers: tuple[int | None, ...]


def by_route(access: Access) -> list[Row]:
    """How many came by each route: sent in, accepted, withdrawn or deleted."""
    found = _sent(access, "route")
    known = [Row(words, found[code]) for code, words in ROUTES.items() if code in found]
    return known + ([Row(_("Not said"), found[""])] if "" in found else [])


def by_referrer(access: Access) -> list[Row]:
    """How many came through each body's link, bodies without any included."""
    found = _sent(access, "referrer")
    bodies = Referrer.objects.filter(call__review=access.review).order_by("name")
    return [Row(body.name, found.get(body.pk, (0, 0, 0))) for body in bodies]


def by_month(access: Access) -> list[Row]:
    """How many came in each month."""
    found = sent_to(access).annotate(month=TruncMonth("sent")).order_by("month").values_list("month")
    counted = found.annotate(**_NUMBERS)
    return [Row(date_format(month, "F Y"), tuple(numbers)) for month, *numbers in counted]


def searches_by_branch(access: Access) -> list[Row]:
    """Each branch: searches, hits, looked through, taken. What came through our own forms counts with its branch."""
    logged = {
        branch: list(numbers)
        for branch, *numbers in Search.objects.filter(review=access.review)
        .order_by()
        .values_list("branch")
        .annotate(Count("pk"), Sum("hits"), Sum("looked"), Sum("taken"))
    }
    for branch, call_is_null in (("suggestion", True), ("call", False)):
        _add(logged, branch, _through_forms(access, call_is_null))
    return [Row(words, tuple(logged[code])) for code, words in BRANCHES.items() if code in logged]


def _through_forms(access: Access, call_is_null: bool) -> tuple[int, int, int]:
    found = (
        sent_to(access)
        .filter(call__isnull=call_is_null)
        .aggregate(
            sent=Count("pk"),
            looked=Count("pk", filter=~_OPEN & ~_GONE),
            taken=Count("pk", filter=Q(state=State.ACCEPTED)),
        )
    )
    return found["sent"], found["looked"], found["taken"]


def _add(logged: dict[str, list[int | None]], branch: str, numbers: tuple[int, int, int]) -> None:
    if not numbers[0]:
        return
    before = logged.get(branch, [0, None, None, None])
    logged[branch] = [before[0], *((old or 0) + new for old, new in zip(before[1:], numbers, strict=True))]


_NUMBERS = {
    "sent_in": Count("pk"),
    "accepted": Count("pk", filter=Q(state=State.ACCEPTED)),
    "gone_again": Count("pk", filter=_GONE),
}


def _sent(access: Access, column: str) -> dict[Any, tuple[int, ...]]:
    found = sent_to(access).order_by().values_list(column).annotate(**_NUMBERS)
    return {value: tuple(numbers) for value, *numbers in found}
