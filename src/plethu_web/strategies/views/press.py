"""Peer review of a strategy by PRESS: judging a version, the authors' response, and the reviewer's last word."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import peer_reviewing
from plethu_web.strategies.actions import answers as actions
from plethu_web.strategies.forms.answers import PeerReviewForm, ResponseForm
from plethu_web.strategies.opened import form_of, opened, opened_for_change
from plethu_web.strategies.queries import answers as queries
from plethu_web.strategies.queries import strategies as strategy_queries


@in_review("read-strategies")
@require_safe
def reviews(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """All peer reviews of the strategy."""
    found = opened(access, pk)
    rows = [peer_reviewing.told(each, found.version) for each in queries.peer_reviews_of(found.strategy)]
    return render(request, "strategies/press.html", found.context("press", rows=rows))


@in_review("review-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Review the version that the form was opened with."""
    found = opened_for_change(access, pk)
    asked = request.POST.get("number", "")
    version = found.version
    if asked.isdecimal() and len(asked) < 10:
        version = strategy_queries.version_of(found.strategy, int(asked))
    form = form_of(request, PeerReviewForm)
    if form.is_valid():
        made = actions.review_version(
            by=access.person, version=version, elements=form.elements(), overall=form.cleaned_data["overall"]
        )
        return found.to("press-review", made.pk)
    context = found.context("", form=form, shown=version, blocks=strategy_queries.blocks_of(version))
    return render(request, "strategies/press_form.html", context, status=400 if form.is_bound else 200)


@in_review("read-strategies")
@require_safe
def one(request: HttpRequest, access: Access, pk: int, review: int) -> HttpResponse:
    """One peer review with what the authors said to it."""
    found = opened(access, pk)
    row = queries.peer_review_of(found.strategy, review)
    told = peer_reviewing.told(row, found.version)
    may_accept = row.by_id == access.person.pseudonym and row.accepted is None and row.responded is not None
    context = found.context("press", told=told, review=row, may_accept=may_accept)
    return render(request, "strategies/press_review.html", context)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def respond(request: HttpRequest, access: Access, pk: int, review: int) -> HttpResponse:
    """Respond to the elements that ask for a change."""
    found = opened(access, pk)
    row = queries.peer_review_of(found.strategy, review)
    told = peer_reviewing.told(row, found.version)
    asked = [element.id for element in told.elements if element.asks]
    if not asked or row.accepted:
        raise Http404
    form = form_of(request, ResponseForm, row.responses, asked=asked)
    if form.is_valid():
        actions.respond(by=access.person, review=row, responses=form.cleaned_data)
        return found.to("press-review", row.pk)
    context = found.context("", form=form, told=told)
    return render(request, "strategies/respond.html", context, status=400 if form.is_bound else 200)


@in_review("review-strategies")
@require_POST
def accept(request: HttpRequest, access: Access, pk: int, review: int) -> HttpResponse:
    """Say that one is content. Nothing happens where it is somebody else's review."""
    found = opened(access, pk)
    row = queries.peer_review_of(found.strategy, review)
    actions.accept_response(by=access.person, review=row)
    return found.to("press-review", row.pk)
