"""What somebody could try in the room without the right to: others' boards, old sendings, guesses, code for words."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plethu_web.accounts.models import Event
from plethu_web.config.ratelimit import KEY, Buckets, rule_for
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.room_leading import open_boards
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.codes import KEY_SIGNS, TOKEN_SIGNS, new_key, new_token
from plethu_web.workshops.live_reading import admit, shut_out
from plethu_web.workshops.models import Board, Card, CardReport, Contact, NoteVersion, Plan, Prompt, Workshop

from .cast import browser_of, in_role
from .room_cast import (
    a_facilitator,
    a_room,
    address,
    board_of,
    came_in,
    changes,
    key_of,
    member_of,
    place_on,
    put,
    shown,
)

pytestmark = pytest.mark.django_db
CODE = "</script><script>alert(1)</script>\r\ndata: {}\n\n\u2028"


@pytest.fixture
def workshop():
    return a_room()


@pytest.fixture
def board(workshop):
    return board_of(workshop)


def moderate(client, card, **fields):
    return client.post(f"/en/room/{card.board.round.workshop.key}/cards/{card.pk}/", fields)


@pytest.mark.parametrize("kind", ["member", "facilitator"])
def test_nothing_of_another_group_can_be_changed_or_read(workshop, board, kind):
    put(came_in(member_of(workshop)), board, "Ours")
    card, before = Card.objects.get(), Board.objects.get(pk=board.pk).version
    other = came_in(member_of(workshop, 2) if kind == "member" else a_facilitator(workshop, 2))
    answers = [
        put(other, board, "Theirs"),
        other.post(address(board, "unnamed/")),
        other.post(address(board, "written/"), {"other-words": "Theirs"}),
        other.post(address(board, f"notes/{place_on(board)}/"), {"words": "Theirs", "seen": "0"}),
        other.post(f"/en/room/{workshop.key}/cards/{card.pk}/report/", {"reason": "hurts"}),
        *(moderate(other, card, do=do, reason="hurts", place="other") for do in ("hide", "show", "move")),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert Board.objects.get(pk=board.pk).version == before
    assert not CardReport.objects.exists() | NoteVersion.objects.exists()


def test_what_was_done_already_is_not_done_again(workshop, board):
    put(came_in(member_of(workshop)), board)
    card, facilitator = Card.objects.get(), came_in(a_facilitator(workshop))
    for fields in ({"do": "show"}, {"do": "hide", "reason": "hurts"}, {"do": "move", "place": "other"}):
        for _ in range(3):
            assert moderate(facilitator, card, **fields).status_code == 302
    kinds = ["card-hidden", "card-shown", "card-moved"]
    assert [Event.objects.filter(kind=kind).count() for kind in kinds] == [1, 0, 1]


def test_code_in_a_card_a_name_or_a_note_is_only_words_in_pages_and_in_streams(workshop, board):
    Workshop.objects.update(names_on_cards=True, codes_on_screen=False)
    Contact.objects.create(participant=member_of(workshop), name=CODE)
    member = came_in(member_of(workshop))
    put(member, board, CODE, named="on")
    came_in(a_facilitator(workshop)).post(address(board, f"notes/{place_on(board)}/"), {"words": CODE, "seen": "0"})
    for text in (shown(member.get(address(board))), json.dumps(changes(member, board))):
        assert text.count("&lt;script&gt;alert(1)") >= 3
        assert "<script>alert" not in text
    raw = member.get(address(board, "changes/"), {"since": "0.0"}).content
    assert b"\n" not in raw
    assert b"\r" not in raw  # a line of its own would be an event of its own


def test_code_in_a_question_is_only_words_on_a_board_to_print(workshop, board):
    Prompt.objects.update(words=CODE)
    lead = browser_of(in_role(workshop.review, Role.LEAD))
    page = shown(lead.get(f"/en/room/{workshop.key}/rounds/{board.round.position}/paper/"))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_keys_are_long_and_trying_many_links_has_an_end_after_a_whole_hall_came_in():
    assert (len(new_key()), len(new_token())) == (KEY_SIGNS, TOKEN_SIGNS) == (10, 20)
    token = new_token()
    for path in (f"/en/room/enter/{token}/", f"/cy/workshops/yours/{token}/", f"/en/workshops/register/{new_key()}/"):
        assert rule_for("GET", path) is KEY
    buckets = Buckets(lambda: 0.0)
    tries = sum(not buckets.take(KEY, "one address") for _ in range(5000))
    assert 70 * 5 <= tries == KEY.burst <= 1000
    assert not buckets.take(KEY, "another address")


def test_a_wrong_link_says_nothing_of_what_is_there(workshop):
    client = browser_of(in_role(workshop.review, Role.OBSERVER))
    assert client.get(f"/en/room/enter/{new_token()}/").status_code == 404
    assert client.get(f"/en/room/enter/{workshop.key}/").status_code == 404


def test_text_is_written_and_read_in_the_direction_it_has(workshop, board):
    put(came_in(member_of(workshop)), board, "שלום")
    lead = browser_of(in_role(workshop.review, Role.LEAD))
    lead.post(f"/en/room/{workshop.key}/lead/", {"do": "gather"})
    card, room = Card.objects.get(), f"/en/room/{workshop.key}"
    member = came_in(member_of(workshop))
    report, own = f"{room}/cards/{card.pk}/report/", f"{room}/cards/{card.pk}/mine/"
    for client, path in [
        (lead, address(board)),
        (lead, f"{room}/plenary/"),
        (lead, f"{room}/cards/{card.pk}/"),
        (member, report),
        (member, address(board, "mine/")),
    ]:
        assert re.search(r'<\w+[^>]* dir="auto">\s*שלום', shown(client.get(path))), path
    assert re.search(r'<textarea[^>]* dir="auto"', shown(member.get(own)))
    for path in (address(board), address(board, "written/"), address(board, f"notes/{place_on(board)}/")):
        assert re.search(r'<textarea[^>]* dir="auto"', shown(lead.get(path))), path


def test_the_first_round_opens_with_what_the_review_found(workshop, board):
    lead = browser_of(in_role(workshop.review, Role.LEAD))
    lead.post(f"/en/room/{workshop.key}/lead/", {"do": "begin", "round": 1})
    first = Board.objects.get(round__workshop=workshop, round__position=1)
    page = shown(came_in(member_of(workshop)).get(address(first)))
    opening = page[page.index('<details class="opens no-print" open>') :]
    topics = {topic for round in workshop.rounds.all() for topic in round.topics.values_list("ref", flat=True)}
    assert opening[: opening.index("</details>")].count("<li>") == len(topics) > 3
    assert "in short" not in shown(came_in(member_of(workshop)).get(address(board)))


def test_the_answer_to_a_script_is_the_card_as_the_board_shows_it(workshop, board):
    client = came_in(member_of(workshop))
    fields = {"section": place_on(board), "words": "Ffa", "once": "a-mark-of-one-sending-0002"}
    response = client.post(address(board, "cards/", "cy"), fields, headers={"accept": "application/json"})
    assert response.json()["card"] == changes(client, board, language="cy")["cards"][0]


@pytest.mark.parametrize("planned", [True, False])
def test_readers_of_a_board_are_asked_about_together_and_who_withdrew_is_let_go(workshop, planned):
    if not planned:
        Plan.objects.update(in_use=False)
        open_boards(round=workshop.rounds.get(number=1), group=0)
    board, people = board_of(workshop, 1 if planned else 0), [member_of(workshop, 1, place) for place in range(3)]
    keys = [key_of(person) for person in people]
    readers = [reader(board, key) for key in keys]
    asked = []
    for some in (readers[:1], readers):
        with CaptureQueriesContext(connection) as found:
            assert shut_out(some) == set()
        asked.append(len(found))
    assert asked[0] == asked[1]
    withdraw(token=keys[1])
    assert shut_out(readers) == {readers[1]}


def reader(board, key):
    """Somebody who listens to a board, as a stream knows them."""
    client = Client()
    client.get(f"/en/room/enter/{key}/")
    cookie = f"plethu_session={client.cookies['plethu_session'].value}".encode()
    named = {"language": "en", "key": board.round.workshop.key, "board": str(board.pk)}
    return admit(named, {"headers": [(b"cookie", cookie)], "query_string": b""})
