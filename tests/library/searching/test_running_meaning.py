"""What each node of a search means, on one record: worked examples."""

from __future__ import annotations

import pytest

from plethu.searching.faults import Unreadable
from plethu.searching.running import Text, verify
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Wildcard,
    Word,
)

from .running_samples import abstract, any_of, phrase, term, word


@pytest.mark.parametrize(
    ("asked", "there", "found"),
    [
        ("community", "The COMMUNITY acts", True),
        ("community", "communities act", False),
        ("communit*", "communities act", True),
        ("cymuned", "Cymunéd", True),
        ("ŷd", "yd", True),
        ("co-production", "co production", True),
        ("co-production", "co-production", True),
        ("co-production", "coproduction", False),
        ("coproduction", "co-production", False),
        ("people's", "the people's choice", True),
        ("people", "the people's choice", True),
        ("wom?n", "women", True),
        ("wom?n", "womn", False),
        ("colo~r", "color", True),
        ("colo~r", "colour", True),
        ("colo~r", "colouur", False),
        ("*ity", "equality", True),
        ("micro-enterpris*", "micro-enterprises", True),
        ("straße", "STRASSE", True),
        ("run_on", "run on", True),
        ("3", "phase 3", True),
    ],
)
def test_a_word(asked: str, there: str, found: bool) -> None:
    assert verify(word(asked), abstract(there)) is found


def test_a_limited_wildcard_counts_letters() -> None:
    asked = Word(("trust", Wildcard(2, 3)))
    assert [verify(asked, abstract(each)) for each in ("trust", "trusts", "trustee", "trustees", "trusteeship")] == [
        False, False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "there", "found"),
    [
        ("mutual aid", "mutual aid groups", True),
        ("mutual aid", "aid that is mutual", False),
        ("mutual aid", "mutual, aid", True),
        ("community improv*", "community improvements", True),
        ("communit* action", "communities action", True),
        ("quality of life", "quality life", False),
        ("not-for-profit body", "a not for profit body", True),
    ],
)
def test_a_phrase_is_words_next_to_each_other(asked: str, there: str, found: bool) -> None:
    assert verify(phrase(asked), abstract(there)) is found


def test_no_phrase_runs_from_one_field_or_keyword_into_the_next() -> None:
    record = Text("r", {"title": "Mutual", "abstract": "aid", "keywords": ["mutual", "aid"]})
    assert not verify(phrase("mutual aid"), record)
    assert verify(And((word("mutual"), word("aid"))), record)


@pytest.mark.parametrize(
    ("k", "there", "found"),
    [
        (2, "community of shared action", True),
        (2, "community of some shared action", False),
        (2, "action by the community", True),
        (0, "community action", True),
        (0, "community in action", False),
    ],
)
def test_k_is_how_many_words_may_stand_between(k: int, there: str, found: bool) -> None:
    assert verify(Near((word("community"), word("action")), k), abstract(there)) is found


def test_ordered_near_wants_the_first_part_first() -> None:
    asked = Near((word("community"), word("action")), 2, ordered=True)
    assert verify(asked, abstract("community in action"))
    assert not verify(asked, abstract("action in community"))


def test_parts_of_near_share_no_word() -> None:
    asked = Near((word("soci*"), phrase("social support")), 3)
    assert not verify(asked, abstract("social support"))
    assert verify(asked, abstract("social support in society"))
    assert not verify(Near((word("aid"), word("aid")), 5), abstract("one aid"))


def test_distance_to_a_phrase_is_counted_from_its_nearer_end() -> None:
    asked = Near((word("positive"), phrase("mental health")), 1)
    assert verify(asked, abstract("mental health is positive"))
    assert verify(asked, abstract("positive about mental health"))
    assert not verify(asked, abstract("positive views about mental health"))


def test_near_of_three_is_one_stretch_with_k_other_words_in_all() -> None:
    asked = Near((word("community"), word("action"), word("plan")), 2)
    assert verify(asked, abstract("a plan of action in community"))
    assert not verify(asked, abstract("a plan of some action in community"))


def test_near_inside_near_is_a_stretch_from_its_first_word_to_its_last() -> None:
    asked = Near((Near((word("local"), word("council")), 1), word("trust")), 1)
    assert verify(asked, abstract("local town council and trust"))
    assert not verify(asked, abstract("council of local people and their trust"))


def test_near_does_not_cross_fields() -> None:
    record = Text("r", {"title": "Community", "abstract": "Action"})
    assert not verify(Near((word("community"), word("action")), 50), record)


def test_what_is_no_stretch_of_words_is_near_nothing() -> None:
    record = abstract("community action plan")
    assert not verify(Near((word("community"), And((word("action"), word("plan")))), 5), record)
    assert verify(Near((word("community"), Or((And((word("action"), word("plan"))), word("plan")))), 5), record)


