"""Mistakes that other programs make with searches, each run here: what is meant stays, or the change is said."""

from __future__ import annotations

import pytest

from plethu.searching.changes import Change
from plethu.searching.cleaning import clean
from plethu.searching.faults import Unreadable
from plethu.searching.platforms import READABLE
from plethu.searching.reading import parse, read
from plethu.searching.running.text import Text
from plethu.searching.running.verifying import verify
from plethu.searching.tree import Dated, Near, Phrase, Word, walk
from plethu.searching.writing import write

from .shapes import shape


def through(text: str, source: str, target: str) -> str:
    return write(parse(text, source), target).text


def codes(text: str, source: str, target: str) -> set[str]:
    return {note.code for note in write(parse(text, source), target).notes}


@pytest.mark.parametrize("id", READABLE)
def test_a_distance_written_for_its_own_platform_keeps_its_number(id):
    tree = Near((Word(("community",)), Word(("action",))), 2)
    text = write(tree, id).text
    inner = next(node for node in walk(parse(text, id)) if isinstance(node, Near))
    assert inner.k == 2
    assert write(parse(text, id), id).text == text


def test_a_group_beside_a_distance_becomes_pairs_and_no_operator_becomes_a_word():
    text = through("TI (community N2 (manag OR run))", "ebsco", "pubmed")
    assert text == '"community manag"[ti:~2] OR "community run"[ti:~2]'


def test_no_open_end_stands_inside_a_distance_of_pubmed_which_would_ignore_it():
    tree = parse("TI (community N2 manag*)", "ebsco")
    written = write(tree, "pubmed")
    assert written.text == "community[ti] AND manag*[ti]"
    assert Change.WIDER in written.effects
    assert '"community manage"[ti:~2]' in write(tree, "pubmed", words=["manage", "managed"]).text


def test_a_phrase_beside_a_distance_is_never_quoted_twice():
    written = write(parse('positive N3 "mental health"', "ebsco"), "pubmed")
    assert '""' not in written.text
    assert parse(written.text, "pubmed") == written.tree
    assert "phrase-in-window" in {note.code for note in written.notes}


@pytest.mark.parametrize(
    ("target", "text"), [("wos", "community NEAR/2 action"), ("pubmed", '"community action"[tiab:~2]')]
)
def test_an_order_that_cannot_be_said_is_noted_and_no_operator_is_made_up(target, text):
    assert through("community W2 action", "ebsco", target) == text
    assert "order-lost" in codes("community W2 action", "ebsco", target)


@pytest.mark.parametrize(
    ("source", "typed", "target", "text"),
    [
        ("ebsco", "behavio#r", "wos", "behavio$r"),
        ("ebsco", "wom?n", "ovid", "wom#n"),
        ("ovid", "wom#n", "wos", "wom?n"),
        ("wos", "colo$r", "ebsco", "colo#r"),
        ("wos", "colo$r", "pubmed", "colo*"),
    ],
)
def test_wildcards_are_said_in_the_signs_of_the_platform(source, typed, target, text):
    assert through(typed, source, target) == text


@pytest.mark.parametrize(
    ("source", "typed", "target", "text"),
    [
        ("pubmed", '"Community Participation"[Mesh]', "ebsco", 'MH "Community Participation+"'),
        ("pubmed", '"Community Participation"[Mesh:NoExp]', "ebsco", 'MH "Community Participation"'),
        ("ebsco", 'MH "Community Participation+"', "pubmed", '"Community Participation"[Mesh]'),
        ("ebsco", 'MH "Community Participation"', "ovid", "Community Participation/"),
        ("ebsco", 'MM "Community Participation+"', "ovid", "exp *Community Participation/"),
    ],
)
def test_a_heading_stays_exploded_or_not(source, typed, target, text):
    assert through(typed, source, target) == text


def test_a_heading_on_a_platform_without_it_is_impossible_and_nothing_crashes():
    written = write(parse('MH "Community Participation+"', "ebsco"), "wos")
    assert written.text == ""
    assert [note.code for note in written.notes] == ["heading-impossible"]


def test_no_year_of_a_range_is_lost():
    assert through("2020:2023[dp]", "pubmed", "wos") == "PY=2020-2023"
    assert parse("PY=2020-2023", "wos") == Dated("2020", "2023")


def test_three_words_in_one_stretch_are_no_choice_of_two():
    written = write(parse('"community action plan"[tiab:~2]', "pubmed"), "wos")
    text = Text("r", {"title": "community action"})
    assert written.tree is not None
    assert not verify(written.tree, text)
    assert "window-to-distances" in {note.code for note in written.notes}


def test_groups_on_both_sides_of_a_distance():
    assert shape(parse("(a OR b) NEAR/2 (c OR d)", "wos")) == "((a | b) ~2 (c | d))"
    assert through("(a OR b) NEAR/2 (c OR d)", "wos", "embase") == "(a OR b) NEAR/3 (c OR d)"


def test_an_open_word_begins_at_the_beginning_of_a_word():
    allocated = Text("r", {"title": "Resources allocated"})
    assert not verify(parse("TI cat*", "ebsco"), allocated)
    assert verify(parse("TI allocat*", "ebsco"), allocated)
    assert verify(parse('TI ((allocat* OR give) N1 ("resources" OR money))', "ebsco"), allocated)


