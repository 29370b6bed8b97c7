"""Calls in a real browser: an old phone without JavaScript, the keyboard, both languages, the rules of axe."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from plethu_web.reviews.roles import Role
from tests.web.calls_cast import ABOUT, a_call, a_file, begun, row_of, sent
from tests.web.cast import browser_of, in_role

from .axe import violations
from .walking import faults_at, sign_in, tab_to

LANGUAGES = ["en", "cy"]
WIDTHS = [320, 768, 1280]
SEARCH = {
    "branch": "website",
    "place": "A search engine",
    "query": "beans AND (hall OR garden) " * 20,
    "searched": "2026-02-03",
    "hits": "9",
    "taken": "2",
}


@pytest.fixture
def call(live_server):
    return a_call()


def press_main(page):
    page.locator("main form:last-of-type button.button").first.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_on_an_old_phone_without_javascript(plain_page, call, language):
    page = plain_page
    page.goto(f"/{language}/call/{call.key}/")
    page.locator("main a.button").click()
    page.locator('input[value="case-study"]').check()
    page.locator("#id_title").fill("Gardd")
    page.locator("#id_story").fill("Ffa.")
    page.locator("#words button.button").click()
    page.wait_for_url("**/files/")
    page.locator("#id_file").set_input_files(
        [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"%d" % n} for n in range(2)]
    )
    page.locator("#files button.button").first.click()
    page.wait_for_url("**/about/")
    for box in ("#id_agreed", "#id_leave"):
        page.locator(box).check()
    page.locator('input[value="cc-by-4.0"]').check()
    page.locator("#about button.button").click()
    page.wait_for_url("**/check/")
    assert "1.txt" in page.locator("main").inner_text()
    page.locator("main form button").click()
    page.wait_for_url("**/?done=sent")
    link = page.locator("#link").input_value()
    assert link == page.url.partition("?")[0]
    page.locator('a[href$="/withdraw/"]').click()
    page.locator("main form button").click()
    page.wait_for_url("**/?done=withdrawn")
    assert row_of(link.rstrip("/").rpartition("/")[2]).state == "withdrawn"


def test_the_language_switch_keeps_what_was_typed(plain_page, call):
    page = plain_page
    page.goto(f"/en/call/{call.key}/tell/?from=ab3de")
    page.locator("#id_title").fill("Half a thought")
    page.locator('input[value="council"]').check()
    once = page.locator("#id_once").input_value()
    page.locator('button[lang="cy"]').click()
    page.wait_for_url("**/cy/call/**")
    assert page.locator("#id_title").input_value() == "Half a thought"
    assert page.locator('input[value="council"]').is_checked()
    assert page.locator("#id_once").input_value() == once
    assert page.locator("#id_code").input_value() == "ab3de"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_by_keyboard(page, call, language):
    page.goto(f"/{language}/call/{call.key}/")
    tab_to(page, "main a.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tell/")
    tab_to(page, 'input[name="kind"]')
    page.keyboard.press("Space")
    tab_to(page, "#id_title")
    page.keyboard.type("Gardd")
    tab_to(page, "#id_story")
    page.keyboard.type("Ffa.")
    tab_to(page, "#words button.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/files/")
    tab_to(page, "#files button.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/")
    for box in ("#id_agreed", "#id_leave", 'input[name="licence"]'):
        tab_to(page, box)
        page.keyboard.press("Space")
    tab_to(page, "#about button.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?done=sent")
    assert page.locator("h1").count() == 1


def test_the_field_that_people_do_not_see_is_reached_by_nobody(page, call):
    page.goto(f"/en/call/{call.key}/tell/")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert "id_title" in reached
    assert "id_more" not in reached
    assert page.locator(".visually-hidden:has(#id_more)").bounding_box()["height"] <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages_keep_the_rules_of_axe_at_every_width(page, call, language):
    draft, there = begun(call), sent(call, files=(a_file("x" * 120 + ".pdf"),))
    Client().post(f"/en/call/yours/{draft}/about/", ABOUT)
    paths = [f"call/{call.key}/", f"call/{call.key}/tell/", f"call/yours/{there}/", f"call/yours/{there}/withdraw/"]
    paths += [f"call/yours/{draft}/{part}/" for part in ("files", "about", "check")]
    found = {path: faults_at(page, f"/{language}/{path}", WIDTHS) for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_form_keeps_the_rules_and_leads_to_its_fields(page, call, language):
    page.goto(f"/{language}/call/{call.key}/tell/")
    page.locator("#words button.button").click()
    page.locator(".error-summary").wait_for()
    expect(page.locator(".error-summary")).to_be_focused()
    assert violations(page) == []
    page.locator(".error-summary a").last.click()
    expect(page.locator("#id_title")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_team_keep_the_rules_of_axe_at_every_width(page, call, live_server, language):
    lead = in_role(call.review, Role.LEAD)
    team = browser_of(lead)
    base = f"/en/reviews/{call.review.slug}/"
    team.post(f"{base}searches/new/", SEARCH)
    team.post(f"{base}call/{call.pk}/passing-on/", {"name": "Rhwydwaith Enghreifftiol"})
    there = row_of(sent(call, files=(a_file("run.exe"),)))
    sign_in(page, live_server, lead)
    parts = ["call/", "call/new/", "call/figures/", f"call/{call.pk}/", f"call/{call.pk}/poster/", "call/sent/"]
    parts += [f"call/sent/{there.pk}/", "suggest/", "searches/", "searches/new/", "searches/bring/"]
    found = {part: faults_at(page, f"/{language}/reviews/{call.review.slug}/{part}", WIDTHS) for part in parts}
    assert {part: faults for part, faults in found.items() if faults} == {}


def test_a_file_is_saved_and_not_shown(page, call, live_server):
    there = row_of(sent(call, files=(a_file("page.html", b"<script>document.title = 'run'</script>"),)))
    sign_in(page, live_server, in_role(call.review, Role.REVIEWER))
    page.goto(f"/en/reviews/{call.review.slug}/call/sent/{there.pk}/")
    with page.expect_download() as started:
        page.locator('a[href*="/files/"]').click()
    assert started.value.suggested_filename == "page.html"
    assert re.search(r"/sent/[\w-]+/$", page.url)


def test_the_poster_prints_on_one_side(page, call, live_server):
    sign_in(page, live_server, in_role(call.review, Role.LEAD))
    page.goto(f"/en/reviews/{call.review.slug}/call/{call.pk}/poster/")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1


def test_the_console_stays_quiet(page, call):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"/en/call/{call.key}/")
    page.goto(f"/en/call/{call.key}/tell/")
    page.goto(f"/en/call/yours/{sent(call)}/")
    assert said == []
