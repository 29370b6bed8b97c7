"""Runs over the review's own records: asking for one, what came of it, and a translation held against the source."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from plethu.searching.platforms import PLATFORMS, platform
from plethu_web.jobs.queries import job_for
from plethu_web.jobs.telling import tell
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import run_shown
from plethu_web.strategies.actions import runs as actions
from plethu_web.strategies.forms.runs import RunForm
from plethu_web.strategies.opened import form_of, opened, opened_for_change
from plethu_web.strategies.queries import runs as queries
from plethu_web.strategies.understanding import understand

ON_A_PAGE = 30


@in_review("read-strategies")
@require_safe
def runs(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """All runs, the latest first."""
    found = opened(access, pk)
    page = Paginator(queries.runs_of(found.strategy), ON_A_PAGE).get_page(request.GET.get("page"))
    understood = understand(found.strategy, found.version)
    records = queries.records_to_search(found.strategy).count()
    context = found.context("runs", page=page, understood=understood, records=records)
    return render(request, "strategies/runs.html", context)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Ask for a run of the version that counts. A job does it."""
    found = opened_for_change(access, pk)
    before = queries.runs_of(found.strategy).first()
    begun = (
        {"known": before.known_text, "known_import": before.known_import_id, "targets": before.targets}
        if before
        else {}
    )
    imports = queries.imports_there(access)
    form = form_of(request, RunForm, begun, imports=imports, source=found.strategy.platform)
    if form.is_valid():
        given = form.cleaned_data
        made = actions.start_run(
            by=access.person,
            access=access,
            version=found.version,
            known_text=given["known"],
            known_import=next((each for each in imports if str(each.pk) == given["known_import"]), None),
            targets=given["targets"],
        )
        return found.to("run", made.pk)
    context = found.context("", form=form)
    return render(request, "strategies/new_run.html", context, status=400 if form.is_bound else 200)


@in_review("read-strategies")
@require_safe
def run(request: HttpRequest, access: Access, pk: int, id: uuid.UUID) -> HttpResponse:
    """One run: how far it is, then what it gave."""
    found = opened(access, pk)
    row = queries.run_of(found.strategy, id)
    job = job_for(access.person, row.job) if row.job and not row.done else None
    told = tell(job) if job else None
    context = found.context("runs", run=row, job=told, back=request.path, **run_shown.shown(access, row))
    return render(request, "strategies/run.html", context)


@in_review("read-strategies")
@require_safe
def compared(request: HttpRequest, access: Access, pk: int, id: uuid.UUID, platform: str) -> HttpResponse:
    """What a translation gains and loses on the review's own records, record by record."""
    found = opened(access, pk)
    row = queries.run_of(found.strategy, id)
    result = row.result.get("compared", {}).get(platform)
    if result is None or platform not in PLATFORMS or result["is_impossible"]:
        raise Http404
    context = found.context(
        "runs", run=row, target=_name(platform), found=result, **run_shown.comparison(access, result)
    )
    return render(request, "strategies/compared.html", context)


def _name(target: str) -> str:
    return platform(target).name
