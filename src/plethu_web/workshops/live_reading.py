"""What streams read from the database: who asks, what they missed, and what has changed on the boards that are open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import close_old_connections
from django.http import Http404, HttpRequest, QueryDict, parse_cookie
from django.utils import timezone

from plethu_web.workshops.models import Board, Participant, Room
from plethu_web.workshops.queries.room import (
    SESSION,
    Inside,
    NotInside,
    board_of,
    inside,
    is_left,
    participants_inside,
    seats_of,
)
from plethu_web.workshops.queries.room_board import Mark, changes, marks
from plethu_web.workshops.room_showing import Audience, as_mark, as_text, audience_of, told

P = ParamSpec("P")
R = TypeVar("R")


class Refused(Exception):
    """This person may not read this board."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A stream that somebody asks for: the board, what their page shows already, how they see it, who they are.

    `session` is what their browser came in with, so that they can be asked again.
    """

    board: int
    mark: Mark
    audience: Audience
    name: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A board that is open: where its readers are, and the kinds of them."""

    mark: Mark
    audiences: frozenset[Audience]


def closing(call: Callable[P, R]) -> Callable[P, R]:
    """In a thread of its own: with a connection to the database that is not kept."""

    @wraps(call)
    def closed(*given: P.args, **named: P.kwargs) -> R:
        close_old_connections()
        try:
            return call(*given, **named)
        finally:
            close_old_connections()

    return closed


@closing
def admit(named: dict[str, str], scope: Mapping[str, Any]) -> Asked:
    """Who asks for a stream of a board, if they may read it. Raises Refused."""
    headers = dict(scope["headers"])
    session = parse_cookie(headers.get(b"cookie", b"").decode("latin-1")).get(settings.SESSION_COOKIE_NAME)
    if not session:  # whoever knocks without one costs no question to the database
        raise Refused
    who, board = _let_in(session, named["key"], int(named["board"]))
    since = headers.get(b"last-event-id") or QueryDict(scope["query_string"]).get("since", "").encode()
    audience = audience_of(who, board, named["language"])
    return Asked(board.pk, as_mark(since.decode("latin-1")), audience, who.name, session)


def _let_in(session: str, key: str, board: int) -> tuple[Inside, Board]:
    request = HttpRequest()
    request.session = SessionStore(session)
    try:
        who = inside(request.session, get_user(request), key)
        return who, board_of(who, board)
    except (Http404, NotInside) as error:
        raise Refused from error


@closing
def shut_out(everybody: Collection[Asked]) -> set[Asked]:
    """Those of the streams that may be read no more, or are to be read as somebody else now.

    They withdrew, sit in another group, their link was ended, they left the room on this device. Participants, who are
    many, are looked up together.
    """
    rooms = _rooms_in({each.session for each in everybody})
    people = _participants({pk for by_key in rooms.values() for kind, pk in by_key.values() if kind == "participant"})
    seats = seats_of(list(people.values()))
    left = {workshop for workshop in {person.workshop for person in people.values()} if is_left(workshop)}
    boards = Board.objects.select_related("round").in_bulk({each.board for each in everybody})
    gone = set()
    for each in everybody:
        kind, pk = rooms.get(each.session, {}).get(each.audience.key, ("", ""))
        person, board = people.get(pk), boards.get(each.board)
        if kind != "participant" or person is None or board is None:
            stays = _is_let_in(each)
        else:
            who = Inside(person.workshop, participant=person, seats=seats[person.pk])
            stays = person.workshop not in left and who.sees(board) and _as_before(who, board, each)
        if not stays:
            gone.add(each)
    return gone


def _rooms_in(sessions: set[str]) -> dict[str, dict[str, tuple[str, str]]]:
    """By session that has not ended: as what its browser came into which room, as `inside` reads it."""
    found = Session.objects.filter(session_key__in=sessions, expire_date__gt=timezone.now())
    return {key: _rooms_of(data) for key, data in found.values_list("session_key", "session_data")}


@lru_cache(maxsize=4096)
def _rooms_of(data: str) -> dict[str, tuple[str, str]]:
    """The same of one session as it is stored. Kept: to prove the signature each second is a third of the work."""
    rooms: dict[str, tuple[str, str]] = SessionStore().decode(data).get(SESSION, {})
    return rooms


def _participants(ids: set[str]) -> dict[str, Participant]:
    """By id. They share their workshop: to read it once more for each of a thousand is what would cost most."""
    people = participants_inside().select_related(None).prefetch_related("workshop").only("workshop", "facilitates")
    return {str(person.pk): person for person in people.filter(pk__in=ids)}


def _is_let_in(asked: Asked) -> bool:
    try:
        who, board = _let_in(asked.session, asked.audience.key, asked.board)
    except Refused:
        return False
    return _as_before(who, board, asked)


def _as_before(who: Inside, board: Board, asked: Asked) -> bool:
    return who.name == asked.name and audience_of(who, board, asked.audience.language) == asked.audience


@closing
def catch_up(asked: Asked) -> tuple[Mark, str]:
    """What happened on a board since a page was made; no text where nothing did."""
    return _news(asked.board, asked.mark, (asked.audience,))[asked.audience]


@closing
def read(wanted: Mapping[int, Wanted]) -> dict[int, tuple[Mark, dict[Audience, str]]]:
    """The boards among these that have changed, each with its new mark and the news for each kind of reader."""
    found = {}
    for board, mark in marks(list(wanted)).items():
        if mark != wanted[board].mark:
            news = _news(board, wanted[board].mark, wanted[board].audiences, mark)
            found[board] = (mark, {audience: text for audience, (_mark, text) in news.items()})
    return found


def _news(
    board: int, since: Mark, audiences: frozenset[Audience] | tuple[Audience, ...], now: Mark | None = None
) -> dict[Audience, tuple[Mark, str]]:
    new = changes(board, since[0], now)
    if new.mark == since:
        return dict.fromkeys(audiences, (since, ""))
    room = None
    if new.mark[1] != since[1]:
        room = Room.objects.filter(workshop__rounds__boards=board).select_related("workshop").first()
    return {audience: (new.mark, as_text(told(new, audience, room))) for audience in audiences}
