"""Situation files: taking answers away, and bringing them back. Files come from anybody."""

from __future__ import annotations

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from plethu_web.frameworks.edition import examples_in
from plethu_web.frameworks.models import SavedSituation
from tests.web.advice_cast import LANGUAGES, Visitor, a_file, page, text

pytestmark = pytest.mark.django_db
GOOD = 'name = "Ours"\n\n[answers]\nmaturity = "early"\n'


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", list(examples_in("en")))
def test_what_is_taken_away_can_be_brought_back(example, language):
    visitor = Visitor(language).opens(example)
    taken = visitor.get("answers/file/")
    assert taken["Content-Type"] == "application/toml"
    assert taken["Content-Disposition"].startswith('attachment; filename="')
    other = Visitor(language)
    assert other.post("", {"file": a_file(taken.content)})["Location"] == f"/{language}/advice/result/"
    assert other.situation() == visitor.situation()


def test_a_file_written_by_hand():
    visitor = Visitor()
    visitor.post("", {"file": a_file(GOOD)})
    assert visitor.situation().answers == {"maturity": ("early",)}


def test_a_file_takes_the_place_of_the_answers_given_before():
    visitor = Visitor().opens("rural")
    visitor.post("", {"file": a_file(GOOD)})
    assert visitor.situation().name == "Ours"
    assert SavedSituation.objects.count() == 1


BAD = {
    "not toml": ("maturity early", "1"),
    "unknown dimension": ('[answers]\nshoe-size = "9"\n', "2"),
    "unknown value": ('[answers]\nmaturity = "ancient"\n', "2"),
    "unknown field": ("\nshoe-size = 9\n", "2"),
    "wrong type": ("name = 5\n", "1"),
    "other edition": ('edition = "mars-2030"\n', "1"),
    "too many for a scale": ('[answers]\nmaturity = ["early", "mature"]\n', "2"),
    "a direction mark": ('name = "a\u202eb"\n', "1"),
    "a nul": ("name = 'a\0b'\n", "1"),
    "not text": (b"\xff\xfe\x00name", "1"),
    "a bad action": ('[in_place]\nworld-peace = "started"\n', "2"),
    "json, broken": ('{"name": ', "1"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_sent_back_with_line_and_reason(case, language):
    content, line = BAD[case]
    visitor = Visitor(language)
    response = visitor.post("", {"file": a_file(content, "ours.toml")})
    assert response.status_code == 400
    assert f'<html lang="{language}">' in page(response)
    assert 'href="#id_file"' in page(response)
    assert f"ours.toml, {'line' if language == 'en' else 'llinell'} {line}" in text(response)
    assert not SavedSituation.objects.exists()


def test_deep_and_large_files():
    visitor = Visitor()
    assert visitor.post("", {"file": a_file("a = " + "[" * 5000 + "]" * 5000)}).status_code == 400
    assert visitor.post("", {"file": a_file("# " + "x" * (300 * 1024))}).status_code == 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "compare/"])
def test_a_file_over_the_limit_of_the_site(path, language):
    sent = {"file": a_file("# " + "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE)}
    response = Visitor(language).post(path, sent)
    assert response.status_code == 413
    assert f'<html lang="{language}">' in page(response)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sending_without_a_file(language):
    response = Visitor(language).post("")
    assert response.status_code == 400
    assert 'href="#id_file"' in page(response)


def test_an_empty_file():
    assert Visitor().post("", {"file": a_file("")}).status_code == 400


def test_the_name_of_the_file_is_only_shown():
    response = Visitor().post("", {"file": a_file("nonsense", "<b>../../etc/passwd")})
    assert response.status_code == 400
    assert "<b>passwd" not in page(response)


@trials(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
def test_no_file_breaks_the_site(client, content):
    assert client.post("/en/advice/", {"file": a_file(content)}).status_code in (302, 400)


@trials(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from([*GOOD.splitlines(), "[have]", "x = 1", '"', "route = true", "[[overrides]]", "= ="])
    )
)
def test_no_near_miss_breaks_the_site(client, lines):
    assert client.post("/cy/advice/", {"file": a_file("\n".join(lines))}).status_code in (302, 400)
