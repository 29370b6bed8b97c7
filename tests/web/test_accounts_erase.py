"""Erasing a person: nothing names them afterwards, what they did stays, and a restored database forgets again."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import mail, serializers
from django.db import connection

from plethu_web.accounts import erasures
from plethu_web.accounts.actions import HandOverFirst, erase_person
from plethu_web.accounts.models import Event, User
from plethu_web.reviews.actions.reviews import start_review
from plethu_web.reviews.models import Membership
from tests.web.accounts_cast import EMAIL, PASSWORD, WRONG, is_signed_in, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def code():
    return re.search(r"^\d{4}-\d{4}$", mail.outbox[-1].body, re.M)[0]


def whole_database():
    rows = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows.append(str(cursor.fetchall()))
    return "\n".join(rows)


@pytest.mark.parametrize(("language", "words"), [("en", "You are erased"), ("cy", "Fe’ch dilëwyd")])
def test_by_a_code(client, home, language, words):
    user = person()
    client.force_login(user)
    page = client.get(f"/{language}/accounts/erase/").content.decode()
    assert 'name="proof"' not in page
    client.post(f"/{language}/accounts/erase/", {"send_code": "1"})
    assert mail.outbox[-1].to == [EMAIL]
    page = client.post(f"/{language}/accounts/erase/", {"proof": code()}, follow=True).content.decode()
    assert words in page
    assert not is_signed_in(client)
    user.refresh_from_db()
    assert (user.email, user.name, user.is_active, user.has_usable_password()) == (None, "", False, False)
    assert user.erased


def test_by_the_password(client):
    user = person(password=PASSWORD)
    client.force_login(user)
    client.post("/en/accounts/erase/", {"proof": PASSWORD})
    user.refresh_from_db()
    assert user.erased


@pytest.mark.parametrize(("language", "words"), [("en", "This is not the code"), ("cy", "Nid dyma’r cod")])
def test_not_without_proof(client, language, words):
    user = person(password=PASSWORD)
    client.force_login(user)
    client.post(f"/{language}/accounts/erase/", {"send_code": "1"})
    for _ in range(3):
        assert words in client.post(f"/{language}/accounts/erase/", {"proof": WRONG}).content.decode()
    client.post(f"/{language}/accounts/erase/", {"proof": code()})  # after three wrong ones it no longer works
    user.refresh_from_db()
    assert user.erased is None


def test_nothing_in_the_whole_database_names_them(client):
    user = person(name="Mair Huws-Unigryw", password=PASSWORD)
    user.contact = "01970 000000"
    user.save()
    client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD}, headers={"user-agent": "Unigryw/1"})
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Allwedd Mair"})
    people = ContentType.objects.get_for_model(User)
    LogEntry.objects.create(user=user, content_type=people, object_id=user.pk, object_repr=EMAIL, action_flag=CHANGE)
    before = whole_database()
    words = [EMAIL, "Huws-Unigryw", "01970", "Unigryw/1", "Allwedd Mair"]
    assert all(word in before for word in words)
    erase_person(pseudonym=user.pseudonym, by=user.pseudonym)
    assert [word for word in words if word in whole_database()] == []
    assert not Session.objects.exists()
    assert not EmailAddress.objects.exists()


def test_what_was_done_stays_under_the_pseudonym(home):
    user = person()
    erase_person(pseudonym=user.pseudonym, by=None)
    assert [event.kind for event in Event.objects.order_by("pk")] == ["account-made", "person-erased"]
    assert {event.about for event in Event.objects.all()} == {user.pseudonym}
    assert re.fullmatch(rf"{user.pseudonym} \S+\n", (home / "erasures").read_text())


def test_a_review_does_not_lose_its_last_lead(client):
    user = person(password=PASSWORD)
    review = start_review(by=user, title="Community transport")
    client.force_login(user)
    page = client.get("/en/accounts/erase/").content.decode()
    assert "Community transport" in page
    assert 'name="proof"' not in page
    client.post("/en/accounts/erase/", {"proof": PASSWORD})
    with pytest.raises(HandOverFirst):
        erase_person(pseudonym=user.pseudonym, by=user.pseudonym)
    user.refresh_from_db()
    assert user.erased is None
    other = person("elin@example.org", "Elin")
    Membership.objects.create(review=review, person=other, role="lead")
    assert erase_person(pseudonym=user.pseudonym, by=user.pseudonym)
    assert Membership.objects.get(person=user).ended
    assert not Membership.objects.get(person=other).ended


def test_who_is_the_only_lead_is_told_so_in_welsh(client):
    user = person()
    start_review(by=user, title="Community transport", title_cy="Cludiant cymunedol")
    client.force_login(user)
    shown = client.get("/cy/accounts/erase/").content.decode()
    assert "Gwnewch rywun arall yn arweinydd “Cludiant cymunedol”." in shown


def test_a_restored_database_forgets_again(home):
    user = person()
    start_review(by=user, title="Community transport")  # of which they are the only lead
    backup = serializers.serialize("json", User.objects.all())
    erasures.append(home, user.pseudonym, datetime(2026, 1, 2, tzinfo=UTC))
    for restored in serializers.deserialize("json", backup):
        restored.save()
    for pseudonym in erasures.listed(home):
        erase_person(pseudonym=pseudonym, by=None)
    user.refresh_from_db()
    assert user.email is None
    assert Membership.objects.get(person=user).ended
    assert len(list(erasures.listed(home))) == 1


def test_erasing_again_or_nobody_changes_nothing():
    user = person()
    assert erase_person(pseudonym=user.pseudonym, by=None)
    events = Event.objects.count()
    assert not erase_person(pseudonym=user.pseudonym, by=None)
    assert not erase_person(pseudonym=uuid.uuid4(), by=None)
    assert Event.objects.count() == events


def test_a_list_that_was_cut_short_is_read_and_goes_on(home):
    first, second = uuid.uuid4(), uuid.uuid4()
    erasures.append(home, first, datetime(2026, 1, 2, tzinfo=UTC))
    with (home / "erasures").open("a") as file:
        file.write(str(uuid.uuid4())[:20])
    erasures.append(home, second, datetime(2026, 1, 3, tzinfo=UTC))
    assert list(erasures.listed(home)) == [first, second]


def test_the_address_is_free_again():
    erase_person(pseudonym=person().pseudonym, by=None)
    assert person().email == EMAIL
    assert json.dumps(str(User.objects.filter(email=None).count())) == '"1"'
