"""People for tests of signing in, and what they do again and again."""

from __future__ import annotations

import re

from django.core import mail

from plethu_web.accounts.actions import create_account

EMAIL = "mair@example.org"
PASSWORD = "sgidiau melyn ar y bryn"
WRONG = "0000-0001"


def person(email=EMAIL, name="Mair Huws", password=None, language="en"):
    """Somebody with an account; with a password if one is given."""
    user = create_account(email=email, name=name, by=None)
    user.language = language
    if password:
        user.set_password(password)
    user.save()
    return user


def ask_for_code(client, email=EMAIL, language="en", **extra):
    """Ask for a code on the page of signing in; the page that then asks for it."""
    return client.post(f"/{language}/accounts/login/code/", {"email": email, **extra}, follow=True)


def code_in_mail():
    """The code in the last mail."""
    return re.search(r"^\d{4}-\d{4}$", mail.outbox[-1].body, re.M)[0]


def type_code(client, code, language="en"):
    """Type a code where it is asked for."""
    return client.post(f"/{language}/accounts/login/code/confirm/", {"code": code}, follow=True)


def is_signed_in(client):
    """Whether the browser of this client is signed in."""
    return "_auth_user_id" in client.session


def visible(html):
    """The words of a page that a reader sees, without those marked as English."""
    html = re.sub(r"<(script|style|code)\b.*?</\1>|<(\w+)[^>]* lang=\"en\"[^>]*>.*?</\2>", " ", html, flags=re.S)
    return {" ".join(text.split()) for text in re.findall(r">([^<>]+)<", html) if text.strip()}


def alike(html, *names):
    """A page with what differs from visit to visit, and with these names, taken out."""
    for name in names:
        html = html.replace(name, "NAME")
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", html)
