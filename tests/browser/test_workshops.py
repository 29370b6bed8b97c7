"""Workshops in a real browser: the rules of axe, the keyboard, an old phone without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import Participant, Plan, Wish
from tests.web.cast import a_review, browser_of, in_role
from tests.web.room_cast import key_of
from tests.web.test_workshops_register import LIST, sent, uploaded
from tests.web.workshops_cast import a_workshop, of, person_of, registered, some_people

from .axe import violations
from .walking import faults_at, sign_in, tab_to

LANGUAGES = ["en", "cy"]
ASKED = {"groups": "4", "smallest": "3", "largest": "8", "sector": "1", "area": "0", "level": "0"}
ASKED |= {"repeat_weight": "1", "seconds": "10"}


@pytest.fixture
def review(live_server):
    return a_review()


@pytest.fixture
def lead(review):
    return in_role(review, Role.LEAD)


def full(review, team):
    """A workshop with something on each of its pages, somebody's key, and the addresses."""
    row = a_workshop(review, short=True)
    some_people(row, 22)
    row.participants.update(route="form")
    token = registered(row)
    person = person_of(token)
    sent(team, row, LIST)
    team.post(of(row, "facilitators/"), {"label": "Ffion", "group": "2"})
    where = team.post(of(row, "groups/"), ASKED)["Location"]
    plan = Plan.objects.get(pk=where.rstrip("/").split("/")[-1])
    Plan.objects.filter(pk=plan.pk).update(design={**plan.design, "moves": 500, "seconds": 0})
    work_off()
    team.post(of(row, f"groups/{plan.pk}/use/"))
    other = row.participants.exclude(pk=person.pk).first()
    Wish.objects.create(workshop=row, participant=person, kind="apart", other=other)
    first = row.rounds.first()
    parts = ["", "change/", "clone/", "agenda/", "agenda/new/", "agenda/questions/", f"agenda/{first.pk}/"]
    parts += ["register/", "register/new/", "register/wishes/", "register/lists/new/", "facilitators/", "groups/"]
    parts += [f"register/lists/{row.imports.get().pk}/", f"register/{person.pk}/", f"register/{person.pk}/remove/"]
    waiting = uploaded(team, row, "Name,Kind,Dietary needs\nZed,Council,None\n").redirect_chain[-1][0]
    parts += ["register/came/", "register/quick/", "register/links/", waiting.partition(f"{row.pk}/")[2]]
    return row, token, [*parts, f"groups/{plan.pk}/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_rules_of_axe_at_every_width(page, review, lead, live_server, language):
    team = browser_of(lead)
    row, token, parts = full(review, team)
    public = ["workshops/", f"workshops/register/{row.key}/"]
    public += [f"workshops/yours/{token}/{part}" for part in ("", "change/", "withdraw/")]
    asked = key_of(row.participants.filter(agreed=None).first())
    public += ["workshops/lost/", f"workshops/register/{row.key}/sent/", f"workshops/yours/{asked}/agree/"]
    paths = [f"/{language}/{path}" for path in public] + [of(row, part, language) for part in parts]
    paths += [f"/{language}/reviews/{review.slug}/workshops/{part}" for part in ("", "new/")]
    if language == "cy":  # the same templates: those with most words of their own, and the public ones
        paths = [*paths[:8], of(row, "", "cy"), of(row, "register/", "cy"), of(row, parts[-1], "cy")]
    assert {path: status for path in paths if (status := team.get(path).status_code) != 200} == {}
    sign_in(page, live_server, lead)
    found = {path: faults_at(page, path) for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_a_fault_in_the_form_is_led_to_by_keyboard(page, review, live_server):
    row = a_workshop(review)
    page.goto(f"/cy/workshops/register/{row.key}/")
    tab_to(page, "#id_email")
    page.keyboard.type("mared@")
    tab_to(page, "#register button.button")
    page.keyboard.press("Enter")
    page.locator(".error-summary").wait_for()
    assert violations(page) == []
    page.locator(".error-summary a").first.click()
    expect(page.locator("#id_email")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("mared@example.org")
    tab_to(page, "#id_agreed")
    page.keyboard.press("Space")
    tab_to(page, "#register button.button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/register/*/sent/**")
    assert Participant.objects.get().contact.email == "mared@example.org"


def test_registering_coming_back_and_withdrawing_on_an_old_phone_without_javascript(plain_page, review):
    row = a_workshop(review)
    page = plain_page
    page.goto("/en/workshops/")
    page.locator("#id_code").fill(row.key.upper())
    page.locator("#door button.button").click()
    page.locator("#id_sector").select_option("health")
    page.locator("#id_agreed").check()
    page.locator("#register button.button").click()
    page.wait_for_url("**/workshops/yours/*/**")
    own = page.locator(".code").first.inner_text()
    page.goto("/cy/workshops/")
    page.locator("#id_code").fill(own)
    page.locator("#door button.button").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("main")).to_contain_text("Iechyd")
    page.locator("a.button--careful").click()
    page.locator("#withdraw button.button").click()
    page.locator("h1").wait_for()
    assert Participant.objects.get().withdrawn
