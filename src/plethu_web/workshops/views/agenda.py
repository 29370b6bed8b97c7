"""The agenda of a workshop: its parts, what each discusses, and the questions to the groups."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops.actions import agenda as actions
from plethu_web.workshops.agenda_times import beginnings, minutes_over
from plethu_web.workshops.forms.agenda import PartForm, PromptsForm, said_in, said_of
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import workshops as queries
from plethu_web.workshops.subjects import not_discussed, subject_of
from plethu_web.workshops.views.workshops import form_of


@in_review("read-workshops")
@require_safe
def agenda(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The parts in their order, with what each discusses."""
    return _page(request, opened(access, pk))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Add a part at the end."""
    return _edited(request, opened(access, pk), None)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, access: Access, pk: uuid.UUID, round: int) -> HttpResponse:
    """Change one part."""
    found = opened(access, pk)
    return _edited(request, found, queries.round_of(found.workshop, round))


@in_review("run-workshops")
@require_POST
def shift(request: HttpRequest, access: Access, pk: uuid.UUID, round: int) -> HttpResponse:
    """Move a part up or down, or take it away, once asked."""
    found = opened(access, pk)
    row = queries.round_of(found.workshop, round)
    given: dict[str, Any] = {"by": access.person, "access": access, "workshop": found.workshop, "round": row}
    try:
        if request.POST.get("do") == "remove":
            if "sure" not in request.POST:
                return render(request, "workshops/remove_part.html", found.context("", round=row))
            actions.remove_part(**given)
        else:
            actions.move_part(**given, up=request.POST.get("do") == "up")
    except actions.AgendaFixed:
        return _page(request, found, errors=[{"text": _fixed()}], status=409)
    return found.to("agenda")


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def prompts(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Change the questions to the groups."""
    found = opened(access, pk)
    form = form_of(request, PromptsForm, said_in(queries.prompts_of(found.workshop)))
    if form.is_valid():
        try:
            actions.save_prompts(by=access.person, access=access, workshop=found.workshop, prompts=form.pairs())
            return found.to("agenda")
        except actions.AgendaFixed:
            form.add_error(None, _fixed())
    return render(request, "workshops/prompts.html", found.context("", form=form), status=status_of(form))


def _edited(request: HttpRequest, found: Opened, row: Any) -> HttpResponse:
    initial = said_of(row) if row else {"kind": "groups", "minutes": 40}
    form = form_of(request, PartForm, initial, edition=found.workshop.edition)
    if form.is_valid():
        try:
            actions.save_part(
                by=found.access.person, access=found.access, workshop=found.workshop, part=form.part(), round=row
            )
            return found.to("agenda")
        except actions.AgendaFixed:
            form.add_error(None, _fixed())
        except actions.TooMany:
            form.add_error(None, _("An agenda has up to 40 parts, and up to 12 rounds of groups."))
    context = found.context("", form=form, round=row)
    return render(request, "workshops/part.html", context, status=status_of(form))


def _page(request: HttpRequest, found: Opened, *, status: int = 200, **more: object) -> HttpResponse:
    rounds = queries.agenda_of(found.workshop)
    rows = [
        (each, at, [subject_of(topic, found.workshop.edition) for topic in each.topics.all()])
        for each, at in zip(rounds, beginnings(found.workshop, rounds), strict=True)
    ]
    context = found.context(
        "agenda",
        rows=rows,
        minutes=sum(each.minutes for each in rounds),
        not_discussed=not_discussed(found.workshop.edition, rounds) if rounds else [],
        too_long=minutes_over(found.workshop, rounds),
        prompts=queries.prompts_of(found.workshop),
        **more,
    )
    return render(request, "workshops/agenda.html", context, status=status)


def _fixed() -> str:
    return _("The workshop has begun, or something is written there already: its agenda stays as it is.")
