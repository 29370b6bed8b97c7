"""The worked example: the report's protocol, whole in both languages, with what the report says in two ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plethu.evidence.protocol import texts_of, without_welsh
from plethu.evidence.protocol_doubts import doubts
from plethu.framework.editions import default_edition, example_protocol
from plethu.framework.protocol_file import write_protocol

from .command_line import Typed

EXAMPLE = example_protocol()
BY_ID = {strand.id: strand for strand in EXAMPLE.strands}


def test_it_is_whole_in_both_languages_and_marked_as_not_read() -> None:
    assert without_welsh(EXAMPLE) == 0
    assert {text.cy_status for text in texts_of(EXAMPLE)} == {"draft"}
    assert EXAMPLE.question.cy != EXAMPLE.question.en


def test_its_strands_are_those_of_the_edition() -> None:
    edition = {strand.id: strand for strand in default_edition().strands}
    for strand in EXAMPLE.strands:
        assert strand.name.en == edition[strand.id].name.en
        assert edition[strand.id].dates in {window.dates for window in strand.windows}


@pytest.mark.parametrize(
    ("code", "way"),
    [
        ("several-windows", (("strands", "pre-pandemic"),)),
        ("one-text-for-two", (("strands", "pre-pandemic"),)),
        ("no-updates", ()),
        ("no-routes", (("strands", "workshop"),)),
    ],
)
def test_what_the_report_says_in_two_ways_or_not_at_all_is_found(code: str, way: tuple[tuple[str, str], ...]) -> None:
    assert (code, way) in {(doubt.code, doubt.way) for doubt in doubts(EXAMPLE)}


def test_citation_searching_is_a_branch_of_its_own() -> None:
    for id in ("academic", "pre-pandemic"):
        kinds = [route.kind for route in BY_ID[id].routes]
        assert kinds.count("citation-searching") == 1
        assert kinds.count("database") == {"academic": 2, "pre-pandemic": 6}[id]


def test_five_values_each_have_a_commitment_and_what_was_done() -> None:
    assert len(EXAMPLE.commitments) == 5
    assert all(c.value.en and c.commitment.en and c.done.en for c in EXAMPLE.commitments)


def test_the_command_line_shows_it(plethu: Typed) -> None:
    shown = plethu("protocol", "default")
    assert shown.code == 0
    assert "Academic research" in shown.out
    assert "Two or more different periods are given." in shown.out
    assert "Astudiaethau achos o arfer" in plethu("protocol", "default", "--lang", "cy").out


def test_the_command_line_tells_what_changed(plethu: Typed, tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_bytes(write_protocol(EXAMPLE))
    held = json.loads(old.read_text("utf-8"))
    held["question"]["en"] = "Another question?"
    new.write_text(json.dumps(held), encoding="utf-8")
    told = plethu("protocol", str(old), str(new)).out
    assert "Changed: Question" in told
    assert "+ Another question?" in told
    assert plethu("protocol", str(old), str(old)).out == "The two protocols say the same.\n"


def test_a_file_that_is_no_protocol_is_refused_with_its_place(plethu: Typed, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('question = "x"\n', encoding="utf-8")
    shown = plethu("protocol", str(bad))
    assert (shown.code, shown.out) == (2, "")
    assert "bad.toml:1: question" in shown.err
