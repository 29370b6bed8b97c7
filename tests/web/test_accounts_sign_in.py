"""Signing in: by a code, by a password; wrongly, too often, and without telling strangers who has an account."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from tests.web.accounts_cast import (
    EMAIL,
    PASSWORD,
    WRONG,
    alike,
    ask_for_code,
    code_in_mail,
    is_signed_in,
    person,
    type_code,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "subject", "asks"),
    [("en", "Plethu: Your code for signing in", "Type the code"), ("cy", "Plethu: Eich cod i fewngofnodi", "Teipiwch")],
)
def test_by_a_code_sent_by_mail(client, language, subject, asks):
    person()
    page = ask_for_code(client, EMAIL.upper(), language)
    assert asks in page.content.decode()
    [message] = mail.outbox
    assert (message.to, message.subject) == ([EMAIL], subject)
    assert type_code(client, code_in_mail(), language).status_code == 200
    assert is_signed_in(client)


def test_one_comes_back_to_where_one_was_going(client):
    person()
    assert client.get("/en/accounts/kept/").url == "/en/accounts/login/?next=/en/accounts/kept/"
    ask_for_code(client, next="/en/accounts/kept/")
    done = client.post("/en/accounts/login/code/confirm/", {"code": code_in_mail(), "next": "/en/accounts/kept/"})
    assert done.url == "/en/accounts/kept/"


@pytest.mark.parametrize("elsewhere", ["https://bad.example/", "//bad.example/", "javascript:alert(1)"])
def test_one_is_not_led_to_another_site(client, elsewhere):
    person()
    ask_for_code(client, next=elsewhere)
    done = client.post("/en/accounts/login/code/confirm/", {"code": code_in_mail(), "next": elsewhere})
    assert done.status_code == 302
    assert done.url.startswith("/en/")


def test_the_code_works_without_its_hyphen(client):
    person()
    ask_for_code(client)
    type_code(client, code_in_mail().replace("-", " "))
    assert is_signed_in(client)


@pytest.mark.parametrize(("language", "words"), [("en", "This is not the code"), ("cy", "Nid dyma’r cod")])
def test_three_wrong_codes_end_it(client, language, words):
    person()
    ask_for_code(client, language=language)
    assert words in type_code(client, WRONG, language).content.decode()
    type_code(client, WRONG, language)
    type_code(client, WRONG, language)
    type_code(client, code_in_mail(), language)
    assert not is_signed_in(client)


def test_a_code_is_good_in_the_browser_that_asked_for_it_alone(client):
    person()
    ask_for_code(client)
    other = Client()
    type_code(other, code_in_mail())
    assert not is_signed_in(other)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_nobody_learns_whether_there_is_an_account(client, language):
    person()
    known = ask_for_code(client, EMAIL, language).content.decode()
    client.cookies.clear()
    unknown = ask_for_code(client, "none@example.org", language).content.decode()
    assert alike(known, EMAIL) == alike(unknown, "none@example.org")
    assert len(mail.outbox) == 1  # strangers get none


def test_four_codes_a_minute_for_one_address_are_too_many(client):
    person()
    for _ in range(3):
        ask_for_code(client)
        client.cookies.clear()
    assert "Too many tries" in ask_for_code(client).content.decode()
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("language", ["en", "cy"])
def test_by_a_password(client, language):
    person(password=PASSWORD)
    client.post(f"/{language}/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    assert is_signed_in(client)
    assert mail.outbox == []


def test_a_wrong_password_and_an_unknown_address_are_told_alike(client):
    person(password=PASSWORD)
    pages = [
        client.post("/en/accounts/login/", {"login": login, "password": "something else"}).content.decode()
        for login in (EMAIL, "none@example.org")
    ]
    assert all("do not belong together" in page for page in pages)
    assert alike(pages[0], EMAIL) == alike(pages[1], "none@example.org")
    assert not is_signed_in(client)


def test_after_five_wrong_passwords_one_waits(client):
    person(password=PASSWORD)
    for _ in range(5):
        client.post("/en/accounts/login/", {"login": EMAIL, "password": "something else"})
    page = client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD}).content.decode()
    assert "Too many tries. Wait five minutes." in page
    assert not is_signed_in(client)


@pytest.mark.parametrize(("language", "words"), [("en", "Too many requests"), ("cy", "Gormod o geisiadau")])
def test_who_tries_on_and_on_gets_a_page_in_their_language(client, language, words):
    for number in range(21):
        page = client.post(f"/{language}/accounts/password/reset/", {"email": f"a{number}@example.org"})
    assert page.status_code == 429
    assert page["Retry-After"] == "60"
    assert words in page.content.decode()


def test_an_account_that_is_closed_lets_nobody_in(client):
    user = person(password=PASSWORD)
    user.is_active = False
    user.save()
    page = client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD}, follow=True)
    assert "This account is closed" in page.content.decode()
    ask_for_code(client)
    assert not mail.outbox
    assert not is_signed_in(client)


def test_signing_out_takes_a_press_of_a_button(client):
    client.force_login(person())
    assert "Sign out" in client.get("/en/accounts/logout/").content.decode()
    assert is_signed_in(client)
    client.post("/en/accounts/logout/")
    assert not is_signed_in(client)


def test_mail_leads_to_the_address_that_was_set(client, settings):
    settings.IS_ADDRESS_SET, settings.BASE_URL = True, "https://plethu.example.org"
    person()
    client.post("/en/accounts/password/reset/", {"email": EMAIL}, headers={"host": "localhost:8009"})
    assert "https://plethu.example.org/en/accounts/password/reset/key/" in mail.outbox[0].body
    assert "8009" not in mail.outbox[0].body
