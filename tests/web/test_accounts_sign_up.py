"""Making an account: by invitation, or where the site is open to all."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import RequestFactory

from plethu_web.accounts import invited
from plethu_web.accounts.models import Event, User
from plethu_web.accounts.queries import user_with_email
from tests.web.accounts_cast import EMAIL, alike, code_in_mail, is_signed_in, person

pytestmark = pytest.mark.django_db


def invite(client):
    """What opening a good invitation does to the browser."""
    session = client.session
    request = RequestFactory().get("/")
    request.session = session
    invited.allow_signup(request)
    session.save()
    client.cookies["plethu_session"] = session.session_key
    return HttpResponse()


def fill_in(client, language="en", email=EMAIL, name="Mair Huws"):
    return client.post(f"/{language}/accounts/signup/", {"name": name, "email": email}, follow=True)


def confirm(client, language="en"):
    return client.post(f"/{language}/accounts/confirm-email/", {"code": code_in_mail()}, follow=True)


@pytest.mark.parametrize(("language", "words"), [("en", "made by invitation"), ("cy", "Drwy wahoddiad")])
def test_strangers_cannot(client, language, words):
    assert words in client.get(f"/{language}/accounts/signup/").content.decode()
    assert words in fill_in(client, language).content.decode()
    assert not User.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_who_was_invited_can(client, language):
    invite(client)
    fill_in(client, language)
    assert not is_signed_in(client)  # first the address has to be shown to be theirs
    confirm(client, language)
    assert is_signed_in(client)
    user = user_with_email(EMAIL)
    assert (user.name, user.language, user.has_usable_password()) == ("Mair Huws", language, False)
    assert [event.kind for event in Event.objects.order_by("pk")][:1] == ["account-made"]
    assert EMAIL not in str(Event.objects.values_list())


def test_an_invitation_makes_one_account(client):
    invite(client)
    fill_in(client)
    confirm(client)
    client.post("/en/accounts/logout/")
    assert "made by invitation" in fill_in(client, email="other@example.org").content.decode()
    assert User.objects.count() == 1


def test_an_open_site_lets_anybody(client, settings):
    settings.PLETHU_OPEN_SIGNUP = True
    assert "/en/accounts/signup/" in client.get("/en/accounts/login/").content.decode()
    fill_in(client)
    confirm(client)
    assert is_signed_in(client)


def test_nobody_learns_that_an_address_has_an_account(client, settings):
    settings.PLETHU_OPEN_SIGNUP = True
    person()
    known = fill_in(client).content.decode()
    assert "You have an account already" in mail.outbox[0].subject
    client.cookies.clear()
    unknown = fill_in(client, email="new@example.org").content.decode()
    assert alike(known, EMAIL) == alike(unknown, "new@example.org")
    assert User.objects.filter(email=EMAIL).count() == 1


@pytest.mark.parametrize(("email", "name"), [("no address", "Mair"), (EMAIL, ""), (EMAIL, "x" * 121)])
def test_what_will_not_do_is_said_at_its_field(client, email, name):
    invite(client)
    page = fill_in(client, email=email, name=name).content.decode()
    assert re.search(r'id="id_(email|name)_error"', page)
    assert not User.objects.exists()
