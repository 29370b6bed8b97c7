"""Answering the questions, a page at a time."""

from __future__ import annotations

import pytest

from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.models import SavedSituation
from plethu_web.frameworks.steps import steps_of
from tests.web.advice_cast import LANGUAGES, Visitor, page, text

pytestmark = pytest.mark.django_db
STEPS = list(steps_of(current_edition()))


def test_there_is_a_page_for_each_of_the_editions_and_for_what_is_in_place():
    assert STEPS[:12] == [each.id for each in current_edition().pages]
    assert [f"in-place-{c.id}" for c in current_edition().categories] == STEPS[12:15]
    assert STEPS[15:] == ["have", "features", "factors", "difficulties", "capacity"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_every_page_of_questions_is_there(step, language):
    visitor = Visitor(language)
    response = visitor.get(f"questions/{step}/")
    assert response.status_code == 200
    assert page(response).count("<h1") == 1
    assert visitor.client.head(f"/{language}/advice/questions/{step}/").status_code == 200


def test_every_question_can_be_skipped():
    visitor = Visitor()
    for step, after in zip(STEPS, [*STEPS[1:], None], strict=True):
        response = visitor.answer(step)
        assert response["Location"] == (f"/en/advice/questions/{after}/" if after else "/en/advice/answers/")
    assert visitor.situation().answers == {}
    assert visitor.get("result/").status_code == 200


def test_one_answer():
    visitor = Visitor()
    assert visitor.answer("stage", answers__maturity="early").status_code == 302
    assert visitor.situation().answers == {"maturity": ("early",)}
    assert '<input type="radio" name="answers.maturity" value="early"' in page(visitor.get("questions/stage/"))
    assert 'value="early" id="id_answers.maturity_1" checked' in page(visitor.get("questions/stage/"))


def test_another_answer_takes_its_place():
    visitor = Visitor()
    visitor.answer("stage", answers__maturity="early")
    visitor.answer("stage", answers__maturity="mature")
    assert visitor.situation().answers == {"maturity": ("mature",)}


def test_not_sure_takes_an_answer_back():
    visitor = Visitor()
    visitor.answer("stage", answers__maturity="early")
    visitor.answer("stage", answers__maturity="")
    assert visitor.situation().answers == {}


def test_several_answers():
    visitor = Visitor()
    visitor.answer("partners", answers__partners=["health", "council"], answers__size="few")
    assert visitor.situation().answers == {"partners": ("council", "health"), "size": ("few",)}


def test_none_of_these_is_an_answer_and_nothing_chosen_is_not():
    visitor = Visitor()
    visitor.answer("money", answers__funding=["-"])
    assert visitor.situation().answers == {"funding": ()}
    assert 'value="-" id="id_answers.funding_10" checked' in page(visitor.get("questions/money/"))
    visitor.answer("money")
    assert visitor.situation().answers == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_of_these_and_some_of_them_is_sent_back(language):
    visitor = Visitor(language)
    response = visitor.answer("money", answers__funding=["-", "annual"])
    assert response.status_code == 400
    assert 'class="error-summary"' in page(response)
    assert '<a href="#id_answers.funding_0">' in page(response)
    assert "<title>" + {"en": "Error:", "cy": "Gwall:"}[language] in page(response).replace("\n", "")
    assert visitor.situation().answers == {}


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("stage", {"answers__maturity": "ancient"}),
        ("partners", {"answers__partners": ["council", "martians"]}),
        ("in-place-finance", {"in_place__grant-funding": "perhaps"}),
        ("have", {"have__early-invitation": "maybe"}),
        ("features", {"today__trust": "enormous"}),
        ("difficulties", {"difficulties": ["rain"]}),
        ("capacity", {"capacity": "endless"}),
        ("capacity", {"route": "backwards"}),
    ],
)
def test_an_answer_that_was_not_offered(step, answers):
    visitor = Visitor()
    response = visitor.answer(step, **answers)
    assert response.status_code == 400
    assert visitor.situation() == Visitor().situation()


def test_what_is_in_place():
    visitor = Visitor()
    visitor.answer("in-place-finance", **{"in_place__grant-funding": "started", "in_place__fundraising": "lapsed"})
    assert visitor.situation().in_place == {"grant-funding": "started", "fundraising": "lapsed"}


def test_what_one_has():
    visitor = Visitor()
    visitor.answer("have", **{"have__early-invitation": "true", "have__joint-mapping": "false"})
    assert visitor.situation().have == {"early-invitation": True, "joint-mapping": False}


def test_how_it_looks_today():
    visitor = Visitor()
    visitor.answer("features", today__trust="weak")
    visitor.answer("factors", **{"today__social-capital": "strong"})
    assert visitor.situation().today == {"trust": "weak", "social-capital": "strong"}


def test_what_is_going_wrong():
    visitor = Visitor()
    visitor.answer("difficulties", difficulties=["firefighting", "only-numbers"])
    assert visitor.situation().difficulties == ("firefighting", "only-numbers")


def test_nothing_is_going_wrong():
    visitor = Visitor()
    visitor.answer("difficulties", difficulties=["firefighting"])
    assert visitor.answer("difficulties", difficulties=["-", "firefighting"]).status_code == 400
    assert visitor.situation().difficulties == ("firefighting",)
    visitor.answer("difficulties", difficulties=["-"])
    assert visitor.situation().difficulties == ()


@pytest.mark.parametrize(("language", "first"), [("en", "W06000019"), ("cy", "W06000011")])
def test_council_areas_stand_by_name_as_the_reader_reads_it(language, first):
    shown = page(Visitor(language).get("questions/where/"))
    assert f'name="answers.place" value="{first}" id="id_answers.place_0"' in shown
    assert 'name="answers.place" value="-"' not in shown


