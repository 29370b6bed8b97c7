"""In a real browser: pages load under the content policy, and the sign-in page of the administration works too."""

from __future__ import annotations

import pytest

from plethu_web.accounts.actions import create_administrator

PASSWORD = "sgidiau melyn ar y bryn"


@pytest.fixture
def complaints(page):
    """What the browser complains of: blocked or missing files, errors of scripts."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
    return heard


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_first_page_loads_without_complaint(page, complaints, language):
    page.goto(f"/{language}/", wait_until="networkidle")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert complaints == []


def test_the_bare_address_opens_in_the_language_read_last(page):
    page.goto("/cy/")
    page.goto("/")
    assert page.url.endswith("/cy/")


def test_an_administrator_signs_in_and_looks_around(page, complaints, transactional_db):
    create_administrator(email="nia@example.org", password=PASSWORD, by=None)
    page.goto("/admin/")
    page.click("summary")
    page.fill("[name=login]", "nia@example.org")
    page.fill("[name=password]", PASSWORD)
    page.locator("details [type=submit]").click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/accounts/user/", wait_until="networkidle")
    assert page.get_by_text("nia@example.org").count() >= 1
    assert complaints == []
