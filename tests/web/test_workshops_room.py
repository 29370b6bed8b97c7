"""The room of a workshop: coming in, writing cards, and each board read by its own group alone."""

from __future__ import annotations

import pytest
from django.test import Client

from plethu_web.config.ratelimit import DOOR, Buckets, rule_for
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.room_cards import CardSaid, put_card
from plethu_web.workshops.actions.room_inside import RoomClosed
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.models import Card, CardVersion, LateSeat, Participant, Plan, Prompt, Topic, Workshop
from plethu_web.workshops.queries.coding import contributions_of
from plethu_web.workshops.queries.room import Inside, NotInside
from plethu_web.workshops.room_sections import section_of
from plethu_web.workshops.room_words import LONGEST_CARD, MOST_IN_A_MINUTE

from .cast import browser_of, in_role
from .room_cast import (
    a_facilitator,
    a_room,
    address,
    begin,
    board_of,
    came_in,
    changes,
    key_of,
    member_of,
    place_on,
    put,
    put_by_script,
    shown,
    words_on,
)
from .workshops_cast import ended, moved, registered

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


def test_a_link_leads_to_ones_own_groups_board_and_leaves_no_key_in_the_address(workshop, board):
    client = came_in(member_of(workshop))
    response = client.get(f"/en/room/{workshop.key}/", follow=True)
    assert response.redirect_chain == [(address(board), 302)]
    assert "Group 1" in shown(response)


@pytest.mark.parametrize("typed", ["{0}", "https://plethu.example/cy/room/enter/{0}/", " {1} "])
def test_a_key_can_be_typed_or_its_link_pasted(workshop, typed):
    token = key_of(member_of(workshop))
    in_fours = "-".join(token[i : i + 4] for i in range(0, 20, 4)).upper()
    response = Client().post("/en/room/", {"key": typed.format(token, in_fours)})
    assert response["Location"] == f"/en/room/{workshop.key}/"


def test_a_guessed_key_opens_nothing_and_guessing_has_an_end(workshop):
    response = Client().post("/en/room/", {"key": "abcdefghjkmnpqrstuvw"})
    assert response.status_code == 400
    assert "opens no room" in shown(response)
    assert rule_for("POST", "/en/room/") is DOOR
    buckets = Buckets(lambda: 0.0)
    assert sum(not buckets.take(DOOR, "one") for _ in range(1000)) == DOOR.burst <= 150


def test_nobody_comes_in_with_the_code_of_the_workshop_alone(workshop, board):
    for path in (f"/en/room/{workshop.key}/", address(board), f"/en/room/{workshop.key}/plenary/"):
        assert Client().get(path)["Location"] == "/en/room/"
    assert Client().get(address(board, "changes/"), headers={"accept": "application/json"}).status_code == 403


def test_somebody_who_registered_comes_in_with_the_key_they_got(workshop):
    token = registered(workshop)
    response = Client().get(f"/en/room/enter/{token}/", follow=True)
    assert "Which group are you in?" in shown(response)


def test_without_a_seat_one_says_which_group_one_is_in(workshop):
    client = Client()
    client.get(f"/en/room/enter/{registered(workshop)}/")
    group = f"/en/room/{workshop.key}/group/"
    assert client.post(group, {"group": "77"}).status_code == 200
    assert client.post(group, {"group": "²"}).status_code == 200
    response = client.post(group, {"group": "2"}, follow=True)
    assert response.redirect_chain[-1][0] == address(board_of(workshop, 2))
    assert client.get(address(board_of(workshop, 1))).status_code == 404


def test_a_group_is_chosen_once_and_whoever_leads_can_change_it(workshop):
    token = registered(workshop)
    for asked in ("2", "1"):  # another browser, another choice: the first one holds
        client = Client()
        client.get(f"/en/room/enter/{token}/")
        client.post(f"/en/room/{workshop.key}/group/", {"group": asked})
        assert [client.get(address(board_of(workshop, group))).status_code for group in (1, 2)] == [404, 200]
    seats = f"/en/room/{workshop.key}/rounds/{board_of(workshop).round.position}/seats/"
    assert client.get(seats).status_code == 403
    one, two = came_in(a_facilitator(workshop, 1)), came_in(a_facilitator(workshop, 2))
    seat = LateSeat.objects.get()
    assert seat.participant.code not in shown(one.get(seats))
    one.post(seats, {"seat": seat.pk, "group": "1"})
    assert LateSeat.objects.get().group == 2
    assert seat.participant.code in shown(two.get(seats))
    two.post(seats, {"seat": seat.pk, "group": "1"})
    assert [client.get(address(board_of(workshop, group))).status_code for group in (1, 2)] == [200, 404]
    withdraw(token=token)
    assert not LateSeat.objects.exists()


