"""A made-up workshop to try things out: made by one press, deleted by another."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plethu.framework.editions import default_edition
from plethu_web.reviews.access import Access, in_review
from plethu_web.workshops.actions import made_up as actions
from plethu_web.workshops.opened import opened
from plethu_web.workshops.queries.made_up import is_made_up


@in_review("run-workshops")
@require_POST
def make(request: HttpRequest, access: Access) -> HttpResponse:
    """Make one, or go to the one there is."""
    row = actions.make_made_up(by=access.person, access=access, edition=default_edition())
    return redirect("workshops:workshop", access.review.slug, row.pk)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Ask, and delete it with all that is in it."""
    found = opened(access, pk)
    if not is_made_up(found.workshop):
        raise Http404
    if "sure" not in request.POST:
        return render(request, "workshops/made_up/delete.html", found.context(""))
    actions.delete_made_up(by=access.person, access=access, workshop=found.workshop)
    return redirect("workshops:workshops", access.review.slug)
