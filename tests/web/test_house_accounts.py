"""The first administrator: made by a command, lets a password be set by a link, signs in."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from plethu_web.accounts.actions import AlreadyThere, create_account, create_administrator, make_password_link
from plethu_web.accounts.models import Event, User
from plethu_web.accounts.queries import has_administrator, user_with_email
from plethu_web.commands.admin import run

pytestmark = pytest.mark.django_db

EMAIL = "nia@example.org"
PASSWORD = "sgidiau melyn ar y bryn"


def make(password=PASSWORD, email=EMAIL):
    return create_administrator(email=email, password=password, by=None)


def link_in(text):
    return re.search(r"https?://[^/]+(/\S+)", text)[1]


def set_password(client, link, password):
    form = client.get(link, follow=True)
    return client.post(
        form.redirect_chain[-1][0] if form.redirect_chain else link,
        {"password1": password, "password2": password},
        follow=True,
    )


def test_an_administrator_signs_in(client):
    assert not has_administrator()
    make()
    assert has_administrator()
    asked = client.get("/admin/accounts/user/", follow=True)
    assert [address.partition("?")[0] for address, _status in asked.redirect_chain] == [
        "/admin/login/",
        "/en/accounts/login/",
    ]
    where = asked.redirect_chain[-1][0]
    signed_in = client.post(where, {"login": "NIA@example.org", "password": PASSWORD}, follow=True)
    assert signed_in.redirect_chain[-1][0] == "/admin/accounts/user/"
    assert client.get("/admin/accounts/user/").status_code == 200


def test_who_does_not_administer_is_kept_out_of_the_administration(client):
    client.force_login(create_account(email="ari@example.org", name="Ari", by=None))
    assert client.get("/admin/", follow=True).status_code == 403


def test_what_was_done_is_written_down_without_an_address():
    user = make()
    event = Event.objects.get()
    assert (event.kind, event.about, event.by) == ("administrator-made", user.pseudonym, None)
    assert EMAIL not in str(event)


def test_one_account_for_an_address_whatever_its_capitals():
    make()
    with pytest.raises(AlreadyThere):
        make(email=" Nia@Example.org ")
    assert User.objects.count() == Event.objects.count() == 1
    assert user_with_email("NIA@EXAMPLE.ORG") is not None


def test_the_database_itself_holds_one_account_for_an_address():
    make()
    with pytest.raises(IntegrityError):
        User.objects.create(email="NIA@example.org")


@pytest.mark.parametrize(("email", "password"), [("nia", PASSWORD), (EMAIL, "short"), (EMAIL, "123456789012345")])
def test_what_will_not_do_leaves_nothing_behind(email, password):
    with pytest.raises(ValidationError):
        make(email=email, password=password)
    assert not User.objects.exists()
    assert not Event.objects.exists()


def test_a_link_works_once(client):
    user = make(password=None)
    link = make_password_link(user=user, by=None)
    assert b"password" in set_password(client, link, PASSWORD).content
    assert client.login(username=EMAIL, password=PASSWORD)
    assert b"no longer works" in client.get(link).content


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_wrong_link(client, language):
    response = client.get(f"/{language}/accounts/password/reset/key/1-no-such-token/")
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()
    assert "password1" not in response.content.decode()


def test_a_weak_password_is_refused_with_the_reason(client):
    link = make_password_link(user=make(password=None), by=None)
    page = set_password(client, link, "password1234").content.decode()
    assert "This password is too common." in page


def test_in_welsh(client):
    link = make_password_link(user=make(password=None), by=None).replace("/en/", "/cy/")
    page = set_password(client, link, "short").content.decode()
    assert "o leiaf 12 nod" in page


def test_asking_for_a_link_by_email(client):
    make()
    response = client.post("/en/accounts/password/reset/", {"email": EMAIL}, follow=True)
    assert "Look in your email" in response.content.decode()
    [message] = mail.outbox
    assert b"password" in set_password(client, link_in(message.body), "rhywbeth arall hollol").content
    assert client.login(username=EMAIL, password="rhywbeth arall hollol")


def test_asking_does_not_tell_whether_there_is_an_account(client):
    make()
    known = client.post("/en/accounts/password/reset/", {"email": EMAIL}, follow=True)
    unknown = client.post("/en/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert known.content.decode() == unknown.content.decode()
    assert len(mail.outbox) == 1


def test_the_command_with_a_password_file(tmp_path, capsys):
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    assert run(["create", "--email", EMAIL, "--password-file", str(file)]) == 0
    assert f"{settings.BASE_URL}/admin/" in capsys.readouterr().out
    assert user_with_email(EMAIL).check_password(PASSWORD)


def test_the_command_with_a_link(client, capsys):
    assert run(["create", "--email", EMAIL, "--link"]) == 0
    assert b"password" in set_password(client, link_in(capsys.readouterr().out.split("\n", 1)[1]), PASSWORD).content
    assert client.login(username=EMAIL, password=PASSWORD)


def test_the_command_at_a_keyboard(monkeypatch):
    answers = iter([PASSWORD, "a slip", PASSWORD, PASSWORD])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    assert run(["create", "--email", EMAIL]) == 0
    assert user_with_email(EMAIL).check_password(PASSWORD)


def test_a_new_link_for_who_forgot(client, capsys):
    make()
    assert run(["link", "--email", EMAIL]) == 0
    assert b"password" in set_password(client, link_in(capsys.readouterr().out), "rhywbeth arall hollol").content
    assert client.login(username=EMAIL, password="rhywbeth arall hollol")


def test_what_the_command_cannot_do_it_says(tmp_path, capsys):
    assert run(["link", "--email", EMAIL]) == 1
    assert "no account" in capsys.readouterr().err
    make()
    assert run(["create", "--email", EMAIL, "--link"]) == 1
    assert "plethu admin link" in capsys.readouterr().err
    assert run(["create", "--email", "a@example.org", "--password-file", str(tmp_path / "none")]) == 1
    assert "No such file" in capsys.readouterr().err
    with pytest.raises(SystemExit) as wrong:
        run(["create"])
    assert wrong.value.code == 2


def test_events_cannot_be_changed_in_the_administration(client):
    make()
    client.login(username=EMAIL, password=PASSWORD)
    event = Event.objects.get()
    assert client.get("/admin/accounts/event/").status_code == 200
    assert client.get("/admin/accounts/event/add/").status_code == 403
    assert client.post(f"/admin/accounts/event/{event.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"/admin/accounts/event/{event.pk}/change/", {"kind": "link-made"}).status_code == 403


def test_the_sign_in_page_knows_the_way_to_a_new_password(client):
    assert "/en/accounts/password/reset/" in client.get("/en/accounts/login/").content.decode()
