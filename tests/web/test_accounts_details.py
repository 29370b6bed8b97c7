"""A person sees their account and changes what stands in it."""

from __future__ import annotations

import pytest
from django.core import mail

from plethu_web.accounts.models import Event
from plethu_web.accounts.queries import user_with_email
from tests.web.accounts_cast import EMAIL, PASSWORD, code_in_mail, is_signed_in, person

pytestmark = pytest.mark.django_db
NEW = "mair.huws@example.org"


@pytest.mark.parametrize(
    "page", ["", "details/", "kept/", "erase/", "email/", "password/set/", "keys/", "sessions/", "keys/webauthn/"]
)
def test_only_who_is_signed_in_sees_it(client, page):
    assert client.get(f"/en/accounts/{page}").url.startswith("/en/accounts/login/?next=")


@pytest.mark.parametrize(("language", "words"), [("en", "Your account"), ("cy", "Eich cyfrif")])
def test_the_account(client, language, words):
    client.force_login(person())
    page = client.get(f"/{language}/accounts/")
    assert f"<h1>{words}</h1>" in page.content.decode()
    assert EMAIL in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_the_account_offers_the_data_by_a_button_that_sends_them(client):
    client.force_login(person())
    shown = client.get("/en/accounts/").content.decode()
    form = shown.partition('action="/en/accounts/take-away/"')[2].partition("</form>")[0]
    assert "<button" in form
    assert "<a " not in form


def test_name_and_language_change(client):
    user = person()
    client.force_login(user)
    done = client.post("/en/accounts/details/", {"name": " Mair ap Huw ", "language": "cy"})
    assert done.url == "/cy/accounts/"
    user.refresh_from_db()
    assert (user.name, user.language) == ("Mair ap Huw", "cy")
    event = Event.objects.get(kind="details-changed")
    assert (event.by, event.about, event.details) == (user.pseudonym, user.pseudonym, {})


@pytest.mark.parametrize("sent", [{"name": "", "language": "cy"}, {"name": "Mair", "language": "fr"}])
def test_what_will_not_do_changes_nothing(client, sent):
    user = person()
    client.force_login(user)
    assert 'class="error-summary"' in client.post("/en/accounts/details/", sent).content.decode()
    user.refresh_from_db()
    assert (user.name, user.language) == ("Mair Huws", "en")


def test_another_address_counts_once_its_code_was_typed(client):
    user = person()
    client.force_login(user)
    client.post("/en/accounts/email/", {"action_add": "1", "email": NEW})
    user.refresh_from_db()
    assert user.email == EMAIL
    client.post("/en/accounts/confirm-email/", {"code": code_in_mail()})
    user.refresh_from_db()
    assert user.email == NEW
    assert mail.outbox[-1].to == [EMAIL]  # the old address hears of it
    assert NEW in mail.outbox[-1].body
    assert not user.emailaddress_set.filter(email=EMAIL).exists()


def test_the_address_of_somebody_else_is_not_to_be_had(client):
    person(NEW, "Elin")
    user = person()
    client.force_login(user)
    client.post("/en/accounts/email/", {"action_add": "1", "email": NEW}, follow=True)
    client.post("/en/accounts/confirm-email/", {"code": code_in_mail()}, follow=True)  # read in their mail, say
    user.refresh_from_db()
    assert user.email == EMAIL
    assert user_with_email(NEW).name == "Elin"


def test_a_password_is_set_and_changed(client):
    user = person()
    client.force_login(user)
    client.post("/en/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    changed = {"oldpassword": PASSWORD, "password1": "rhywbeth arall hollol", "password2": "rhywbeth arall hollol"}
    client.post("/en/accounts/password/change/", changed)
    user.refresh_from_db()
    assert user.check_password("rhywbeth arall hollol")
    assert is_signed_in(client)
    assert [message.subject for message in mail.outbox] == [
        "Plethu: A password was set",
        "Plethu: Your password was changed",
    ]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"oldpassword": "x", "password1": "a b c d e f g", "password2": "a b c d e f g"}, "not the password you have"),
        ({"oldpassword": PASSWORD, "password1": "a b c d e f g", "password2": "other"}, "the same password each time"),
        ({"oldpassword": PASSWORD, "password1": "password1234", "password2": "password1234"}, "too common"),
    ],
)
def test_a_password_that_will_not_do(client, sent, words):
    user = person(password=PASSWORD)
    client.force_login(user)
    assert words in client.post("/en/accounts/password/change/", sent).content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
