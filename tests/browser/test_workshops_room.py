"""The room in a real browser: a lost connection, two people at one board, an old phone without JavaScript, axe."""

from __future__ import annotations

import re

import pytest

from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions.room_notes import save_note
from plethu_web.workshops.models import Card, Prompt, Room, Round, Workshop
from plethu_web.workshops.room_sections import section_of
from tests.web.cast import in_role
from tests.web.room_cast import a_room, address, board_of, came_in, key_of, leader, member_of, place_on, put, words_on

from .axe import violations
from .walking import sign_in

LANGUAGES = ["en", "cy"]
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


def test_a_card_that_is_refused_keeps_its_words(page, workshop, board):
    come_in(page, workshop)
    write(page, board, "ŵ" * 10_000)
    waiting = page.locator("#waiting-cards li", has_text="10,000 characters")
    waiting.wait_for()
    waiting.locator("button").click()
    assert page.locator(f"#{place_on(board)} textarea").input_value() == "ŵ" * 10_000
    assert page.locator("#waiting-cards").is_hidden()


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
    come_in(page, workshop)
    page.locator(f"#{place_on(board)} details.add summary").click()
    tick = page.locator(f"#{place_on(board)} [name=named]")
    tick.check()
    write(page, board, "Mine")
    assert member_of(workshop).code in page.locator(f"#cards-{place_on(board)} .card-said").inner_text()
    assert "is on the board" in page.locator(f"#{place_on(board)} .said-of").inner_text()
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
    begin_round(who=leader(workshop), round=workshop.rounds.get(number=2))
    page.locator("#room-news a").wait_for()
    assert page.locator(f"#{place_on(board)} textarea").input_value() == "Half a thought"
    page.locator("#room-news a").click()
    page.wait_for_url(f"**{address(board_of(workshop, 2, 2))}")


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
    as_lead(page, live_server, workshop)
    room = f"/{language}/room/{workshop.key}"
    paths = [
        f"/{language}/room/",
        address(board, "", language),
        address(board, "written/", language),
        address(board, f"notes/{place_on(board)}/", language),
        f"{room}/lead/",
        f"{room}/plenary/",
        f"{room}/cards/{Card.objects.get().pk}/",
        f"{room}/rounds/{board.round.position}/paper/",
    ]
    found = []
    for path in paths:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path)
            page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [(path, f"{wide} wide at {width}")] if wide > width else []
        found += [(path, *each) for each in violations(page)]
    assert not found
