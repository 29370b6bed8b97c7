"""Putting an action in another lane than the rule's, with a reason."""

from __future__ import annotations

import pytest

from tests.web.advice_cast import LANGUAGES, Visitor, page, text
from tests.web.test_advice_result import lane_of

pytestmark = pytest.mark.django_db
ACTION = "result/grant-funding/"


def moved(language: str = "en") -> Visitor:
    visitor = Visitor(language).opens("strained")
    assert visitor.post(ACTION, {"lane": "later", "reason": "Not our money"}).status_code == 302
    return visitor


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_lanes_and_the_reason_are_shown(language):
    visitor = moved(language)
    assert lane_of(visitor.get("result/"))["grant-funding"] == "later"
    for path in ("result/", ACTION):
        assert "Not our money" in text(visitor.get(path))
        assert {"en": "Now", "cy": "Nawr"}[language] in text(visitor.get(path))


def test_the_card_says_that_the_choice_is_ones_own_and_the_verdict_the_rules():
    shown = text(moved().get("result/"))
    assert "Your own choice: Later (Not our money); by the rule: Now" in shown
    assert "By the rule: Fits" in shown


@pytest.mark.parametrize(
    ("sent", "said"), [({"lane": "later"}, "Give a reason."), ({"reason": "So"}, "Choose a lane.")]
)
def test_an_error_names_its_field(sent, said):
    assert said in text(Visitor().post(ACTION, sent))


def test_the_choice_is_in_the_answers():
    override = moved().situation().overrides["grant-funding"]
    assert (override.lane, override.reason) == ("later", "Not our money")


def test_taking_it_back():
    visitor = moved()
    response = visitor.post(f"{ACTION}follow-rule/", follow=True)
    assert "where the rule puts it again" in text(response)
    assert lane_of(visitor.get("result/"))["grant-funding"] == "now"
    assert visitor.situation().overrides == {}


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"lane": "later"}, "reason"),
        ({"lane": "later", "reason": "  "}, "reason"),
        ({"reason": "Because"}, "lane"),
        ({"lane": "yesterday", "reason": "Because"}, "lane"),
        ({"lane": "keep-going", "reason": "Because"}, "lane"),
        ({"lane": "later", "reason": "a\u202eb"}, "reason"),
        ({"lane": "later", "reason": "x" * 601}, "reason"),
    ],
)
def test_without_a_lane_or_a_reason_it_is_sent_back(sent, field):
    visitor = Visitor().opens("strained")
    response = visitor.post(ACTION, sent)
    assert response.status_code == 400
    assert f'href="#id_{field}' in page(response)
    assert visitor.situation().overrides == {}


def test_changing_the_language_keeps_what_is_typed():
    response = Visitor("cy").post(ACTION, {"lane": "later", "reason": "Nid ein harian ni", "switch_language": "cy"})
    assert response.status_code == 200
    assert "Nid ein harian ni" in page(response)
    assert 'class="error-summary"' not in page(response)


def test_taking_back_is_not_done_by_looking():
    assert Visitor().get(f"{ACTION}follow-rule/").status_code == 405
    assert Visitor().post("result/world-peace/follow-rule/").status_code == 404
