"""Imports and the record desk in a real browser: accessible, on a small phone, by keyboard, without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from plethu_web.jobs.queue import run_waiting
from plethu_web.records.models import Import, Record
from plethu_web.reviews.roles import Role
from tests.web.cast import a_review, in_role
from tests.web.test_records_import import BROKEN

from .axe import violations
from .walking import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def review():
    return a_review(title="Gardens together")


def send_in(page, review, language="en"):
    """Send a file in through the form, and have it read."""
    page.goto(f"/{language}/reviews/{review.slug}/imports/new/")
    file = {"name": "gardens.ris", "mimeType": "text/plain", "buffer": BROKEN.encode()}
    page.set_input_files("[name=sent]", files=[file])
    page.fill("[name=database]", "Invented Index")
    page.locator("main [type=submit]").click()
    page.wait_for_url("**/imports/*-*/")
    run_waiting()


def addresses(review):
    source, record = Import.objects.get(), Record.objects.first()
    return [
        f"{review.slug}/",
        f"{review.slug}/team/",
        f"{review.slug}/team/invite/",
        f"{review.slug}/trail/",
        f"{review.slug}/imports/",
        f"{review.slug}/imports/new/",
        f"{review.slug}/imports/{source.pk}/",
        f"{review.slug}/records/",
        f"{review.slug}/records/{record.pk}/",
        f"{review.slug}/records/{record.pk}/mend/",
        f"{review.slug}/records/{record.pk}/place/",
    ]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_is_accessible_and_fits_a_small_phone(page, live_server, review, language):
    sign_in(page, live_server, in_role(review, Role.LEAD))
    send_in(page, review, language)
    for address in addresses(review):
        page.goto(f"/{language}/reviews/{address}")
        assert violations(page) == [], address
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)


def test_a_file_is_sent_in_and_a_record_mended_without_javascript(plain_page, live_server, review):
    page = plain_page
    sign_in(page, live_server, in_role(review, Role.LEAD))
    send_in(page, review)
    page.reload()
    assert "The sums hold" in page.inner_text("main")
    page.get_by_role("link", name="Look at its records").click()
    page.locator(".record-list a").first.click()
    page.get_by_role("link", name="Mend it").click()
    page.fill("[name=title]", "Gardens that bring villages together")
    page.fill("[name=reason]", "as on the title page")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("h1")).to_have_text("Gardens that bring villages together")
    page.locator("form[action*=undo] button").click()
    expect(page.locator("h1")).to_have_text("Gardens that bring a village together")


def test_a_page_shows_by_itself_that_a_file_has_been_read(page, live_server, review):
    sign_in(page, live_server, in_role(review, Role.LEAD))
    page.goto(f"/en/reviews/{review.slug}/imports/new/")
    page.set_input_files("[name=sent]", files=[{"name": "g.ris", "mimeType": "text/plain", "buffer": BROKEN.encode()}])
    page.locator("main [type=submit]").click()
    page.wait_for_selector(".job")
    run_waiting()
    page.wait_for_selector("text=Done")


def test_the_menu_of_a_record_by_keyboard(page, live_server, review):
    sign_in(page, live_server, in_role(review, Role.LEAD))
    send_in(page, review)
    page.goto(f"/en/reviews/{review.slug}/records/{Record.objects.first().pk}/")
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText"))
    assert seen[0] == "Skip to the main content"
    assert "Mend it" in seen
    assert "Look at the import Record" not in seen
