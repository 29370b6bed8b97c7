"""Advice in a terminal and as Markdown."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from msgspec.structs import replace

from plethu.evidence.text import Language
from plethu.framework.advising import advise
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.situation import Override
from plethu.reporting.plain import as_markdown, as_text
from plethu.reporting.telling import tell
from plethu.reporting.told import Told

from .small import SITUATIONS, SMALL
from .told_sample import told as sample
from .told_sample import with_nothing

LANGUAGES: tuple[Language, ...] = ("en", "cy")
HOSTILE = "\x1b[31mred\x1b[0m <script>x</script> | *bold* `code` [link](http://x) \u202eback"


def told(language: Language = "en") -> Told:
    return tell(advise(SMALL, SITUATIONS["new"]), SMALL, language)


def test_lanes_come_first_with_what_is_said_of_each_action() -> None:
    text = as_text(told())
    lanes = [text.index(f"\n{name}\n---") for name in ("Now", "Next", "Later", "Keep going")]
    assert lanes == sorted(lanes)
    assert text.startswith("Vale Together\n=============\nA small edition\n")
    assert "  * Listening (Fits with care) [Start here]\n    “Statement F2”; you answered" in text


def test_reasons_stand_under_each_action_with_their_grounds() -> None:
    text = re.sub(r"\s+", " ", as_text(told()))
    assert "Statement F1. You answered “It is new” (Stage). (stated in the report)" in text
    assert re.search(r"F1 \(Review\)\. .*A council.* 1a Listening.* Jones, 2020", text)


def test_without_details_only_the_lanes_are_told() -> None:
    short = as_text(told(), details=False)
    assert "Listening" in short
    assert "A start." in short
    assert "Made up for tests." in short
    assert "Statement F1" not in short
    assert len(short) < len(as_text(told())) / 2


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_asked(width: int, language: Language) -> None:
    lines = [
        line for line in as_text(sample(language), width).splitlines() if len(line.split()) > 1
    ]  # a word stays whole
    assert max(map(len, lines)) <= width


def test_nothing_a_user_wrote_can_steer_a_terminal() -> None:
    text = as_text(sample("en", hostile=HOSTILE))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_nothing_a_user_wrote_is_markup_in_markdown() -> None:
    text = as_markdown(sample("en", hostile=HOSTILE))
    assert "<script" not in text
    assert r"\*bold\* \`code\` \[link\](http://x)" in text
    assert r"\|" in text


@pytest.mark.parametrize("start", ["# Title", "- item", "1. first", "+ more"])
def test_no_line_of_markdown_begins_by_chance(start: str) -> None:
    situation = replace(SITUATIONS["new"], purpose=start)
    lines = as_markdown(tell(advise(SMALL, situation), SMALL, "en")).splitlines()
    assert start not in lines
    assert any(line.replace("\\", "") == start for line in lines)


def test_markdown_has_headings_lists_and_tables() -> None:
    text = as_markdown(told())
    assert text.startswith("# Vale Together\n\nA small edition\n\n**Purpose:** Company for all.\n\n## Now\n")
    levels = [len(line.split(" ")[0]) for line in text.splitlines() if line.startswith("#")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert re.search(r"^\| Question \| Answer \|\n\| --- \| --- \|$", text, re.MULTILINE)
    assert "- **Listening** (Fits with care) [Start here]" in text


def test_english_inside_welsh_is_marked_in_markdown() -> None:
    assert '<span lang="en">Statement F2.</span>' in as_markdown(told("cy"))
    assert '<span lang="en">' not in as_markdown(told("en"))


def test_a_choice_of_ones_own_is_shown_beside_the_rules() -> None:
    situation = replace(SITUATIONS["new"], overrides={"agree": Override("later", "Too soon.")})
    text = as_text(tell(advise(SMALL, situation), SMALL, "en"))
    assert "Own choice: Too soon; by the rule: Next" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_with_nothing_in_it_can_be_shown(language: Language) -> None:
    assert as_text(with_nothing(language))
    assert as_markdown(with_nothing(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_first_edition_can_be_shown(language: Language) -> None:
    edition = default_edition()
    for situation in example_situations(edition, language).values():
        shown = tell(advise(edition, situation), edition, language)
        text = as_text(shown)
        for action in edition.actions:
            assert action.name.text(language) in re.sub(r"\s+", " ", text)
        assert max(map(len, text.splitlines())) <= 80
        assert not re.search(r"[{}]|“”|\(\)|\.\.", text)
        assert as_markdown(shown).count("\n## ") >= 5
