"""Checks of a strategy by the elements of PRESS, and answering what they found."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import finding
from plethu_web.strategies.actions import answers as actions
from plethu_web.strategies.forms.answers import FalseAlarmForm
from plethu_web.strategies.opened import Opened, opened
from plethu_web.strategies.queries import answers as queries
from plethu_web.strategies.understanding import understand


@in_review("read-strategies")
@require_safe
def checks(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """What a program can see in the strategy, by element."""
    return _page(request, opened(access, pk))


@in_review("write-strategies")
@require_POST
def answer(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Answer a finding as a false alarm. It stays answered while other things are edited."""
    found = opened(access, pk)
    form = FalseAlarmForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    understood = understand(found.strategy, found.version)
    there = finding.findings(access, found.strategy, understood) if understood.strategy else ()
    asked = next((each for each in there if each.key == form.cleaned_data["key"]), None)
    if asked is None:
        return found.to("checks", done="gone")
    reason = form.cleaned_data["reason"]
    actions.answer_finding(by=access.person, strategy=found.strategy, key=asked.key, code=asked.code, reason=reason)
    return found.to("checks", done="answered")


@in_review("write-strategies")
@require_POST
def back(request: HttpRequest, access: Access, pk: int, answer_pk: int) -> HttpResponse:
    """Take an answer back."""
    found = opened(access, pk)
    given = queries.answers_of(found.strategy).filter(pk=answer_pk).first()
    if given is not None:
        actions.reopen_finding(by=access.person, answer=given)
    return found.to("checks", done="back")


def _page(request: HttpRequest, found: Opened, form: FalseAlarmForm | None = None) -> HttpResponse:
    understood = understand(found.strategy, found.version)
    elements = finding.checked(found.access, found.strategy, understood)
    context = found.context(
        "checks",
        understood=understood,
        elements=elements,
        open=sum(len(element.open) + element.more for element in elements),
        done=request.GET.get("done", ""),
        wrong=form,
        errors=[{"text": error} for errors in form.errors.values() for error in errors] if form else None,
    )
    return render(request, "strategies/checks.html", context, status=400 if form else 200)
