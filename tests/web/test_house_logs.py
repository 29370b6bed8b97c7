"""No query string and no private link ever stands in a log."""

from __future__ import annotations

import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu_web.config.logs import PrivateFormatter, without_secrets

TOKEN = "Zk3_9aQxL0-vTt7RbNw2yA"


@pytest.mark.parametrize(
    ("logged", "kept"),
    [
        ("Not Found: /en/advice/?maturity=early&q=my+village", "Not Found: /en/advice/?[cut]"),
        (f"Internal Server Error: /en/advice/saved/{TOKEN}/", "Internal Server Error: /en/advice/saved/[private]/"),
        (
            f"GET /cy/accounts/password/reset/key/1-{TOKEN}/?next=/a HTTP/1.1",
            "GET /cy/accounts/password/reset/key/[private]/?[cut] HTTP/1.1",
        ),
        (f"https://example.org/en/s/{TOKEN}", "https://example.org/en/s/[private]"),
        ("/en/actions/develop-shared-purpose-together/", "/en/actions/develop-shared-purpose-together/"),
        ("Error: /en/room/enter/abcdefghijklmnopqrstuv/", "Error: /en/room/enter/[private]/"),
        ("Error: /cy/room/kestrelway/state/", "Error: /cy/room/[private]/state/"),
        ("Error: /en/workshops/register/kestrelway/", "Error: /en/workshops/register/[private]/"),
        ("Error: /en/workshops/yours/abcdefghijklmnopqrstuv/change/", "Error: /en/workshops/yours/[private]/change/"),
        ("Is this a question? Yes.", "Is this a question? Yes."),
    ],
)
def test_what_is_taken_out(logged, kept):
    assert without_secrets(logged) == kept


@given(st.binary(min_size=16, max_size=40))
def test_no_token_of_ours_passes(data):
    import base64

    token = base64.urlsafe_b64encode(data).decode().rstrip("=")
    if any(sign.isdigit() or sign.isupper() for sign in token):
        assert token not in without_secrets(f"Internal Server Error: /en/advice/saved/{token}/")


def test_tracebacks_too():
    try:
        raise ValueError(f"/en/advice/saved/{TOKEN}/?who=me")
    except ValueError:
        record = logging.LogRecord("django", logging.ERROR, "", 0, "Error: %s", ("/en/?a=secret",), sys.exc_info())
    text = PrivateFormatter("%(message)s").format(record)
    assert "ValueError" in text
    assert not any(secret in text for secret in (TOKEN, "secret", "who=me"))
