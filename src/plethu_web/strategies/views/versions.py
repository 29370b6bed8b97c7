"""Versions of a strategy: all of them, one, two side by side, and having one back."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import showing
from plethu_web.strategies.actions.strategies import Conflict, save_version
from plethu_web.strategies.opened import opened
from plethu_web.strategies.queries import strategies as queries

ON_A_PAGE = 50


@in_review("read-strategies")
@require_safe
def versions(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """All versions, the latest first."""
    found = opened(access, pk)
    page = Paginator(queries.versions_of(found.strategy), ON_A_PAGE).get_page(request.GET.get("page"))
    context = found.context("versions", page=page, rows=showing.told_versions(page))
    return render(request, "strategies/versions.html", context)


@in_review("read-strategies")
@require_safe
def version(request: HttpRequest, access: Access, pk: int, number: int) -> HttpResponse:
    """One version as it was saved."""
    found = opened(access, pk)
    shown = queries.version_of(found.strategy, number)
    context = found.context("versions", shown=shown, blocks=queries.blocks_of(shown))
    return render(request, "strategies/version.html", context)


@in_review("read-strategies")
@require_safe
def compare(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Two versions side by side, with what differs marked."""
    found = opened(access, pk)
    latest = found.version.number
    new = queries.version_of(found.strategy, _number(request.GET.get("new", ""), latest))
    old = queries.version_of(found.strategy, _number(request.GET.get("old", ""), max(1, new.number - 1)))
    numbers = list(queries.versions_of(found.strategy).values_list("number", flat=True))
    context = found.context("versions", old=old, new=new, numbers=numbers, rows=showing.differences(old, new))
    return render(request, "strategies/compare.html", context)


@in_review("write-strategies")
@require_POST
def restore(request: HttpRequest, access: Access, pk: int, number: int) -> HttpResponse:
    """Have an earlier version back: it becomes the next one, and nothing between is lost."""
    found = opened(access, pk)
    shown = queries.version_of(found.strategy, number)
    try:
        save_version(
            by=access.person,
            strategy=found.strategy,
            expected=_number(request.POST.get("expected", ""), 0),
            blocks=queries.blocks_of(shown),
            formula=shown.formula,
            change="restored",
            block=str(number),
        )
    except Conflict as conflict:
        context = found.context("", **showing.conflict(found, None, conflict.now))
        return render(request, "strategies/conflict.html", context, status=409)
    return found.to("strategy", done="restored")


def _number(typed: str, otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 10 else otherwise
