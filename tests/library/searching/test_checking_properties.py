"""Properties of checks: what is called redundant brings no record, and no search makes a check fail."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.reporting.search_findings import tell_finding
from plethu.searching.checking import check, check_together
from plethu.searching.checking.words_found import covers, tokens
from plethu.searching.platforms import PLATFORMS
from plethu.searching.running.text import Text
from plethu.searching.running.verifying import verify
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import Node, Or, Place

from .written_trees import any_search, records, words

CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def strategy(tree: Node, platform: str = "ebsco") -> Strategy:
    return Strategy(platform, (Block("A", "Block", tree),))


@CALM
@given(st.lists(any_search(), min_size=2, max_size=5), records())
def test_without_its_redundant_and_repeated_terms_a_search_finds_the_same(parts: list[Node], found: list[Text]):
    numbered = [replace(part, place=Place(number, number + 1)) for number, part in enumerate(parts)]
    whole = Or(tuple(part for part in numbered if not isinstance(part, Or)))
    if len(whole.parts) < 2:
        whole = Or(tuple(replace(part, place=Place(9, 9)) for part in numbered))
    idle = {f.place.start for f in check(strategy(whole)) if f.code in ("redundant", "duplicate") and f.place.end < 9}
    kept = [part for part in whole.parts if part.place.start not in idle]
    assert kept
    shorter = Or(tuple(kept)) if len(kept) > 1 else kept[0]
    assert [verify(whole, text) for text in found] == [verify(shorter, text) for text in found]


@CALM
@given(words(), words(), st.lists(st.text("actionscoluwe", min_size=1, max_size=9), min_size=1, max_size=20))
def test_a_word_that_covers_another_finds_all_that_it_finds(broad, narrow, typed):
    (one,), (two,) = tokens(broad)[:1], tokens(narrow)[:1]
    if len(tokens(broad)) == len(tokens(narrow)) == 1 and covers(one, two):
        for letters in [*typed, "community", "actions", "colour", "color", "women", "woman"]:
            record = Text("1", {"title": letters})
            assert verify(broad, record) or not verify(narrow, record)


@CALM
@given(any_search(), any_search(), st.sampled_from(PLATFORMS), st.sampled_from(PLATFORMS))
def test_whatever_can_be_searched_can_be_checked_and_said(one: Node, two: Node, platform: str, other: str):
    found = [*check(strategy(one, platform)), *check_together([strategy(one, platform), strategy(two, other)])]
    assert len({finding.key for finding in check(strategy(one, platform))}) == len(check(strategy(one, platform)))
    assert all(tell_finding(finding, "cy").sentence for finding in found)


@CALM
@given(any_search(), st.sampled_from(PLATFORMS))
def test_a_strategy_does_not_drift_from_itself(tree: Node, platform: str):
    assert check_together([strategy(tree, platform), strategy(tree, platform)]) == ()
