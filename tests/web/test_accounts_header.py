"""The head of every page says whether one is signed in, and costs a visitor nothing."""

from __future__ import annotations

import pytest

from tests.web.accounts_cast import person

PAGES = ["", "about/", "actions/", "gallery/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_gets_no_session_and_pages_that_do_not_vary_by_cookie(client, page):
    """Without a database: a visitor's page asks nobody who they are."""
    response = client.get(f"/en/{page}")
    assert response.status_code == 200
    assert "plethu_session" not in response.cookies
    assert "Cookie" not in response.get("Vary", "")
    html = response.content.decode()
    assert ">Sign in</a>" in html
    assert "Sign out" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Your account"), ("cy", "Eich cyfrif")])
def test_who_is_signed_in_finds_their_account(client, language, words):
    client.force_login(person())
    response = client.get(f"/{language}/about/")
    html = response.content.decode()
    assert f'href="/{language}/accounts/"' in html
    assert f">{words}</a>" in html
    assert f'href="/{language}/accounts/logout/"' in html
    assert "Cookie" in response["Vary"]


@pytest.mark.django_db
def test_a_cookie_that_leads_nowhere_is_a_visitors(client):
    client.cookies["plethu_session"] = "x" * 32
    assert ">Sign in</a>" in client.get("/en/about/").content.decode()
