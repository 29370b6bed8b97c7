"""The team's pages of the register: who is in it, one person, whom wishes mean, who came, the register as a file."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.forms import UUIDField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import mail
from plethu_web.workshops import register_shown as shown
from plethu_web.workshops.actions import register as actions
from plethu_web.workshops.actions.registering import Full, NothingThere
from plethu_web.workshops.actions.withdrawing import take_out, take_out_all
from plethu_web.workshops.forms.register import PersonForm, WishesForm
from plethu_web.workshops.forms.registering import said_by
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import register as queries
from plethu_web.workshops.queries.breakouts import perhaps_twice
from plethu_web.workshops.views.workshops import form_of

CSV = "text/csv; charset=utf-8"
MOST_CHOICES = 3000  # on a page of wishes, for each of which anybody may be meant


@in_review("run-workshops")
@require_safe
def register(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Everybody who registered."""
    found = opened(access, pk)
    people = queries.by_name(queries.register_of(found.workshop))
    wishes = queries.wishes_of(found.workshop)
    context = found.context(
        "register",
        people=[shown.row(person) for person in people],
        withdrawn=queries.withdrawn_from(found.workshop),
        open_wishes=sum(wish.other_id is None for wish in wishes),
        wishes=len(wishes),
        imports=list(queries.imports_of(found.workshop)),
        without_link=sum(person.token_hash is None for person in people),
        perhaps_twice=perhaps_twice(found.workshop),
        not_agreed=sum(person.agreed is None for person in people),
        quick=sum(map(len, queries.sent_in_quick_succession(people))),
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/register.html", context)


@in_review("run-workshops")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def quick(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Those who registered in quick succession: which of them a machine wrote, and take these out in one go."""
    found = opened(access, pk)
    if request.method == "POST" and "switch_language" not in request.POST:
        take_out_all(by=access.person, workshop=found.workshop, people=_ids(request.POST.getlist("out")))
        return found.to("register", done="removed")
    runs = queries.sent_in_quick_succession(queries.register_of(found.workshop))
    context = found.context("register", runs=[(run[0].made, run[-1].made, list(map(shown.row, run))) for run in runs])
    return render(request, "workshops/quick.html", context)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Put somebody into the register by hand."""
    found = opened(access, pk)
    form = form_of(request, PersonForm, {"language": "en", "facilitates": "0"}, workshop=found.workshop)
    if form.is_valid():
        try:
            row = actions.add_person(
                by=access.person,
                access=access,
                workshop=found.workshop,
                said=form.said(),
                facilitates=form.cleaned_data["facilitates"],
            )
            return found.to("person", row.pk, done="added")
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
        given: dict[str, Any] = {"said": form.said(), "facilitates": form.cleaned_data["facilitates"]}
        try:
            actions.change_person(by=access.person, access=access, person=row, **given)
        except NothingThere as error:
            raise Http404 from error
        return found.to("register", done="changed")
    return render(
        request,
        "workshops/person.html",
        found.context(
            "",
            form=form,
            person=row,
            mails=mail.goes_out() and queries.contact_of(row).email,
            done=request.GET.get("done", ""),
        ),
        status=status_of(form),
    )


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
    """Say whom each wish means, some on each page: every one may mean anybody."""
    found = opened(access, pk)
    people = queries.by_name(queries.register_of(found.workshop))
    choices = [(str(each.pk), shown.called(each)) for each in people]
    on_a_page = min(25, max(5, MOST_CHOICES // max(1, len(people))))
    page = Paginator(queries.wishes_of(found.workshop), on_a_page).get_page(request.GET.get("page"))
    form = form_of(request, WishesForm, wishes=page.object_list, people=choices, named=queries.named(people))
    if form.is_valid():
        by_id = {str(each.pk): each for each in people}
        others = {number: by_id.get(id) for number, id in form.others().items()}
        actions.settle_wishes(by=access.person, access=access, workshop=found.workshop, others=others)
        if page.has_next():
            return redirect(f"{found.address('wishes')}?page={page.next_page_number()}")
        return found.to("register", done="changed")
    return render(request, "workshops/wishes.html", found.context("", form=form, page=page), status=status_of(form))


@in_review("run-workshops")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Note who came: one by one at a door, found by name or code, or everybody at once."""
    found = opened(access, pk)
    if request.method == "POST" and "switch_language" not in request.POST:
        return _noted(request, found)
    everybody = queries.by_name(queries.register_of(found.workshop))
    asked = " ".join(request.GET.get("q", "").split())[:80]
    people = [shown.row(each) for each in everybody if shown.is_asked_for(each, asked)]
    context = found.context(
        "register",
        people=people,
        asked=asked,
        registered=len(everybody),
        came=sum(each.came is True for each in everybody),
        open=sum(each.came is None for each in everybody),
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/attendance.html", context)


def _noted(request: HttpRequest, found: Opened) -> HttpResponse:
    by: dict[str, Any] = {"by": found.access.person, "access": found.access, "workshop": found.workshop}
    seen, came = (_ids(request.POST.getlist(name)) for name in ("seen", "came"))
    if rest := request.POST.get("rest", ""):
        actions.note_attendance(**by, seen=seen, came=came)
        actions.note_the_rest(**by, came=rest == "came")
    else:
        actions.note_attendance(**by, seen=seen, came=came)
    return found.to("attendance", done="came")


@in_review("run-workshops")
@require_safe
def as_file(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The register as a table."""
    found = opened(access, pk)
    actions.note_taken(by=access.person, access=access, workshop=found.workshop)
    people = list(queries.register_of(found.workshop))
    table = shown.register_csv(people, queries.wishes_of(found.workshop), queries.kept_from_colleagues(people))
    return csv_file(found, "register", table)


def csv_file(found: Opened, name: str, content: str) -> HttpResponse:
    """A table of a workshop, to be saved and kept by nobody between."""
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
