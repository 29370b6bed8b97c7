"""The breakout groups of a workshop: asking for a plan, following it, its proof, its files, re-planning on the day."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.reporting.breakout_rooms import room_list, video_list
from plethu_web.jobs.queries import job_for
from plethu_web.jobs.telling import tell
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted, status_of
from plethu_web.workshops import breakouts_shown as shown
from plethu_web.workshops.actions import breakouts as actions
from plethu_web.workshops.forms.breakouts import PlanForm, ReplanForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import breakouts as queries
from plethu_web.workshops.queries import workshops
from plethu_web.workshops.views.workshops import form_of

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FILES = {"sheet": "txt", "rooms": "csv", "video": "csv", "slides": "pptx"}
USUAL = {"smallest": 3, "largest": 8, "sector": "3", "area": "1", "level": "1", "repeat_weight": "1", "seconds": "10"}


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def breakouts(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What each number of groups means, the form, and the plans there are."""
    found = opened(access, pk)
    people, rounds = len(queries.people_to_seat(found.workshop)), workshops.breakouts_in(found.workshop)
    form = form_of(request, PlanForm, {**USUAL, "groups": shown.suggested(people, rounds)})
    if form.is_valid() and (errors := _hindrance(found, people, rounds)):
        form.add_error(None, errors)
    if form.is_valid():
        try:
            plan = actions.ask_for_plan(
                by=access.person, access=access, workshop=found.workshop, wanted=form.wanted(rounds)
            )
            return found.to("plan", plan.pk)
        except actions.TooMany:
            form.add_error(None, _("This workshop has 200 plans already. Use one of them."))
    context = found.context(
        "breakouts",
        form=form,
        people=people,
        rounds=rounds,
        advice=shown.advice(people, rounds),
        plans=[_summary(plan) for plan in queries.plans_of(found.workshop)],
    )
    return render(request, "workshops/breakouts.html", context, status=status_of(form))


@in_review("run-workshops")
@require_safe
def plan(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """One plan: how far the search is, or why there is none, or the groups with their proof."""
    found = opened(access, pk)
    return _page(request, found, queries.plan_of(found.workshop, plan))


@in_review("run-workshops")
@require_POST
def use(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Let the workshop go by this plan."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    if not found.rule.plans:
        return _page(request, found, row, errors=[{"text": _over()}], status=409)
    try:
        actions.use_plan(by=access.person, access=access, plan=row)
    except actions.NotReady:
        return _page(request, found, row, errors=[{"text": _not_ready()}], status=409)
    return found.to("plan", row.pk)


@in_review("run-workshops")
@require_POST
def replan(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """Make a version for who stayed away and who came late."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    form = ReplanForm(posted(request), rounds=int(row.design["rounds"]))
    if not found.rule.plans:
        return _page(request, found, row, errors=[{"text": _over()}], status=409)
    if not form.is_valid():
        return _page(request, found, row, form=form, status=400)
    try:
        changed = actions.replan(by=access.person, access=access, plan=row, from_round=form.cleaned_data["from_round"])
    except (actions.NotReady, actions.TooMany):
        return _page(request, found, row, errors=[{"text": _not_ready()}], status=409)
    return found.to("plan", changed.pk)


@in_review("run-workshops")
@require_safe
def file(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID, kind: str) -> HttpResponse:
    """The plan as a sheet, a list of rooms, a table for the video tool, or slides."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    if kind not in FILES or not row.ready:
        raise Http404
    content, media_type = _content(kind, shown.readable(row))
    headers: dict[str, Any] = {
        "Content-Type": media_type,
        "Content-Disposition": f'attachment; filename="{kind}-{row.number}.{FILES[kind]}"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, headers=headers)


def _content(kind: str, read: shown.Readable) -> tuple[str | bytes, str]:
    language = reading()
    if kind == "rooms":
        return "\ufeff" + room_list(read.people, read.found, language), "text/csv; charset=utf-8"
    if kind == "video":
        return "\ufeff" + video_list(read.found, language), "text/csv; charset=utf-8"
    if kind == "slides":
        from plethu.reporting.breakout_slides import slides  # takes a third of a second to load

        return slides(read.people, read.design, read.found, language), PPTX
    return shown.written(read), "text/plain; charset=utf-8"


def _page(request: HttpRequest, found: Opened, row: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    job = job_for(found.access.person, row.job) if row.job and not row.ready else None
    context = found.context("breakouts", plan=row, back=request.path.removesuffix("use/").removesuffix("replan/"))
    context |= {"job": tell(job) if job else None, "problems": shown.problems(row), "files": list(FILES)}
    if row.ready:
        read = shown.readable(row)
        context |= {"proof": shown.proof(read), "groups": shown.rounds(read), "twin": shown.twin(read)}
        context |= {"form": ReplanForm(rounds=int(row.design["rounds"]))}
    context |= more
    return render(request, "workshops/plan.html", context, status=status)


def _summary(row: Any) -> dict[str, Any]:
    made = row.certificate.get("made")
    return {
        "plan": row,
        "repeats": made["score"]["repeats"] if made else None,
        "outside": sum(made["score"]["imbalance"].values()) if made else None,
        "impossible": "problems" in row.certificate,
    }


def _hindrance(found: Opened, people: int, rounds: int) -> str:
    if not found.rule.plans:
        return _over()
    if not rounds:
        return _("The agenda has no rounds of groups yet. Add one first.")
    return "" if people else _("Nobody has registered yet.")


def _over() -> str:
    return _("The workshop is over: its groups stay as they were.")


def _not_ready() -> str:
    return _("This plan is not made yet, or could not be made.")
