"""A workshop that runs, with groups, boards and browsers that are in its room. None of it is real."""

from __future__ import annotations

import json
import re
from typing import Any

from django.test import Client

from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions import room_leading
from plethu_web.workshops.codes import new_token
from plethu_web.workshops.models import Board, Card, Facilitator, Participant, Plan, Round, Seat, Workshop
from plethu_web.workshops.queries.room import Inside

from .cast import in_role
from .workshops_cast import a_workshop, some_people

ONCE = "a-mark-of-one-sending-0001"


def a_room(*, people: int = 6, groups: int = 2) -> Workshop:
    """A short workshop that runs: its first round of groups has begun, everybody has a seat."""
    workshop = a_workshop(state="running", short=True)
    lead = in_role(workshop.review, Role.LEAD)
    plan = Plan.objects.create(workshop=workshop, number=1, design={"groups": groups}, ready=True, in_use=True, by=lead)
    for place, person in enumerate(some_people(workshop, people)):
        for number in (1, 2, 3):
            Seat.objects.create(plan=plan, participant=person, round=number, group=1 + (place + number - 1) % groups)
    begin(workshop, 1)
    return workshop


def leader(workshop: Workshop) -> Inside:
    """Whoever leads, from the team."""
    return Inside(workshop, person=in_role(workshop.review, Role.LEAD))


def begin(workshop: Workshop, number: int) -> Round:
    """Begin a breakout round; it."""
    round = workshop.rounds.get(number=number)
    room_leading.begin_round(who=leader(workshop), round=round)
    return round


def key_of(person: Participant | Facilitator) -> str:
    """A key of their own, made anew."""
    token = new_token()
    type(person).objects.filter(pk=person.pk).update(token_hash=hash_of(token))
    return token


def a_facilitator(workshop: Workshop, group: int = 1) -> Facilitator:
    """Somebody with a link for a group; 0 is all of them."""
    by = in_role(workshop.review, Role.LEAD)
    return Facilitator.objects.create(workshop=workshop, token_hash=hash_of(new_token()), group=group, by=by)


def came_in(person: Participant | Facilitator, client: Client | None = None) -> Client:
    """A browser in which somebody opened their link."""
    client = client or Client()
    response = client.get(f"/en/room/enter/{key_of(person)}/")
    assert response["Location"] == f"/en/room/{person.workshop.key}/"
    return client


def board_of(workshop: Workshop, group: int = 1, number: int = 1) -> Board:
    """The board of a group in a round."""
    return Board.objects.get(round__workshop=workshop, round__number=number, group=group)


def member_of(workshop: Workshop, group: int = 1, place: int = 0) -> Participant:
    """Somebody who sits in a group in the first round."""
    seats = Seat.objects.filter(plan__workshop=workshop, round=1, group=group).order_by("participant__code")
    return seats[place].participant


def address(board: Board, path: str = "", language: str = "en") -> str:
    """The address of a board."""
    return f"/{language}/room/{board.round.workshop.key}/boards/{board.pk}/{path}"


def place_on(board: Board) -> str:
    """The first finding or action on a board."""
    return f"topic-{board.round.topics.all()[0].pk}"


def put(client: Client, board: Board, words: str = "We did this in Gwynedd.", **more: Any) -> Any:
    """Send a card as a page without a script does."""
    section = more.pop("section", place_on(board))
    return client.post(address(board, "cards/"), {"section": section, "words": words, "once": ONCE, **more})


def put_by_script(client: Client, board: Board, words: str = "We did this in Gwynedd.", **more: Any) -> Any:
    """Send a card as the script does."""
    fields = {"section": place_on(board), "words": words, "once": ONCE, **more}
    return client.post(address(board, "cards/"), fields, headers={"accept": "application/json"})


def changes(client: Client, board: Board, since: str = "0.0", language: str = "en") -> Any:
    """What is new on a board."""
    return json.loads(client.get(address(board, "changes/", language), {"since": since}).content)


def words_on(board: Board) -> list[str]:
    """What stands on a board, in order."""
    return list(Card.objects.filter(board=board).values_list("words", flat=True))


def shown(response: Any) -> str:
    """The text of a page."""
    return re.sub(r"\s+", " ", response.content.decode())
