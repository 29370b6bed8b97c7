"""The evidence pages in a real browser: rules of accessibility, reflow, keyboard, filters with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from plethu.framework.editions import default_edition
from tests.web.evidence_pages import PAGES

from .axe import violations
from .test_look import LANGUAGES

EDITION = default_edition()
TARGETS = "a.button, button, .site-nav a, .pages a, summary, .pager a, select, input, .row.plain a, .crumbs a"


@pytest.mark.parametrize("path", ["actions/", "places/", "methods/", "relations/", "concepts/", "evidence/F134/"])
def test_the_rules_of_axe_hold_in_the_dark(page, path):
    page.emulate_media(color_scheme="dark")
    page.goto(f"/cy/{path}")
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_the_rules_of_axe_hold_and_nothing_is_wider_than_a_small_phone(page, path, language):
    page.goto(f"/{language}/{path}")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    # What scrolls sideways inside the page is a table or a drawing, has a name and can be reached by key.
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth"
        " && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX))"
        ".filter(e => !(e.matches('.scroll, .drawing, select, input')"
        " && (e.tabIndex === 0) && (e.matches('select, input') || e.getAttribute('role') === 'region')))"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert wide == []


@pytest.mark.parametrize(
    "path", ["evidence/?strand=workshop", "evidence/F134/", "actions/grant-funding/", "relations/"]
)
def test_targets_are_large_enough(page, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/cy/{path}")
    heights = page.locator(f"main >> {TARGETS}").evaluate_all(
        "all => all.map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])"
    )
    assert heights
    assert [box for box in heights if 0 < box[1] < 43.5] == []


@pytest.mark.parametrize("path", ["evidence/?strand=workshop", "places/", "relations/tensions/", "sources/"])
def test_every_stop_of_the_tab_key_is_seen(page, path):
    page.goto(f"/en/{path}")
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.outerHTML.slice(0, 90), s.outlineStyle, parseFloat(s.outlineWidth), e === document.body] })()"
        )
        if here[3]:
            break
        assert here[1] == "solid", here
        assert here[2] >= 3, here
        seen += 1
    assert seen > 20


def test_filters_narrow_the_list_as_they_are_chosen(page):
    page.goto("/en/evidence/")
    page.evaluate("window.same = true")
    page.select_option("#filter_strand", "workshop")
    expect(page.locator("#count")).to_contain_text("146 findings")
    page.select_option("#filter_stance", "challenged")
    expect(page.locator("#count")).to_contain_text("27 findings")
    assert page.evaluate("window.same")  # the page was not loaded anew
    assert "strand=workshop" in page.url
    assert page.locator("#results .tag--challenged").count() == 25
    assert violations(page) == []


def test_typing_searches_and_the_back_button_goes_back(page):
    page.goto("/en/evidence/")
    page.locator("#filter_q").press_sequentially("participatory", delay=10)
    expect(page.locator("#count")).not_to_contain_text("280 findings")
    page.wait_for_url("**/evidence/?q=participatory*")
    page.go_back()
    expect(page.locator("#count")).to_contain_text("280 findings")


def test_filters_work_without_scripts(plain_page):
    page = plain_page
    page.goto("/cy/evidence/")
    page.select_option("#filter_stance", "challenged")
    page.locator("#filters button").click()
    expect(page.locator("#count")).to_contain_text("27 canfyddiad")
    page.locator(".pages a[rel=next]").click()
    expect(page.locator("#results .finding-list > li")).to_have_count(2)


def test_by_keys_alone_from_the_list_to_a_finding_and_its_action(page):
    page.goto("/en/evidence/?q=F134")
    page.locator("#results .id").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/F134/")
    page.locator(".summary-list a", has_text="Liaison roles").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/liaison-roles-and-referral-pathways/")


def test_a_tile_of_the_map_leads_to_its_area(page):
    page.goto("/en/places/")
    tile = page.locator('.drawing a[href="/en/places/authority/W06000023/"]')
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/authority/W06000023/")


def test_nothing_is_blocked_and_nothing_fails_in_the_console(page):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("evidence/", "places/", "relations/"):
        page.goto(f"/en/{path}")
    assert said == []
