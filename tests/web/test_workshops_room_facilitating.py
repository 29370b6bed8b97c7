"""Looking after the room: notes of two who write at once, cards hidden and moved, boards on paper, rounds, plenary."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Card, CardReport, NoteVersion, Participant, Room
from plethu_web.workshops.queries.room_board import everything_said

from .cast import browser_of, in_role
from .room_cast import (
    a_facilitator,
    a_room,
    address,
    board_of,
    came_in,
    changes,
    member_of,
    place_on,
    put,
    shown,
    words_on,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return a_room()


@pytest.fixture
def board(workshop):
    return board_of(workshop)


@pytest.fixture
def member(workshop):
    return came_in(member_of(workshop))


@pytest.fixture
def facilitator(workshop):
    return came_in(a_facilitator(workshop))


@pytest.fixture
def lead(workshop):
    return browser_of(in_role(workshop.review, Role.LEAD))


def notes(board):
    return address(board, f"notes/{place_on(board)}/")


def card_page(workshop, path=""):
    return f"/en/room/{workshop.key}/cards/{Card.objects.get().pk}/{path}"


def lead_page(workshop):
    return f"/en/room/{workshop.key}/lead/"


def test_notes_stand_beside_the_cards_marked_as_the_facilitators(board, member, facilitator):
    put(member, board, "From a member")
    put(facilitator, board, "From who facilitates")
    mark = changes(member, board)["mark"]
    facilitator.post(notes(board), {"words": "The group agrees", "seen": "0"})
    page = shown(member.get(address(board)))
    assert "The group agrees" in page
    assert list(Card.objects.values_list("said_by", flat=True)) == ["participant", "facilitator"]
    assert "The group agrees" in changes(member, board, mark)["notes"][0][1]
    assert [card.words for card in everything_said([board])] == ["From a member", "From who facilitates"]


def test_two_who_write_the_same_notes_at_once_write_over_nothing(workshop, board, facilitator):
    other = came_in(a_facilitator(workshop))
    facilitator.post(notes(board), {"words": "First", "seen": "0"})
    response = other.post(notes(board), {"words": "Second", "seen": "0"})
    assert response.status_code == 409
    page = response.content.decode()
    assert "First" in page
    assert "Second</textarea>" in page
    assert re.search(r'name="seen" value="1"', page)
    assert NoteVersion.objects.get().words == "First"
    other.post(notes(board), {"words": "First\nSecond", "seen": "1"})
    assert list(NoteVersion.objects.values_list("number", "words")) == [(1, "First"), (2, "First\nSecond")]


def test_the_same_notes_saved_twice_are_one_version(board, facilitator):
    for _ in range(2):
        assert facilitator.post(notes(board), {"words": "Once", "seen": "0"}).status_code == 302
    assert NoteVersion.objects.count() == 1


def test_participants_take_no_notes_and_move_no_cards(workshop, board, member):
    put(member, board)
    assert member.get(notes(board)).status_code == 403
    assert member.post(card_page(workshop), {"do": "hide", "reason": "hurts"}).status_code == 403
    assert member.get(address(board, "written/")).status_code == 403
    assert member.get(lead_page(workshop)).status_code == 403
    assert Card.objects.get().hidden == ""


def test_a_facilitator_looks_after_their_own_group_only(workshop, facilitator):
    assert facilitator.get(address(board_of(workshop, 2))).status_code == 404
    assert facilitator.get(lead_page(workshop)).status_code == 403


def test_a_participant_who_facilitates_a_group(workshop, board):
    person = member_of(workshop)
    Participant.objects.filter(pk=person.pk).update(facilitates=1)
    assert came_in(person).get(notes(board)).status_code == 200


def test_a_hidden_card_leaves_a_place_and_can_be_shown_again(workshop, board, member, facilitator):
    put(member, board, "Names somebody")
    mark = changes(member, board)["mark"]
    assert facilitator.post(card_page(workshop), {"do": "hide"}).status_code == 400
    facilitator.post(card_page(workshop), {"do": "hide", "reason": "names"})
    page = shown(member.get(address(board)))
    assert "Names somebody" not in page
    assert "hidden a card here" in page
    assert "Names somebody" not in changes(member, board, mark)["cards"][0][2]
    assert "Names somebody" in shown(facilitator.get(address(board)))
    assert words_on(board) == ["Names somebody"]
    assert Event.objects.get(kind="card-hidden").details["reason"] == "names"
    facilitator.post(card_page(workshop), {"do": "show"})
    assert "Names somebody" in shown(member.get(address(board)))


def test_a_card_is_moved_to_where_it_belongs(workshop, board, member, facilitator):
    put(member, board, "About something else", stance="echo")
    there = f"topic-{board.round.topics.all()[1].pk}"
    facilitator.post(card_page(workshop), {"do": "move", "place": there})
    card = Card.objects.get()
    assert (card.section, card.stance, card.moved) == (there, "echo", True)
    facilitator.post(card_page(workshop), {"do": "move", "place": "other"})
    assert (Card.objects.get().section, Card.objects.get().stance) == ("other", "")
    assert facilitator.post(card_page(workshop), {"do": "move", "place": "topic-1"}).status_code in (302, 400)
    assert Event.objects.filter(kind="card-moved").count() >= 2


def test_a_report_reaches_whoever_facilitates_without_saying_who(workshop, board, member, facilitator):
    put(facilitator, board, "Too sharp")
    for _ in range(2):
        assert member.post(card_page(workshop, "report/"), {"reason": "hurts"}).status_code == 302
    assert CardReport.objects.count() == 1
    page = shown(facilitator.get(address(board)))
    assert "asks you to look" in page
    assert member_of(workshop).code not in page
    assert "asks you to look" not in shown(member.get(address(board)))
    assert "hurts or insults" in shown(facilitator.get(card_page(workshop)))


def test_a_board_on_paper_is_typed_in_once_however_often_it_is_sent(board, facilitator):
    page = facilitator.get(address(board, "written/")).content.decode()
    once = re.search(r'name="once" value="([\w-]+)"', page)[1]
    place = place_on(board)
    fields = {"once": once, f"{place}-words": "One\n\nTwo\nstill two\n \nTwo\n\n", "other-words": "Three"}
    for _ in range(2):
        assert facilitator.post(address(board, "written/"), fields).status_code == 302
    assert words_on(board) == ["One", "Two\nstill two", "Two", "Three"]
    assert set(Card.objects.values_list("said_by", "author")) == {("paper", None)}


def test_a_batch_with_one_card_too_long_is_refused_whole_with_all_its_words(board, facilitator):
    fields = {f"{place_on(board)}-words": "Short\n\n" + "b" * 2500, "other-words": "Kept too"}
    response = facilitator.post(address(board, "written/"), fields)
    page = response.content.decode()
    assert response.status_code == 400
    assert "has 2,500 characters, and 2,000 fit" in page
    assert "b" * 2500 in page
    assert "Kept too" in page
    assert words_on(board) == []


def test_boards_to_print_are_there_before_the_round_begins(workshop, facilitator, lead):
    later = workshop.rounds.get(number=2)
    path = f"/en/room/{workshop.key}/rounds/{later.position}/paper/"
    assert shown(lead.get(path)).count('class="paper"') == 2
    assert shown(facilitator.get(path)).count('class="paper"') == 1


def test_switching_the_round_leads_everybody_on(workshop, board, member, lead):
    mark = changes(member, board)["mark"]
    second = workshop.rounds.get(number=2)
    for _ in range(2):
        lead.post(lead_page(workshop), {"do": "begin", "round": second.position})
    room = changes(member, board, mark)["room"]
    assert (room["round"], room["plenary"]) == (second.pk, False)
    assert Event.objects.filter(kind="round-begun").count() == 2
    response = member.get(f"/en/room/{workshop.key}/", follow=True)
    assert response.redirect_chain[-1][0] == address(board_of(workshop, 2, 2))


def test_time_is_added_once_for_each_press(workshop, lead):
    before = Room.objects.get()
    form = {"do": "time", "minutes": "5", "seen": before.version}
    for _ in range(2):
        lead.post(lead_page(workshop), form)
    assert Room.objects.get().ends - before.ends == timedelta(minutes=5)


def test_a_round_says_until_when_it_goes_on(workshop, board, member):
    ends = timezone.localtime(Room.objects.get().ends)
    assert f"{ends:%H:%M}</time>" in shown(member.get(address(board)))


def test_the_plenary_counts_what_all_groups_wrote_and_shows_nothing_hidden(workshop, board, member, lead):
    other = came_in(member_of(workshop, 2))
    put(member, board, "From one", stance="echo")
    put(other, board_of(workshop, 2), "From two", stance="challenge")
    put(member, board, "Not for all", once="another-mark-of-sending")
    hidden = Card.objects.get(words="Not for all")
    lead.post(f"/en/room/{workshop.key}/cards/{hidden.pk}/", {"do": "hide", "reason": "hurts"})
    plenary = f"/en/room/{workshop.key}/plenary/"
    assert member.get(plenary).status_code == 302
    lead.post(lead_page(workshop), {"do": "gather"})
    response = member.get(f"/en/room/{workshop.key}/", follow=True)
    assert response.redirect_chain[-1][0] == plenary
    page = shown(response)
    assert "From one" in page
    assert "From two" in page
    assert "Not for all" not in page
    assert "<b>2</b> Cards" in page
    assert "<b>1</b> This is not what I know" in page
    again = member.get(plenary, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_a_plenary_ends_where_it_began(workshop, board, member, lead):
    lead.post(lead_page(workshop), {"do": "gather"})
    lead.post(lead_page(workshop), {"do": "begin", "round": board.round.position})
    response = member.get(f"/en/room/{workshop.key}/", follow=True)
    assert response.redirect_chain[-1][0] == address(board)


def test_before_the_first_round_one_waits(workshop, member, lead):
    Room.objects.all().delete()
    page = shown(member.get(f"/en/room/{workshop.key}/"))
    assert "The first round has not begun yet" in page
    state = member.get(f"/en/room/{workshop.key}/state/").json()["mark"]
    assert f'data-mark="{state}"' in page
    lead.post(lead_page(workshop), {"do": "begin", "round": 1})
    assert member.get(f"/en/room/{workshop.key}/state/").json()["mark"] != state
    together = member.get(f"/en/room/{workshop.key}/", follow=True)
    assert together.redirect_chain[-1][0].startswith(f"/en/room/{workshop.key}/boards/")
