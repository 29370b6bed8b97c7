"""Leading a workshop: which round runs, its time, and what all groups wrote."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.workshops.actions import room_inside as inside
from plethu_web.workshops.actions import room_leading as actions
from plethu_web.workshops.actions.room_inside import RoomClosed
from plethu_web.workshops.forms.room import RoundForm, SeatForm, TimeForm
from plethu_web.workshops.plenary_shown import plenary_shown
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries import room_board as on_board
from plethu_web.workshops.queries.register import name_of
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.views.room import in_room


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def lead(request: HttpRequest, who: Inside) -> HttpResponse:
    """The agenda with its buttons, and how far each group is."""
    if not who.leads:
        raise PermissionDenied
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        try:
            _do(who, request.POST)
            return redirect("room:lead", key=who.workshop.key)
        except RoomClosed:
            errors.append({"text": _("The workshop does not run now. Begin it on its page first.")})
    room = queries.room_of(who.workshop)
    context = {
        "who": who,
        "room": room,
        "rounds": who.workshop.rounds.all(),
        "boards": _boards(room.round) if room.round else [],
        "late": len(queries.late_seats(who, room.round)) if room.round else 0,
        "errors": errors,
        "mark": f"{who.workshop.state} {room.version}",
    }
    return render(request, "workshops/room/lead.html", context, status=409 if errors else 200)


@in_room
@require_safe
def plenary(request: HttpRequest, who: Inside) -> HttpResponse:
    """What all groups wrote in the round that runs, with counts; while everybody looks at it, or for who leads."""
    room = queries.room_of(who.workshop)
    if room.round is None or not (room.plenary or who.leads):
        return redirect("room:room", key=who.workshop.key)
    room.round.workshop = who.workshop
    etag = f'"{on_board.mark_of(room.round)}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:  # a compressed page has a weak one
        return HttpResponse(status=304, headers={"ETag": etag})
    told = plenary_shown(room.round, etag)
    context = {"who": who, "told": told, "etag": etag, "mark": f"{who.workshop.state} {room.version}"}
    response = render(request, "workshops/room/plenary.html", context)
    response["ETag"] = etag
    return response


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def seats(request: HttpRequest, who: Inside, position: int) -> HttpResponse:
    """Who said themselves which group they are in; whoever looks after the group, or leads, puts them elsewhere."""
    round = queries.round_at(who.workshop, position)
    groups = queries.groups_in(round)
    if not any(who.facilitates(round, group) for group in groups):
        raise PermissionDenied
    found = queries.late_seats(who, round)
    form = SeatForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        seat = next((each for each in found if each.pk == form.cleaned_data["seat"]), None)
        try:
            if seat is not None:
                inside.move_late(who=who, seat=seat, group=form.cleaned_data["group"])
        except (inside.RoomClosed, inside.NoSuchGroup):
            form.add_error(None, _("That cannot be done now."))
        else:
            return redirect("room:seats", key=who.workshop.key, position=position)
    shown = [(seat, _called(who, seat.participant)) for seat in found]
    context = {"who": who, "round": round, "groups": groups, "seats": shown, "form": form}
    return render(request, "workshops/room/seats.html", context, status=400 if form.is_bound else 200)


def _called(who: Inside, person: Any) -> str:
    """As on screens: the code alone, or the name with it where names are shown."""
    name = "" if who.workshop.codes_on_screen else name_of(person)
    return f"{name} ({person.code})" if name else person.code


def _boards(round: Any) -> list[dict[str, Any]]:
    counts, reported = dict(on_board.counts_of_groups(round)), on_board.reported_in(round)
    helpers = queries.lookers_after(round)
    return [
        {
            "board": board,
            "count": counts.get(board.group, 0),
            "reported": reported.get(board.pk, []),
            "helpers": helpers.get(board.group, 0),
        }
        for board in queries.boards_of(round)
    ]


def _do(who: Inside, post: Any) -> None:
    """What a button of the page asks for."""
    asked = post.get("do", "")
    if asked == "begin" and (chosen := RoundForm(post)).is_valid():
        actions.begin_round(who=who, round=queries.round_at(who.workshop, chosen.cleaned_data["round"]))
    elif asked == "gather":
        actions.gather(who=who)
    elif asked == "time" and (form := TimeForm(post)).is_valid():
        actions.change_time(who=who, **form.cleaned_data)
