"""The room in a real browser: a lost connection, two people at one board, an old phone without JavaScript, axe."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.room_notes import save_note
from plethu_web.workshops.actions.withdrawing import withdraw
from plethu_web.workshops.models import Card, CardReport, LateSeat, Participant, Prompt, Room, Round, Seat, Workshop
from plethu_web.workshops.room_sections import section_of
from tests.web.cast import in_role
from tests.web.room_cast import a_room, address, board_of, came_in, key_of, leader, member_of, place_on, put, words_on
from tests.web.workshops_cast import moved

from .axe import violations
from .walking import sign_in

LANGUAGES = ["en", "cy"]
SOON = 30_000  # milliseconds: pages renew themselves every few seconds
WIDTHS = [320, 1280]


@pytest.fixture
def workshop(live_server):
    return a_room()


@pytest.fixture
def board(workshop):
    return board_of(workshop)


def come_in(page, workshop, place=0, language="en"):
    page.goto(f"/{language}/room/enter/{key_of(member_of(workshop, 1, place))}/")
    page.wait_for_url("**/boards/*/")


def as_lead(page, live_server, workshop):
    sign_in(page, live_server, in_role(workshop.review, Role.LEAD))


def write(page, board, words):
    place = page.locator(f"#{place_on(board)}")
    if not place.locator("textarea").is_visible():
        place.locator("details.add summary").click()
    place.locator("textarea").fill(words)
    place.locator("form.put button.button").click()


def test_a_card_typed_without_a_connection_arrives_once_when_it_is_back(page, workshop, board):
    come_in(page, workshop)
    page.context.set_offline(True)
    write(page, board, "Ysgrifennwyd heb gysylltiad 🧶")
    waiting = page.locator("#waiting-cards li")
    waiting.wait_for()
    assert "Not sent yet" in waiting.inner_text()
    expect(page.locator(f"#{place_on(board)} .said-of")).to_contain_text("Not sent yet")  # where one looks
    assert page.locator(f"#{place_on(board)} textarea").input_value() == ""
    assert words_on(board) == []
    page.context.set_offline(False)
    page.locator(f"#cards-{place_on(board)} .card-said", has_text="heb gysylltiad").wait_for()
    page.locator("#waiting-cards[hidden]").wait_for(state="attached")
    page.reload()
    assert words_on(board) == ["Ysgrifennwyd heb gysylltiad 🧶"]


def test_an_answer_that_was_lost_on_the_way_makes_no_second_card(page, workshop, board):
    come_in(page, workshop)
    lost = []

    def lose_the_first(route):
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)  # the server has it, and the browser never hears of it
        route.abort("connectionreset")

    page.route("**/cards/", lose_the_first)
    write(page, board, "Once")
    page.locator(f"#cards-{place_on(board)} .card-said", has_text="Once").wait_for()
    page.locator("#waiting-cards[hidden]").wait_for(state="attached")
    assert lost == [200]
    assert words_on(board) == ["Once"]


def test_a_card_that_is_refused_or_empty_loses_no_words_anywhere_on_the_page(page, workshop, board):
    come_in(page, workshop)
    page.locator("#other details.add summary").click()
    page.locator("#other textarea").fill("Half a thought")
    place = page.locator(f"#{place_on(board)}")
    write(page, board, "  ")
    expect(place.locator(".said-of")).to_contain_text("Write something")
    place.locator("[name=stance][value=add]").check()
    write(page, board, "ŵ" * 10_000)
    expect(place.locator(".said-of")).to_contain_text("10,000 characters", timeout=SOON)
    expect(place.locator("textarea")).to_have_value("ŵ" * 10_000)
    expect(place.locator("[name=stance][value=add]")).to_be_checked()
    expect(page.locator("#waiting-cards")).to_be_hidden()
    expect(page.locator("#other textarea")).to_have_value("Half a thought")


def test_a_card_for_a_board_one_was_taken_from_waits_and_can_be_put_on_the_new_one(page, workshop, board):
    come_in(page, workshop)
    Seat.objects.filter(participant=member_of(workshop, 1, 0), round=1).update(group=2)
    write(page, board, "Said to the new group")
    expect(page.locator("#waiting-cards li")).to_contain_text("You are in another group now", timeout=SOON)
    page.goto(f"/en/room/{workshop.key}/")
    page.locator("#waiting-cards button").click()
    expect(page.locator(f"#{place_on(board)} textarea")).to_have_value("Said to the new group")


def test_whoever_leads_sees_cards_come_without_losing_what_they_have_open(page, live_server, workshop, board):
    put(came_in(member_of(workshop)), board, "The first")
    as_lead(page, live_server, workshop)
    page.goto(f"/en/room/{workshop.key}/plenary/")
    page.locator(f"#read-{place_on(board)} summary").click()
    put(came_in(member_of(workshop, 1, 1)), board, "The second")
    expect(page.locator(f"#read-{place_on(board)} .said").nth(1)).to_be_visible(timeout=SOON)
    expect(page.locator(f"#read-{place_on(board)} summary")).to_be_focused()
    page.goto(f"/en/room/{workshop.key}/lead/")
    expect(page.locator("td.number").first).to_have_text("2")
    put(came_in(member_of(workshop, 1, 2)), board, "The third")
    expect(page.locator("td.number").first).to_have_text("3", timeout=SOON)


def test_what_another_writes_appears_by_itself_and_does_nothing_but_be_read(page, workshop, board):
    come_in(page, workshop)
    put(came_in(member_of(workshop, 1, 1)), board, "<img src=x onerror=\"document.title='broken into'\"> مرحبا")
    card = page.locator(f"#cards-{place_on(board)} .card-said")
    card.wait_for()
    assert "<img src=x" in card.inner_text()
    assert "broken" not in page.title()
    assert page.locator("#new-cards[role=status]", has_text="New cards: 1").count() == 0  # counted, not at every card
    page.locator("#new-cards[role=status]", has_text="New cards: 1").wait_for(state="attached")


def test_a_card_of_ones_own_stands_on_the_board_and_is_said_to(page, workshop, board):
    Workshop.objects.update(names_on_cards=True)
    page.set_viewport_size({"width": 320, "height": 568})
    come_in(page, workshop)
    assert page.locator("header").bounding_box()["height"] < 568 / 6
    page.locator(f"#{place_on(board)} details.add summary").click()
    tick = page.locator(f"#{place_on(board)} [name=named]")
    tick.check()
    write(page, board, "Mine")
    assert member_of(workshop).code in page.locator(f"#cards-{place_on(board)} .card-said").inner_text()
    said = page.locator(f"#{place_on(board)} .said-of")
    assert "is on the board" in said.inner_text()
    assert 0 <= said.bounding_box()["y"] < page.viewport_size["height"]
    assert not tick.is_checked()
    assert Card.objects.get().named


def test_a_phone_whose_clock_is_wrong_tells_the_right_time_left(page, workshop):
    come_in(page, workshop)
    page.evaluate("""
        const right = Date.now;
        Date.now = () => right() + 5 * 3600e3;
        document.dispatchEvent(new CustomEvent("plethu:time"));
    """)
    left = re.fullmatch(r"\((\d+) minutes left\)", page.locator(".left").inner_text())
    assert left
    assert 0 < int(left[1]) <= Room.objects.get().minutes


def test_when_the_round_is_switched_nobody_loses_what_they_were_typing(page, workshop, board):
    from plethu_web.workshops.actions.room_leading import begin_round

    come_in(page, workshop)
    page.locator(f"#{place_on(board)} details.add summary").click()
    page.locator(f"#{place_on(board)} textarea").fill("Half a thought")
    ends = page.locator("time[data-ends]").get_attribute("data-ends")
    Round.objects.filter(number=2).update(minutes=5)
    begin_round(who=leader(workshop), round=workshop.rounds.get(number=2))
    page.locator("#room-news a").wait_for()
    assert page.locator("time[data-ends]").get_attribute("data-ends") == ends  # of the round that stands here
    assert page.locator(f"#{place_on(board)} textarea").input_value() == "Half a thought"
    page.locator("#room-news a").click()
    page.wait_for_url(f"**{address(board_of(workshop, 2, 2))}")


def test_an_open_board_says_that_the_workshop_has_ended_and_who_withdrew_reads_no_more(page, workshop, board):
    put(came_in(member_of(workshop, 1, 1)), board, "Said in the group")
    come_in(page, workshop)
    moved(workshop, "close")
    page.locator("#room-news", has_text="The workshop has ended").wait_for()
    withdraw(token=key_of(member_of(workshop, 1, 0)))
    moved(workshop, "resume")  # something new, at which everybody is asked again
    page.locator("#room-news", has_text="no longer in the room").wait_for()
    expect(page.get_by_text("Said in the group")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_on_an_old_phone_without_javascript(plain_page, workshop, board, language):
    page = plain_page
    come_in(page, workshop, language=language)
    write(page, board, "Ffa")
    page.wait_for_url("**#card-*")
    assert "Ffa" in page.locator(f"#cards-{place_on(board)}").inner_text()
    assert words_on(board) == ["Ffa"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_room_are_accessible(page, live_server, workshop, board, language):
    long = "Llanfairpwllgwyngyll" * 10
    put(came_in(member_of(workshop)), board, long, stance="add", named="on")
    Round.objects.update(title=long, title_cy=long)
    Prompt.objects.filter(position=1).update(words=long, words_cy=long)
    Workshop.objects.update(title=long[:200], title_cy=long[:200], names_on_cards=True)
    save_note(who=leader(workshop), board=board, section=section_of(board.round, place_on(board)), words=long, seen=0)
    late = Participant.objects.create(workshop=workshop, code="Q999", route="team")
    LateSeat.objects.create(participant=late, round=board.round, group=1)
    CardReport.objects.create(card=Card.objects.get(), reason="hurts")
    room = f"/{language}/room/{workshop.key}"
    come_in(page, workshop, language=language)
    own = [address(board, "mine/", language), f"{room}/cards/{Card.objects.get().pk}/mine/"]
    found = faults(page, [address(board, "", language), *own])
    page.context.clear_cookies()
    as_lead(page, live_server, workshop)
    paths = [
        f"/{language}/room/",
        address(board, "", language),
        address(board, "written/", language),
        address(board, f"notes/{place_on(board)}/", language),
        f"{room}/lead/",
        f"{room}/plenary/",
        f"{room}/cards/{Card.objects.get().pk}/",
        f"{room}/rounds/{board.round.position}/paper/",
        f"{room}/rounds/{board.round.position}/seats/",
    ]
    assert not found + faults(page, paths)


def faults(page, paths):
    """What is too wide, and what axe finds, on each page with all of it opened."""
    found = []
    for path in paths:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path)
            page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [(path, f"{wide} wide at {width}")] if wide > width else []
        found += [(path, *each) for each in violations(page)]
    return found
