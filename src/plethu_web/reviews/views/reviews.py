"""The reviews somebody is in, a new one, its own page, its settings and its audit trail."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.framework.editions import default_edition
from plethu_web.accounts.audit import KINDS
from plethu_web.reviews import sections, things
from plethu_web.reviews.access import Access, in_review, person_of
from plethu_web.reviews.actions import reviews as actions
from plethu_web.reviews.forms.reviews import ReviewForm
from plethu_web.reviews.queries import reviews as queries

EVENTS_ON_A_PAGE = 50


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All reviews that this person is in."""
    return render(request, "reviews/mine.html", {"memberships": queries.reviews_of(person_of(request))})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start a review."""
    form = ReviewForm(request.POST if _is_sent(request) else None, initial=request.POST.dict())
    if form.is_valid():
        review = actions.start_review(by=person_of(request), **form.cleaned_data)
        return redirect("reviews:review", slug=review.slug)
    return render(request, "reviews/start.html", {"form": form}, status=400 if form.is_bound else 200)


@login_required
@require_POST
def start_from_example(request: HttpRequest) -> HttpResponse:
    """Start a review that has the worked example as its protocol, to look at and to change."""
    edition = default_edition()
    review = actions.start_from_example(by=person_of(request), title=edition.title, about=edition.notice)
    return redirect("reviews:protocol", slug=review.slug)


@in_review("read")
@require_safe
def review(request: HttpRequest, access: Access) -> HttpResponse:
    """The review: what it is about, and the ways into its parts."""
    context = {"access": access, "sections": sections.shown(access), "done": request.GET.get("done", "")}
    return render(request, "reviews/review.html", context)


@in_review("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access) -> HttpResponse:
    """Change title and description."""
    now = access.review
    before = {"title": now.title, "title_cy": now.title_cy, "about": now.about, "about_cy": now.about_cy}
    form = ReviewForm(request.POST if _is_sent(request) else None, initial={**before, **request.POST.dict()})
    if form.is_valid():
        actions.change_review(by=access.person, access=access, **form.cleaned_data)
        return redirect("reviews:review", slug=now.slug)
    context = {"access": access, "form": form}
    return render(request, "reviews/change.html", context, status=400 if form.is_bound else 200)


@in_review("see-trail")
@require_safe
def trail(request: HttpRequest, access: Access) -> HttpResponse:
    """Who did what and when."""
    page = Paginator(queries.trail_of(access), EVENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    people = queries.names_of({event.by for event in page} | {event.about for event in page})
    rows = [
        (
            event.at,
            KINDS.get(event.kind, event.kind),
            things.told(event.thing, access.review.slug),
            people.get(event.by, ""),
            people.get(event.about, ""),
        )
        for event in page
    ]
    return render(request, "reviews/trail.html", {"access": access, "page": page, "rows": rows})


def _is_sent(request: HttpRequest) -> bool:
    """Whether a form was sent, and not only the language changed on its page."""
    return request.method == "POST" and "switch_language" not in request.POST
