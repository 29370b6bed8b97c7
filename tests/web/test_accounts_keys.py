"""A second step: an app that shows codes, and recovery codes. Passkeys need a browser: tests/browser/."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.web.accounts_cast import EMAIL, PASSWORD, ask_for_code, code_in_mail, is_signed_in, person, type_code

pytestmark = pytest.mark.django_db


def code_of_app(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up(client, language="en"):
    """Set up an app; its secret. Once more where half a minute ended between reading the code and typing it."""
    path = f"/{language}/accounts/keys/totp/activate/"
    client.post(f"/{language}/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    asked = client.get(path, follow=True)
    if asked.redirect_chain:
        client.post(asked.redirect_chain[-1][0], {"password": PASSWORD})
    for _ in range(2):
        secret = re.search(r"<code>([A-Z2-7]+)</code>", client.get(path).content.decode())[1]
        if client.post(path, {"code": code_of_app(secret)}).status_code == 302:
            return secret
    raise AssertionError("the app was not set up")


@pytest.mark.parametrize(("language", "words"), [("en", "Is it you?"), ("cy", "Ai chi sydd yno?")])
def test_who_changes_how_they_sign_in_is_asked_again(client, language, words):
    client.force_login(person(password=PASSWORD))
    page = client.get(f"/{language}/accounts/keys/totp/activate/", follow=True).content.decode()
    assert words in page


def test_the_square_is_drawn_in_the_page(client):
    client.force_login(person())
    page = client.get("/en/accounts/keys/totp/activate/", follow=True).content.decode()
    assert "<svg" in page
    assert "data:" not in page
    assert " style=" not in page


@pytest.mark.django_db(transaction=True)
def test_the_person_hears_of_it_by_mail(client):
    person(password=PASSWORD)
    set_up(client)
    assert "An app was set up" in [message.subject.partition(": ")[2] for message in mail.outbox]


def test_an_app_asks_for_a_second_step(client):
    person(password=PASSWORD)
    secret = set_up(client)
    other = Client()
    ask_for_code(other)
    page = type_code(other, code_in_mail()).content.decode()
    assert "The second step" in page
    assert not is_signed_in(other)
    other.post("/en/accounts/keys/authenticate/", {"code": "000000"})
    assert not is_signed_in(other)
    cache.clear()  # a code of the app works once; here the next one would come in half a minute
    if other.post("/en/accounts/keys/authenticate/", {"code": code_of_app(secret)}).status_code != 302:
        other.post("/en/accounts/keys/authenticate/", {"code": code_of_app(secret)})
    assert is_signed_in(other)


def test_recovery_codes_work_once(client):
    person(password=PASSWORD)
    set_up(client)
    page = client.get("/en/accounts/keys/recovery-codes/").content.decode()
    codes = re.findall(r"<li><code>(\w+)</code>", page)
    assert len(codes) == 10
    for expected in (True, False):
        other = Client()
        other.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD})
        assert not is_signed_in(other)
        other.post("/en/accounts/keys/authenticate/", {"code": codes[0]})
        assert is_signed_in(other) is expected


def test_the_app_can_be_taken_away(client):
    person(password=PASSWORD)
    set_up(client)
    client.post("/en/accounts/keys/totp/deactivate/")
    other = Client()
    other.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    assert is_signed_in(other)


@pytest.mark.parametrize(("language", "words"), [("en", "You have 0 keys"), ("cy", "Nid oes gennych allwedd")])
def test_the_keys_are_counted(client, language, words):
    client.force_login(person())
    assert words in client.get(f"/{language}/accounts/keys/").content.decode()
