"""Answering: one page of questions after the other, then all answers at a glance."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.frameworks import actions, summary
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.forms import StepForm
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import held_by, hold
from plethu_web.frameworks.steps import Step, place_of, steps_of

LONG = 12  # answers from which on a list of them stands in columns


@private
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, step: str) -> HttpResponse:
    """One page of questions."""
    edition = current_edition()
    if step not in steps_of(edition):
        raise Http404
    this, held = steps_of(edition)[step], held_by(request, edition)
    if request.method != "POST":
        return _page(request, this, StepForm(this, edition, held.situation))
    if "asked" not in request.POST:  # not sent by the page: to take it would wipe out what was answered
        return _page(request, this, StepForm(this, edition, held.situation), status=400)
    form = StepForm(this, edition, held.situation, request.POST)
    if "switch_language" in request.POST:
        return _page(request, this, StepForm(this, edition, held.situation, initial=form.as_typed()))
    if not form.is_valid():
        return _page(request, this, form, status=400)
    response = redirect(*_next(request, this))
    hold(response, actions.change_answers(token=held.token, edition=edition, change=form.answer))
    return response


def _next(request: HttpRequest, step: Step) -> tuple[str, ...]:
    after = place_of(step, steps_of(current_edition())).after
    if request.POST.get("go") == "advice":
        return ("advice:result",)
    if not after or request.GET.get("from") == "answers":
        return ("advice:answers",)
    return "advice:question", after


def _page(request: HttpRequest, step: Step, form: StepForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "step": step,
        "place": place_of(step, steps_of(current_edition())),
        "form": form,
        "changing": request.GET.get("from") == "answers",
        "alone": len(form.fields) == 1,
        "long": any(len(getattr(field, "choices", ())) > LONG for field in form.fields.values()),
    }
    return render(request, "frameworks/question.html", context, status=status)


@private
@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """All answers, each with a way to change it."""
    edition = current_edition()
    held = held_by(request, edition)
    last = list(steps_of(edition))[-1]
    groups = summary.groups(steps_of(edition).values(), held.situation, edition)
    return render(request, "frameworks/answers.html", {"groups": groups, "held": held, "last": last})
