"""`plethu admin`: listing, inviting, promoting and erasing people from the server's command line."""

from __future__ import annotations

import re

import pytest

from plethu_web.accounts.actions import create_administrator
from plethu_web.accounts.models import User
from plethu_web.accounts.queries import user_with_email
from plethu_web.commands.admin import run
from plethu_web.reviews.actions.reviews import start_review
from tests.web.accounts_cast import EMAIL, PASSWORD, person

pytestmark = pytest.mark.django_db


def test_list(capsys):
    person()
    create_administrator(email="nia@example.org", password=None, by=None)
    assert run(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{EMAIL}\tMair Huws\t\d{{4}}-\d\d-\d\d", lines[0])
    assert lines[1].endswith("administers")


def test_invite_prints_a_link_that_sets_a_password(client, capsys):
    assert run(["invite", "--email", EMAIL, "--name", "Mair Huws"]) == 0
    link = re.search(r"https?://[^/]+(/\S+/key/\S+)", capsys.readouterr().out)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    user = user_with_email(EMAIL)
    assert user.check_password(PASSWORD)
    assert (user.name, user.is_staff) == ("Mair Huws", False)
    assert run(["invite", "--email", EMAIL]) == 1
    assert "There is an account" in capsys.readouterr().err


def test_promote_and_demote(capsys):
    person()
    assert run(["promote", "--email", EMAIL.upper()]) == 0
    assert user_with_email(EMAIL).is_superuser
    assert run(["demote", "--email", EMAIL]) == 0
    assert not user_with_email(EMAIL).is_staff
    assert "no longer administers" in capsys.readouterr().out


def test_erase_asks_first(capsys, settings, tmp_path, monkeypatch):
    settings.HOME = tmp_path
    user = person()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: "no")
    assert run(["erase", "--email", EMAIL]) == 1
    assert User.objects.get(pk=user.pk).erased is None
    monkeypatch.setattr("builtins.input", lambda prompt: "yes")
    assert run(["erase", "--email", EMAIL]) == 0
    assert User.objects.get(pk=user.pk).erased
    assert str(user.pseudonym) in (tmp_path / "erasures").read_text()


def test_erase_says_what_stands_in_the_way(capsys):
    start_review(by=person(), title="Community transport")
    assert run(["erase", "--email", EMAIL, "--yes"]) == 1
    assert "Community transport" in capsys.readouterr().err
    assert user_with_email(EMAIL)


@pytest.mark.parametrize("what", ["link", "promote", "demote", "erase"])
def test_for_nobody(capsys, what):
    assert run([what, "--email", EMAIL]) == 1
    assert f"There is no account for {EMAIL}." in capsys.readouterr().err
