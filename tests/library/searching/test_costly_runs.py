"""Runs that would take for ever, or could not be stopped: doubling lines, distances in distances, known items."""

from __future__ import annotations

import pytest

from plethu.records.importing import Cancelled
from plethu.searching.faults import Unreadable
from plethu.searching.known import MOST_SAME, check_known, known_lines
from plethu.searching.reading import parse
from plethu.searching.running import Index, Text, compare, run_strategy, verify, why_missed
from plethu.searching.running.compiling import pairs, stretches
from plethu.searching.running.highlighting import highlights
from plethu.searching.running.text import EVERYWHERE
from plethu.searching.strategy_reading import read_strategy
from plethu.searching.tree import Near

TEXT = Text("1", {"title": "Health of people"})


def doubled(times, last):
    lines = ["1. health", *(f"{n}. {n - 1} and {n - 1}" for n in range(2, times)), last]
    return read_strategy("\n".join(lines), "ovid").strategy


def test_what_not_takes_away_is_told_though_its_lines_double():
    strategy = doubled(60, "60. people not 59")
    failure = why_missed(strategy, TEXT).failures[0]
    assert failure.is_dropped
    trees = {block.name: block.tree for block in strategy.blocks}
    assert len(highlights(trees["59"], TEXT, trees)) == 1


def test_a_long_chain_of_lines_is_missed_without_a_reason_rather_than_an_error():
    chain = "1. absent\n" + "\n".join(f"{n}. {n - 1} or absent{n}" for n in range(2, 500))
    strategy = read_strategy(chain, "ovid").strategy
    assert not why_missed(strategy, TEXT).found


@pytest.mark.parametrize(
    ("text", "platform"),
    [("(a adj999 b) adj999 (c adj999 d)", "ovid"), ('"a b c d e f g h"[tiab:~999]', "pubmed")],
)
def test_distances_that_could_not_be_worked_out_are_not_run(text, platform):
    with pytest.raises(Unreadable) as raised:
        verify(parse(text, platform), TEXT)
    assert raised.value.faults[0].code == "near-wide"


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("(a adj9 b) adj99 (c adj9 d)", "ovid"),
        ("a adj999 b", "ovid"),
        ('"a b c d"[tiab:~20]', "pubmed"),
        (" N9 ".join("abcdefghij"), "ebsco"),
    ],
)
def test_distances_that_people_write_are_run(text, platform):
    assert verify(parse(text, platform), Text("1", {"abstract": "a b c d e f g h i j"}))


def test_thousands_of_items_that_are_thousands_of_records_are_looked_at_once_each():
    strategy = read_strategy("annual report", "ovid").strategy
    records = [(str(n), {"title": "Annual report"}) for n in range(2_000)]
    asked = []
    known = known_lines("Annual report\n" * 1_000)
    found = check_known(strategy, known, records, lambda: bool(asked.append(1)))
    assert len(found) == 1_000
    assert found[0].found
    assert len(found[0].ids) == MOST_SAME


def test_known_items_and_comparing_can_be_stopped(tmp_path):
    strategy = read_strategy("annual report", "ovid").strategy
    other = read_strategy("annual", "ovid").strategy
    with pytest.raises(Cancelled):
        check_known(strategy, known_lines("Annual report"), [("1", {"title": "Annual report"})], lambda: True)
    answers = iter([False] * 2)
    with Index.build(tmp_path / "index", [Text("1", {"title": "annual"})]) as index, pytest.raises(Cancelled):
        compare(strategy, other, index, cancelled=lambda: next(answers, True))


def test_each_side_of_a_distance_is_looked_up_once(tmp_path):
    left = " or ".join(f"a*{n}" for n in range(30))
    near = parse(f"({left}) adj3 ({left.replace('a', 'b')})", "ovid")
    assert isinstance(near, Near)

    class Counting:
        asked = 0

        def words(self, piece):
            self.asked += 1
            return ["w"]

    vocabulary = Counting()
    sides = [stretches(part, EVERYWHERE, {}) for part in near.parts]
    assert len(pairs(*sides, 2, vocabulary)) == 900
    assert vocabulary.asked == 60


def test_a_strategy_with_such_a_distance_says_so_in_its_run(tmp_path):
    strategy = read_strategy("(a adj999 b) adj999 (c adj999 d)", "ovid").strategy
    with Index.build(tmp_path / "index", [TEXT]) as index:
        run = run_strategy(strategy, index)
    assert run.hits is None
    assert "near-wide" in {fault.code for fault in run.faults}
