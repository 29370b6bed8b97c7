"""What streams read from the database: who asks, what they missed, and what has changed on the boards that are open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from django.http import Http404, HttpRequest, QueryDict, parse_cookie

from plethu_web.workshops.models import Room
from plethu_web.workshops.queries.room import NotInside, board_of, inside
from plethu_web.workshops.queries.room_board import Mark, changes, marks
from plethu_web.workshops.room_showing import Audience, as_mark, as_text, audience_of, told

P = ParamSpec("P")
R = TypeVar("R")


class Refused(Exception):
    """This person may not read this board."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A stream that somebody asks for: the board, what their page shows already, how they see it, who they are."""

    board: int
    mark: Mark
    audience: Audience
    name: str


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
    request = HttpRequest()
    headers = dict(scope["headers"])
    session = parse_cookie(headers.get(b"cookie", b"").decode("latin-1")).get(settings.SESSION_COOKIE_NAME)
    if not session:  # whoever knocks without one costs no question to the database
        raise Refused
    request.session = SessionStore(session)
    try:
        who = inside(request.session, get_user(request), named["key"])
        board = board_of(who, int(named["board"]))
    except (Http404, NotInside) as error:
        raise Refused from error
    since = headers.get(b"last-event-id") or QueryDict(scope["query_string"]).get("since", "").encode()
    audience = audience_of(who, board.group, named["language"])
    return Asked(board.pk, as_mark(since.decode("latin-1")), audience, who.name)


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
        room = Room.objects.filter(workshop__rounds__boards=board).first()
    return {audience: (new.mark, as_text(told(new, audience, room))) for audience in audiences}
