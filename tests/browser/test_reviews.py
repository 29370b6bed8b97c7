"""Reviews in a real browser: rules of accessibility, small screens, keyboard, and a poll without any script."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import expect

from plethu.evidence.text import Text
from plethu_web.reviews.actions import decisions, glossary, involvement, polls, protocol, reviews, steering
from plethu_web.reviews.models import Poll, Wording
from plethu_web.reviews.queries.reviews import review_for
from tests.web.cast import browser_of, somebody

from .axe import violations

LANGUAGES = ["en", "cy"]
WIDTHS = [320, 768, 1280]
IN_A_REVIEW = [
    "", "protocol/", "protocol/part/question/", "protocol/in/academic/rules/add/", "protocol/in/academic/windows/add/",
    "protocol/strand/academic/screening/", "protocol/publish/", "protocol/versions/1/", "protocol/compare/?old=1&new=2",
    "protocol/earlier/", "protocol/file/", "protocol/definitions/", "polls/", "polls/make/", "polls/OPEN/",
    "polls/PREPARED/", "polls/PREPARED/questions/add/", "polls/CLOSED/results/", "steering/", "steering/seats/add/",
    "steering/meetings/add/", "steering/meetings/MEETING/", "steering/decisions/add/", "involvement/",
    "involvement/add/",
    "glossary/", "glossary/suggest/", "glossary/WORD/",
]  # fmt: skip
FOR_EVERYBODY = ["protocols/SLUG/", "polls/OPENKEY/", "polls/CLOSEDKEY/", "polls/CLOSEDKEY/results/"]
ABOVE = ["", "start/"]


@pytest.fixture
def person(transactional_db):
    """Somebody who leads a review with something in each of its parts."""
    return somebody("Lowri Lead")


@pytest.fixture
def names(person):
    """What stands for the capitals in the addresses."""
    review = reviews.start_from_example(by=person, title=Text("Gardens", "Gerddi"), about=Text("About gardens", ""))
    access = review_for(person, review.slug, "read")
    doer = {"by": person, "access": access}
    protocol.publish(**doer, reason=Text("To begin", "I ddechrau"), decisions=[])
    protocol.set_fields(**doer, way=(), fields={"question": Text("Another question?", "Cwestiwn arall?")}, based_on=1)
    protocol.publish(**doer, reason=Text("Sharper", ""), decisions=[])
    protocol.set_public(**doer, public=True)
    word = glossary.suggest_word(**doer, columns={"term": "Wales", "term_cy": "Cymru", "meaning": "A country"})
    glossary.settle(**doer, wording=Wording.objects.get())
    glossary.suggest_wording(**doer, word=word, columns={"term": "Wales", "meaning": "A land"})
    made = {state: _poll(doer, state) for state in ("PREPARED", "OPEN", "CLOSED")}
    seat = steering.make_seat(**doer, columns={"role": "Allotments", "sector": "community"}, name="Gwen", member="")
    documents = [{"url": "https://example.org/", "label": "Agenda"}]
    columns = {"on": date(2026, 5, 1), "notes": "We spoke of Wales", "documents": documents}
    meeting = steering.note_meeting(**doer, columns=columns, present=[seat])
    decisions.note_decision(**doer, columns={"text": "Take films in", "status": "agreed", "meeting": meeting})
    columns = {"title": "A talk", "who": ["public"], "stages": ["question", "uptake"], "level": "leading"}
    involvement.note_involvement(**doer, columns=columns)
    keys = {f"{state}KEY": poll.key for state, poll in made.items()}
    numbers = {state: str(poll.pk) for state, poll in made.items()}
    return {**keys, **numbers, "SLUG": review.slug, "MEETING": str(meeting.pk), "WORD": str(word.pk)}


def _poll(doer, state):
    poll = polls.make_poll(**doer, columns={"title": "What to look for", "title_cy": "Am beth i chwilio"})
    for topic in ("terms", "evidence", "scope", "sources"):
        polls.add_ready(**doer, poll=poll, topic=topic)
    options = [{"id": id, "en": id.upper(), "cy": id.upper()} for id in ("a", "b", "c")]
    polls.add_question(**doer, poll=poll, columns={"kind": "rank", "words": "First?", "options": options})
    if state != "PREPARED":
        polls.open_poll(**doer, poll=poll)
    if state == "CLOSED":
        scope = poll.questions.get(topic="scope").pk
        for number in range(11):
            sent = {f"q{scope}": "wales", "sector": "third" if number < 6 else "public", "consent": "on"}
            assert Client().post(f"/en/reviews/polls/{poll.key}/", sent).status_code == 200
        polls.close_poll(**doer, poll=poll)
        polls.set_results_public(**doer, poll=poll, public=True)
    return Poll.objects.get(pk=poll.pk)


@pytest.fixture
def signed_in(page, person, names, live_server):
    """A page in which that person is signed in."""
    cookie = browser_of(person).cookies["plethu_session"].value
    page.context.add_cookies([{"name": "plethu_session", "value": cookie, "url": live_server.url}])
    return page


def address(path, names):
    for word, value in sorted(names.items(), key=lambda pair: -len(pair[0])):
        path = path.replace(word, value)
    return path


def look_at(page, path):
    """What is wrong with a page: rules of axe that fail, widths at which it is wider than the screen."""
    response = page.goto(path)
    assert response.status == 200, path
    found = [(path, *violation) for violation in violations(page)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append((path, "wider than", width, wide))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_review_is_accessible_and_fits_every_screen(signed_in, names, language):
    found = []
    for path in IN_A_REVIEW:
        found += look_at(signed_in, f"/{language}/reviews/{names['SLUG']}/{address(path, names)}")
    for path in ABOVE:
        found += look_at(signed_in, f"/{language}/reviews/{path}")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_everybody_sees_is_accessible_and_fits_every_screen(page, names, language):
    found = []
    for path in FOR_EVERYBODY:
        found += look_at(page, f"/{language}/reviews/{address(path, names)}")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_dark_colours_are_readable_too(signed_in, names, language):
    signed_in.emulate_media(color_scheme="dark")
    found = []
    for path in ("protocol/", "polls/CLOSED/results/", "involvement/", "glossary/"):
        found += look_at(signed_in, f"/{language}/reviews/{names['SLUG']}/{address(path, names)}")
    assert found == []


@pytest.mark.parametrize(
    ("language", "send", "thanks", "withdraw", "gone"),
    [
        ("en", "Send my answers", "Thank you", "Withdraw my answer", "Your answer is withdrawn"),
        ("cy", "Anfon fy atebion", "Diolch", "Tynnu fy ateb yn ôl", "Mae eich ateb wedi’i dynnu’n ôl"),
    ],
)
def test_a_poll_is_answered_changed_and_withdrawn_on_a_small_phone_without_script(
    plain_page, names, language, send, thanks, withdraw, gone
):
    page = plain_page
    poll = f"/{language}/reviews/polls/{names['OPENKEY']}/"
    page.goto(poll)
    page.locator("textarea").first.fill("tyfu")
    page.locator("input[type=checkbox][value=cases]").check()
    page.locator("input[type=radio][value=wales]").check()
    page.locator("input[type=radio][value='4']").first.check()
    page.locator("select").first.select_option("1")
    page.get_by_role("button", name=send).click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.locator("input[name=consent]").check()
    page.get_by_role("button", name=send).click()
    expect(page.locator("h1")).to_contain_text(thanks)
    page.goto(poll)
    assert page.locator("textarea").first.input_value() == "tyfu"
    page.locator("textarea").first.fill("medi")
    page.get_by_role("button", name=send).click()
    page.goto(poll)
    assert page.locator("textarea").first.input_value() == "medi"
    page.get_by_role("link", name=withdraw).click()
    page.get_by_role("button", name=withdraw).click()
    expect(page.locator("h1")).to_have_text(gone)
    page.goto(poll)
    assert page.locator("textarea").first.input_value() == ""


def test_a_poll_is_answered_with_the_keyboard_alone(page, names):
    page.goto(f"/en/reviews/polls/{names['OPENKEY']}/")
    reached = []
    for _ in range(90):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.name || '', document.activeElement.type || '']")
        if here[1] == "textarea":
            page.keyboard.type("sowing")
        if here == ["consent", "checkbox"]:
            page.keyboard.press("Space")
        reached.append(here)
        if here == ["", "submit"] and page.evaluate("document.activeElement.innerText") == "Send my answers":
            page.keyboard.press("Enter")
            break
    page.get_by_role("heading", name="Thank you").wait_for()
    assert {kind for _, kind in reached} >= {"textarea", "checkbox", "radio", "select-one", "submit"}


def test_a_word_of_the_glossary_is_reached_with_the_keyboard(signed_in, names):
    signed_in.goto(f"/en/reviews/{names['SLUG']}/protocol/")
    term = signed_in.locator("a.term").first
    term.focus()
    assert signed_in.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    signed_in.keyboard.press("Enter")
    signed_in.wait_for_url("**/glossary/#word-wales")


def test_the_browser_has_nothing_to_complain_of(signed_in, names):
    said = []
    signed_in.on("console", lambda message: said.append(message.text))
    signed_in.on("pageerror", lambda error: said.append(str(error)))
    for path in ("protocol/", "involvement/", "polls/CLOSED/results/"):
        signed_in.goto(f"/en/reviews/{names['SLUG']}/{address(path, names)}")
    assert said == []
