"""Polls: what can be answered, what the answers come to, and that nobody can be told apart in them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.evidence.polls import (
    LEAST,
    SMALL,
    Answer,
    Given,
    Option,
    Question,
    QuestionKind,
    Sector,
    Topic,
    by_sector,
    faults,
    tally,
)
from plethu.evidence.text import Text
from plethu.terms import TERMS
from plethu.wording.polls import READY, ready_question

A, B, C = (Option(id, Text(id.upper())) for id in "abc")


def question(kind: QuestionKind) -> Question:
    return Question("q", kind, Text("Which?"), options=() if kind == "words" else (A, B, C))


def answers(*given: Given, sector: Sector = "") -> list[Answer]:
    return [Answer({"q": each}, sector) for each in given]


def test_choices_are_counted_and_who_passed_over_is_not() -> None:
    found = tally(question("several"), answers(Given(("a", "b")), Given(("a",)), Given()))
    assert found.answered == 2
    assert [(row.option, row.count) for row in found.rows] == [("a", 2), ("b", 1), ("c", 0)]


def test_a_ranking_counts_first_places_and_the_mean_place() -> None:
    found = tally(question("rank"), answers(Given(("a", "b", "c")), Given(("b", "a"))))
    assert [(row.option, row.count, row.mean) for row in found.rows] == [("a", 1, 1.5), ("b", 1, 1.5), ("c", 0, 3.0)]


def test_marks_are_counted_with_their_mean() -> None:
    found = tally(question("rate"), answers(Given(marks={"a": 5, "b": 1}), Given(marks={"a": 2})))
    assert [(row.count, row.mean) for row in found.rows] == [(2, 3.5), (1, 1.0), (0, None)]


def test_words_stand_in_the_order_of_the_alphabet_not_of_arrival() -> None:
    assert tally(question("words"), answers(Given(words="b"), Given(words="A"))).words == ("A", "b")


@pytest.mark.parametrize(
    ("kind", "answer", "fault"),
    [
        ("one", Given(("a", "b")), "one-only"),
        ("one", Given(("x",)), "unknown-option"),
        ("several", Given(("a", "a")), "twice"),
        ("rank", Given(("a", "a")), "twice"),
        ("rate", Given(marks={"a": 6}), "mark"),
        ("rate", Given(marks={"x": 3}), "unknown-option"),
        ("rate", Given(("a",)), "kind"),
        ("words", Given(words="x" * 2001), "too-long"),
        ("one", Given(words="x"), "kind"),
    ],
)
def test_what_does_not_go_with_the_question_is_a_fault(kind: QuestionKind, answer: Given, fault: str) -> None:
    assert fault in faults(question(kind), answer)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("one", Given(("a",))), ("several", Given(("c", "a"))), ("rank", Given(("b",))), ("rate", Given(marks={"a": 1})),
     ("words", Given(words="Yes")), ("one", Given())],
)  # fmt: skip
def test_what_goes_with_the_question_is_none(kind: QuestionKind, answer: Given) -> None:
    assert not list(faults(question(kind), answer))


SECTORS = st.sampled_from(get_args(Sector))


@given(st.lists(st.tuples(SECTORS, st.sampled_from("abc")), max_size=60))
def test_no_group_of_fewer_than_five_is_ever_shown(made: list[tuple[Sector, str]]) -> None:
    people = [Answer({"q": Given((chosen,))}, sector) for sector, chosen in made]
    groups = by_sector(question("one"), people)
    assert all(group.answered >= LEAST for group in groups.values())
    assert len(groups) != 1
    if groups:
        assert sum(group.answered for group in groups.values()) == len(people)


def test_a_sector_alone_under_five_cannot_be_worked_out_from_the_whole() -> None:
    people = [
        *answers(*[Given(("a",))] * 7, sector="public"),
        *answers(*[Given(("b",))] * 6, sector="third"),
        *answers(Given(("c",)), sector="academic"),
    ]
    groups = by_sector(question("one"), people)
    assert set(groups) == {"public", SMALL}
    assert groups[SMALL].answered == 7


def test_words_are_never_broken_down() -> None:
    people = answers(*[Given(words="x")] * 10, sector="public") + answers(*[Given(words="y")] * 10, sector="third")
    assert by_sector(question("words"), people) == {}


@pytest.mark.parametrize("topic", get_args(Topic))
def test_there_is_a_ready_question_on_each_topic_in_both_languages(topic: Topic) -> None:
    ready = ready_question(topic)
    texts = [ready.words, ready.hint, *(option.text for option in ready.options)]
    assert all(text.en and text.cy and text.en != text.cy for text in texts)
    assert bool(ready.options) == (READY[topic] != "words")


def test_every_code_has_a_term() -> None:
    codes = {"poll-kind": QuestionKind, "poll-topic": Topic, "sector": Sector}
    assert all(f"{group}.{code}".rstrip(".") in TERMS for group, kind in codes.items() for code in get_args(kind))
    assert f"sector.{SMALL}" in TERMS