def test_a_card_is_on_the_board_without_its_writers_name(workshop, board, member):
    response = put(member, board, stance="challenge")
    card = Card.objects.get()
    assert response["Location"] == f"{address(board)}#card-{card.pk}"
    page = shown(came_in(member_of(workshop, 1, 1)).get(address(board)))
    assert "We did this in Gwynedd." in page
    assert "This is not what I know" in page
    assert member_of(workshop).code not in page


def test_other_groups_neither_read_nor_write(workshop, board):
    other = came_in(member_of(workshop, 2))
    assert other.get(address(board)).status_code == 404
    assert other.get(address(board, "changes/")).status_code == 404
    assert put(other, board).status_code == 404
    assert words_on(board) == []


@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize("send", [put, put_by_script])
def test_the_same_card_sent_again_is_there_once(board, member, times, send):
    said = {send(member, board).headers.get("Location") or send(member, board).content for _ in range(times)}
    assert len(said) == 1
    assert words_on(board) == ["We did this in Gwynedd."]


def test_going_back_and_writing_on_loses_nothing(board, member):
    put(member, board, "A thought")
    put(member, board, "A thought, and another")
    assert words_on(board) == ["A thought", "A thought, and another"]


def test_two_people_with_the_same_words_are_two_cards(workshop, board, member):
    put(member, board)
    put(came_in(member_of(workshop, 1, 1)), board)
    assert len(words_on(board)) == 2


@pytest.mark.parametrize(("language", "sentence"), [("en", "10,000 characters, and 2,000 fit"), ("cy", "10,000")])
def test_a_card_that_is_too_long_is_refused_in_words_and_comes_back_whole(board, member, language, sentence):
    long = "Pont-" * 2000
    fields = {"section": place_on(board), "words": long, "once": "x" * 20}
    response = member.post(address(board, "cards/", language), fields)
    assert response.status_code == 400
    assert sentence in shown(response)
    assert long in response.content.decode()
    assert "maxlength" not in response.content.decode()
    assert words_on(board) == []


def test_the_longest_card_fits(board, member):
    assert put(member, board, "â" * LONGEST_CARD).status_code == 302


def test_an_empty_card(board, member):
    assert "Write something on the card first" in shown(put(member, board, "  \n "))
    assert put_by_script(member, board, "").json() == {"errors": ["Write something on the card first."]}


@pytest.mark.parametrize(
    "words",
    [
        "🧶🐑 hwyl! 👩🏽‍🌾",
        "שלום לכולם",
        "مرحبا بكم",
        "Ŵŷ ac ô",
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
    ],
)
def test_emoji_right_to_left_text_and_scripts_are_only_words(board, member, words):
    put(member, board, words)
    assert words_on(board) == [words]
    page = member.get(address(board)).content.decode()
    html = changes(member, board)["cards"][0][2]
    for text in (page, html):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert 'class="said" dir="auto"' in text


def test_characters_that_turn_text_around_are_taken_out(board, member):
    put(member, board, "safe\u202eevil\u0007")
    assert words_on(board) == ["safeevil"]


def test_cards_faster_than_anybody_writes_are_asked_to_wait(board, member):
    for number in range(MOST_IN_A_MINUTE):
        assert put_by_script(member, board, f"card {number}").status_code == 200
    refused = put_by_script(member, board, "one more")
    assert refused.status_code == 429
    assert refused["Retry-After"]
    assert "your words are still here" in refused.json()["errors"][0]
    assert put_by_script(member, board, "card 3").status_code == 200  # it is there already
    page = put(member, board, "one more")
    assert "one more</textarea>" in page.content.decode()
    assert len(words_on(board)) == MOST_IN_A_MINUTE


def test_a_place_that_is_not_on_the_board(workshop, board, member):
    response = put(member, board, "Lost?", section="topic-999999")
    assert response.status_code == 409
    assert "Lost?" in shown(response)


