"""Reading a situation somebody gives us: read in full, or refused with file, line and field. Never a crash."""

import tomllib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.advising import advise
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.schemas import schema_of
from plethu.framework.situation import Situation
from plethu.framework.situation_file import LARGEST, read_situation, write_situation

EDITION = default_edition()
GOOD = """# where we are
edition = "multisector-wales-2024"
name = "Llŷn"
[answers]
maturity = "early"
partners = ["council", "health"]
[in_place]
information-gathering = "started"
[have]
early-invitation = true
[overrides]
grant-funding = { lane = "now", reason = "money is there" }
"""


def problem(text: str | bytes) -> Problem:
    with pytest.raises(BadInput) as caught:
        read_situation(text.encode() if isinstance(text, str) else text, "s.toml", EDITION)
    return caught.value.problems[0]


def test_a_scale_may_stand_without_brackets() -> None:
    assert read_situation(GOOD.encode(), "s.toml", EDITION).answers["maturity"] == ("early",)


def test_a_byte_order_mark_and_windows_lines_are_read() -> None:
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read_situation(data, "s.toml", EDITION).name == "Llŷn"


def test_json_is_read_as_well() -> None:
    situation = read_situation(GOOD.encode(), "s.toml", EDITION)
    assert read_situation(msgspec.json.encode(situation), "s.json", EDITION) == situation


def test_a_name_that_stands_twice_in_json_is_refused() -> None:
    found = problem('{"answers":\n {"maturity": ["early"],\n "maturity": ["mature"]}}')
    assert (found.code, found.field, found.line) == ("name-twice", "maturity", 3)


@pytest.mark.parametrize(
    ("old", "new", "code", "field", "line"),
    [
        ('maturity = "early"', 'maturity = "erly"', "unknown-value", "answers.maturity", 5),
        ('maturity = "early"', 'maturity = ["early", "mature"]', "one-value", "answers.maturity", 5),
        ('maturity = "early"', "maturity = 3", "wrong-type", "answers", 4),
        ('maturity = "early"', 'ripeness = "early"', "unknown-dimension", "answers.ripeness", 5),
        ('information-gathering = "started"', 'information-gathering = "begun"', "unknown-value", "in_place", 7),
        ('information-gathering = "started"', 'gathering = "started"', "unknown-id", "in_place.gathering", 8),
        ("early-invitation = true", 'early-invitation = "true"', "wrong-type", "have", 9),
        ('name = "Llŷn"', 'nom = "Llŷn"', "unknown-field", "nom", 3),
        ('name = "Llŷn"', 'name = "Ll\x00n"', "hidden-character", "", 3),
        ('name = "Llŷn"', 'name = "\u202eLl"', "hidden-character", "", 3),
        ('name = "Llŷn"', f'name = "{"x" * 2001}"', "text-too-long", "name", 3),
        ('name = "Llŷn"', 'name = "Llŷn', "not-toml", "", 3),
        ('"multisector-wales-2024"', '"elsewhere-2030"', "other-edition", "edition", 2),
        ('lane = "now"', 'lane = "never"', "unknown-value", "overrides", 11),
    ],
)
def test_what_is_wrong_is_named_with_line_and_field(old: str, new: str, code: str, field: str, line: int) -> None:
    assert old in GOOD
    found = problem(GOOD.replace(old, new))
    assert (found.code, found.file) == (code, "s.toml")
    assert found.field.startswith(field)
    assert abs(found.line - line) <= 1


@pytest.mark.parametrize("escape", ["\\u0000", "\\u001b[2J", "\\u007f", "\\u202e", "\\u2066", "\\b"])
@pytest.mark.parametrize(
    "text", ['name = "a{}"', '[overrides]\ngrant-funding = {{ lane = "now", reason = "{}" }}', '{{"name": "{}"}}']
)
def test_a_hidden_character_written_as_an_escape_is_refused_too(text: str, escape: str) -> None:
    assert problem(text.format(escape)).code == "hidden-character"


def test_numbers_too_long_and_half_characters_are_refused() -> None:
    assert problem(f"name = {'9' * 5000}").code == "not-toml"
    assert problem('{"name": "\\ud800"}').code == "not-json"


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    assert problem(b"#" * (LARGEST + 1)).code == "file-too-large"


@pytest.mark.parametrize("text", ["a = " + "[" * 20_000, '{"a":' * 20_000, "[" * 20_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert problem(text).code in ("too-deep", "not-json", "not-toml")


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    found = problem(b'# fine\nname = "\xff\xfe"\n')
    assert (found.code, found.line) == ("not-utf8", 2)


def test_every_problem_is_told_at_once() -> None:
    text = GOOD.replace('"early"', '"erly"').replace('"health"', '"helth"')
    with pytest.raises(BadInput) as caught:
        read_situation(text.encode(), "s.toml", EDITION)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("hostile", ["=1+1", '"quoted"', "back\\slash", "new\nline", "'''", "ŵŷ😀", "a = 1\n[answers]"])
def test_any_name_survives_the_file(hostile: str) -> None:
    situation = Situation(name=hostile, purpose=hostile)
    assert read_situation(write_situation(situation).encode(), "s.toml", EDITION) == situation


def test_the_examples_and_their_advice_meet_the_published_schemas() -> None:
    of_situation = Draft202012Validator(schema_of("situation"))
    of_advice = Draft202012Validator(schema_of("advice"))
    for situation in example_situations(EDITION).values():
        assert [*of_situation.iter_errors(msgspec.json.decode(msgspec.json.encode(situation)))] == []
        assert [*of_situation.iter_errors(tomllib.loads(write_situation(situation)))] == []
        advice = msgspec.json.decode(msgspec.json.encode(advise(EDITION, situation)))
        assert [*of_advice.iter_errors(advice)] == []


def test_the_schema_allows_a_scale_without_brackets_as_the_reader_does() -> None:
    assert [*Draft202012Validator(schema_of("situation")).iter_errors(tomllib.loads(GOOD))] == []


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_anything_at_all_is_read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(read_situation(data, "s.toml", EDITION), Situation)
    except BadInput as error:
        assert error.problems


scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
values = st.recursive(
    scalars, lambda v: st.one_of(st.lists(v, max_size=3), st.dictionaries(st.text(max_size=8), v, max_size=3))
)
keys = st.sampled_from(
    ["edition", "name", "route", "answers", "in_place", "have", "today", "overrides", "difficulties", "x"]
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(keys, values, max_size=5))
def test_any_values_in_the_right_places_are_read_or_refused(given_values: dict[str, object]) -> None:
    try:
        read_situation(msgspec.json.encode(given_values), "s.json", EDITION)
    except BadInput as error:
        assert error.problems
