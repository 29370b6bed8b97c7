"""The advice: all of it in lanes, and all that is said of one action."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.framework.index import index_of
from plethu_web.frameworks import actions, cards, files
from plethu_web.frameworks.advising import order_for, told_for, told_on_cards
from plethu_web.frameworks.changes import write_change
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.forms import AudienceForm, OverrideForm, WhichForm
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import Held, held_by, hold
from plethu_web.frameworks.questions import ask_dimension
from plethu_web.frameworks.steps import main_answered, page_of
from plethu_web.frameworks.trying import what_can_change


@private
@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """The lanes, and what is said of all the actions together."""
    edition = current_edition()
    held = held_by(request, edition)
    told = told_on_cards(held.situation, edition)
    own = next(iter(held.situation.answers.get(edition.audience_dimension, ())), "")
    asked = ask_dimension(index_of(edition).dimensions[edition.audience_dimension])
    form = AudienceForm(asked, {"audience": request.GET.get("audience", own)})
    audience = form.cleaned_data["audience"] if form.is_valid() else own
    order = order_for(audience, held.situation, edition) if audience != own else None
    answered, main = main_answered(held.situation, edition)
    context: dict[str, Any] = {
        "edition": edition,
        "held": held,
        "told": told,
        "first": [need for need in told.first if need.state != "elsewhere"],
        "lanes": cards.lanes(told, edition, order),
        "stage_open": edition.stage_dimension not in held.situation.answers,
        "stage_page": page_of(edition.stage_dimension, edition),
        "answered": answered,
        "main": main,
        "audience_form": form,
        "which_form": WhichForm(what_can_change(edition)),
        "formats": files.DOCUMENTS,
        "with_reasons": request.GET.get("reasons") == "1",
        "done": request.GET.get("done", ""),
    }
    return render(request, "frameworks/result.html", context)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, action: str) -> HttpResponse:
    """All that is said of one action; what is sent to it puts the action in another lane."""
    edition = current_edition()
    if action not in index_of(edition).actions:
        raise Http404
    held = held_by(request, edition)
    override = held.situation.overrides.get(action)
    initial = {"lane": override.lane, "reason": override.reason} if override else None
    form = OverrideForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method != "POST":
        return _action_page(request, action, held, form)
    if "switch_language" in request.POST:
        typed = {name: request.POST.get(name, "") for name in form.fields}
        return _action_page(request, action, held, OverrideForm(initial=typed))
    if not form.is_valid():
        return _action_page(request, action, held, form, status=400)
    return _put(request, action, {action: form.override()}, "moved")


@private
@require_POST
def follow_rule(request: HttpRequest, action: str) -> HttpResponse:
    """Take back one's own choice of lane."""
    if action not in index_of(current_edition()).actions:
        raise Http404
    return _put(request, action, {}, "moved-back")


def _put(request: HttpRequest, action: str, chosen: dict[str, Any], done: str) -> HttpResponse:
    edition = current_edition()
    response = redirect(f"{reverse('advice:action', args=[action])}?done={done}")
    token = actions.change_answers(
        token=held_by(request, edition).token,
        edition=edition,
        change=lambda s: replace(s, overrides={k: v for k, v in s.overrides.items() if k != action} | chosen),
    )
    hold(response, token)
    return response


def _action_page(request: HttpRequest, action: str, held: Held, form: OverrideForm, status: int = 200) -> HttpResponse:
    edition = current_edition()
    told = told_for(held.situation, edition)
    this = told.action(action)
    context: dict[str, Any] = {
        "edition": edition,
        "told": told,
        "action": this,
        "card": cards.card(this, edition),
        "lane_name": next(lane.name for lane in told.lanes if lane.id == this.lane),
        "shown_lane_name": next(lane.name for lane in told.lanes if lane.id == this.shown_lane),
        "evidence": cards.evidence(this.evidence),
        "changes": [(write_change(change.change), change.words) for change in this.least_change],
        "form": form,
        "done": request.GET.get("done", ""),
    }
    return render(request, "frameworks/action.html", context, status=status)