def test_a_card_written_in_the_last_round_still_reaches_its_board(workshop, board, member):
    begin(workshop, 2)
    assert put_by_script(member, board, "Typed while offline").status_code == 200
    assert words_on(board) == ["Typed while offline"]
    assert "This round is over" in shown(member.get(address(board)))


def test_a_workshop_that_does_not_run_takes_nothing_in_and_keeps_the_words(workshop, board, member):
    moved(workshop, "close")
    response = put(member, board, "Too late?")
    assert response.status_code == 409
    assert "Too late?" in shown(response)
    assert "The workshop has ended" in shown(member.get(f"/en/room/{workshop.key}/"))


def test_what_is_new_since_a_mark(workshop, board, member):
    start = changes(member, board)
    assert start["cards"] == []
    put(member, board, "First")
    put(member, board, "Second")
    news = changes(member, board, start["mark"])
    assert [("First" in html, "Second" in html) for _pk, _place, html in news["cards"]] == [
        (True, False),
        (False, True),
    ]
    assert changes(member, board, news["mark"])["cards"] == []


def test_asking_again_costs_nothing_where_nothing_is_new(board, member):
    first = member.get(address(board, "changes/"))
    again = member.get(address(board, "changes/"), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    put(member, board)
    assert member.get(address(board, "changes/"), headers={"if-none-match": first["ETag"]}).status_code == 200


def test_who_withdraws_takes_their_words_along(workshop, board):
    person = member_of(workshop)
    token = key_of(person)
    client = Client()
    client.get(f"/en/room/enter/{token}/")
    put(client, board, "Take this back")
    mark = changes(client, board)["mark"]
    withdraw(token=token)
    assert words_on(board) == [""]
    other = came_in(member_of(workshop, 1, 1))
    assert "Somebody withdrew this" in shown(other.get(address(board)))
    assert "Somebody withdrew this" in changes(other, board, mark)["cards"][0][2]
    assert client.get(address(board))["Location"] == "/en/room/"


def test_a_card_on_its_way_while_its_writer_withdraws_or_the_workshop_ends_is_not_stored(workshop, board):
    person = member_of(workshop)
    before, said = Inside(workshop, participant=person), CardSaid(section_of(board.round, "other"), "Too late")
    ended = moved(workshop, "close")
    with pytest.raises(RoomClosed):
        put_card(who=before, board=board, said=said)
    moved(ended, "resume")
    withdraw(token=key_of(person))
    with pytest.raises(NotInside):
        put_card(who=before, board=board, said=said)
    assert not Card.objects.exists()


def test_a_card_is_mended_and_taken_back_by_its_writer_alone_while_the_round_goes_on(workshop, board, member):
    put(member, board, "Frist words", stance="echo")
    own = f"/en/room/{workshop.key}/cards/{Card.objects.get().pk}/mine/"
    other, facilitator = came_in(member_of(workshop, 1, 1)), came_in(a_facilitator(workshop))
    assert {client.post(own, {"do": "back"}).status_code for client in (other, facilitator)} == {404}
    assert member.post(own, {"do": "mend", "words": " "}).status_code == 400
    for _ in range(2):
        assert member.post(own, {"do": "mend", "words": "First words", "stance": "echo"}).status_code == 302
    assert "First words" in shown(other.get(address(board)))
    assert list(CardVersion.objects.values_list("words", "stance")) == [("Frist words", "echo")]
    member.post(own, {"do": "back"})
    assert "First words" not in shown(other.get(address(board))) + shown(facilitator.get(address(board)))
    facilitator.post(f"/en/room/{workshop.key}/cards/{Card.objects.get().pk}/", {"do": "show"})
    assert "took a card back" in shown(other.get(address(board)))
    assert contributions_of(workshop)[f"card-{Card.objects.get().pk}"].hidden  # which keeps it out of what is published
    assert "You took it back" in shown(member.get(address(board, "mine/")))
    member.post(own, {"do": "again"})
    assert "First words" in shown(other.get(address(board)))
    begin(workshop, 2)
    late = member.post(own, {"do": "mend", "words": "Other words"})
    assert late.status_code == 409
    assert "Other words" in shown(late)  # to copy
    token = key_of(member_of(workshop))
    page = shown(Client().get(f"/en/workshops/yours/{token}/"))
    assert "First words" in page
    assert "Frist words" not in page
    withdraw(token=token)
    assert not CardVersion.objects.exists()


def test_after_something_is_published_a_card_stays_as_it_is(workshop, board, member):
    put(member, board)
    Workshop.objects.update(published=workshop.starts)
    own = f"/en/room/{workshop.key}/cards/{Card.objects.get().pk}/mine/"
    assert member.post(own, {"do": "back"}).status_code == 409
    assert Card.objects.get().hidden == ""


def test_links_and_keys_open_the_room_until_contacts_are_deleted(workshop, board, member):
    facilitator, lead = came_in(a_facilitator(workshop)), browser_of(in_role(workshop.review, Role.LEAD))
    moved(workshop, "close")
    ended(workshop, 7)
    assert [client.get(address(board)).status_code for client in (member, facilitator, lead)] == [200, 200, 200]
    ended(workshop, 8)
    assert [client.get(address(board)).status_code for client in (member, facilitator, lead)] == [302, 302, 200]
    token = key_of(member_of(workshop))
    assert Client().get(f"/en/room/enter/{token}/")["Location"] == f"/en/workshops/yours/{token}/"
    assert Client().get(f"/en/room/enter/{key_of(a_facilitator(workshop))}/").status_code == 404


def test_a_board_opened_while_all_look_together_leads_there(workshop, board, member):
    browser_of(in_role(workshop.review, Role.LEAD)).post(f"/en/room/{workshop.key}/lead/", {"do": "gather"})
    assert f'class="button" href="/en/room/{workshop.key}/"' in shown(member.get(address(board)))


def test_a_welsh_board_says_once_that_something_is_in_english(workshop, board, member):
    Topic.objects.all().delete()
    notice = "<p><strong>Yn Saesneg.</strong>"
    assert shown(member.get(address(board, "", "cy"))).count(notice) == 0
    Prompt.objects.update(words_cy="")
    page = shown(member.get(address(board, "", "cy")))
    assert page.count(notice) == 1
    assert '<span lang="en">What is missing?</span>' in page
    assert shown(member.get(address(board))).count("Parts of this page have no Welsh text") == 0


def test_leaving_closes_the_room_in_this_browser(workshop, board, member):
    assert member.post(f"/en/room/{workshop.key}/leave/")["Location"] == "/en/room/"
    assert member.get(address(board)).status_code == 302


def test_the_round_opens_with_a_summary_of_the_findings(board, member):
    page = shown(member.get(address(board)))
    assert "What this round is about" in page
    assert page.count("What the review found") >= 3


def test_without_a_plan_everybody_is_at_one_board(workshop):
    Plan.objects.update(in_use=False)
    begin(workshop, 2)
    response = came_in(Participant.objects.first()).get(f"/en/room/{workshop.key}/", follow=True)
    assert response.redirect_chain[-1][0] == address(board_of(workshop, 0, 2))


def test_the_team_comes_in_by_signing_in_and_others_of_the_review_do_not(workshop, board):
    assert browser_of(in_role(workshop.review, Role.REVIEWER)).get(address(board)).status_code == 200
    assert browser_of(in_role(workshop.review, Role.OBSERVER)).get(address(board)).status_code == 302


def test_a_facilitators_link_that_was_ended(workshop, board):
    somebody = a_facilitator(workshop)
    client = came_in(somebody)
    assert client.get(address(board)).status_code == 200
    type(somebody).objects.filter(pk=somebody.pk).update(ended=workshop.starts)
    assert client.get(address(board))["Location"] == "/en/room/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_of_the_room(workshop, board, member, language):
    put(member, board)
    lead = browser_of(in_role(workshop.review, Role.LEAD))
    card, room = Card.objects.get().pk, f"/{language}/room/{workshop.key}"
    for client, path in [
        (Client(), f"/{language}/room/"),
        (member, address(board, "", language)),
        (member, f"{room}/cards/{card}/report/"),
        (lead, address(board, "", language)),
        (lead, f"{room}/lead/"),
        (lead, f"{room}/plenary/"),
        (lead, f"{room}/cards/{card}/"),
        (lead, f"{room}/rounds/{board.round.position}/paper/"),
        (lead, address(board, "written/", language)),
        (lead, address(board, f"notes/{place_on(board)}/", language)),
    ]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert f'<html lang="{language}">' in shown(response)
