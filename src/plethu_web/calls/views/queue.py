"""The team's queue: what was sent in, one of them side by side with what the team says, decisions, files."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.calls import showing
from plethu_web.calls.actions import moderating as actions
from plethu_web.calls.actions import withdrawing
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.forms.fields import typed
from plethu_web.calls.forms.moderating import DecisionForm, DescriptionForm, QueueForm, SuggestionForm
from plethu_web.calls.queries import submissions as queries
from plethu_web.calls.states import rule_of
from plethu_web.calls.views.sending import form_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.stored import as_attachment

ON_A_PAGE = 25
_DESCRIBED = tuple(actions.Description.__dataclass_fields__)


@in_review("run-call")
@require_safe
def queue(request: HttpRequest, access: Access) -> HttpResponse:
    """What was sent in, filtered, the newest first."""
    form = QueueForm(request.GET)
    page = Paginator(queries.queue(access, form.wanted()), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "calls/queue.html", {"access": access, "form": form, "page": page})


@in_review("run-call")
@require_safe
def submission(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """One of them: as it was written, as the team describes it, and what can be decided."""
    return _page(request, access, queries.submission_of(access, pk))


@in_review("run-call")
@require_POST
def decide(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Decide on it."""
    row = queries.submission_of(access, pk)
    if "switch_language" in request.POST:
        initial = typed(DecisionForm, request.POST)
        return _page(request, access, row, decision=DecisionForm(initial=initial, access=access, submission=row))
    form = DecisionForm(request.POST, access=access, submission=row)
    if not form.is_valid():
        return _page(request, access, row, decision=form, form=form, status=400)
    try:
        actions.decide(by=access.person, access=access, submission=row, decision=form.decision())
    except NotNow:
        return _changed_meanwhile(request, access, pk)
    return redirect("calls:submission", slug=access.review.slug, pk=pk)


@in_review("run-call")
@require_POST
def delete(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Delete what was set aside."""
    try:
        withdrawing.delete_set_aside(by=access.person, access=access, submission=queries.submission_of(access, pk))
    except NotNow:
        return _changed_meanwhile(request, access, pk)
    return redirect("calls:submission", slug=access.review.slug, pk=pk)


@in_review("run-call")
@require_POST
def describe(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Say what the team says of it."""
    row = queries.submission_of(access, pk)
    if "switch_language" in request.POST:
        initial = typed(DescriptionForm, request.POST)
        return _page(request, access, row, description=DescriptionForm(initial=initial))
    form = DescriptionForm(request.POST)
    if not form.is_valid():
        return _page(request, access, row, description=form, form=form, status=400)
    try:
        actions.describe(by=access.person, access=access, submission=row, description=form.description())
    except NotNow:
        return _changed_meanwhile(request, access, pk)
    return redirect("calls:submission", slug=access.review.slug, pk=pk)


@in_review("run-call")
@require_safe
def file(request: HttpRequest, access: Access, pk: uuid.UUID, file: int) -> HttpResponseBase:
    """One of its files, to be saved and never shown here."""
    found = queries.file_of(queries.submission_of(access, pk), file)
    try:
        return as_attachment(found.sha256, found.name)
    except FileNotFoundError as error:
        raise Http404 from error


@in_review("contribute")
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, access: Access) -> HttpResponse:
    """Suggest a source, and see what became of those one suggested."""
    form = form_for(request, SuggestionForm, {})
    if form.is_valid():
        actions.suggest(by=access.person, access=access, **form.cleaned_data)
        return redirect("calls:suggest", slug=access.review.slug)
    mine = [(row, rule_of(row.state).sender_withdraws) for row in queries.suggested_by(access)]
    context = {"access": access, "form": form, "mine": mine}
    return render(request, "calls/suggest.html", context, status=400 if form.is_bound else 200)


@in_review("contribute")
@require_POST
def take_back(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Take back what one suggested."""
    row = queries.suggested_by(access).filter(pk=pk).first()
    if row is None:
        raise Http404
    try:
        withdrawing.withdraw_suggestion(by=access.person, access=access, submission=row)
    except NotNow as error:
        raise Http404 from error
    return redirect("calls:suggest", slug=access.review.slug)


def _changed_meanwhile(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    words = _("It has changed since you opened it: somebody decided, or its sender changed or withdrew it. Look again.")
    return _page(request, access, queries.submission_of(access, pk), errors=[{"text": words}], status=409)


def _page(request: HttpRequest, access: Access, row: Any, status: int = 200, **more: object) -> HttpResponse:
    rule = rule_of(row.state)
    context = {
        "access": access,
        "row": row,
        "rule": rule,
        "written": showing.written(row),
        "person": showing.person(row),
        "files": showing.files(row),
        "described": showing.described(row),
        "reason": showing.reason(row),
        "decision": DecisionForm(access=access, submission=row) if rule.decisions else None,
        "description": DescriptionForm(initial={name: getattr(row, name) for name in _DESCRIBED}),
        **more,
    }
    return render(request, "calls/submission.html", context, status=status)
