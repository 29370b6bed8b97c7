"""Translations of a strategy for other platforms, and for its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from plethu.reporting.search_findings import printed
from plethu.searching.platforms import PLATFORMS, platform
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies.opened import opened
from plethu_web.strategies.queries.runs import words_known
from plethu_web.strategies.translating import as_text, is_larger, totals_for, translated
from plethu_web.strategies.understanding import understand

MOST_TERMS = 1000  # of a strategy that is written for all platforms at once


@in_review("read-strategies")
@require_safe
def translations(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """All nine platforms to choose from, each with what it changes."""
    found = opened(access, pk)
    understood = understand(found.strategy, found.version)
    strategy = understood.strategy
    is_large = strategy is not None and is_larger(strategy, MOST_TERMS)
    rows = [
        (each, platform(each).name, totals_for(strategy, each) if strategy and not is_large else ())
        for each in PLATFORMS
    ]
    context = found.context("translations", rows=rows, understood=understood, is_large=is_large)
    return render(request, "strategies/translations.html", context)


@in_review("read-strategies")
@require_safe
def translation(request: HttpRequest, access: Access, pk: int, platform: str) -> HttpResponse:
    """The strategy and its translation side by side."""
    found = opened(access, pk)
    _known(platform)
    understood = understand(found.strategy, found.version)
    words = words_known(found.strategy)
    wanted = words if request.GET.get("words") else None
    shown = translated(understood.strategy, platform, wanted) if understood.strategy else None
    context = found.context(
        "translations",
        understood=understood,
        shown=shown,
        checked=printed(shown.checked, reading()) if shown else "",
        has_words=bool(words),
        with_words=bool(wanted),
    )
    return render(request, "strategies/translation.html", context)


@in_review("read-strategies")
@require_safe
def as_file(request: HttpRequest, access: Access, pk: int, platform: str) -> HttpResponse:
    """The translation as a text file."""
    found = opened(access, pk)
    _known(platform)
    understood = understand(found.strategy, found.version)
    if understood.strategy is None:
        raise Http404
    name = f"{slugify(found.strategy.name) or 'strategy'}-{platform}.txt"
    words = words_known(found.strategy) if request.GET.get("words") else None
    text = as_text(understood.strategy, platform, words or None)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _known(target: str) -> None:
    if target not in PLATFORMS:
        raise Http404
