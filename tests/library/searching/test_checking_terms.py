"""Checks of terms: what sets each off, what to write instead, and the good strategies on which they stay quiet."""

from __future__ import annotations

import pytest

from plethu.searching.checking import Severity

from .checked import codes, findings, only, underlined

BAD = [
    # code, text, platform, what is underlined, what to write instead
    ("unquoted", "choir OR village hall", "ebsco", "village hall", '"village hall"'),
    ("unquoted", "choir OR village hall", "ovid", "village hall", '"village hall"'),
    ("unquoted", "choir OR village hall", "scopus", "village hall", '"village hall"'),
    ("duplicate", "choir OR singing OR choir", "ebsco", "choir", ""),
    ("duplicate", "Choir OR singing OR choir", "ebsco", "choir", ""),
    ("duplicate", '"peer led" OR singing OR "peer-led"', "ebsco", '"peer-led"', ""),
    ("duplicate", "village N3 (choir OR band OR choir)", "ebsco", "choir", ""),
    ("redundant", 'garden* OR "garden shed*"', "ebsco", '"garden shed*"', ""),
    ("redundant", "garden* OR gardening", "ebsco", "gardening", ""),
    ("redundant", "wom?n OR woman", "ebsco", "woman", ""),
    ("redundant", 'health* OR (mental N2 "health care")', "ebsco", 'mental N2 "health care"', ""),
    ("redundant", '(village AND "village green") OR village', "ebsco", 'village AND "village green"', ""),
    ("one-spelling", "neighbour*", "ebsco", "neighbour*", "neighbour* OR neighbor*"),
    ("one-spelling", '"theater group*"', "ovid", '"theater group*"', '"theater group*" or "theatre group*"'),
    ("one-spelling", "reorganisation*", "ebsco", "reorganisation*", "reorganisation* OR reorganization*"),
    ("one-spelling", "programme", "ebsco", "programme", "programme OR program"),
    ("singular-only", '"village shop" OR "youth club"', "ebsco", '"youth club"', '"youth club*"'),
    ("singular-only", '"benefit society"', "ebsco", '"benefit society"', '"benefit societ*"'),
    ("singular-only", '"youth club"', "cochrane", '"youth club"', '"youth club" OR "youth clubs"'),
    ("singular-only", '"older person"', "ebsco", '"older person"', '"older person" OR "older people"'),
    ("singular-only", "partnership", "ovid", "partnership", "partnership*"),
    ("singular-only", "(band* adj3 city)", "ovid", "city", "city or cities"),
    ("closed-form-missing", '"non-profit"', "ebsco", '"non-profit"', '"non-profit" OR nonprofit'),
    ("closed-form-missing", "multi-agenc*", "ebsco", "multi-agenc*", "multi-agenc* OR multiagenc*"),
    ("closed-form-missing", '"co-design workshop*"', "ebsco", '"co-design workshop*"', None),
    ("open-form-missing", "codesign", "ebsco", "codesign", 'codesign OR "co-design"'),
    ("open-form-missing", "cooperat*", "ebsco", "cooperat*", "cooperat* OR co-operat*"),
    ("stem-short", "own* OR tenant*", "ebsco", "own*", ""),
    ("stop-word", '"right to roam"', "ebsco", '"right to roam"', ""),
    ("operator-word", '"not-for-sale"', "ebsco", '"not-for-sale"', ""),
    ("not-used", "garden* NOT school*", "ebsco", "garden* NOT school*", ""),
]


@pytest.mark.parametrize(("code", "text", "platform", "marked", "instead"), BAD)
def test_a_fault_is_found_underlined_and_put_right(code, text, platform, marked, instead):
    finding = only(code, text, platform)
    assert underlined(finding, text, platform) == marked
    assert instead is None or finding.instead == instead


