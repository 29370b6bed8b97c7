"""English and Welsh: the bare address goes to the reader's language, and the choice is remembered."""

from __future__ import annotations

import pytest

COOKIE = "plethu_language"


@pytest.mark.parametrize(
    ("asked", "given"),
    [("cy", "/cy/"), ("cy-GB,en;q=0.5", "/cy/"), ("en-GB,en", "/en/"), ("fr", "/en/"), ("", "/en/"), ("*", "/en/")],
)
def test_the_bare_address_follows_the_browser(client, asked, given):
    response = client.get("/", headers={"accept-language": asked})
    assert response.status_code == 302
    assert response["Location"] == given
    assert "Accept-Language" in response["Vary"]
    assert "Cookie" in response["Vary"]


def test_reading_in_welsh_is_remembered(client):
    client.get("/cy/", headers={"accept-language": "en"})
    assert client.cookies[COOKIE].value == "cy"
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/cy/"


def test_going_back_to_english_is_remembered_too(client):
    client.get("/cy/", headers={"accept-language": "en"})
    client.get("/en/", headers={"accept-language": "en"})
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/en/"


def test_no_cookie_where_the_browser_asks_for_that_language_anyhow(client):
    client.get("/cy/", headers={"accept-language": "cy"})
    assert COOKIE not in client.cookies


def test_a_wrong_address_changes_no_choice(client):
    client.get("/cy/no/such/page/", headers={"accept-language": "en"})
    assert COOKIE not in client.cookies
