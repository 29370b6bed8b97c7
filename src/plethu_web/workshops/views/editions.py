"""The editions of a review's own: taking one in, making one from a list of findings, looking at one, deleting it."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.framework.finding_list import TEMPLATE
from plethu.reporting.documents.csv_text import write_csv
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted, status_of, typed
from plethu_web.workshops import release_files
from plethu_web.workshops.actions import editions as actions
from plethu_web.workshops.forms.editions import EditionFileForm, FindingListForm
from plethu_web.workshops.opened import opened
from plethu_web.workshops.origins import Origin
from plethu_web.workshops.queries import editions as queries
from plethu_web.workshops.queries.releasing import release_of
from plethu_web.workshops.subjects import edition_of

ON_A_PAGE = 100


@in_review("read-workshops")
@require_safe
def editions(request: HttpRequest, access: Access) -> HttpResponse:
    """The edition of the site, and those of the review."""
    return render(request, "workshops/editions.html", {**_listed(access), "done": request.GET.get("done", "")})


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Take in a file of an edition."""
    form = EditionFileForm(posted(request), request.FILES if posted(request) is not None else None)
    if form.is_valid():
        return _kept(request, access, form, form.cleaned_data["file"], Origin.FILE, "new_edition")
    return _form(request, access, form, "new_edition")


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def from_list(request: HttpRequest, access: Access) -> HttpResponse:
    """Make an edition from a plain list of findings."""
    files = request.FILES if posted(request) is not None else None
    form = FindingListForm(posted(request), files, initial=typed(request))
    if form.is_valid():
        return _kept(request, access, form, form.edition(access.review.slug), Origin.LIST, "new_list")
    return _form(request, access, form, "new_list")


@in_review("read-workshops")
@require_safe
def template(request: HttpRequest, access: Access) -> HttpResponse:
    """An empty list to fill in."""
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="findings.csv"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(("\ufeff" + write_csv([list(TEMPLATE)])).encode(), headers=headers)


@in_review("read-workshops")
@require_safe
def one(request: HttpRequest, access: Access, edition: uuid.UUID) -> HttpResponse:
    """One of the review's editions: where it came from, which workshops are held on it, and its findings."""
    return _page(request, access, queries.held_edition(access, edition))


@in_review("read-workshops")
@require_safe
def file(request: HttpRequest, access: Access, edition: uuid.UUID) -> HttpResponse:
    """The built file of an edition."""
    row = queries.held_edition(access, edition)
    headers = {
        "Content-Type": "application/json",
        "Content-Disposition": f'attachment; filename="{row.edition}-{row.hash[:12]}.json"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(row.built, headers=headers)


@in_review("run-workshops")
@require_POST
def delete(request: HttpRequest, access: Access, edition: uuid.UUID) -> HttpResponse:
    """Delete an edition that no workshop is held on."""
    row = queries.held_edition(access, edition)
    try:
        actions.delete_edition(by=access.person, access=access, row=row)
    except actions.InUse:
        words = _("A workshop is held on this edition, so it stays.")
        return _page(request, access, row, errors=[{"text": words}], status=409)
    response = redirect("workshops:editions", access.review.slug)
    response["Location"] += "?done=deleted"
    return response


@in_review("run-workshops")
@require_POST
def keep_release(request: HttpRequest, access: Access, pk: uuid.UUID, number: int) -> HttpResponse:
    """Keep the next edition of a release, so that the next workshop can be held on it."""
    found = opened(access, pk)
    row = release_of(found.workshop, number)
    if not release_files.is_served(row):
        raise Http404
    try:
        kept = actions.keep_release(by=access.person, access=access, release=row)
    except actions.TooMany:
        return render(
            request,
            "workshops/editions.html",
            {**_listed(access), "errors": [{"text": _too_many()}]},
            status=409,
        )
    return redirect("workshops:edition", access.review.slug, kept.pk)


def _listed(access: Access) -> dict[str, Any]:
    return {"access": access, "editions": queries.editions_of(access), "served": default_edition()}


def _too_many() -> str:
    return _("The review has as many editions as it can. Delete one that no workshop is held on.")


def _kept(
    request: HttpRequest, access: Access, form: Any, edition: Edition, origin: Origin, template: str
) -> HttpResponse:
    try:
        row = actions.keep_edition(by=access.person, access=access, edition=edition, origin=origin, file=form.name)
    except actions.TooMany:
        form.add_error(None, _too_many())
        return _form(request, access, form, template)
    return redirect("workshops:edition", access.review.slug, row.pk)


def _form(request: HttpRequest, access: Access, form: Any, template: str) -> HttpResponse:
    context = {"access": access, "form": form, "columns": TEMPLATE}
    return render(request, f"workshops/{template}.html", context, status=status_of(form))


def _page(request: HttpRequest, access: Access, row: Any, *, status: int = 200, **more: object) -> HttpResponse:
    held = edition_of(row.hash)
    assert held is not None  # the row is there
    context = {
        "access": access,
        "edition": row,
        "page": Paginator(_lines(held), ON_A_PAGE).get_page(request.GET.get("page")),
        "untranslated": sum(not finding.statement.cy for finding in held.findings),
        "used_by": queries.workshops_on(row),
        **more,
    }
    return render(request, "workshops/edition.html", context, status=status)


def _lines(held: Edition) -> list[dict[str, Any]]:
    actions = {action.id: action.name for action in held.actions}
    return [
        {"id": f.id, "statement": f.statement, "action": actions.get(f.action), "untranslated": not f.statement.cy}
        for f in held.findings
    ]