@pytest.mark.parametrize(
    ("joined", "next_to", "close", "far"),
    [
        ("phrase", True, False, False),
        ("near", True, True, False),
        ("and", True, True, True),
        ("mapped", True, True, True),
    ],
)
def test_unquoted_words_mean_what_the_platform_makes_of_them(
    joined: str, next_to: bool, close: bool, far: bool
) -> None:
    asked = Unquoted((word("third"), word("sector")), joined, 5)  # type: ignore[arg-type]
    texts = ("the third sector", "a sector: the third", "third, after one two three four five six, sector")
    assert [verify(asked, abstract(each)) for each in texts] == [next_to, close, far]


def test_and_or_not_are_of_the_whole_record() -> None:
    record = Text("r", {"title": "Trust", "abstract": "in councils"})
    assert verify(And((word("trust"), word("councils"))), record)
    assert verify(Or((word("nothing"), word("councils"))), record)
    assert not verify(Not(word("trust"), word("councils")), record)
    assert verify(Not(word("trust"), word("nothing")), record)


def test_fields_narrow_what_is_searched() -> None:
    record = Text("r", {"title": "Trust", "abstract": "councils", "keywords": ["aid"], "headings": ["Hope"]})

    def within(asked: Node, *fields: str) -> bool:
        return verify(Fielded(asked, frozenset(fields)), record)

    assert within(word("trust"), "title")
    assert not within(word("trust"), "abstract")
    assert within(word("hope"), "keywords")
    assert within(word("aid"), "headings")
    assert not within(word("trust"), "author")
    assert within(And((word("trust"), word("councils"))), "title", "abstract")
    assert not within(Fielded(word("trust"), frozenset({"title"})), "abstract")


def test_a_heading_is_a_whole_value_with_or_without_qualifiers() -> None:
    record = Text("r", {"abstract": "trust", "keywords": ["*Community Participation/methods", "Social Support"]})
    assert verify(Heading("community participation", "mesh"), record)
    assert verify(Heading("Social Support", "mesh"), record)
    assert not verify(Heading("Support", "mesh"), record)
    assert not verify(Heading("trust", "mesh"), record)


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2020-03-01", True), ("2020-02-28", False), ("2020-03", True), ("2020-02", False), ("2020", True),
        ("2019", False), ("2023-07-31", True), ("2023-08", False), ("2023", True), ("2019/2021", True), ("", False),
        ("2020-21", True), ("soon", False),
    ],
)  # fmt: skip
def test_dates_count_as_far_as_they_are_known(date: str, found: bool) -> None:
    assert verify(Dated("2020-03", "2023-07"), Text("r", date=date)) is found


def test_an_open_range_of_dates() -> None:
    assert verify(Dated("2020", ""), Text("r", date="2024"))
    assert not verify(Dated("", "2019"), Text("r", date="2020-01"))
    assert verify(Dated("", ""), Text("r"))


def test_languages() -> None:
    record = Text("r", languages=("cy", "en"))
    assert verify(InLanguage(("cy",)), record)
    assert not verify(InLanguage(("fr",)), record)
    assert not verify(InLanguage(("en",)), Text("r"))


def test_a_line_is_its_tree_or_what_it_found() -> None:
    record = abstract("community action")
    lines = {"A": word("community"), "B": any_of("plan", "action"), "C": {"record"}, "D": frozenset[str]()}
    assert verify(And((Line("A"), Line("B"), Line("C"))), record, lines)
    assert not verify(Line("D"), record, lines)
    assert verify(Near((Line("A"), Line("B")), 0), record, lines)
    assert not verify(Fielded(Line("A"), frozenset({"title"})), record, lines)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Line("Z"), "line-missing"),
        (Line("A"), "line-cycle"),
        (Near(tuple(map(word, "abcdefghi")), 3), "near-many"),
        (Dated("last year", ""), "date-unreadable"),
    ],
)
def test_what_cannot_be_run_is_said(asked: Node, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        verify(asked, abstract("a"), {"A": Line("B"), "B": Or((word("x"), Line("A")))})
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize("written", ["-", "_", "'", "…"])
def test_a_term_without_a_letter_finds_nothing(written: str) -> None:
    assert not verify(word(written), abstract("a - _ ' …"))
    assert not verify(Phrase((word(written),)), abstract("a"))
    assert not verify(Heading(written, "mesh"), Text("r", {"keywords": ["-", "a"]}))


def test_no_search_can_name_what_stands_between_keywords() -> None:
    record = Text("r", {"keywords": ["a", "b"]})
    assert not verify(word("¶"), record)
    assert not verify(phrase("a ? b"), record)
    assert not verify(phrase("a * b"), record)
    assert verify(term("?"), record)
