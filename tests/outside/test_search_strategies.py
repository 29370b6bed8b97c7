"""The report's own search strategies, as printed: read in the three ways of writing, and written for every platform.

The report lies in the folder that PLETHU_REPORT names. `make test-outside`.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plethu.searching.platforms import PLATFORMS, READABLE
from plethu.searching.reading import parse
from plethu.searching.strategy import Block, Strategy
from plethu.searching.strategy_reading import StrategyRead, read_strategy
from plethu.searching.strategy_writing import write_strategy
from plethu.searching.tree import Near, plain, terms, walk

pytestmark = pytest.mark.outside
FOLDER = Path(os.environ.get("PLETHU_REPORT", "/nowhere"))
PRINTED = {"ebsco": "EBSCO", "ovid": "Social policy", "scopus": "SCOPUS"}
IN_DATA = {"ebsco": "ebsco", "ovid": "spp", "scopus": "scopus"}
SWALLOWED = "voluntary-community-sector"  # holds the heading and the block of the other sectors in the third


def printed() -> dict[str, str]:
    """Each strategy's text, by the platform that it was written for."""
    text = (FOLDER / "report.md").read_text(encoding="utf-8").split("## Detailed search strategy")[1]
    starts = {id: re.search(rf"(?m)^#+ \**{title}.*$", text) for id, title in PRINTED.items()}
    ends = [found.start() for found in starts.values() if found] + [text.index("## Databases")]
    return {id: text[found.end() : ends[n + 1]] for n, (id, found) in enumerate(starts.items()) if found}


def distilled() -> list[dict[str, Any]]:
    data = json.loads((FOLDER / "distilled" / "search_strategy.json").read_text(encoding="utf-8"))
    blocks: list[dict[str, Any]] = data["blocks"]
    return blocks


def read(id: str) -> StrategyRead:
    return read_strategy(printed()[id], id)


def strategy(id: str) -> Strategy:
    found = read(id).strategy
    assert found is not None
    return found


def block(id: str, data: dict[str, Any]) -> Block | None:
    label = data["labels"][IN_DATA[id]]
    return strategy(id).block(label) if label else None


def expected_terms(data: dict[str, Any]) -> Counter[str]:
    groups = data["proximity_groups"]
    return Counter([*data["terms"], *(term for group in groups for side in ("left", "right") for term in group[side])])


@pytest.mark.parametrize(("id", "letters"), [("ebsco", "ABCDEFG"), ("ovid", "ABCDEFG"), ("scopus", "ABCDEF")])
def test_every_block_as_printed_is_read(id: str, letters: str) -> None:
    found = read(id)
    assert found.faults == ()
    assert "".join(each.name for each in strategy(id).blocks) == letters
    assert all(each.title for each in strategy(id).blocks)


@pytest.mark.parametrize("id", PRINTED)
def test_each_term_is_found_as_often_as_it_stands_there(id: str) -> None:
    for data in distilled():
        found = block(id, data)
        if found and not (id == "scopus" and data["role"] == SWALLOWED):
            assert Counter(map(plain, terms(found.tree))) == expected_terms(data), data["role"]


def test_the_block_that_swallowed_a_heading_holds_the_terms_of_both_and_is_remarked_on() -> None:
    second, third = distilled()[1:3]
    found = block("scopus", second)
    assert found is not None
    both = expected_terms(second) + expected_terms(third)
    inside = Counter(map(plain, terms(found.tree)))
    assert (both - inside, inside - both) == (Counter(), Counter({"Other sectors": 1}))
    assert "and-implied" in {remark.code for remark in read("scopus").remarks if remark.block == "B"}


def test_the_bare_pair_is_taken_as_each_platform_takes_it() -> None:
    joined = {
        id: next(term.joined for term in terms(strategy(id).blocks[1].tree) if plain(term) == "third sector")  # type: ignore[union-attr]
        for id in PRINTED
    }
    assert joined == {"ebsco": "near", "ovid": "phrase", "scopus": "and"}


def test_the_distances_of_the_three_as_they_were_written() -> None:
    found = {
        id: [[n.k for n in walk(each.tree) if isinstance(n, Near)] for each in strategy(id).blocks] for id in PRINTED
    }
    assert found["ebsco"] == [[], [2], [2], [2], [3], [3], []]
    assert found["ovid"] == [[], [1], [], [], [], [], []]
    assert found["scopus"] == [[], [2, 2], [2], [2], [2], []]


SIGNS = {
    "ebsco": ("N2", "N3"), "ovid": ("adj3", "adj4"), "scopus": ("W/2", "W/3"), "wos": ("NEAR/2", "NEAR/3"),
    "proquest": ("NEAR/2", "NEAR/3"), "embase": ("NEAR/3", "NEAR/4"), "cochrane": ("NEAR/2", "NEAR/3"),
}  # fmt: skip


@pytest.mark.parametrize("id", SIGNS)
def test_written_for_each_platform_with_its_own_count(id: str) -> None:
    lines = write_strategy(strategy("ebsco"), id).lines
    two, three = SIGNS[id]
    for line in (*lines[1:4], lines[4], lines[5]):
        sign = three if line.name in "EF" else two
        assert f" {sign} " in line.written.text, line.name


@pytest.mark.parametrize("id", PLATFORMS)
def test_what_is_written_is_read_as_what_was_told(id: str) -> None:
    written = write_strategy(strategy("ebsco"), id)
    for line in written.lines:
        assert line.written.text
        if id in READABLE:
            assert parse(line.written.text, id) == line.written.tree
    assert written.whole.text
    if id in READABLE:
        assert parse(written.whole.text, id) == written.whole.tree


def test_for_its_own_platform_nothing_changes() -> None:
    source = strategy("ebsco")
    written = write_strategy(source, "ebsco")
    assert [line.written.tree for line in written.lines] == [each.tree for each in source.blocks]
    again = read_strategy(written.numbered, "ebsco").strategy
    assert again is not None
    assert [each.tree for each in again.blocks[:-1]] == [each.tree for each in source.blocks]