def test_not_sure_which_way_is_the_usual_way():
    visitor = Visitor()
    visitor.answer("capacity", route="doing-first")
    visitor.answer("capacity", route="")
    assert visitor.situation().route == "purpose-first"


def test_how_much_and_which_way():
    visitor = Visitor()
    visitor.answer("capacity", capacity="little", route="doing-first")
    assert visitor.situation().capacity == "little"
    assert visitor.situation().route == "doing-first"


def test_name_and_aim_in_ones_own_words():
    visitor = Visitor()
    visitor.answer("purpose", purpose="Llai o unigrwydd\r\nyn y dref", name="Yr hen lyfrgell")
    assert visitor.situation().purpose == "Llai o unigrwydd\nyn y dref"
    assert visitor.situation().name == "Yr hen lyfrgell"
    assert "Advice for Yr hen lyfrgell" in text(visitor.get("result/"))


@pytest.mark.parametrize("words", ["a\0b", "a\u202eb", "a\x1bb", "x" * 601])
def test_words_that_hide_something_or_never_end(words):
    response = Visitor().answer("purpose", purpose=words)
    assert response.status_code == 400
    assert 'href="#id_purpose"' in page(response)


def test_what_is_typed_is_shown_as_text_and_never_as_a_page():
    visitor = Visitor()
    visitor.answer("purpose", purpose="<script>alert(1)</script>", name='"><img src=x>')
    for path in ("questions/purpose/", "answers/", "result/", "save/"):
        assert "<script>alert" not in page(visitor.get(path))
        assert "<img" not in page(visitor.get(path))


@pytest.mark.parametrize("step", STEPS)
def test_back_leads_to_the_page_before(step):
    before = STEPS[STEPS.index(step) - 1] if step != STEPS[0] else None
    expected = f"/en/advice/questions/{before}/" if before else "/en/advice/"
    assert f'class="back" href="{expected}"' in page(Visitor().get(f"questions/{step}/"))


def test_the_page_says_how_far_one_is():
    assert "question page 3 of 12" in text(Visitor().get("questions/purpose/"))
    assert "further page 1 of 8" in text(Visitor().get(f"questions/{STEPS[12]}/"))


def test_after_the_main_questions_one_sees_the_advice_or_goes_on():
    visitor = Visitor()
    last = text(visitor.get(f"questions/{STEPS[11]}/"))
    assert "Go on: 8 pages that make it sharper" in last
    assert "See the advice so far" not in last
    assert visitor.answer(STEPS[11], go="advice")["Location"] == "/en/advice/result/"
    assert visitor.answer(STEPS[11], go="on")["Location"] == f"/en/advice/questions/{STEPS[12]}/"
    assert "Go on:" not in text(visitor.get(f"questions/{STEPS[11]}/?from=answers"))


def test_stopping_at_any_page_to_see_the_advice():
    visitor = Visitor()
    response = visitor.answer("stage", answers__maturity="early", go="advice")
    assert response["Location"] == "/en/advice/result/"
    assert visitor.situation().answers == {"maturity": ("early",)}


def test_changing_one_answer_leads_back_to_all_of_them():
    visitor = Visitor()
    response = visitor.post("questions/stage/?from=answers", {"asked": "1", "answers.maturity": "early"})
    assert response["Location"] == "/en/advice/answers/"


def test_changing_the_language_keeps_what_is_chosen_but_not_yet_sent():
    visitor = Visitor("cy")
    response = visitor.answer("purpose", answers__purpose="shared", purpose="Llai o unigrwydd", switch_language="cy")
    assert response.status_code == 200
    assert '<html lang="cy">' in page(response)
    assert 'value="shared" id="id_answers.purpose_2" checked' in page(response)
    assert "Llai o unigrwydd" in page(response)
    assert 'class="error-summary"' not in page(response)
    assert visitor.situation().answers == {}


def test_a_page_of_questions_there_is_not():
    assert Visitor().get("questions/shoe-size/").status_code == 404
    assert Visitor().post("questions/shoe-size/").status_code == 404


def test_answers_belong_to_one_browser():
    one, other = Visitor(), Visitor()
    one.answer("stage", answers__maturity="early")
    other.answer("stage", answers__maturity="mature")
    assert one.situation().answers == {"maturity": ("early",)}
    assert other.situation().answers == {"maturity": ("mature",)}


def test_the_key_is_in_a_cookie_no_script_can_read_and_only_its_hash_is_stored():
    visitor = Visitor()
    visitor.answer("stage", answers__maturity="early")
    cookie = visitor.client.cookies["plethu_answers"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 24 * 60 * 60
    row = SavedSituation.objects.get()
    assert cookie.value not in f"{row.token_hash}{row.situation}"
    assert len(row.token_hash) == 64


def test_a_key_that_somebody_made_up_opens_nothing_and_is_not_taken():
    visitor = Visitor()
    visitor.client.cookies["plethu_answers"] = "made-up"
    visitor.answer("stage", answers__maturity="early")
    assert visitor.client.cookies["plethu_answers"].value != "made-up"


def test_the_form_has_to_come_from_our_page():
    visitor = Visitor(enforce_csrf_checks=True)
    assert visitor.answer("stage", answers__maturity="early").status_code == 403


def test_no_page_of_answers_is_kept_by_a_cache_or_found_by_a_search_engine():
    response = Visitor().get("questions/stage/")
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response["X-Robots-Tag"]


def test_a_page_of_questions_sent_without_its_fields_wipes_nothing_out():
    visitor = Visitor().opens("rural")
    before = visitor.situation()
    assert visitor.post("questions/stage/", {"go": "advice"}).status_code == 400
    assert visitor.situation() == before
