"""The team's pages of its calls: making one, changing it, passing it on, how much came."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.calls import bars, showing
from plethu_web.calls.actions import calls as actions
from plethu_web.calls.forms.calls import CallForm, ReferrerForm
from plethu_web.calls.queries import calls as queries
from plethu_web.calls.queries import counts
from plethu_web.calls.queries.submissions import counts_by_state
from plethu_web.calls.states import State
from plethu_web.calls.views.sending import form_for
from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review

_FIELDS = tuple(actions.CallWords.__dataclass_fields__)
_USUAL = {
    "asks": ["place", "date", "involved", "outcome"],
    "licences": ["review-only", "cc-by-4.0"],
    "keep_months": 24,
    "contact_months": 6,
}


@in_review("run-call")
@require_safe
def calls(request: HttpRequest, access: Access) -> HttpResponse:
    """All calls of the review, and what waits in the queue."""
    found = [(call, queries.state_of(call)) for call in queries.calls_of(access)]
    states = [(State(code).label, number) for code, number in counts_by_state(access).items()]
    return render(request, "calls/calls.html", {"access": access, "calls": found, "states": states})


@in_review("run-call")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Make a call."""
    form = form_for(request, CallForm, _USUAL)
    if form.is_valid():
        call = actions.make_call(by=access.person, access=access, words=form.words())
        return redirect("calls:one-call", slug=access.review.slug, pk=call.pk)
    context = {"access": access, "form": form}
    return render(request, "calls/edit.html", context, status=400 if form.is_bound else 200)


@in_review("run-call")
@require_safe
def one(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One call: how it stands, its address, who passes it on."""
    return _page(request, access, queries.call_of(access, pk), ReferrerForm())


@in_review("run-call")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Change what a call says."""
    call = queries.call_of(access, pk)
    form = form_for(request, CallForm, {name: getattr(call, name) for name in _FIELDS})
    if form.is_valid():
        actions.change_call(by=access.person, access=access, call=call, words=form.words())
        return redirect("calls:one-call", slug=access.review.slug, pk=pk)
    context = {"access": access, "form": form, "call": call}
    return render(request, "calls/edit.html", context, status=400 if form.is_bound else 200)


@in_review("run-call")
@require_POST
def move(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Close a call, or open it again."""
    call = queries.call_of(access, pk)
    try:
        actions.move_call(by=access.person, access=access, call=call, move=request.POST.get("move", ""))
    except actions.NotNow:
        words = _("That cannot be done to the call as it stands now.")
        return _page(request, access, call, ReferrerForm(), errors=[{"text": words}], status=409)
    return redirect("calls:one-call", slug=access.review.slug, pk=pk)


@in_review("run-call")
@require_POST
def referrer(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Make a link for a body that passes the call on."""
    call = queries.call_of(access, pk)
    if "switch_language" in request.POST:
        return _page(request, access, call, ReferrerForm(initial={"name": request.POST.get("name", "")}))
    form = ReferrerForm(request.POST)
    if form.is_valid():
        try:
            actions.add_referrer(by=access.person, access=access, call=call, name=form.cleaned_data["name"])
            return redirect("calls:one-call", slug=access.review.slug, pk=pk)
        except actions.AlreadyThere:
            form.add_error("name", _("This body has a link already, or there are too many."))
    return _page(request, access, call, form, status=400)


@in_review("run-call")
@require_safe
def poster(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """The call as a poster in both languages, and as a message to copy."""
    call = queries.call_of(access, pk)
    sides = showing.poster(call, address_for(request))
    context = {"access": access, "call": call, "sides": sides, "messages": showing.messages(sides)}
    return render(request, "calls/poster.html", context)


@in_review("run-call")
@require_safe
def figures(request: HttpRequest, access: Access) -> HttpResponse:
    """How much came, by route, by who passed it on, by month."""
    heads = [_("Sent in"), _("Accepted"), _("Withdrawn or deleted")]
    parts = (
        ("by-route", _("What was sent in, by route"), _("Route"), counts.by_route(access)),
        ("by-body", _("What was sent in, by who passed the call on"), _("Body"), counts.by_referrer(access)),
        ("by-month", _("What was sent in, by month"), _("Month"), counts.by_month(access)),
    )
    drawn = [bars.figure(id, caption, [head, *heads], rows) for id, caption, head, rows in parts if rows]
    return render(request, "calls/figures.html", {"access": access, "figures": drawn})


def _page(
    request: HttpRequest, access: Access, call: Any, form: ReferrerForm, *, status: int = 200, **more: object
) -> HttpResponse:
    link = address_for(request) + reverse("calls:public", args=[call.key])
    context = {
        "access": access,
        "call": call,
        "state": queries.state_of(call),
        "moves": showing.moves(call),
        "link": link,
        "referrers": [(body, f"{link}?from={body.code}") for body in queries.referrers_of(call)],
        "form": form,
        **more,
    }
    return render(request, "calls/one.html", context, status=status)
