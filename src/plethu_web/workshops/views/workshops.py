"""The team's pages of its workshops: making one, changing it, opening registration, beginning and ending it."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu.framework.editions import default_edition
from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted, status_of, typed
from plethu_web.workshops import showing
from plethu_web.workshops.actions import deleting
from plethu_web.workshops.actions import workshops as actions
from plethu_web.workshops.designs import DESIGNS
from plethu_web.workshops.forms.workshops import USUAL, NewWorkshopForm, WorkshopForm, said_by
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import workshops as queries
from plethu_web.workshops.queries.editions import editions_of
from plethu_web.workshops.states import State, moves_from
from plethu_web.workshops.subjects import edition_of


def form_of(request: HttpRequest, kind: type[forms.Form], initial: dict[str, Any] | None = None, **options: Any) -> Any:
    """The form as it was sent, or as it begins, or as it was typed when only the language was changed."""
    return kind(posted(request), initial=typed(request, initial), **options)


@in_review("read-workshops")
@require_safe
def workshops(request: HttpRequest, access: Access) -> HttpResponse:
    """All workshops of the review."""
    found = [(each, State(each.state).label) for each in queries.workshops_of(access)]
    return render(request, "workshops/workshops.html", {"access": access, "workshops": found})


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Make a workshop on an edition, from a design."""
    held = editions_of(access)
    form = form_of(request, NewWorkshopForm, {**USUAL, "edition": request.GET.get("edition", "")}, editions=held)
    if form.is_valid():
        chosen = next((each for each in held if str(each.pk) == form.cleaned_data["edition"]), None)
        edition = (chosen and edition_of(chosen.hash)) or default_edition()
        parts = DESIGNS[form.cleaned_data["design"]][2](edition)
        row = actions.make_workshop(
            by=access.person, access=access, words=form.words(), edition=edition, parts=parts, held=chosen
        )
        return redirect("workshops:workshop", access.review.slug, row.pk)
    return render(request, "workshops/new.html", {"access": access, "form": form}, status=status_of(form))


@in_review("read-workshops")
@require_safe
def one(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """How a workshop stands, its code and address, who has registered by sector, and what is to be done next."""
    return _page(request, opened(access, pk))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Change what a workshop says."""
    found = opened(access, pk)
    form = form_of(request, WorkshopForm, said_by(found.workshop))
    if form.is_valid():
        actions.change_workshop(by=access.person, access=access, workshop=found.workshop, words=form.words())
        return found.to("workshop", done="changed")
    context = found.context("", form=form)
    return render(request, "workshops/change.html", context, status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def clone(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Make another workshop with the same agenda, on another day."""
    found = opened(access, pk)
    form = form_of(request, WorkshopForm, said_by(found.workshop, leave_out=("day", "place")))
    if form.is_valid():
        row = actions.clone_workshop(by=access.person, access=access, workshop=found.workshop, words=form.words())
        return redirect("workshops:workshop", access.review.slug, row.pk)
    context = found.context("", form=form)
    return render(request, "workshops/clone.html", context, status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Ask, and delete a workshop in which nobody has had a part yet."""
    found = opened(access, pk)
    if not deleting.may_be_deleted(found.workshop):
        words = _("People have registered for this workshop, or it was held: it stays.")
        return _page(request, found, errors=[{"text": words}], status=409)
    if "sure" not in request.POST:
        return render(request, "workshops/delete.html", found.context(""))
    deleting.delete_workshop(by=access.person, access=access, workshop=found.workshop)
    return redirect("workshops:workshops", access.review.slug)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Move it to another state. Ending it is asked about once more: it ends for everybody who is there."""
    found = opened(access, pk)
    if request.method != "POST":
        return found.to("workshop")
    code = request.POST.get("move", "")
    if code == "close" and found.rule.room and "sure" not in request.POST:
        return render(request, "workshops/end.html", found.context(""))
    try:
        actions.move_workshop(by=access.person, access=access, workshop=found.workshop, code=code)
    except actions.NothingPlanned:
        words = _("The agenda is empty. Put at least one part on it before the workshop begins.")
        return _page(request, found, errors=[{"text": words}], status=409)
    except actions.NotNow:
        words = _("That cannot be done with the workshop as it stands now.")
        return _page(request, found, errors=[{"text": words}], status=409)
    return found.to("room:lead" if code in ("begin", "resume") else "workshop")


def _page(request: HttpRequest, found: Opened, *, status: int = 200, **more: object) -> HttpResponse:
    workshop = found.workshop
    context = found.context(
        "workshop",
        moves=moves_from(workshop.state),
        link=address_for(request) + reverse("workshops:registering", args=[workshop.key]),
        rounds=queries.agenda_of(workshop),
        prompts=queries.prompts_of(workshop),
        counts=showing.sectors(workshop),
        edition=edition_of(workshop.edition),
        done=request.GET.get("done", ""),
        may_be_deleted=deleting.may_be_deleted(workshop),
        **more,
    )
    return render(request, "workshops/workshop.html", context, status=status)
