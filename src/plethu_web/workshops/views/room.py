"""Coming into the room, and where somebody stands in it: waiting, choosing a group, at a board, or in the plenary."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.workshops import showing
from plethu_web.workshops.actions import room_inside as inside
from plethu_web.workshops.actions import room_leading as leading
from plethu_web.workshops.forms.room import GroupForm, KeyForm
from plethu_web.workshops.queries import people
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries.room import Inside

RoomView = Callable[..., HttpResponseBase]


def in_room(view: RoomView) -> RoomView:
    """A view of `key` that gets who is `Inside` in place of it. Everybody else is led to the door."""

    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, key: str, **rest: Any) -> HttpResponseBase:
        try:
            return view(request, queries.inside(request.session, request.user, key), **rest)
        except queries.NotInside:  # or not any more: they withdrew while their card was on its way
            return JsonResponse({}, status=403) if is_for_script(request) else redirect("room:door")

    return shown


def is_for_script(request: HttpRequest) -> bool:
    """Whether a script of ours asks, not a page."""
    return request.headers.get("Accept", "") == "application/json"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Where one types one's key. A wrong one is answered in words, and too many of them by waiting."""
    form = KeyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _let_in(request, form.cleaned_data["key"])
        except Http404:
            form.add_error(
                "key", _("This key opens no room. Look whether a sign is missing, or open your link instead.")
            )
    return render(request, "workshops/room/door.html", {"form": form}, status=400 if form.is_bound else 200)


@never_cache
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Come in by one's own link. What stands in the address bar afterwards opens nothing for others."""
    return _let_in(request, token)


@in_room
@require_safe
def room(request: HttpRequest, who: Inside) -> HttpResponse:
    """Lead somebody to where they belong now."""
    state = queries.room_of(who.workshop)
    if not who.is_open or state.round is None:
        return redirect("room:lead", key=who.workshop.key) if who.leads else _waiting(request, who)
    if state.plenary and not who.leads:
        return redirect("room:plenary", key=who.workshop.key)
    group = who.group_in(state.round)
    if group is None or (who.leads and state.round.number):
        page = "room:lead" if who.leads else "room:group"
        return redirect(page, key=who.workshop.key)
    boards = queries.boards_of(state.round).filter(group=group)
    if not boards.exists():  # a group without a seat in the plan; to ask first keeps a thousand from writing at once
        leading.open_boards(round=state.round, group=group)
    return redirect("room:board", key=who.workshop.key, board=boards.get().pk)


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, who: Inside) -> HttpResponse:
    """Somebody without a seat says in which group they are, once."""
    state = queries.room_of(who.workshop)
    if who.participant is None or state.round is None or who.group_in(state.round) is not None:
        return redirect("room:room", key=who.workshop.key)
    groups = queries.groups_in(state.round)
    form = GroupForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            inside.sit_down(who=who, round=state.round, group=form.cleaned_data["group"])
            return redirect("room:room", key=who.workshop.key)
        except inside.RoomClosed:
            return redirect("room:room", key=who.workshop.key)
        except inside.NoSuchGroup:
            form.add_error("group", _("There is no such group in this round."))
    context = {"who": who, "groups": groups, "round": state.round}
    return render(request, "workshops/room/group.html", context)


@in_room
@require_safe
def state(request: HttpRequest, who: Inside) -> HttpResponse:
    """Where the workshop has got to, for pages that wait for the next round."""
    now = queries.room_of(who.workshop)
    return JsonResponse({"mark": f"{who.workshop.state} {now.version}"})


@in_room
@require_POST
def leave(request: HttpRequest, who: Inside) -> HttpResponse:
    """Go out: this browser opens the room no more. What was written stays."""
    rooms = request.session.get(queries.SESSION, {})
    request.session[queries.SESSION] = {key: as_what for key, as_what in rooms.items() if key != who.workshop.key}
    return redirect("room:door")


def _waiting(request: HttpRequest, who: Inside) -> HttpResponse:
    now = queries.room_of(who.workshop)
    context = {"who": who, "mark": f"{who.workshop.state} {now.version}", "over": who.is_over}
    return render(request, "workshops/room/waiting.html", context)


def _let_in(request: HttpRequest, token: str) -> HttpResponse:
    kind, found = _opened(token)
    if kind == "participant" and not found.agreed:
        return redirect(showing.to_agree(found, token, to="room"))
    if queries.is_left(found.workshop):
        if kind == "participant":  # their own page stays theirs
            return redirect("workshops:yours", token=people.plain(token))
        raise Http404
    rooms = {**request.session.get(queries.SESSION, {}), found.workshop.key: (kind, str(found.pk))}
    request.session.cycle_key()
    request.session[queries.SESSION] = rooms
    return redirect("room:room", key=found.workshop.key)


def _opened(token: str) -> tuple[str, Any]:
    try:
        return "participant", people.participant_with(token)
    except Http404:
        return "facilitator", people.facilitator_with(token)
