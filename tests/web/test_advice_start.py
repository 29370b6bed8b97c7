"""Where advice begins."""

from __future__ import annotations

import pytest

from plethu_web.frameworks.edition import examples_in
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_says_what_it_is_and_stores_nothing(language):
    visitor = Visitor(language)
    response = visitor.get()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in page(response)
    assert f"/{language}/advice/questions/you/" in page(response)
    assert "plethu_answers" not in response.cookies
    assert visitor.client.head(visitor.root).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_can_be_opened(language):
    examples = examples_in(language)
    assert len(examples) == 6
    for name, situation in examples.items():
        visitor = Visitor(language)
        assert situation.name in text(visitor.get()).replace("&#x27;", "'")
        response = visitor.post(f"examples/{name}/")
        assert response["Location"] == f"/{language}/advice/result/"
        assert visitor.situation() == situation


def test_an_example_there_is_not():
    assert Visitor().post("examples/paradise/").status_code == 404


def test_an_example_is_not_opened_by_looking():
    assert Visitor().get("examples/rural/").status_code == 405


def test_who_comes_back_is_told_that_the_answers_are_here():
    visitor = Visitor().opens("rural")
    assert "You have begun already" in text(visitor.get())


def test_forgetting():
    visitor = Visitor().opens("rural")
    response = visitor.post("forget/", follow=True)
    assert "Your answers are forgotten" in text(response)
    assert "You have begun already" not in text(response)
    assert visitor.situation().answers == {}


def test_forgetting_deletes_and_not_only_hides():
    visitor = Visitor().opens("rural")
    key = visitor.client.cookies["plethu_answers"].value
    visitor.post("forget/")
    visitor.client.cookies["plethu_answers"] = key
    assert visitor.situation().answers == {}


def test_forgetting_nothing_is_no_fault():
    assert Visitor().post("forget/").status_code == 302
