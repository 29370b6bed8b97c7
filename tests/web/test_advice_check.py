"""Checking all answers before, or after, the advice."""

from __future__ import annotations

import pytest

from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.steps import steps_of
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", [None, "rural", "mature"])
def test_every_page_of_questions_has_a_link_to_change_it(example, language):
    visitor = Visitor(language)
    if example:
        visitor.opens(example)
    response = visitor.get("answers/")
    assert response.status_code == 200
    for step in steps_of(current_edition()):
        assert f'href="/{language}/advice/questions/{step}/?from=answers"' in page(response)


def test_the_answers_are_shown_in_words():
    visitor = Visitor()
    visitor.answer("stage", answers__maturity="early")
    visitor.answer("money", answers__funding=["-"])
    visitor.answer("in-place-finance", **{"in_place__grant-funding": "started"})
    visitor.answer("difficulties", difficulties=["firefighting"])
    visitor.answer("purpose", purpose="Fewer lonely people", name="")
    shown = text(visitor.get("answers/"))
    assert "It is new" in shown
    assert "None of these" in shown
    assert "Grant funding: Started" in shown
    assert "Not sure about the other 6" in shown
    assert "We are always firefighting" in shown
    assert "Fewer lonely people" in shown
    assert "Not sure about any of these" in shown


def test_a_change_made_from_there_is_seen_there():
    visitor = Visitor().opens("rural")
    visitor.post("questions/stage/?from=answers", {"asked": "1", "answers.maturity": "mature"})
    assert "It is well established" in text(visitor.get("answers/"))
