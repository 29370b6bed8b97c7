"""Signing in with a real browser: a passkey, a code, and the pages of the account, by keyboard and on a small phone."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache

from tests.web.accounts_cast import EMAIL, PASSWORD, person

from .axe import violations

VISITOR = ["login/", "login/code/", "signup/", "password/reset/"]
PERSON = ["", "details/", "kept/", "erase/", "email/", "password/change/", "keys/", "keys/webauthn/add/", "sessions/"]


@pytest.fixture(autouse=True)
def forget_attempts():
    """What one test tried does not count against the next."""
    cache.clear()


@pytest.fixture
def complaints(page):
    """What the browser complains of: blocked or missing files, errors of scripts."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def key(page):
    """A device that makes passkeys, as phones and laptops have one; it always says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**device, "isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


@pytest.fixture
def at_localhost(page, live_server):
    """A passkey belongs to a name; an address of numbers has none."""
    return live_server.url.replace("127.0.0.1", "localhost")


def sign_in(page, site=""):
    page.goto(f"{site}/en/accounts/login/")
    page.click("summary")
    page.fill("[name=login]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.locator("details [type=submit]").click()
    page.wait_for_load_state("networkidle")


def test_a_passkey_is_added_and_signs_in(page, complaints, key, at_localhost, transactional_db):
    person(password=PASSWORD)
    sign_in(page, at_localhost)
    page.goto(f"{at_localhost}/en/accounts/keys/webauthn/add/")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.fill("[name=name]", "My laptop")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/keys/recovery-codes/")
    page.goto(f"{at_localhost}/en/accounts/keys/webauthn/")
    assert page.locator("tbody tr").inner_text().startswith("My laptop\tPasskey")
    page.goto(f"{at_localhost}/en/accounts/logout/")
    page.click("main button")
    page.wait_for_load_state("networkidle")
    page.goto(f"{at_localhost}/cy/accounts/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/cy/reviews/")
    page.goto(f"{at_localhost}/cy/accounts/")
    assert page.get_by_text(EMAIL).count() == 1
    assert complaints == []


def test_a_code_signs_in_by_keyboard_alone(page, complaints, transactional_db):
    person()
    page.goto("/en/accounts/login/")
    page.focus("#id_code_email")
    page.keyboard.type(EMAIL)
    page.keyboard.press("Enter")
    page.wait_for_url("**/login/code/confirm/**")
    page.focus("[name=code]")
    page.keyboard.type(re.search(r"^\d{4}-\d{4}$", mail.outbox[-1].body, re.M)[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/reviews/")
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_rules_of_axe_hold_for_visitors(page, transactional_db, language):
    for path in VISITOR:
        page.goto(f"/{language}/accounts/{path}")
        assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_rules_of_axe_hold_for_who_is_signed_in(page, transactional_db, language):
    person(password=PASSWORD)
    sign_in(page)
    for path in PERSON:
        page.goto(f"/{language}/accounts/{path}")
        assert violations(page) == []


def test_nothing_is_wider_than_a_small_phone(page, transactional_db):
    page.set_viewport_size({"width": 320, "height": 640})
    person(password=PASSWORD)
    sign_in(page)
    for path in PERSON:
        page.goto(f"/cy/accounts/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_a_link_in_the_head_is_large_enough_to_hit(page, transactional_db):
    page.set_viewport_size({"width": 320, "height": 640})
    person(password=PASSWORD)
    sign_in(page)
    heights = page.locator(".person a").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(heights) == 3
    assert min(heights) >= 43.5
