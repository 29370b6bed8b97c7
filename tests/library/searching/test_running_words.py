"""Whatever running a search says has its sentence, in both languages, with the values that the sentence needs."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import plethu.searching.running as package
from plethu.evidence.text import Language
from plethu.searching.running import Text, why_missed
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import Fielded
from plethu.wording import catalogue, has
from plethu.wording.missed import failure_sentence, reason_sentence

from .running_samples import word

SOURCES = sorted(Path(package.__file__).parent.glob("*.py"))


def made(name: str) -> set[str]:
    """The codes with which something of this name is made; one chosen by a condition counts for both."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name and node.args:
                given = [node.args[0]]
                if isinstance(node.args[0], ast.IfExp):
                    given = [node.args[0].body, node.args[0].orelse]
                found |= {str(each.value) for each in given if isinstance(each, ast.Constant)}
    return found


def test_every_fault_and_every_reason_has_its_sentence() -> None:
    assert len(made("Fault")) > 10
    assert len(made("Reason")) > 6
    assert all(has(f"search.fault.{code}") for code in made("Fault"))
    assert all(has(f"search.missed.{code}") for code in made("Reason") | {"apart", "order", "date", "date-unknown"})


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_reason_names_fields_in_words(language: Language) -> None:
    asked = Fielded(word("trust"), frozenset({"title", "headings"}))
    strategy = Strategy("ovid", (Block("A", "", asked),))
    reason = why_missed(strategy, Text("x", {"abstract": "Trust"})).failures[0].reasons[0]
    said = reason_sentence(reason.code, reason.values, language)
    names = {
        "en": ("the abstract", "the subject headings, the title"),
        "cy": ("y crynodeb", "y penawdau pwnc, y teitl"),
    }
    assert all(name in said for name in (*names[language], "“Trust”"))


def test_a_line_says_where_nothing_came_near_and_what_would_have_done() -> None:
    assert failure_sentence("B", [], "en", ["C"]) == (
        "Line “B” does not find it, nor does any line that could stand in for it (C). "
        "Nothing in the record comes near to any term of this line."
    )
    assert failure_sentence("B", [], "cy").startswith("Nid yw llinell “B” yn ei ganfod. Nid oes dim")


def test_placeholders_of_reasons_are_values_that_reasons_have() -> None:
    known = {"term", "found", "field", "k", "between", "missing", "asked", "start", "end", "block", "reasons", "others"}
    for code, template in catalogue("search_run", "en").items():
        if code.startswith("search.missed."):
            assert {name for _, name, _, _ in Formatter().parse(template) if name} <= known, code