GOOD = [
    ("a phrase in quotation marks", '"village hall*" OR choir*', "ebsco"),
    ("both spellings", "neighbour* OR neighbor*", "ebsco"),
    ("a wildcard for both spellings", "organi?ation* OR behavio#r", "ebsco"),
    ("a stem that both spellings share", "fulfil* OR program* OR enrol*", "ebsco"),
    ("words that only look like a spelling", "microorganism* OR laboratory OR socialism OR realist", "ebsco"),
    ("words that are another word", "organism* OR specialist* OR humorous", "ebsco"),
    ("singular and plural", '"youth club" OR "youth clubs"', "ebsco"),
    ("an end left open", '"youth club*"', "ebsco"),
    ("the plural by a broader word", '"youth club" OR clubs', "ebsco"),
    ("a mass noun", '"mutual aid" OR "social infrastructure" OR "fresh air"', "ebsco"),
    ("plurals that the platform finds itself", '"youth club"', "scopus"),
    ("a plural that the platform finds without quotation marks", "partnership OR coalition", "ebsco"),
    ("a quoted word", '"partnership"', "ebsco"),
    ("both forms of a hyphen", "co-design* OR codesign*", "ebsco"),
    ("the closed form by a broader word", '"co-design" OR code*', "ebsco"),
    ("hyphens that are never closed up", '"place-based" OR "self-esteem" OR "peer-led"', "ebsco"),
    ("the same term in two groups", "(village N3 choir) OR (town N3 choir)", "ebsco"),
    ("a term beside a group that holds it", "choir OR (village N3 band)", "ebsco"),
    ("words that begin alike", "connect* OR interconnect* OR social*", "wos"),
    ("a phrase that is not covered", '"garden club*" OR "club garden*" OR gardener', "ebsco"),
    ("broader only in a narrower field", "TI garden* OR AB gardening", "ebsco"),
    ("four letters", "tied* OR owns*", "pubmed"),
    ("an open letter, not an open end", "wom?n OR m?n", "ebsco"),
    ("a short stem inside a phrase", '"community own*"', "ebsco"),
]


@pytest.mark.parametrize(("text", "platform"), [row[1:] for row in GOOD], ids=[row[0] for row in GOOD])
def test_good_terms_are_left_alone(text, platform):
    assert codes(text, platform) == set()


def test_the_last_noun_of_a_phrase_with_of_is_not_what_it_names():
    assert codes('"sense of community"', "wos") == {"stop-word"}


def test_a_pair_is_graver_where_it_is_not_a_phrase():
    grave = {platform: only("unquoted", "village hall", platform).severity for platform in ("ebsco", "scopus", "ovid")}
    assert grave == {"ebsco": Severity.ERROR, "scopus": Severity.ERROR, "ovid": Severity.SUGGESTION}
    assert only("unquoted", "village hall").values["way"] == "near"
    assert only("unquoted", "village hall").values["k"] == "5"
    assert only("unquoted", "village hall", "scopus").values["way"] == "and"


def test_a_broader_term_counts_within_its_own_group_alone():
    inside = 'village N3 (relation* OR "positive relations")'
    assert only("redundant", inside).values == {"term": '"positive relations"', "broader": "relation*"}
    assert "redundant" not in codes('(village N3 relation*) OR "positive relations"')


def test_a_title_search_covers_a_title_search_and_not_an_abstract():
    assert "redundant" in codes("TI garden* OR TI gardening")
    assert "redundant" in codes("TI (garden* OR gardening)")
    assert "redundant" not in codes("TI garden* OR gardening")


def test_of_two_that_cover_each_other_only_the_second_is_said():
    assert [each.code for each in findings("garden* OR garden*") if each.code in ("duplicate", "redundant")] == [
        "duplicate"
    ]


def test_a_repeated_term_gets_its_other_findings_once():
    assert only("singular-only", '"youth club" OR choir* OR "youth club"')


def test_a_form_on_a_line_that_is_joined_by_or_counts():
    lines = '1. "non-profit"\n2. nonprofit\n3. S1 OR S2'
    apart = '1. "non-profit"\n2. nonprofit\n3. S1 AND S2'
    assert "closed-form-missing" not in codes(f"# Lines\n{lines}")
    assert "closed-form-missing" in codes(f"# Lines\n{apart}")


def test_a_platform_that_refuses_a_stem_makes_it_an_error():
    finding = only("stem-short", "own*", "wos")
    assert finding.severity is Severity.SUGGESTION
    assert only("stem-short", "ow*", "wos").severity is Severity.ERROR
    assert only("stem-short", "own*", "wos").values["least"] == "4"


def test_a_stop_word_is_graver_where_it_stands_for_any_word():
    assert only("stop-word", '"right to roam"', "ebsco").severity is Severity.WARNING
    assert only("stop-word", '"right to roam"', "ovid").severity is Severity.SUGGESTION


def test_thousands_of_terms_are_checked():
    text = " OR ".join(f"word{number}" for number in range(4_000)) + ' OR "some word7"'
    assert only("redundant", text).values["broader"] == "word7"


def test_stems_that_begin_and_end_alike_are_checked():
    text = " OR ".join(f"a*{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{n}*z" for n in range(800))
    assert "duplicate" not in codes(text, "ebsco")
