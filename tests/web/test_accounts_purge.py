"""What nobody needs any more goes by itself: accounts never confirmed, sessions that have ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from plethu_web.accounts.actions import purge_unconfirmed
from plethu_web.accounts.models import User
from plethu_web.commands.housekeeping import SECONDS_BETWEEN, Daily
from tests.web.accounts_cast import EMAIL, PASSWORD, person

pytestmark = pytest.mark.django_db


def old(user, days):
    User.objects.filter(pk=user.pk).update(joined=timezone.now() - timedelta(days=days))
    return user


def test_an_account_that_was_never_confirmed_goes_after_a_week():
    for email, days in (("old@example.org", 8), ("new@example.org", 6)):
        EmailAddress.objects.filter(user=old(person(email), days)).update(verified=False)
    old(person("confirmed@example.org"), 8)
    User.objects.create(name="Somebody without an account", contact="01970 000000")
    assert purge_unconfirmed() == 1
    assert set(User.objects.values_list("email", flat=True)) == {"new@example.org", "confirmed@example.org", None}


def test_a_session_that_has_ended_goes(client):
    person(password=PASSWORD)
    client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    assert purge_unconfirmed() == 0
    assert UserSession.objects.exists()
    Session.objects.all().delete()
    assert purge_unconfirmed() == 1
    assert not UserSession.objects.exists()


def test_whatever_does_the_jobs_deletes_once_a_day_what_is_over(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    daily = Daily()
    for email in ("first@example.org", "second@example.org", "third@example.org"):
        EmailAddress.objects.filter(user=old(person(email), 8)).update(verified=False)
        daily.delete_if_due()
        assert User.objects.filter(email=email).exists() is (email == "second@example.org")
        now[0] += SECONDS_BETWEEN / 2
