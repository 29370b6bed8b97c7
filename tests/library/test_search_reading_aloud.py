"""A search in plain words: what it finds is said, in both languages, for every kind of node."""

from __future__ import annotations

import pytest

from plethu.evidence.text import Language
from plethu.reporting.search_reading_aloud import as_lines, read_aloud
from plethu.searching.tree import (
    ANY,
    MAYBE,
    ONE,
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

COMMUNITY, SECTOR = Word(("community",)), Phrase((Word(("third",)), Word(("sector",))))
MANAGE = Word(("manag", ANY))


def lines(node: Node, language: Language = "en") -> list[str]:
    return list(as_lines(read_aloud(node, language)))


def test_a_block_is_read_as_a_list_of_what_it_finds() -> None:
    node = Or((COMMUNITY, SECTOR, Near((COMMUNITY, Or((MANAGE, Word(("run",))))), 2)))
    assert lines(node) == [
        "Finds records that mention any of these:",
        "- the word “community”",
        "- the words “third sector”, next to each other",
        "- these with at most 2 other words between them, in any order:",
        "  - the word “community”",
        "  - any of these:",
        "    - any word that begins with “manag”",
        "    - the word “run”",
    ]


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (Word(("colo", MAYBE, "r")), "any word like “colo(_)r”: (_) stands for one letter or none"),
        (Word(("wom", ONE, "n")), "_ stands for one letter"),
        (Word(("a", Wildcard(0, 3))), "(…) stands for some letters"),
        (Word((ANY, "ship")), "any word that ends with “ship”"),
        (Phrase((COMMUNITY, Word(("garden", ANY)))), "“community garden…”, next to each other: … stands for any"),
        (Phrase((MANAGE,)), "any word that begins with “manag”"),
        (Unquoted((COMMUNITY, MANAGE), "and"), "all of the words “community manag…”, anywhere"),
        (Unquoted((COMMUNITY, MANAGE), "near", 5), "at most 5 other words between"),
        (Unquoted((COMMUNITY, MANAGE), "mapped"), "may also look up under other words"),
        (Unquoted((COMMUNITY, MANAGE), "phrase"), "next to each other"),
        (Near((COMMUNITY, SECTOR), 0), "next to each other, in either order"),
        (Near((COMMUNITY, SECTOR), 0, ordered=True), "next to each other, in this order"),
        (Near((COMMUNITY, SECTOR), 1), "at most one other word between them, in any order"),
        (Near((COMMUNITY, SECTOR), 1, ordered=True), "in this order, with at most one other word"),
        (Near((COMMUNITY, SECTOR), 4, ordered=True), "in this order, with at most 4 other words"),
        (Not(COMMUNITY, SECTOR), "the first of these but not the second"),
        (Fielded(COMMUNITY, frozenset({"abstract", "title"})), "in the title or abstract:"),
        (Heading("Volunteers", "mesh", explode=True), "“Volunteers” or any narrower one"),
        (Dated("2020-03", "2023-07"), "Finds records published from 2020-03 to 2023-07"),
        (Dated("2020", ""), "published in or after 2020"),
        (Dated("", "2020"), "published in or before 2020"),
        (InLanguage(("en", "cy")), "written in: en, cy"),
        (And((Line("A"), Line("B"))), "- whatever block B finds"),
    ],
)
def test_each_kind_of_part_says_what_it_does(node: Node, said: str) -> None:
    assert said in "\n".join(lines(node))


def test_it_is_read_in_welsh_too() -> None:
    said = lines(Or((MANAGE, SECTOR)), "cy")
    assert said[0] == "Mae'n canfod cofnodion sy'n sôn am unrhyw un o'r rhain:"
    assert said[1] == "- unrhyw air sy'n dechrau gyda “manag”"
