"""Taking in a list from another booking system: its file, what it means, and what became of each of its rows."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plethu.workshop.register_import import RegisterImport as Found
from plethu.workshop.register_import import taken_in
from plethu_web import stored
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted, status_of
from plethu_web.workshops import register_report as shown
from plethu_web.workshops.actions import register_lists as actions
from plethu_web.workshops.actions.registering import Full
from plethu_web.workshops.forms.register_lists import LARGEST_LIST, ListForm, MappingForm, table_of
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import register as queries
from plethu_web.workshops.queries import workshops
from plethu_web.workshops.subjects import contexts


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Send a list in. Its file is kept until it is taken in or let go."""
    found = opened(access, pk)
    form = ListForm(posted(request), request.FILES if posted(request) is not None else None)
    if form.is_valid():
        try:
            kept = stored.keep(form.cleaned_data["list"], LARGEST_LIST)
            row = actions.hold_list(by=access.person, workshop=found.workshop, name=form.name, sha256=kept.sha256)
            return found.to("list", row.pk)
        except stored.NotKept as error:
            form.add_error("list", str(error.words))
    context = found.context("", form=form, withdrawn=queries.withdrawn_from(found.workshop))
    return render(request, "workshops/take_in.html", context, status=status_of(form))


@in_review("run-workshops")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, access: Access, pk: uuid.UUID, list: int) -> HttpResponse:
    """Say what a list means, as long as it waits; then what became of each of its rows."""
    found = opened(access, pk)
    row = queries.import_of(found.workshop, list)
    if row.sha256:
        return _waiting(request, found, row)
    return render(request, "workshops/list.html", found.context("", list=row, **shown.report(row)))


def _waiting(request: HttpRequest, found: Opened, row: Any) -> HttpResponse:
    if row.by_id != found.access.person.pseudonym:
        raise Http404  # what somebody else has begun is theirs until they take it in
    if "let-go" in request.POST:
        actions.let_go(row=row)
        return found.to("register", done="let-go")
    try:
        form = MappingForm(table_of(row.sha256, row.name), request.POST if request.method == "POST" else None)
    except FileNotFoundError:
        actions.let_go(row=row)
        return found.to("take-in")
    made = _made(found, form)
    if "take" in request.POST and form.is_valid() and not form.is_new:
        try:
            actions.take_in(by=found.access.person, access=found.access, row=row, found=made)
            return found.to("list", row.pk)
        except actions.Gone:
            return found.to("list", row.pk)
        except Full:
            form.add_error(None, _("With these the workshop would have more than 2,000 people. Nobody was taken in."))
    return _mapping(request, found, row, form, made)


def _made(found: Opened, form: MappingForm) -> Found:
    """What would become of the list as it is taken now."""
    rounds, known = workshops.breakouts_in(found.workshop), queries.known_in(found.workshop)
    return taken_in(form.table, form.mapping(), contexts(), rounds, already=known)


def _mapping(request: HttpRequest, found: Opened, row: Any, form: MappingForm, made: Found) -> HttpResponse:
    taking = "take" in request.POST
    context: dict[str, Any] = {
        "form": form if taking else None,
        "mapping": form,
        "list": row,
        "is_new": taking and form.is_new and not form.errors,
        "preview": shown.preview(made),
        "counts": shown.counts(made),
    }
    status = 400 if taking and (form.errors or form.is_new) else 200
    return render(request, "workshops/map_list.html", found.context("", **context), status=status)
