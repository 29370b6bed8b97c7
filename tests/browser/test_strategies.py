"""Search strategies in a real browser: the rules of axe, the keyboard, an old phone without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.reviews.roles import Role
from plethu_web.strategies.models import PeerReview, Run, Term
from tests.web.cast import a_review, browser_of, in_role
from tests.web.strategies_cast import a_strategy, key_of, of, some_records

from .axe import violations
from .walking import faults_at, sign_in, tab_to

LANGUAGES = ["en", "cy"]
LONG = "community OR " + "pneumonoultramicroscopicsilicovolcanoconiosis" * 3
TEXT = (
    f"A. Community\n{LONG} OR third sector\n\nB. Working together\npartner* OR (joint N2 (working OR plan*))\n\nA + B\n"
)
RECORD = {"type": "article-journal", "title": "Community partners", "abstract": "A joint plan.", "DOI": "10.1234/a"}


@pytest.fixture
def review(live_server):
    return a_review()


@pytest.fixture
def lead(review):
    return in_role(review, Role.LEAD)


def full(review, team):
    """A strategy with something on each of its pages, and their addresses."""
    strategy = a_strategy(review, team, TEXT)
    one = f"{strategy.pk}/"
    key = key_of(strategy, "A")
    team.post(of(review, f"{one}terms/suggest/{key}/"), {"text": "growing space", "why": "Ours.", "source": "partner"})
    team.post(of(review, f"{one}formula/"), {"expected": 1, "formula": "A or B"})
    judged = {f"{e}-judgement": "none" for e in ("question", "operators", "text-words", "spelling", "limits")}
    judged |= {"headings-judgement": "required", "headings-comment": "Use them.", "number": "2"}
    team.post(of(review, f"{one}press/new/"), judged)
    team.post(of(review, f"{one}databases/ovid/new/"), {"database": "MEDLINE", "searched": "2026-02-03", "text": LONG})
    some_records(review, RECORD, {**RECORD, "title": "Beans", "DOI": "10.1234/b"})
    given = {"known": "10.1234/a\n10.1234/b\nNot there at all", "targets": ["pubmed", "lens"]}
    for _ in range(2):
        team.post(of(review, f"{one}runs/new/"), given)
        work_off()
    run, term, press = Run.objects.latest("made"), Term.objects.get(), PeerReview.objects.get()
    parts = ["", "name/", f"blocks/{key}/", "formula/", "versions/", "versions/1/", "versions/compare/", "terms/"]
    parts += [f"terms/suggest/{key}/", f"terms/{term.pk}/answer/", "translations/", "translations/pubmed/", "checks/"]
    parts += ["translations/lens/", "runs/", "runs/new/", f"runs/{run.pk}/", f"runs/{run.pk}/compared/pubmed/"]
    other = a_strategy(review, team, TEXT.replace("N2", "N5"), name="Drifted")
    parts += [
        f"checks/beside/{other.pk}/",
        "databases/",
        "databases/ovid/new/",
        "press/",
        "press/new/",
        f"press/{press.pk}/",
    ]
    return ["", "new/", "plan/", "prisma-s/", *(one + part for part in parts)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_rules_of_axe_at_every_width(page, review, lead, live_server, language):
    paths = full(review, browser_of(lead))
    sign_in(page, live_server, lead)
    found = {path: faults_at(page, of(review, path, language)) for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strategy_is_begun_and_edited_by_keyboard_and_a_fault_is_led_to(page, review, lead, live_server, language):
    sign_in(page, live_server, lead)
    page.goto(of(review, "new/", language))
    tab_to(page, "#id_name")
    page.keyboard.type("Main")
    tab_to(page, "#id_platform")
    page.keyboard.type("EBSCO")
    tab_to(page, "#id_text")
    page.keyboard.type("community OR (garden")
    tab_to(page, "#new-strategy button.button")
    page.keyboard.press("Enter")
    page.locator(".error-summary").wait_for()
    assert page.locator(".fault mark").inner_text() == "("
    assert violations(page) == []
    page.locator(".error-summary a").first.click()
    expect(page.locator("#id_text")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(")")
    tab_to(page, "#new-strategy button.button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/strategies/\d+/"))
    assert "community OR (garden)" in page.locator("pre.search").first.inner_text()


def test_the_whole_way_on_an_old_phone_without_javascript(plain_page, review, lead, live_server):
    page = plain_page
    sign_in(page, live_server, lead)
    page.goto(of(review, "new/"))
    page.locator("#id_name").fill("Main")
    page.locator("#id_platform").select_option("ebsco")
    page.locator("#id_text").fill(TEXT)
    page.locator("#new-strategy button.button").click()
    page.wait_for_url("**/strategies/*/")
    page.locator('.parts a[href$="/translations/"]').click()
    page.locator('main a[href$="/translations/pubmed/"]').click()
    expect(page.locator("mark.mark--wider").first).to_be_visible()
    page.locator("#whole").focus()
    assert "[tw]" in page.locator("#whole").input_value()
    page.locator('.parts a[href$="/checks/"]').click()
    page.locator(".finding summary").first.click()
    page.locator(".finding textarea").first.fill("We mean it so.")
    page.locator(".finding details button").first.click()
    page.wait_for_url("**/checks/?done=answered")


def test_a_line_is_copied_with_one_press(page, review, lead, live_server):
    strategy = a_strategy(review, browser_of(lead), TEXT)
    sign_in(page, live_server, lead)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(of(review, f"{strategy.pk}/translations/ovid/"))
    page.locator(".take button").last.click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#whole").input_value()