def test_the_source_is_named_and_a_field_is_no_word():
    assert shape(parse("TI community", "ebsco")) == "title:community"
    assert through("colo#r", "ebsco", "ebsco") == "colo#r"
    assert through("TS=(a NEAR/2 b)", "wos", "wos") == "TS=(a NEAR/2 b)"
    assert through("TITLE-ABS-KEY(a AND b)", "scopus", "scopus") == "TITLE-ABS-KEY(a AND b)"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("ovid", "community adj3 (action or activism)"),
        ("ebsco", "community N2 (action OR activism)"),
        ("scopus", "community W/2 (action OR activism)"),
    ],
)
def test_a_distance_with_a_stroke_stays_one_operator(target, text):
    assert through("community w/2 (action OR activism)", "scopus", target) == text


def test_the_digit_is_not_copied_where_platforms_count_otherwise():
    assert through("a N2 b", "ebsco", "ovid") == "a adj3 b"
    assert through("a N2 b", "ebsco", "embase") == "a NEAR/3 b"
    assert through("a adj3 b", "ovid", "ebsco") == "a N2 b"
    assert through("a adj3 b", "ovid", "wos") == "a NEAR/2 b"
    assert through("a adj3 b", "ovid", "scopus") == "a W/2 b"


@pytest.mark.parametrize(
    ("source", "typed", "target", "text"),
    [
        ("ebsco", "a W2 b", "scopus", "a PRE/2 b"),
        ("ebsco", "a W2 b", "embase", "a NEXT/3 b"),
        ("scopus", "a PRE/2 b", "proquest", "a PRE/2 b"),
        ("cochrane", "a NEXT b", "scopus", "a PRE/0 b"),
        ("cochrane", "a NEXT b", "wos", '"a b"'),
    ],
)
def test_number_and_order_stay(source, typed, target, text):
    assert through(typed, source, target) == text


def test_a_distance_of_pubmed_is_read_and_is_no_word_of_a_phrase():
    assert through('"community action"[tiab:~2]', "pubmed", "pubmed") == '"community action"[tiab:~2]'
    assert "community NEAR/2 action" in through('"community action"[tiab:~2]', "pubmed", "wos")


@pytest.mark.parametrize("id", READABLE)
def test_an_operator_inside_quotation_marks_or_hyphens_is_a_word(id):
    tree = Phrase((Word(("not-for-profit",)),))
    assert parse(write(tree, id).text, id) == tree
    bare = parse("not-for-profit", id)
    assert bare == Word(("not-for-profit",))
    assert parse(write(bare, id).text, id) in (bare, tree)
    assert shape(parse("not-for-profit[tiab]", "pubmed")) == "abstract+keywords+title:not-for-profit"


@pytest.mark.parametrize("typed", ["wom#n.tw.", "(wom#n).tw.", "wom#n.ti,ab."])
def test_the_text_words_of_ovid_are_fields(typed):
    assert shape(parse(typed, "ovid")) == "abstract+title:wom?n"


@pytest.mark.parametrize(
    ("target", "text"), [("ebsco", "XB (community N2 action)"), ("ovid", "(community adj3 action).ti,ab.")]
)
def test_fields_stand_around_a_distance_not_inside(target, text):
    assert through("TI,AB(community NEAR/2 action)", "proquest", target) == text


def test_wider_fields_than_asked_are_said():
    written = write(parse("community[tiab]", "pubmed"), "scopus")
    assert written.effects == (Change.WIDER,) or "field-by-field" in {note.code for note in written.notes}
    narrow = write(parse("(a).ti,ab.", "ovid"), "pubmed")
    assert narrow.text == "a[tiab]"
    assert [(note.code, note.values["fields"]) for note in narrow.notes] == [("field-wider", "keywords")]


def test_escapes_limits_and_small_words():
    assert clean(r"cooperat\*").text == "cooperat*"
    assert shape(parse("2020:2023[dp]", "pubmed")) == "[2020..2023]"
    assert shape(parse('"research and development"[tiab]', "pubmed")).endswith('"research and development"')


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("limit 5 to yr=2020", "(line[5] & [2020..2020])"),
        ('limit 5 to yr="2020 -Current"', "(line[5] & [2020..])"),
        ('limit 12 to (english language and yr="2020-2023")', "(line[12] & language[en] & [2020..2023])"),
    ],
)
def test_a_limit_of_ovid_is_no_word(typed, meant):
    assert shape(parse(typed, "ovid")) == meant


@pytest.mark.parametrize(
    ("typed", "code", "underlined"),
    [
        ("limit 5 to humans", "limit-unknown", "humans"),
        ('limit 5 to (yr="2020-2023" and "review articles")', "limit-unknown", '"review articles"'),
        ('limit 5 to yr="2023-2020"', "dates-turned", 'yr="2023-2020"'),
    ],
)
def test_a_limit_that_cannot_be_read_is_underlined(typed, code, underlined):
    (fault,) = read(typed, "ovid").faults
    assert (fault.code, typed[fault.place.start : fault.place.end]) == (code, underlined)


def test_an_operator_of_another_platform_is_refused_with_what_to_write():
    with pytest.raises(Unreadable) as caught:
        parse("community N2 action", "ovid")
    fault = caught.value.faults[0]
    assert fault.code == "foreign-operator"
    assert fault.values["instead"] == "adj3"
    assert "community N2 action"[fault.place.start : fault.place.end] == "N2"
