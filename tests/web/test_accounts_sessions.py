"""A person sees where they are signed in, and ends it elsewhere."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.accounts_cast import EMAIL, PASSWORD, is_signed_in, person

pytestmark = pytest.mark.django_db


def sign_in(browser):
    client = Client(headers={"user-agent": browser})
    client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    assert is_signed_in(client)
    return client


@pytest.mark.parametrize(("language", "words"), [("en", "Sign out everywhere else"), ("cy", "Allgofnodi ym mhob man")])
def test_they_are_listed_and_ended(language, words):
    person(password=PASSWORD)
    here, there = sign_in("Browser of the laptop"), sign_in("Browser of the phone")
    page = here.get(f"/{language}/accounts/sessions/").content.decode()
    assert words in page
    assert "Browser of the laptop" in page
    assert "Browser of the phone" in page
    here.post(f"/{language}/accounts/sessions/")
    assert here.get("/en/accounts/").status_code == 200
    assert there.get("/en/accounts/").status_code == 302


def test_those_of_others_are_neither_seen_nor_ended():
    person(password=PASSWORD)
    mine = sign_in("My browser")
    other = Client(headers={"user-agent": "Their browser"})
    other.force_login(person("elin@example.org", "Elin"))
    assert "My browser" not in other.get("/en/accounts/sessions/").content.decode()
    other.post("/en/accounts/sessions/")
    assert mine.get("/en/accounts/").status_code == 200


def test_a_changed_password_ends_the_others():
    person(password=PASSWORD)
    here, there = sign_in("Here"), sign_in("There")
    new = "rhywbeth arall hollol"
    here.post("/en/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert here.get("/en/accounts/").status_code == 200
    assert there.get("/en/accounts/").status_code == 302
