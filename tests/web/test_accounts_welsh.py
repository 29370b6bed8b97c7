"""Every page, mail and message of signing in is ours and in both languages: allauth itself has no Welsh."""

from __future__ import annotations

import re
from pathlib import Path

import allauth
import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.template.loader import get_template, render_to_string
from django.test import Client
from django.utils import timezone, translation

from plethu_web.accounts import allauth_words, invited
from plethu_web.accounts.adapter import Accounts, OtherAccounts, SecondSteps
from tests.web.accounts_cast import EMAIL, PASSWORD, ask_for_code, person, visible
from tests.web.test_accounts_keys import set_up
from tests.web.test_accounts_sign_up import fill_in, invite

THEIRS = Path(allauth.__file__).parent / "templates"
OURS = Path(invited.__file__).parents[1] / "templates"
SAME_IN_BOTH = re.compile(r"Plethu|English|Cymraeg|[\W\d]*|\S+@\S+|Mair Huws|127\.0\.0\.1|https?://\S+|API.*|Map")

VISITOR = [
    *("login/", "login/code/", "signup/", "password/reset/", "password/reset/done/", "password/reset/key/1-no-such/"),
    *("password/reset/key/done/", "inactive/", "elsewhere/login/error/", "elsewhere/login/cancelled/", "erased/"),
]
PERSON = [
    *("", "details/", "kept/", "erase/", "email/", "password/change/", "sessions/", "logout/", "elsewhere/"),
    *("keys/", "keys/webauthn/", "keys/webauthn/add/", "keys/totp/deactivate/", "keys/recovery-codes/"),
    *("keys/recovery-codes/generate/", "reauthenticate/", "keys/reauthenticate/"),
]
# Pages and mails of allauth that this site never shows, and why.
UNREACHED = {
    r"account/(.*phone.*)": "no telephone numbers",
    r"account/(signup_by_passkey|base_.*|snippets/.*)\.html": "not a page, or not used by ours",
    r"account/(email|email_confirm|verification_sent|verified_email_required)\.html": "a code confirms the address",
    r"account/confirm_password_reset_code\.html": "passwords are set by a link",
    r"account/email/(password_reset_code|unknown_account|email_deleted|email_confirm)_.*": "never sent",
    r"account/email/email_confirmation_signup_.*": "says what email_confirmation says",
    r"mfa/(trust|base_.*|.*/base|webauthn/signup_form|webauthn/snippets/login_script)\.html": "no page, or not used",
    r"mfa/recovery_codes/download\.txt": "codes alone",
    r"(usersessions|socialaccount)/base_.*": "not a page",
    r"socialaccount/(login_redirect\.html|snippets/(login|login_extra)\.html)": "not used by ours",
}


def english_left(english, welsh):
    return {text for text in visible(english) & visible(welsh) if not SAME_IN_BOTH.fullmatch(text)}


def both(client, page):
    pages = [client.get(f"/{language}/accounts/{page}", follow=True) for language in ("en", "cy")]
    assert all(response.status_code in (200, 401) for response in pages)
    assert all(html.content.decode().count("<h1") == 1 for html in pages)
    return [html.content.decode() for html in pages]


@pytest.mark.django_db
@pytest.mark.parametrize("page", VISITOR)
def test_pages_for_visitors(client, page):
    assert english_left(*both(client, page)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("page", PERSON)
def test_pages_for_who_is_signed_in(client, page):
    person(password=PASSWORD)
    set_up(client)
    english, welsh = both(client, page)
    assert english_left(english, welsh) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["password/set/", "keys/totp/activate/"])
def test_pages_for_who_has_no_password_and_no_app(client, page):
    client.force_login(person())
    assert english_left(*both(client, page)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "page", ["login/code/confirm/", "signup/", "confirm-email/", "keys/authenticate/", "key", "erase"]
)
def test_pages_in_the_midst_of_something(page):
    shown = [_in_the_midst(page, language) for language in ("en", "cy")]
    assert english_left(*shown) == set()


