"""A workshop at which people of five sectors wrote cards, for the tests of its analysis. None of it is real."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Board, Card, Contact, Participant, Workshop

from .cast import browser_of, in_role
from .workshops_cast import a_workshop, of, some_people

CODING = {"stance": "echoed", "aspect": "practice", "finding": "F012", "voice_printed": "a gardener"}


def a_workshop_that_was_held(people: int = 30, cards: int = 3) -> Workshop:
    """So many people, of whom the first few wrote a card each on the first thing that was discussed."""
    workshop = a_workshop(state="closed", short=True)
    round = workshop.rounds.get(number=1)
    board = Board.objects.create(round=round, group=1, version=1)
    everybody = some_people(workshop, people)
    Contact.objects.create(participant=everybody[0], name="Mared Member", organisation="Beans Together")
    for place, person in enumerate(everybody[:cards]):
        a_card(board, person, f"here we grew beans, {place}.")
    return workshop


def a_card(board: Board, person: Participant | None, words: str, **more: Any) -> Card:
    """A card as the room keeps it."""
    number = Card.objects.count()
    fields = {"said_by": "participant", "author": person, "topic": board.round.topics.all()[0], "stance": "echo"}
    return Card.objects.create(board=board, words=words, once=f"once-{number}", changed=1, **{**fields, **more})


def analyst(workshop: Workshop, role: str = Role.LEAD) -> Client:
    """A browser of somebody in the team."""
    return browser_of(in_role(workshop.review, role))


def at(workshop: Workshop, path: str = "", language: str = "en") -> str:
    """The address of one of the pages of its analysis."""
    return of(workshop, f"analysis/{path}", language)


def code(client: Client, workshop: Workshop, card: Card, **more: Any) -> Any:
    """Code a card as the desk's form does."""
    return client.post(at(workshop, f"desk/card-{card.pk}/"), {**CODING, **more})


def sign(client: Client, workshop: Workshop, card: Card, **more: Any) -> Any:
    """Sign a card's text off, with everything masked that was found."""
    address = at(workshop, f"desk/card-{card.pk}/text/")
    found = re.findall(r'name="mask" value="([\w-]+)"', client.get(address).content.decode())
    return client.post(address, {"mask": found, "language": "en", **more})


def publish(client: Client, workshop: Workshop, **more: Any) -> Any:
    """Publish as the lead does: look through what would go out, tick every statement as read, press."""
    address = at(workshop, "releases/publish/")
    page = client.get(address, {"table": "1"} if more.get("table") else {}).content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(of|table)" value="(\w*)"', page))
    return client.post(address, {**fields, "read": re.findall(r'name="read" value="([\w-]+)"', page)})


def file(client: Client, workshop: Workshop, kind: str, number: int = 1, language: str = "en") -> bytes:
    """A file of a release."""
    response = client.get(at(workshop, f"releases/{number}/{kind}/{language}/"))
    assert response.status_code == 200
    return response.content


def cards_of(workshop: Workshop) -> list[Card]:
    """What was written."""
    return list(Card.objects.filter(board__round__workshop=workshop).order_by("pk"))


def shown(response: Any) -> str:
    """The text of a page."""
    return re.sub(r"\s+", " ", response.content.decode())
