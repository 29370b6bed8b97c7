"""Findings in words: every code and every way it can be found has its sentence, in both languages, with its reason."""

from __future__ import annotations

import re

import pytest

from plethu.reporting.search_findings import printed, tell_finding
from plethu.searching.checking import CODES, Answer, Criteria, Press, Severity, check, check_together
from plethu.searching.press import Judgement, State
from plethu.wording import catalogue, has, say

from .checked import findings, only, strategy


@pytest.mark.parametrize("code", [code.code for code in CODES])
def test_every_code_has_a_name_a_sentence_and_a_reason(code):
    said = [
        key
        for key in catalogue("search_check", "en")
        if key == f"search.check.{code}" or key.startswith(f"search.check.{code}.")
    ]
    assert said
    assert has(f"search.check-why.{code}")
    assert has(f"search.check-name.{code}")


def test_no_sentence_is_for_a_code_that_is_not_there():
    known = {code.code for code in CODES}
    said = {
        key.split(".")[2]
        for key in catalogue("search_check", "en")
        if key.startswith(("search.check.", "search.check-name.", "search.check-why."))
    }
    assert said == known


def test_elements_severities_judgements_and_states_have_names():
    codes = [f"search.element.{each}" for each in Press] + [f"search.severity.{each}" for each in Severity]
    codes += [f"search.press.{each}" for each in Judgement] + [f"search.press.state.{each}" for each in State]
    codes += [f"search.prisma.{number}" for number in range(1, 17)]
    assert [code for code in codes if not has(code)] == []


MANY = [
    ("village hall OR choir* NOT band*", "ebsco"),
    ("village hall", "scopus"),
    ("village hall", "ovid"),
    ('TI (garden* OR "garden shed") OR own* OR "right to roam" OR "not-for-sale"', "ebsco"),
    ('own* OR "right to roam" OR neighbour* OR neighborly', "ovid"),
    ("labor OR labour* OR theater", "wos"),
    ("ow*", "wos"),
    ('"village hall*" OR "youth club" OR non-profit OR codesign', "cochrane"),
    ("(choir*) (band*)", "scopus"),
    ("choir* OR band* AND hall*", "ebsco"),
    ("A. X\nchoir* OR D\nB. Y\nband*\nA + C", "ebsco"),
    ("A. X\nchoir*\nB. Y\nband*", "ebsco"),
]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("text", "platform"), MANY)
def test_whatever_is_found_can_be_said(text, platform, language):
    for finding in findings(text, platform, Criteria(start="2020-03")):
        told = tell_finding(finding, language)
        assert told.sentence.endswith(".")
        assert not re.search(r"[{}]", told.sentence)
        assert told.why
        assert told.element


def test_a_sentence_names_what_stands_in_the_strategy():
    told = tell_finding(only("unquoted", "choir* OR village hall"), "en")
    assert told.sentence.startswith("“village hall” has no quotation marks.")
    assert "within 5 words" in told.sentence
    assert (told.where, told.instead) == ("Block A", '"village hall"')
    assert told.element == "Boolean and proximity operators"


def test_dates_are_printed_in_the_language():
    finding = only("no-dates", "choir*", "ebsco", Criteria(start="2020-03", end="2023-07"))
    assert "March 2020 to July 2023" in tell_finding(finding, "en").sentence
    assert "Mawrth 2020 hyd Gorffennaf 2023" in tell_finding(finding, "cy").sentence
    assert [printed(each, "en") for each in ("", "2020", "2020-13", "2020-03-09", "soon")] == [
        "…",
        "2020",
        "2020-13",
        "9 March 2020",
        "soon",
    ]


def test_translations_are_named_by_their_platforms():
    first = strategy("A. Music\nvillage N2 choir")
    (finding,) = check_together([first, strategy("A. Music\nvillage and choir", "ovid")])
    told = tell_finding(finding, "en")
    assert told.where == "Ovid, held against EBSCOhost: Block A"
    assert "N2 has become" in told.sentence


DRIFTED = [
    ("village N2 choir", "village adj2 choir"),
    ("village N2 choir", "village adj9 choir"),
    ("village N2 choir", "village or choir"),
    ("village N2 choir", "band*"),
    ("village AND choir", "village adj9 choir"),
    ("village AND choir", "village or choir"),
    ("village OR choir", "village and choir"),
    ("village W2 choir", "village adj3 choir"),
    ("village N0 choir", "village adj choir"),
    ("village", "village\nB. Other\nchoir"),
    ("village\nB. Other\nchoir", "village"),
    ("village\nB. Other\nchoir\nA + B", "village\nC. Other\nchoir"),
]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("first", "second"), DRIFTED)
def test_whatever_has_drifted_can_be_said(first, second, language):
    found = check_together([strategy(f"A. Music\n{first}"), strategy(f"A. Music\n{second}", "ovid")])
    assert found
    assert all(tell_finding(finding, language).sentence.endswith(".") for finding in found)


def test_an_answer_is_told_with_who_why_and_when():
    key = only("one-spelling", "neighbour*").key
    answered = {key: Answer("a librarian", "only Wales is wanted", "2024-05-01")}
    (finding,) = [f for f in check(strategy("neighbour*"), answered=answered) if f.answer]
    assert tell_finding(finding, "en").answered == "Answered by a librarian on 1 May 2024: only Wales is wanted"


def test_refusals_of_a_review_and_of_a_file_have_sentences():
    refusals = (
        "sent",
        "not-sent",
        "no-comment",
        "not-judged",
        "nothing-asked",
        "no-response",
        "not-answered",
        "accepted",
    )
    files = ("too-large", "not-json", "wrong-kind", "no-search", "no-platform")
    assert all(say(f"search.press.refused.{code}", "cy") for code in refusals)
    assert all(say(f"search.file.{code}", "cy") for code in files)


def test_what_a_log_can_lack_has_a_sentence():
    in_words = [f"item-{number}" for number in (3, 4, 5, 6, 7, 10, 11, 12, 14, 16)]
    of_runs = ["runs", "database", "platform", "strategy", "changed", "limits", "date", "hits"]
    others = ["review-not-sent", "after-deduplication"]
    said = [
        key.removeprefix("search.lacking.")
        for key in catalogue("search_log", "en")
        if key.startswith("search.lacking.")
    ]
    assert sorted(said) == sorted([*in_words, *of_runs, *others, "concerns"])
