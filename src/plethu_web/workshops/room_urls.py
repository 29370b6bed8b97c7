"""Addresses of the room. `key` is a workshop's code; only `enter/` holds a person's own key, and leads away at once."""

from __future__ import annotations

from django.urls import path

from plethu_web.workshops.views import room, room_board, room_facilitating, room_leading, room_own

_BOARD = "<slug:key>/boards/<int:board>/"

app_name = "room"

urlpatterns = [
    path("", room.door, name="door"),
    path("enter/<str:token>/", room.enter, name="enter"),
    path("<slug:key>/", room.room, name="room"),
    path("<slug:key>/state/", room.state, name="state"),
    path("<slug:key>/group/", room.group, name="group"),
    path("<slug:key>/leave/", room.leave, name="leave"),
    path("<slug:key>/lead/", room_leading.lead, name="lead"),
    path("<slug:key>/plenary/", room_leading.plenary, name="plenary"),
    path("<slug:key>/rounds/<int:position>/paper/", room_facilitating.paper, name="paper"),
    path("<slug:key>/rounds/<int:position>/seats/", room_leading.seats, name="seats"),
    path("<slug:key>/cards/<int:card>/mine/", room_own.card, name="own-card"),
    path("<slug:key>/cards/<int:card>/", room_facilitating.card, name="card"),
    path("<slug:key>/cards/<int:card>/report/", room_board.report, name="report"),
    path(_BOARD, room_board.board, name="board"),
    path(f"{_BOARD}cards/", room_board.put, name="put"),
    path(f"{_BOARD}changes/", room_board.changes, name="changes"),
    path(f"{_BOARD}unnamed/", room_board.unnamed, name="unnamed"),
    path(f"{_BOARD}mine/", room_own.mine, name="mine"),
    path(f"{_BOARD}written/", room_facilitating.written, name="written"),
    path(f"{_BOARD}notes/<slug:place>/", room_facilitating.note, name="note"),
]
