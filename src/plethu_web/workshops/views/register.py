"""The team's pages of the register: who is in it, one person, whom wishes mean, who came, the register as a file."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import UUIDField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import register_shown as shown
from plethu_web.workshops.actions import register as actions
from plethu_web.workshops.actions.registering import Full
from plethu_web.workshops.actions.withdrawing import take_out
from plethu_web.workshops.forms.register import PersonForm, WishesForm
from plethu_web.workshops.forms.registering import said_by
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import register as queries
from plethu_web.workshops.views.workshops import form_of

CSV = "text/csv; charset=utf-8"


@in_review("run-workshops")
@require_safe
def register(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Everybody who registered."""
    found = opened(access, pk)
    people = list(queries.register_of(found.workshop))
    wishes = queries.wishes_of(found.workshop)
    context = found.context(
        "register",
        people=[shown.row(person) for person in people],
        withdrawn=queries.withdrawn_from(found.workshop),
        open_wishes=sum(wish.other_id is None for wish in wishes),
        wishes=len(wishes),
        imports=list(queries.imports_of(found.workshop)),
        without_link=sum(person.token_hash is None for person in people),
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/register.html", context)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Put somebody into the register by hand."""
    found = opened(access, pk)
    form = form_of(request, PersonForm, {"language": "en", "facilitates": "0"}, workshop=found.workshop)
    if form.is_valid():
        try:
            actions.add_person(
                by=access.person,
                access=access,
                workshop=found.workshop,
                said=form.said(),
                facilitates=form.cleaned_data["facilitates"],
            )
            return found.to("register", done="added")
        except Full:
            form.add_error(None, _("The workshop is full: 2,000 people are the most."))
    return render(request, "workshops/person.html", found.context("", form=form), status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, access: Access, pk: uuid.UUID, person: uuid.UUID) -> HttpResponse:
    """One person: what is noted of them, and which group they look after."""
    found = opened(access, pk)
    row = queries.person_in(found.workshop, person)
    initial = {**said_by(row), "facilitates": str(row.facilitates)}
    form = form_of(request, PersonForm, initial, workshop=found.workshop)
    if form.is_valid():
        actions.change_person(
            by=access.person,
            access=access,
            person=row,
            said=form.said(),
            facilitates=form.cleaned_data["facilitates"],
        )
        return found.to("register", done="changed")
    return render(request, "workshops/person.html", found.context("", form=form, person=row), status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, access: Access, pk: uuid.UUID, person: uuid.UUID) -> HttpResponse:
    """Ask once, then take somebody out."""
    found = opened(access, pk)
    row = queries.person_in(found.workshop, person)
    if request.method == "POST" and "switch_language" not in request.POST:
        take_out(by=access.person, access=access, person=row)
        return found.to("register", done="removed")
    return render(request, "workshops/remove.html", found.context("", person=row))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Say whom each wish means."""
    found = opened(access, pk)
    people = list(queries.register_of(found.workshop))
    choices = [(str(each.pk), shown.called(each)) for each in people]
    form = form_of(request, WishesForm, wishes=queries.wishes_of(found.workshop), people=choices)
    if form.is_valid():
        by_id = {str(each.pk): each for each in people}
        others = {number: by_id.get(id) for number, id in form.others().items()}
        actions.settle_wishes(by=access.person, access=access, workshop=found.workshop, others=others)
        return found.to("register", done="changed")
    return render(request, "workshops/wishes.html", found.context("", form=form), status=status_of(form))


@in_review("run-workshops")
@require_POST
def attendance(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Note who came."""
    found = opened(access, pk)
    seen, came = (_ids(request.POST.getlist(name)) for name in ("seen", "came"))
    actions.note_attendance(by=access.person, access=access, workshop=found.workshop, seen=seen, came=came)
    return found.to("register", done="came")


@in_review("run-workshops")
@require_POST
def links(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """A link for everybody who has none yet, as a file: only hashes of the keys are kept."""
    found = opened(access, pk)
    made = actions.make_links(by=access.person, access=access, workshop=found.workshop)
    begin = address_for(request)
    rows = [(person, begin + reverse("workshops:yours", args=[token])) for person, token in made]
    return _file(found, "links", shown.links_csv(rows))


@in_review("run-workshops")
@require_safe
def as_file(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The register as a table."""
    found = opened(access, pk)
    actions.note_taken(by=access.person, access=access, workshop=found.workshop)
    return _file(found, "register", shown.register_csv(list(queries.register_of(found.workshop))))


def _file(found: Opened, name: str, content: str) -> HttpResponse:
    headers: dict[str, Any] = {
        "Content-Type": CSV,
        "Content-Disposition": f'attachment; filename="{name}-{found.workshop.key}.csv"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse("\ufeff" + content, headers=headers)


def _ids(values: list[str]) -> list[uuid.UUID]:
    """Those that are ids; what is none is nobody's."""
    field, found = UUIDField(), []
    for value in values:
        try:
            found.append(field.clean(value))
        except ValidationError:
            continue
    return found
