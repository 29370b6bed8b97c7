"""Checks of a strategy by the elements of PRESS, alone and beside another one, and answering what they found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plethu.searching.checking import Finding
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import beside as pairs
from plethu_web.strategies import finding
from plethu_web.strategies.actions import answers as actions
from plethu_web.strategies.forms.answers import FalseAlarmForm
from plethu_web.strategies.opened import Opened, opened, opened_for_change
from plethu_web.strategies.queries import answers as queries
from plethu_web.strategies.queries.strategies import strategy_of
from plethu_web.strategies.understanding import understand


@in_review("read-strategies")
@require_safe
def checks(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """What a program can see in the strategy, by element."""
    return _page(request, opened(access, pk))


@in_review("read-strategies")
@require_safe
def beside(request: HttpRequest, access: Access, pk: int, other: int) -> HttpResponse:
    """Where the strategy drifts away from another one of the review."""
    return _beside_page(request, opened(access, pk), other)


@in_review("write-strategies")
@require_POST
def answer(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Answer a finding as a false alarm. It stays answered while other things are edited."""
    found, form, other = opened_for_change(access, pk), FalseAlarmForm(request.POST), _beside(request)
    if not form.is_valid():
        return _beside_page(request, found, other, form) if other else _page(request, found, form)
    understood = understand(found.strategy, found.version)
    there: Iterable[Finding] = ()
    if other:
        there = pairs.beside(found.strategy, understood, strategy_of(access, other)).found
    elif understood.written:
        there = finding.findings(access, found.strategy, understood)
    return _back_to(found, other, _answered(found, there, form.cleaned_data))


def _answered(found: Opened, there: Iterable[Finding], given: dict[str, Any]) -> str:
    """Keep the answer where its finding is there, and say what was done."""
    asked = next((each for each in there if each.key == given["key"]), None)
    if asked is None:
        return "gone"
    by, reason = found.access.person, given["reason"]
    actions.answer_finding(by=by, strategy=found.strategy, key=asked.key, code=asked.code, reason=reason)
    return "answered"


@in_review("write-strategies")
@require_POST
def back(request: HttpRequest, access: Access, pk: int, answer_pk: int) -> HttpResponse:
    """Take an answer back."""
    found = opened_for_change(access, pk)
    given = queries.answers_of(found.strategy).filter(pk=answer_pk).first()
    if given is not None:
        actions.reopen_finding(by=access.person, answer=given)
    return _back_to(found, _beside(request), "back")


def _beside(request: HttpRequest) -> int:
    """The strategy beside which the finding was shown; 0 for none."""
    other = request.POST.get("beside", "")
    return int(other) if other.isdecimal() and len(other) < 10 else 0


def _back_to(found: Opened, other: int, done: str) -> HttpResponse:
    return found.to("beside", other, done=done) if other else found.to("checks", done=done)


def _page(request: HttpRequest, found: Opened, form: FalseAlarmForm | None = None) -> HttpResponse:
    understood = understand(found.strategy, found.version)
    elements = finding.checked(found.access, found.strategy, understood)
    context = found.context(
        "checks",
        understood=understood,
        elements=elements,
        open=sum(element.waiting for element in elements),
        others=pairs.others(found.access, found.strategy),
        **_told(request, form),
    )
    return render(request, "strategies/checks.html", context, status=400 if form else 200)


def _beside_page(request: HttpRequest, found: Opened, other: int, form: FalseAlarmForm | None = None) -> HttpResponse:
    understood = understand(found.strategy, found.version)
    pair = pairs.beside(found.strategy, understood, strategy_of(found.access, other))
    context = found.context(
        "checks", understood=understood, pair=pair, other=pair.other, elements=pair.elements, **_told(request, form)
    )
    return render(request, "strategies/beside.html", context, status=400 if form else 200)


def _told(request: HttpRequest, form: FalseAlarmForm | None) -> dict[str, Any]:
    errors = [{"text": error} for errors in form.errors.values() for error in errors] if form else None
    return {"done": request.GET.get("done", ""), "wrong": form, "errors": errors}
