"""Runs at databases: the log of searches, with the version that was run and the text exactly as it was."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plethu.searching.platforms import PLATFORMS, platform
from plethu.searching.strategy_writing import write_strategy
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies.actions import runs as actions
from plethu_web.strategies.forms.runs import LogRunForm
from plethu_web.strategies.opened import form_of, opened, opened_for_change
from plethu_web.strategies.queries import logged as queries
from plethu_web.strategies.understanding import understand

PLATFORM_NAMES = [(each, platform(each).name) for each in PLATFORMS]


@in_review("read-strategies")
@require_safe
def databases(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """All runs of the strategy at databases."""
    found = opened(access, pk)
    rows = [(each, platform(each.platform).name) for each in queries.logged_of(found.strategy)]
    understood = understand(found.strategy, found.version)
    context = found.context("databases", rows=rows, platforms=PLATFORM_NAMES, understood=understood)
    return render(request, "strategies/databases.html", context)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access, pk: int, platform: str) -> HttpResponse:
    """Log a run at a database: it goes into the log of searches, with the vendor's count for each line."""
    found = opened_for_change(access, pk)
    understood = understand(found.strategy, found.version)
    if platform not in PLATFORMS or understood.strategy is None:
        raise Http404
    written = write_strategy(understood.strategy, platform)
    is_own = platform == found.strategy.platform
    begun = {
        "database": found.strategy.database if is_own else "",
        "searched": timezone.localdate(),
        "text": written.numbered or written.whole.text,
    }
    form = form_of(request, LogRunForm, begun, lines=written.lines)
    if form.is_valid():
        made = actions.log_run(
            by=access.person,
            access=access,
            version=found.version,
            platform=platform,
            text=form.cleaned_data["text"],
            lines=form.counted(),
            made=form.made(dict(PLATFORM_NAMES)[platform]),
        )
        return found.to("logged", made.pk)
    context = found.context("", form=form, target=dict(PLATFORM_NAMES)[platform], lines=written.lines)
    return render(request, "strategies/log_run.html", context, status=400 if form.is_bound else 200)


@in_review("read-strategies")
@require_safe
def one(request: HttpRequest, access: Access, pk: int, run: int) -> HttpResponse:
    """One run at a database, exactly as it was."""
    found = opened(access, pk)
    row = queries.logged_run_of(found.strategy, run)
    context = found.context("databases", run=row, target=platform(row.platform).name)
    return render(request, "strategies/logged.html", context)
