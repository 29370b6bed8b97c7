"""Two situations side by side."""

from __future__ import annotations

import pytest

from plethu_web.frameworks.models import SavedSituation
from tests.web.advice_cast import LANGUAGES, Visitor, a_file, page, text

pytestmark = pytest.mark.django_db


def file_of(example: str) -> bytes:
    return Visitor().opens(example).get("answers/file/").content


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_present_answers_beside_a_file(language):
    visitor = Visitor(language).opens("new")
    response = visitor.post("compare/", {"second": a_file(file_of("mature"))})
    assert response.status_code == 200
    assert "Ten years on" in text(response)
    assert page(response).count("<table") == 2


def test_two_files():
    response = Visitor().post("compare/", {"first": a_file(file_of("rural")), "second": a_file(file_of("urban"))})
    assert "actions stand in another lane" in text(response)
    assert "Mostly rural" in text(response)
    assert "Mostly urban" in text(response)


def test_the_same_twice():
    response = Visitor().post("compare/", {"first": a_file(file_of("rural")), "second": a_file(file_of("rural"))})
    assert "0 actions stand in another lane" in text(response)
    assert "Both give the same answers" in text(response)


def test_ones_own_choices_are_marked():
    visitor = Visitor().opens("strained")
    visitor.post("result/grant-funding/", {"lane": "later", "reason": "Not our money"})
    assert "Later (own choice)" in text(visitor.post("compare/", {"second": a_file(file_of("strained"))}))


def test_nothing_of_the_files_is_kept():
    visitor = Visitor()
    files = {"first": a_file(file_of("rural")), "second": a_file(file_of("urban"))}
    before = SavedSituation.objects.count()
    visitor.post("compare/", files)
    assert SavedSituation.objects.count() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["first", "second"])
def test_a_bad_file_is_named(field, language):
    files = {
        "first": a_file(file_of("rural")),
        "second": a_file(file_of("urban")),
        field: a_file("nonsense", "bad.toml"),
    }
    response = Visitor(language).post("compare/", files)
    assert response.status_code == 400
    assert f'href="#id_{field}"' in page(response)
    assert "bad.toml" in text(response)


def test_a_second_file_is_needed():
    assert Visitor().post("compare/").status_code == 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_before_comparing(language):
    assert Visitor(language).get("compare/").status_code == 200
