"""The analysis of a workshop in a real browser: the rules of axe, coding by keyboard alone, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from plethu_web.reviews.roles import Role
from plethu_web.workshops.models import CodingChange, Proposal, Signing, Statement
from tests.web.cast import browser_of, in_role
from tests.web.coding_cast import a_workshop_that_was_held, analyst, at, cards_of, code, publish, sign

from .walking import faults_at, sign_in, tab_to

CATEGORY = "category:governance"


@pytest.fixture
def workshop(live_server):
    return a_workshop_that_was_held()


@pytest.fixture
def lead(workshop):
    return in_role(workshop.review, Role.LEAD)


def analysed(workshop, team):
    """Something on every page: two coders who differ, a merge, a statement with versions, a release. The addresses."""
    first, second, third = cards_of(workshop)
    type(third).objects.filter(pk=third.pk).update(words="Mared Member grew beans in Gwynedd.")
    for card in (first, second):
        code(team, workshop, card)
    code(analyst(workshop, Role.REVIEWER), workshop, first, stance="challenged")
    sign(team, workshop, first, translation="Tyfwyd ffa yma.")
    for name in ("Share a minibus", "One minibus for all"):
        team.post(at(workshop, "actions/"), {"name": name, "category": "governance"})
    one, other = Proposal.objects.order_by("pk")
    team.post(at(workshop, f"actions/{other.pk}/merge/"), {"into": one.ref, "reason": "Same"})
    said = {"words": "Beans help.", "bears_on": "F012", "on": CATEGORY, "contributions": [f"card-{first.pk}"]}
    team.post(at(workshop, "statements/echoed/F012/"), said)
    row = Statement.objects.get()
    team.post(at(workshop, f"statements/{row.pk}/"), {**said, "words": "Beans help much."})
    publish(team, workshop, table="on")
    said["words"] = "Mared Member helps too."  # found as a name, so that there is something to tick
    team.post(at(workshop, "statements/echoed/F012/"), said)
    parts = ["", "desk/", f"desk/card-{first.pk}/", f"desk/card-{first.pk}/text/", f"desk/card-{third.pk}/text/"]
    parts += ["desk/log/", "agreement/", "readings/", "statements/", f"statements/{row.pk}/", "actions/"]
    return [
        *parts,
        f"actions/{one.pk}/merge/",
        "releases/",
        "releases/thresholds/",
        "releases/publish/?table=1",
        "releases/1/",
    ]


def test_every_page_of_analysis_keeps_the_rules_of_axe_on_a_small_phone(page, workshop, lead, live_server):
    parts = analysed(workshop, browser_of(lead))
    sign_in(page, live_server, lead)
    found = {}
    for language in ("en", "cy"):
        # the same templates in Welsh: those whose words take most room
        for part in parts if language == "en" else (parts[2], parts[6], parts[-1]):
            found[language, part] = faults_at(page, at(workshop, part, language), widths=(320,))
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_cards_are_coded_by_keyboard_alone_one_after_the_other(page, workshop, lead, live_server):
    first, second, _third = cards_of(workshop)
    sign_in(page, live_server, lead)
    page.goto(at(workshop, f"desk/card-{first.pk}/"))
    tab_to(page, "#id_stance_0")
    page.keyboard.press("ArrowRight")
    tab_to(page, "#id_finding")
    page.keyboard.type("f012")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/card-{second.pk}/**")
    expect(page.locator("#said")).to_be_focused()
    assert "1 more to go" in page.locator("main").inner_text()
    change = CodingChange.objects.get()
    assert (change.contribution, change.coding["finding"]) == (f"card-{first.pk}", "F012")
    assert change.coding["stance"] == "challenged"


def test_a_card_is_coded_and_signed_off_without_javascript(plain_page, workshop, lead, live_server):
    card = cards_of(workshop)[0]
    type(card).objects.filter(pk=card.pk).update(words="Tyfodd Mared Member ffa yma.")
    page = plain_page
    sign_in(page, live_server, lead)
    page.goto(at(workshop, "desk/", "cy"))
    page.locator("main ul.links a").first.click()
    page.locator("#id_finding").fill("F012")
    page.locator("#coding button.button").first.click()
    page.wait_for_url("**done=coded**")
    page.goto(at(workshop, f"desk/card-{card.pk}/text/", "cy"))
    page.locator("#id_language_1").check()
    page.locator("#id_translation").fill("Mared Member grew beans here.")
    page.locator("#signing button.button").last.click()
    page.locator("input[name=mask_there]").first.wait_for()
    assert not Signing.objects.exists()
    page.locator("#signing button.button").last.click()
    page.wait_for_url("**done=signed**")
    assert "[name] grew beans here." in page.locator("main").inner_text()
    assert Signing.objects.get().state == "signed-off"
    assert CodingChange.objects.count() == 1