def _in_the_midst(page, language):
    client = Client()
    path = f"/{language}/accounts/{page}"
    if page == "login/code/confirm/":
        return ask_for_code(client, "none@example.org", language).content.decode()
    if page == "signup/":
        invite(client)
    if page == "confirm-email/":
        invite(client)
        return fill_in(client, language, email=f"{language}@example.org").content.decode()
    if page == "keys/authenticate/":
        user = person(password=PASSWORD)
        set_up(client)
        client = Client()
        client.post("/en/accounts/login/", {"login": EMAIL, "password": PASSWORD})
        html = client.get(path).content.decode()
        user.delete()
        return html
    if page in ("key", "erase"):
        user = person(f"{language}@example.org")
        if page == "erase":
            client.force_login(user)
            client.post(f"/{language}/accounts/erase/", {"send_code": "1"})
            return client.get(f"/{language}/accounts/erase/").content.decode()
        key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
        return client.get(f"/{language}/accounts/password/reset/key/{key}/", follow=True).content.decode()
    return client.get(path).content.decode()


SENT = sorted(
    path.relative_to(OURS).as_posix()
    for folder in ("account", "accounts", "mfa", "socialaccount")
    for path in (OURS / folder).rglob("email/*.txt")
    if "base_" not in path.name
)
SAID = sorted(path.relative_to(OURS).as_posix() for path in OURS.rglob("messages/*.txt") if path.read_text("utf-8"))


@pytest.mark.parametrize("template", SENT + SAID)
def test_mails_and_messages(template):
    context = {"code": "1234-5678", "ip": "127.0.0.1", "user_agent": "X", "timestamp": timezone.now()}
    texts = []
    for language in ("en", "cy"):
        with translation.override(language):
            texts.append(render_to_string(template, context).strip())
    english, welsh = ({line.strip() for line in text.splitlines() if len(line.split()) > 2} for text in texts)
    assert texts[0] != texts[1]
    assert texts[0]
    assert not english & welsh


def test_there_are_as_many_mails_as_we_think():
    assert len(SENT) == 32
    assert len(SAID) == 18


@pytest.mark.parametrize("name", sorted(p.relative_to(THEIRS).as_posix() for p in THEIRS.rglob("*.*") if p.is_file()))
def test_what_allauth_can_show_is_ours(name):
    folder = name.partition("/")[0]
    if folder in ("allauth", "idp", "openid") or any(re.fullmatch(never, name) for never in UNREACHED):
        return
    assert Path(get_template(name).origin.name).is_relative_to(OURS)


NEVER_SAID = {
    *("phone_password_mismatch", "phone_taken", "unknown_phone", "unknown_email", "select_only_one"),
    *("username_blacklisted", "username_password_mismatch", "username_taken"),
    *("cannot_remove_primary_email", "invalid_or_expired_key", "max_email_addresses"),
}


@pytest.mark.parametrize("adapter", [Accounts, OtherAccounts, SecondSteps])
def test_what_can_go_wrong_is_said_in_welsh(adapter):
    for code, words in adapter.error_messages.items():
        with translation.override("en"):
            english = str(words)
        with translation.override("cy"):
            assert code in NEVER_SAID or str(words) != english, code


@pytest.mark.parametrize("words", allauth_words.REACHED)
def test_sentences_of_allauth_that_can_be_met(words):
    with translation.override("cy"):
        assert translation.gettext(words) != words


@pytest.mark.django_db
def test_errors_of_forms_in_welsh(client):
    client.force_login(person(password=PASSWORD))
    sent = {"oldpassword": PASSWORD, "password1": "a b c d e f g h", "password2": "arall"}
    pages = [client.post(f"/{language}/accounts/password/change/", sent).content.decode() for language in ("en", "cy")]
    assert "each time" in pages[0]
    assert english_left(*pages) == set()
