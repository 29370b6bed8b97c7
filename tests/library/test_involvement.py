"""The log of involvement in ACTIVE's terms: its picture, what it leaves out, its words."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence import involvement
from plethu.evidence.involvement import LEVELS, STAGES, Involvement, picture, stages_without_anybody, undescribed
from plethu.evidence.text import Text
from plethu.reporting.figures import involvement as figure
from plethu.reporting.involvement_words import COLUMNS, as_markdown, rows
from plethu.terms import TERMS

POLL = Involvement(
    "poll", Text("A poll of members", "Arolwg barn", "reviewed"), ("partners",), people=41, recruitment="closed",
    approach="one-time", contact="indirect", stages=("protocol", "search-plan"), level="influencing",
    methods=Text("Four questions by a link", "", "reviewed"), dates="2023-01",
)  # fmt: skip
TALK = Involvement("talk", Text("A talk"), stages=("uptake",), level="receiving")
ENTRIES = st.lists(
    st.builds(
        Involvement, st.text("ab", min_size=1), st.builds(Text, st.text(max_size=9)),
        stages=st.sets(st.sampled_from(STAGES)).map(tuple), level=st.sampled_from(["", *LEVELS]),
    ),
    max_size=6,
)  # fmt: skip


def test_an_entry_stands_in_each_of_its_stages_at_its_level() -> None:
    places = [(cell.stage, cell.level) for cell in picture([POLL, TALK]) if POLL in cell.entries]
    assert places == [("protocol", "influencing"), ("search-plan", "influencing")]


@settings(max_examples=50, deadline=None)
@given(ENTRIES)
def test_the_picture_holds_every_described_entry_and_has_a_place_for_all(entries: list[Involvement]) -> None:
    cells = picture(entries)
    assert len(cells) == len(STAGES) * len(LEVELS)
    counted = sum(len(cell.entries) for cell in cells)
    assert counted == sum(len(entry.stages) for entry in entries if entry.level)


@settings(max_examples=30, deadline=None)
@given(ENTRIES, st.sampled_from(["en", "cy"]))
def test_the_drawing_shows_the_numbers_of_its_table(entries: list[Involvement], language: str) -> None:
    twin = figure.rows(entries, language)  # type: ignore[arg-type]
    drawn = ET.fromstring(figure.svg(entries, language))  # type: ignore[arg-type]  # our own drawing
    circles = [part for part in drawn.iter() if part.tag.endswith("circle")]
    full = {(cell.stage, cell.level) for cell in picture(entries) if cell.entries}
    assert len(circles) == len(full)
    assert [len(row) for row in twin.rows] == [len(LEVELS) + 1] * len(STAGES)
    assert not [part for part in drawn.iter() if "style" in part.attrib]


def test_what_is_left_out_is_named() -> None:
    assert list(undescribed(POLL)) == []
    assert list(undescribed(TALK)) == ["who", "recruitment", "approach", "contact", "methods"]
    assert "question" in stages_without_anybody([POLL, TALK])
    assert "uptake" not in stages_without_anybody([POLL, TALK])


def test_the_appendix_says_all_of_it_and_names_the_framework() -> None:
    english, welsh = as_markdown([POLL, TALK], "en"), as_markdown([POLL, TALK], "cy")
    for words in ("10.1177/1355819619841647", "A poll of members", "Closed: by invitation", "41", "Influencing",
                  "Not described: Who", "Nobody was involved at these stages: Developing the question"):  # fmt: skip
        assert words in english
    assert "## Arolwg barn" in welsh
    assert "Dylanwadu" in welsh


def test_a_row_has_a_cell_for_each_column() -> None:
    (row,) = rows([POLL])
    cells = dict(zip(COLUMNS, row, strict=True))
    assert (cells["stages"], cells["people"], cells["title_cy"]) == ("protocol; search-plan", "41", "Arolwg barn")


@pytest.mark.parametrize(
    ("group", "kind"),
    [("involvement-who", "Group"), ("recruitment", "Recruitment"), ("approach", "Approach"), ("contact", "Contact"),
     ("review-stage", "Stage"), ("involvement-level", "Level")],
)  # fmt: skip
def test_every_code_has_a_term(group: str, kind: str) -> None:
    assert {f"{group}.{code}" for code in get_args(getattr(involvement, kind))} <= set(TERMS)
