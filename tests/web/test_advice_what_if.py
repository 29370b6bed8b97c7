"""What if: trying another answer, and keeping it."""

from __future__ import annotations

import pytest

from plethu.framework.advice import Change
from plethu_web.frameworks.changes import NoSuchChange, read_change, write_change
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.questions import every_question
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db
ANOTHER_STAGE = "what-if/?ask=answers.maturity&answers.maturity=mature"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", list(every_question(current_edition())))
def test_every_answer_can_be_tried(question, language):
    response = Visitor(language).get(f"what-if/?ask={question}")
    assert response.status_code == 200
    assert f'name="{question}"' in page(response)


def test_the_result_page_offers_it():
    assert 'action="/en/advice/what-if/#what-if"' in page(Visitor().get("result/"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_actions_that_move_are_listed_with_both_lanes(language):
    visitor = Visitor(language).opens("new")
    response = visitor.get(ANOTHER_STAGE)
    assert 'class="difference"' in page(response)
    assert f'href="/{language}/advice/result/' in page(response)


def test_the_answer_of_now_is_said_and_money_is_named_once():
    visitor = Visitor()
    visitor.answer("stage", answers__maturity="mature")
    shown = visitor.get("what-if/?ask=answers.maturity")
    assert "Your answer now: It is well established" in text(shown)
    assert page(shown).count(">Money</option>") == 1
    assert ">Today: Money</option>" in page(shown)


def test_looking_changes_nothing():
    visitor = Visitor().opens("new")
    before = visitor.situation()
    visitor.get(ANOTHER_STAGE)
    assert visitor.situation() == before


def test_an_answer_that_moves_nothing_says_so():
    response = Visitor().get("what-if/?ask=route&route=purpose-first")
    assert "No action moves" in text(response)


def test_keeping_the_change():
    visitor = Visitor().opens("new")
    response = visitor.post("what-if/keep/", {"change": "answers:maturity:mature"}, follow=True)
    assert "Your answer is changed" in text(response)
    assert visitor.situation().answers["maturity"] == ("mature",)


def test_keeping_several_changes_at_once():
    visitor = Visitor()
    visitor.post("what-if/keep/", {"change": ["in_place:grant-funding:started", "have:early-invitation:true"]})
    assert visitor.situation().in_place == {"grant-funding": "started"}
    assert visitor.situation().have == {"early-invitation": True}


def test_the_least_change_for_a_later_action_can_be_tried_and_kept():
    visitor = Visitor().opens("strained")
    response = visitor.get("result/liaison-roles-and-referral-pathways/")
    assert "What would bring it forward" in text(response)
    changes = page(response).split('<input type="hidden" name="change" value="')[1:]
    values = [part.partition('"')[0] for part in changes]
    tried = visitor.get("what-if/", data={"change": values})
    assert "Liaison roles and referral pathways" in text(tried)
    assert "Next" in text(tried)
    visitor.post("what-if/keep/", {"change": values})
    assert "lane--next" in page(visitor.get("result/"))


def test_none_and_some_cannot_both_be_tried():
    response = Visitor().get("what-if/?ask=answers.funding&answers.funding=-&answers.funding=annual")
    assert response.status_code == 400
    assert 'class="error-summary"' in page(response)


@pytest.mark.parametrize(
    "query",
    [
        "change=nonsense",
        "change=answers:maturity:ancient",
        "change=answers:shoe-size:9",
        "change=answers:maturity:early|mature",
        "change=in_place:world-peace:started",
        "change=in_place:grant-funding:perhaps",
        "change=have:early-invitation:maybe",
        "change=today:trust:enormous",
        "change=route::backwards",
        "change=overrides:grant-funding:now",
        "&".join(["change=answers:maturity:early"] * 6),
        "change=" + "x" * 5000,
    ],
)
def test_a_change_that_cannot_be(query):
    visitor = Visitor()
    assert visitor.get(f"what-if/?{query}").status_code == 400
    values = [part.partition("=")[2] for part in query.split("&")]
    assert visitor.post("what-if/keep/", {"change": values}).status_code == 400


def test_a_question_there_is_not():
    assert Visitor().get("what-if/?ask=shoe-size").status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        Change("answers", "maturity", "early"),
        Change("answers", "funding", "annual|project"),
        Change("answers", "funding", "|"),
        Change("answers", "maturity", ""),
        Change("in_place", "grant-funding", "lapsed"),
        Change("have", "early-invitation", "true"),
        Change("today", "trust", "strong"),
        Change("route", "", "doing-first"),
    ],
)
def test_a_change_is_read_back_as_it_was_written(change):
    assert read_change(write_change(change), current_edition()) == change


def test_there_is_no_going_back_to_an_unsaid_route():
    with pytest.raises(NoSuchChange):
        read_change("route::", current_edition())
