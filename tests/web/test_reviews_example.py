"""The worked example on the site: a review that begins with the report's protocol."""

from __future__ import annotations

from html import unescape

import pytest

from plethu.framework.editions import example_protocol
from plethu_web.accounts.models import Event
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.protocol import draft_in
from plethu_web.reviews.roles import Role

from .cast import a_review, browser_of, in_role, somebody

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


def test_a_button_makes_a_review_with_it():
    client = browser_of(somebody())
    assert "Start from the worked example" in page(client.get("/en/reviews/start/"))
    response = client.post("/en/reviews/start/example/")
    review = Review.objects.get()
    assert response["Location"] == f"/en/reviews/{review.slug}/protocol/"
    assert draft_in(review).protocol == example_protocol()
    assert set(Event.objects.values_list("kind", flat=True)) == {"review-started", "protocol-changed"}
    shown = page(client.get(response["Location"]))
    for words in ("Academic research", "Two or more different periods are given.", "2013-01/2020-03", "2010/2020"):
        assert words in shown
    assert "No fluent person has read" not in shown


def test_its_welsh_says_that_it_is_a_draft():
    client = browser_of(somebody())
    client.post("/en/reviews/start/example/")
    shown = page(client.get(f"/cy/reviews/{Review.objects.get().slug}/protocol/"))
    assert "notice--draft" in shown
    assert "Ymchwil academaidd" in shown
    assert "&amp;#x27;" not in client.get(f"/cy/reviews/{Review.objects.get().slug}/protocol/").content.decode()


def test_it_fills_an_empty_draft_and_never_one_in_which_something_is_written():
    review = a_review()
    client = browser_of(in_role(review, Role.REVIEWER))
    path = f"/en/reviews/{review.slug}/protocol/"
    assert "Start from the worked example" in page(client.get(path))
    client.post(f"{path}example/")
    client.post(f"{path}part/question/", {"question": "Ours", "based_on": "1"})
    client.post(f"{path}example/")
    assert draft_in(review).protocol.question.en == "Ours"


def test_who_is_not_signed_in_starts_nothing(client):
    assert client.post("/en/reviews/start/example/").status_code == 302
    assert not Review.objects.exists()
