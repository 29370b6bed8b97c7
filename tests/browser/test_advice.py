"""Advice in a real browser: the whole way by keyboard, the rules of accessibility, a small phone, print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.steps import steps_of

from .axe import violations
from .walking import tab_to

LANGUAGES = ["en", "cy"]
STEPS = list(steps_of(current_edition()))
LAST_MAIN = current_edition().pages[-1].id
PAGES = [
    "",
    *[f"questions/{step}/" for step in ("you", "where", "purpose", "partners", "in-place-finance", "capacity")],
    "answers/",
    "result/",
    "result/?reasons=1",
    "result/leadership-and-shared-decision-making/",
    "result/liaison-roles-and-referral-pathways/",
    "what-if/?ask=answers.maturity&answers.maturity=mature",
    "what-if/?ask=answers.funding&answers.funding=-&answers.funding=annual",
    "save/",
    "compare/",
]


def open_example(page, language, name="strained"):
    page.goto(f"/{language}/advice/")
    page.locator(f'form[action$="/examples/{name}/"] button').click()
    page.wait_for_url("**/result/")


def open_all_details(page):
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_axe_hold_and_nothing_is_wider_than_a_small_phone(page, language):
    open_example(page, language)
    page.locator("select[name=audience]").wait_for()
    found = {}
    for path in PAGES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"/{language}/advice/{path}")
        open_all_details(page)
        found[path] = violations(page)
        page.set_viewport_size({"width": 320, "height": 640})
        found[path] += [] if page.evaluate("document.documentElement.scrollWidth") == 320 else ["wider than 320"]
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_axe_hold_where_something_is_saved_or_wrong(page, language):
    open_example(page, language)
    page.goto(f"/{language}/advice/save/")
    page.locator("main form button").click()
    page.wait_for_url("**/saved/**")
    assert violations(page) == []
    page.locator("a.button--careful").click()
    page.wait_for_url("**/delete/")
    assert violations(page) == []
    page.goto(f"/{language}/advice/result/grant-funding/")
    page.locator("#override button.button").click()
    page.locator(".error-summary").wait_for()
    expect(page.locator(".error-summary")).to_be_focused()
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_lanes_keep_their_contrast(page, language, scheme):
    page.emulate_media(color_scheme=scheme)
    open_example(page, language, "mature")
    open_all_details(page)
    assert violations(page) == []


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_by_keyboard(page, language):
    page.goto(f"/{language}/advice/")
    tab_to(page, 'a.button[href$="/questions/you/"]')
    press(page, "Enter")
    for step in STEPS:
        page.wait_for_url(f"**/questions/{step}/")
        if step == "stage":
            tab_to(page, 'input[name="answers.maturity"]')
            press(page, "ArrowUp")
        if step == "money":
            tab_to(page, 'input[value="annual"]')
            press(page, "Space")
        if step == "purpose":
            tab_to(page, "#id_name")
            page.keyboard.type("Llyfrgell")
        goes_on = 'main button[value="on"]' if step == LAST_MAIN else "main button.button:not(.button--quiet)"
        tab_to(page, goes_on)
        press(page, "Enter")
    page.wait_for_url("**/answers/")
    tab_to(page, 'main a.button[href$="/result/"]')
    press(page, "Enter")
    page.wait_for_url("**/result/")
    assert "Llyfrgell" in page.locator("h1").inner_text()
    tab_to(page, ".lane--now summary")
    press(page, "Enter")
    expect(page.locator(".lane--now details[open]")).to_have_count(1)
    tab_to(page, 'a[href$="/save/"]', 400)
    press(page, "Enter")
    page.wait_for_url("**/save/")
    tab_to(page, "#id_name")
    press(page, "Enter")
    page.wait_for_url("**/saved/**")
    assert page.locator("#link").input_value() == page.url.partition("?")[0]


def test_going_back_with_the_browsers_own_button(page):
    page.goto("/en/advice/questions/stage/")
    page.locator('input[value="early"]').check()
    page.locator("main button.button").first.click()
    page.wait_for_url("**/questions/relationships/")
    page.go_back()
    assert page.locator('input[value="early"]').is_checked()


def test_the_language_switch_keeps_what_is_typed(page):
    page.goto("/en/advice/questions/purpose/")
    page.locator("#id_purpose").fill("Fewer lonely people")
    page.locator('button[lang="cy"]').click()
    page.wait_for_url("**/cy/advice/questions/purpose/")
    assert page.locator("#id_purpose").input_value() == "Fewer lonely people"


def test_the_enter_key_sends_the_form_and_does_not_switch_the_language(page):
    page.goto("/en/advice/questions/purpose/")
    page.locator("#id_name").fill("Ours")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/advice/questions/aims/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_if_without_leaving_the_page(page, language):
    open_example(page, language, "new")
    page.locator("#what-if select").select_option("answers.maturity")
    page.locator("#what-if form button").first.click()
    page.locator("#what-if-answer").wait_for()
    assert page.url.endswith("/result/")
    page.locator('#what-if-answer input[value="mature"]').check()
    page.locator("#what-if-answer button").click()
    page.locator(".difference").wait_for()
    expect(page.locator(".difference")).to_be_focused()
    assert page.locator("h1").count() == 1
    assert violations(page) == []
    page.locator(".difference form button").click()
    page.wait_for_url("**/result/?done=changed")


def test_the_console_stays_quiet(page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    open_example(page, "en")
    page.locator("#what-if form button").first.click()
    page.locator("#what-if-answer").wait_for()
    assert said == []


def test_the_whole_way_without_javascript(plain_page):
    page = plain_page
    page.goto("/en/advice/questions/stage/")
    page.locator('input[value="early"]').check()
    page.locator('button[name="go"]').click()
    page.wait_for_url("**/result/")
    page.locator("#what-if select").select_option("answers.maturity")
    page.locator("#what-if form button").first.click()
    page.wait_for_url("**/what-if/?ask=answers.maturity*")
    page.locator('#what-if-answer input[value="mature"]').check()
    page.locator("#what-if-answer button").click()
    page.locator(".difference form button").click()
    page.wait_for_url("**/result/?done=changed")
    page.goto("/en/advice/save/")
    page.locator("#id_name").fill("Ours")
    page.locator("main form button").click()
    page.wait_for_url("**/saved/**")
    page.locator('button[value="new"]').click()
    page.wait_for_url("**/answers/")


def test_a_form_on_a_private_link_is_believed(page):
    """A browser that says `Origin: null` would be refused: why these pages are not `no-referrer`."""
    open_example(page, "en")
    page.goto("/en/advice/save/")
    page.locator("main form button").click()
    page.wait_for_url("**/saved/**")
    told = []
    page.on("request", lambda request: told.append(request.all_headers().get("referer", "")))
    page.locator('button[value="same"]').click()
    page.wait_for_url("**/result/")
    assert not any("saved" in address for address in told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", ["strained", "mature", "new"])
def test_the_summary_prints_on_one_side_of_a4(page, example, language):
    open_example(page, language, example)
    page.goto(f"/{language}/advice/questions/purpose/")
    page.locator("#id_purpose").fill("Every young person in the town has somebody to turn to. " * 6)
    page.locator('button[name="go"]').click()
    page.wait_for_url("**/result/")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1
    page.goto(f"/{language}/advice/result/?reasons=1")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) > 2


def test_a_file_is_taken_away_and_brought_back(page):
    open_example(page, "en")
    with page.expect_download() as started:
        page.locator('a[href$="/answers/file/"]').click()
    content = Path(started.value.path()).read_bytes()
    page.goto("/en/advice/")
    page.locator("#id_file").set_input_files({"name": "ours.toml", "mimeType": "text/plain", "buffer": content})
    page.locator('form[enctype="multipart/form-data"] button').click()
    page.wait_for_url("**/result/")
    assert content.splitlines(keepends=True)[0] == b'edition = "multisector-wales-2024"\n'
