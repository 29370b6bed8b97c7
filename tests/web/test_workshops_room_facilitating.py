"""Looking after the room: notes of two who write at once, cards hidden and moved, boards on paper, rounds, plenary."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from plethu.workshop.register import possible_speakers
from plethu_web.accounts.models import Event
from plethu_web.reviews.roles import Role
from plethu_web.workshops import plenary_shown
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.models import Board, Card, CardReport, NoteVersion, Participant, Plan, Room, Workshop
from plethu_web.workshops.queries.releasing import people_of
from plethu_web.workshops.room_sections import sections_of

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
    words_on,
)
from .workshops_cast import moved, of

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
    assert words_on(board) == ["From a member", "From who facilitates"]


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


def test_who_facilitates_any_group_does_so_where_they_are_seated(workshop, board):
    person = member_of(workshop)
    Participant.objects.filter(pk=person.pk).update(facilitates=-1)
    client = came_in(person)
    later = Board.objects.create(round=workshop.rounds.get(number=2), group=2)
    assert client.get(notes(board)).status_code == 200
    assert client.get(address(board_of(workshop, 2))).status_code == 404
    assert client.get(notes(later)).status_code == 200  # where they sit in the second round
    assert str(person.pk) not in {speaker.id for speaker in possible_speakers(people_of(workshop))}


def test_after_the_end_cards_stay_as_they_are_but_for_the_team_until_it_publishes(workshop, board, member, lead):
    person = member_of(workshop, 1, 1)
    Participant.objects.filter(pk=person.pk).update(facilitates=1)
    participant, link = came_in(person), came_in(a_facilitator(workshop))
    put(member, board)
    moved(workshop, "close")
    hide = {"do": "hide", "reason": "hurts"}
    assert link.post(card_page(workshop), hide).status_code == 409
    assert link.post(card_page(workshop), {"do": "move", "place": "other"}).status_code == 409
    assert participant.post(card_page(workshop), hide).status_code == 403
    assert member.post(card_page(workshop, "report/"), {"reason": "hurts"}).status_code == 400
    assert not CardReport.objects.exists()
    assert lead.post(card_page(workshop), hide).status_code == 302
    Workshop.objects.update(published=workshop.starts)
    assert lead.post(card_page(workshop), {"do": "show"}).status_code == 409
    assert Card.objects.get().hidden == "hurts"


def test_a_link_reports_a_card_once_and_where_it_facilitates_it_hides(workshop, board, facilitator):
    together = Board.objects.create(round=workshop.rounds.get(position=1), group=0)
    fields = {"section": "other", "words": "Too sharp", "once": "a-mark-of-one-sending-0003"}
    came_in(member_of(workshop)).post(address(together, "cards/"), fields)
    for _ in range(3):
        facilitator.post(card_page(workshop, "report/"), {"reason": "hurts"})
    assert CardReport.objects.count() == 1
    Card.objects.update(board=board)
    assert facilitator.get(card_page(workshop, "report/"))["Location"] == card_page(workshop)


def test_notes_stay_the_groups_when_who_took_them_withdraws(workshop, board):
    person = member_of(workshop)
    Participant.objects.filter(pk=person.pk).update(facilitates=1)
    came_in(person).post(notes(board), {"words": "The group agrees", "seen": "0"})
    token = key_of(person)
    assert "Notes that you took" in shown(Client().get(f"/en/workshops/yours/{token}/withdraw/"))
    withdraw(token=token)
    assert list(NoteVersion.objects.values_list("words", "author")) == [("The group agrees", None)]


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


def test_a_report_reaches_whoever_facilitates_without_saying_who(workshop, board, member, facilitator, lead):
    put(facilitator, board, "Too sharp")
    for _ in range(2):
        assert member.post(card_page(workshop, "report/"), {"reason": "hurts"}).status_code == 302
    assert CardReport.objects.count() == 1
    page = shown(facilitator.get(address(board)))
    assert "asks you to look" in page
    assert "was reported" in shown(member.get(address(board), {"done": "reported"}))
    assert "by nobody: you see its reports here" in shown(lead.get(lead_page(workshop)))  # group 2 has no link
    assert f'href="{card_page(workshop)}"' in shown(lead.get(lead_page(workshop)))
    assert member_of(workshop).code not in page
    assert "asks you to look" not in shown(member.get(address(board)))
    assert "hurts or insults" in shown(facilitator.get(card_page(workshop)))


def test_a_reported_card_that_is_left_as_it_is_asks_for_no_further_look(workshop, board, member, facilitator, lead):
    put(facilitator, board, "Sharp, but fair")
    member.post(card_page(workshop, "report/"), {"reason": "hurts"})
    mark = changes(member, board)["mark"]
    for _ in range(2):
        assert facilitator.post(card_page(workshop), {"do": "leave"}).status_code == 302
    assert "asks you to look" not in changes(facilitator, board, mark)["cards"][0][2]
    assert "Look at it" not in shown(lead.get(lead_page(workshop)))
    assert "leave it as it is" not in shown(facilitator.get(card_page(workshop)))
    assert Event.objects.filter(kind="card-left").count() == 1
    came_in(member_of(workshop, 1, 1)).post(card_page(workshop, "report/"), {"reason": "names"})
    assert "Look at it" in shown(lead.get(lead_page(workshop)))


def test_a_board_on_paper_is_typed_in_once_however_often_it_is_sent(board, facilitator):
    page = facilitator.get(address(board, "written/")).content.decode()
    once = re.search(r'name="once" value="([\w-]+)"', page)[1]
    place = place_on(board)
    fields = {"once": once, f"{place}-words": "One\n\nTwo\nstill two\n \nTwo\n\n", "other-words": "Three"}
    for _ in range(2):
        assert facilitator.post(address(board, "written/"), fields).status_code == 302
    assert words_on(board) == ["One", "Two\nstill two", "Two", "Three"]
    assert set(Card.objects.values_list("said_by", "author")) == {("paper", None)}


def test_words_typed_in_on_a_second_visit_are_asked_about(board, facilitator):
    place = place_on(board)
    send = lambda **more: facilitator.post(address(board, "written/"), {f"{place}-words-echo": "One", **more})  # noqa: E731
    assert send(once="a" * 24).status_code == 302
    asked = send(once="b" * 24)
    assert asked.status_code == 409
    assert "stand on the board already" in shown(asked)
    assert words_on(board) == ["One"]
    assert send(once="a" * 24).status_code == 302  # the same sending once more is no second visit
    assert send(once="b" * 24, again="1").status_code == 302
    assert list(Card.objects.values_list("words", "stance")) == [("One", "echo")] * 2


def test_paper_is_typed_in_after_the_end_until_something_is_published(workshop, board, facilitator):
    moved(workshop, "close")
    fields = {"once": "c" * 24, "other-words": "From paper"}
    assert facilitator.post(address(board, "written/"), fields).status_code == 302
    Workshop.objects.update(published=workshop.starts)
    assert facilitator.post(address(board, "written/"), {**fields, "other-words": "Later"}).status_code == 400
    assert words_on(board) == ["From paper"]


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
    assert shown(lead.get(path, {"group": "2"})).count('class="paper"') == 1
    Plan.objects.update(certificate={"made": {"welsh_groups": 1}})
    page = shown(lead.get(path))
    assert (page.count('class="paper" lang="cy"'), page.count('class="paper" lang="en"')) == (1, 1)
    action = sections_of(later)[0]
    assert str(escape(action.summary.en)) in page


@pytest.mark.parametrize("round", ["²", "٣", "x", "9" * 30, ""])
def test_a_round_that_is_none(workshop, lead, round):
    before = Room.objects.get().round_id
    assert lead.post(lead_page(workshop), {"do": "begin", "round": round}).status_code in (302, 404)
    assert Room.objects.get().round_id in (before, workshop.rounds.get(position=3).pk)


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
    assert "<b>2</b> cards" in page
    assert "<b>1</b> This is not what I know" in page


def test_the_plenary_is_made_once_for_all_who_look_and_anew_when_it_changed(workshop, board, member, lead, monkeypatch):
    made, make = [], plenary_shown._made
    monkeypatch.setattr(plenary_shown, "_made", lambda round: made.append(round.pk) or make(round))
    put(member, board, "From one")
    lead.post(lead_page(workshop), {"do": "gather"})
    plenary, as_browsers = f"/en/room/{workshop.key}/plenary/", {"accept-encoding": "gzip"}
    mark = member.get(plenary, headers=as_browsers)["ETag"]
    assert came_in(member_of(workshop, 2)).get(plenary).status_code == 200
    assert member.get(plenary, headers={**as_browsers, "if-none-match": mark}).status_code == 304
    assert len(made) == 1
    put(member, board, "From one more", once="another-mark-of-sending")
    response = member.get(plenary, headers={"if-none-match": mark})
    assert "From one more" in shown(response)
    assert len(made) == 2


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


def test_ending_is_asked_about_and_then_told_to_all_who_are_at_a_board(workshop, board, member, lead):
    mark = changes(member, board)["mark"]
    asked = lead.post(of(workshop, "move/"), {"move": "close"})
    assert "End the workshop?" in shown(asked)
    assert changes(member, board, mark)["room"] == {}
    assert lead.post(of(workshop, "move/"), {"move": "close", "sure": "1"}).status_code == 302
    assert changes(member, board, mark)["room"]["open"] is False
    assert "The workshop has ended" in shown(member.get(f"/en/room/{workshop.key}/"))
    response = lead.post(of(workshop, "move/"), {"move": "resume"})
    assert response["Location"] == lead_page(workshop)
    assert of(workshop) in shown(lead.get(lead_page(workshop)))
