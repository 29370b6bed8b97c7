"""How far a job is, stopping it, and starting it again. The page, or the part of it that a page fetches anew."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from plethu_web.accounts.signed_in import person_of
from plethu_web.jobs import actions
from plethu_web.jobs.queries import job_for
from plethu_web.jobs.telling import tell

View = Callable[..., HttpResponse]
private = cache_control(private=True, no_store=True)


def signed_in(view: View) -> View:
    """For people who have signed in. A part of a page that finds nobody any more has the whole page fetched anew."""
    asked = login_required(view)

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated and request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Refresh": "true"})
        return asked(request, *args, **kwargs)

    return shown


@private
@signed_in
@require_safe
def job(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """How far the job is. `said` names what the page has announced already."""
    found = job_for(person_of(request), job_id)
    if found is None:
        raise Http404
    told = tell(found)
    if not request.headers.get("HX-Request"):
        return render(request, "jobs/job.html", {"job": told})
    is_news = request.GET.get("said", "") != told.said
    return render(request, "jobs/_now.html", {"job": told, "back": request.GET.get("back", ""), "is_news": is_news})


@private
@signed_in
@require_POST
def cancel(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """Stop the job."""
    return _done(request, job_id, actions.cancel_job)


@private
@signed_in
@require_POST
def retry(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """Start the job again."""
    return _done(request, job_id, actions.retry_job)


def _done(request: HttpRequest, job_id: uuid.UUID, act: Callable[..., object]) -> HttpResponse:
    if job_for(person_of(request), job_id) is None:
        raise Http404
    with suppress(actions.NotNow):  # it has just moved on by itself; the page shows where to
        act(job_id=job_id, by=person_of(request).pseudonym)
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/"):
        return redirect(back)
    return redirect("jobs:job", job_id)
