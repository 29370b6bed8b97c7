"""Words of records that are written out: no pattern and no phrase makes that long, and what stays is said."""

from __future__ import annotations

from plethu.searching.changes import Change
from plethu.searching.known_words import KnownWords
from plethu.searching.reading import parse
from plethu.searching.running.text import Text
from plethu.searching.running.verifying import verify
from plethu.searching.strategy_reading import read_strategy
from plethu.searching.strategy_writing import write_lines, write_strategy
from plethu.searching.tree import Near, Phrase
from plethu.searching.writing import write


def codes(written):
    return {note.code for note in written.notes}


def test_many_wildcards_in_one_word_are_held_against_long_words_without_trying_every_way():
    written = write(parse("a*" * 30 + "b", "wos"), "pubmed", words=["a" * 200, "a" * 199 + "b"])
    assert written.text == "a" * 199 + "b"


def test_phrases_of_open_words_near_something_are_counted_before_they_are_written_out():
    words = [letter * 3 + f"{number:03}" for letter in "abcde" for number in range(150)]
    tree = parse('"aaa* bbb* ccc* ddd* eee*" NEAR/3 x', "wos")
    for target in ("pubmed", "lens"):
        assert "distance-to-and" in codes(write(tree, target, words=words))


def test_looking_up_stops_at_its_limit_and_says_so():
    known = KnownWords([f"w{number}" for number in range(100)], most=250)
    tree = parse("*1 OR *2 OR *3", "wos")
    written = write(tree, "pubmed", words=known)
    assert "words-too-many-to-look-up" in codes(written)
    assert Change.NARROWER in written.effects
    assert known.matching(tree.parts[0]) == [f"w{number}" for number in range(1, 100) if str(number).endswith("1")]


def test_lines_that_double_are_written_one_by_one_for_each_platform():
    text = "1. health\n" + "\n".join(f"{n}. ({n - 1} or {n - 1})" for n in range(2, 60))
    strategy = read_strategy(text, "ovid").strategy
    lines, formula = write_lines(strategy, "scopus")
    assert len(lines) == 59
    assert lines[-1].written.text == "#58 OR #58"
    assert formula.text == "#59"
    assert write_strategy(strategy, "scopus").whole.text == ""


def test_a_letter_that_may_be_missing_is_never_missing_where_it_stands_between_signs():
    tree, record = parse("#-1", "ebsco"), Text("r", {"title": "alone 1"})
    assert not verify(tree, record)
    for target in ("scopus", "cochrane", "lens"):
        written = write(tree, target)
        assert Change.WIDER in written.effects or not verify(written.tree, record)


def test_signs_between_words_are_near_nothing():
    record = Text("r", {"title": "the color"})
    tree = parse("colo?r /", "ovid")
    assert verify(tree, record)
    for target in ("cochrane", "lens"):
        assert verify(write(tree, target).tree, record)
    ordered = Near((parse("color", "ovid"), parse('"/"', "ovid").words[0]), 0, True)
    assert not isinstance(write(ordered, "pubmed").tree, Phrase)
    assert not verify(write(ordered, "wos").tree, record) or Change.WIDER in write(ordered, "wos").effects
