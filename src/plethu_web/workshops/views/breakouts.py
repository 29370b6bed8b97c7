"""The breakout groups of a workshop: asking for a plan, following it, its proof, re-planning on the day."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.home import address_for
from plethu_web.jobs.queries import job_for
from plethu_web.jobs.telling import tell
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted, status_of
from plethu_web.workshops import breakouts_shown as shown
from plethu_web.workshops import breakouts_told as told
from plethu_web.workshops.actions import breakouts as actions
from plethu_web.workshops.actions.registering import Full
from plethu_web.workshops.breakouts_clashes import clashes
from plethu_web.workshops.codes import in_fours
from plethu_web.workshops.forms.breakouts import PlanForm, ReplanForm, ZoomForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import breakouts as queries
from plethu_web.workshops.queries import workshops
from plethu_web.workshops.views.workshops import form_of

USUAL = {"smallest": 3, "largest": 8, "sector": "3", "area": "1", "level": "1", "repeat_weight": "1", "seconds": "10"}


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def breakouts(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What each number of groups means, the form, and the plans there are."""
    found = opened(access, pk)
    people, rounds = queries.people_to_seat(found.workshop), workshops.breakouts_in(found.workshop)
    numbers = told.numbers(people, rounds)
    form = form_of(request, PlanForm, {**USUAL, "groups": told.suggested(len(people), numbers)})
    if form.is_valid() and (errors := _hindrance(found, len(people), rounds)):
        form.add_error(None, errors)
    if form.is_valid():
        try:
            plan = actions.ask_for_plan(
                by=access.person, access=access, workshop=found.workshop, wanted=form.wanted(rounds)
            )
            return found.to("plan", plan.pk)
        except actions.TooMany:
            form.add_error(None, _too_many())
        except actions.BeingMade:
            form.add_error(None, _("A plan of this workshop is being made. Wait until it is there, or stop it first."))
    context = found.context(
        "breakouts",
        form=form,
        people=len(people),
        rounds=rounds,
        advice=told.advice(numbers),
        perhaps_twice=queries.perhaps_twice(found.workshop),
        plans=[_summary(plan) for plan in queries.plans_of(found.workshop)],
    )
    return render(request, "workshops/breakouts.html", context, status=status_of(form))


@in_review("run-workshops")
@require_safe
def plan(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """One plan: how far the search is, or why there is none, or the groups with their proof."""
    found = opened(access, pk)
    return page(request, found, queries.plan_of(found.workshop, plan))


@in_review("run-workshops")
@require_POST
def use(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Let the workshop go by this plan."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    if not found.rule.plans:
        return page(request, found, row, errors=[{"text": _over()}], status=409)
    try:
        actions.use_plan(by=access.person, access=access, plan=row)
    except actions.NotReady:
        return page(request, found, row, errors=[{"text": _not_ready()}], status=409)
    return found.to("plan", row.pk)


@in_review("run-workshops")
@require_POST
def replan(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Make a version for who stayed away and who came late."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    form = ReplanForm(posted(request), rounds=int(row.design["rounds"]))
    if not found.rule.plans:
        return page(request, found, row, errors=[{"text": _over()}], status=409)
    if not form.is_valid():
        return page(request, found, row, form=form, status=400)
    try:
        changed = actions.replan(by=access.person, access=access, plan=row, from_round=form.cleaned_data["from_round"])
    except (actions.NotReady, actions.TooMany) as error:
        words = _not_ready() if isinstance(error, actions.NotReady) else _too_many()
        return page(request, found, row, errors=[{"text": words}], status=409)
    return found.to("plan", changed.pk)


@in_review("run-workshops")
@require_POST
def delete(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Delete a plan that nobody goes by."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    try:
        actions.delete_plan(by=access.person, access=access, plan=row)
    except actions.InUse:
        words = _("This plan is in use, or is being made: it cannot be deleted.")
        return page(request, found, row, errors=[{"text": words}], status=409)
    return found.to("breakouts")


@in_review("run-workshops")
@never_cache
@require_POST
def links(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Make a link for whoever looks after each group; the links are told once."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    try:
        made = actions.link_groups(by=access.person, access=access, plan=row)
    except Full:
        words = _("There are too many links. End some of them first.")
        return page(request, found, row, errors=[{"text": words}], status=409)
    told_once = [
        (group, address_for(request) + reverse("room:enter", args=[key]), in_fours(key)) for group, key in made
    ]
    return render(request, "workshops/plan_links.html", found.context("breakouts", plan=row, links=told_once))


def page(request: HttpRequest, found: Opened, row: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a plan."""
    job = job_for(found.access.person, row.job) if row.job and not row.ready else None
    context = found.context("breakouts", plan=row, back=found.address("plan", row.pk))
    context |= {"job": tell(job) if job else None, "clashes": clashes(found, row)}
    being_made = queries.unfinished_plan(found.workshop)
    context["may_delete"] = not row.in_use and not (being_made and being_made.pk == row.pk)
    if row.ready:
        context |= _made(found, row)
    context |= more
    return render(request, "workshops/plan.html", context, status=status)


def _made(found: Opened, row: Any) -> dict[str, Any]:
    """What a page shows of a plan that is made."""
    read, others = shown.readable(row), queries.others_of_search(row)
    sectors, rounds = shown.sectors(read), int(row.design["rounds"])
    emails, seated = queries.emails_by_code(found.workshop), {c for gs in queries.seats_in(row) for g in gs for c in g}
    return {
        "told": told.told(read, others),
        "choices": told.choices(row, others),
        "changes": told.changes(read),
        "groups": shown.rounds(read, sectors),
        "sectors": list(sectors.values()),
        "twin": shown.twin(read),
        "form": ReplanForm(rounds=rounds),
        "zoom": ZoomForm(rounds=rounds),
        "with_email": len(seated & emails.keys()),
        "seated": len(seated),
        "in_use_now": found.workshop.plans.filter(in_use=True).first(),
    }


def _summary(row: Any) -> dict[str, Any]:
    made = row.certificate.get("made")
    return {
        "plan": row,
        "repeats": made["score"]["repeats"] if made else None,
        "outside": sum(made["score"]["imbalance"].values()) if made else None,
        "impossible": "clashes" in row.certificate,
    }


def _hindrance(found: Opened, people: int, rounds: int) -> str:
    if not found.rule.plans:
        return _over()
    if not rounds:
        return _("The agenda has no rounds of groups yet. Add one first.")
    return "" if people else _("Nobody has registered yet.")


def _over() -> str:
    return _("The workshop is over: its groups stay as they were.")


def _too_many() -> str:
    return _("This workshop has 200 plans. Delete those that nobody needs.")


def _not_ready() -> str:
    return _("This plan is not made yet, or could not be made.")
