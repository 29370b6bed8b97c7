"""Sentences: the same codes and placeholders in both languages, one for every problem, and none that nobody says."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from plethu.evidence.problems import Problem
from plethu.evidence.text import Language
from plethu.wording import catalogue, has, is_reviewed, say
from plethu.wording.problems import explanation, problem_sentence

SOURCES = Path(__file__).parents[2] / "src" / "plethu"
PARTS = sorted(path.stem for path in (SOURCES / "wording" / "en").glob("*.py") if path.stem != "__init__")
LANGUAGES: tuple[Language, ...] = ("en", "cy")


def placeholders(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def problems_made() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Each `Problem(...)` and `Fault(...)` of the library: its code, its values if they stand there, where it is."""
    for path in sorted(SOURCES.rglob("*.py")):
        makers = ("Problem",) if "searching" in path.parts else ("Problem", "Fault")  # a search has faults of its own
        tree = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            dicts = {
                target.id: node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                    if node.args and isinstance(node.args[0], ast.Constant):
                        yield str(node.args[0].value), _values(node, dicts), f"{path.name}:{node.lineno}"


def _values(node: ast.Call, dicts: dict[str, ast.Dict]) -> frozenset[str] | None:
    given: ast.expr | None = node.args[4] if len(node.args) > 4 else None
    given = next((keyword.value for keyword in node.keywords if keyword.arg == "values"), given)
    if given is None:
        return frozenset()
    found = dicts.get(given.id) if isinstance(given, ast.Name) else given
    if not isinstance(found, ast.Dict):
        return None
    return frozenset(str(key.value) for key in found.keys if isinstance(key, ast.Constant))


MADE = list(problems_made())


def test_there_are_both_catalogues_of_every_part() -> None:
    welsh = sorted(path.stem for path in (SOURCES / "wording" / "cy").glob("*.py") if path.stem != "__init__")
    assert welsh == PARTS


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_have_the_same_codes_and_placeholders(part: str) -> None:
    english, welsh = (catalogue(part, language) for language in LANGUAGES)
    assert list(english) == list(welsh)
    assert not [code for code in english if placeholders(english[code]) != placeholders(welsh[code])]


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_can_be_said_by_its_code(part: str) -> None:
    for language in LANGUAGES:
        for code, template in catalogue(part, language).items():
            said = say(code, language, **dict.fromkeys(placeholders(template), "X"))
            assert said.strip() == said or part == "commands" or code == "answer.sentence", code
            assert "{" not in said, code


@pytest.mark.parametrize("part", PARTS)
def test_no_welsh_is_left_in_english(part: str) -> None:
    frames = {"{", "“"}  # templates without a word of their own are alike
    english, welsh = (catalogue(part, language) for language in LANGUAGES)
    same = [code for code in english if english[code] == welsh[code] and english[code][0] not in frames]
    assert not same


def test_placeholders_in_welsh_are_kept_from_mutation() -> None:
    """A name stands in quotation marks or apart; what stands bare inside a sentence is a clause made for the place."""
    bare = (
        "{answers}",
        "{Answers}",
        "{items}",
        "{item}",
        "{wanted}",
        "{where}",
        "{before}",
        "{last}",
        "{values}",
        "{step}",
    )
    for code, template in catalogue("advice", "cy").items():
        for name in placeholders(template):
            place = template.index(f"{{{name}}}")
            before = template[:place]
            quoted = before.endswith("“")
            apart = before.endswith((": ", "? ", ". ", "(")) or not before
            assert quoted or apart or f"{{{name}}}" in bare, f"{code}: {name}"


def test_an_unknown_code_and_a_missing_value_are_errors() -> None:
    with pytest.raises(KeyError):
        say("reason.no-such-thing", "en")
    with pytest.raises(KeyError):
        say("need.waived", "en", other="X")


def test_values_are_not_read_as_templates() -> None:
    assert say("need.waived", "en", end="{0}{end.__class__}").startswith("“{0}{end.__class__}”")


def test_catalogues_are_loaded_only_when_asked_for() -> None:
    code = (
        "import sys; import plethu.wording as w\n"
        "assert not [m for m in sys.modules if m.startswith(('plethu.wording.en', 'plethu.wording.cy'))]\n"
        "w.say('lane-meaning.now', 'en')\n"
        "assert 'plethu.wording.cy.advice' not in sys.modules and 'plethu.wording.en.problems' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=SOURCES.parent)
    assert done.returncode == 0, done.stderr


def test_reviewed_welsh_is_in_the_catalogues() -> None:
    from plethu.wording.cy import REVIEWED

    assert all(has(code) for code in REVIEWED)
    assert not is_reviewed("no.such.code")


# Problems


def test_problems_are_found_in_the_sources() -> None:
    assert len({code for code, _, _ in MADE}) > 25


@pytest.mark.parametrize("code", sorted({code for code, _, _ in MADE}))
def test_every_problem_has_a_sentence(code: str) -> None:
    assert has(f"problem.{code}")


@pytest.mark.parametrize(("code", "given", "where"), MADE)
def test_a_problem_brings_all_that_its_sentence_needs(code: str, given: frozenset[str] | None, where: str) -> None:
    if given is not None:
        assert set(placeholders(catalogue("problems", "en")[f"problem.{code}"])) <= given | {"id"}, where


def test_every_sentence_about_a_problem_has_its_problem() -> None:
    made = {code for code, _, _ in MADE} | {"line", "entry", "unexplained"}
    said = {code.split(".")[1] for code in catalogue("problems", "en") if code.startswith("problem.")}
    assert said == made


def test_a_problem_is_told_with_file_line_and_field() -> None:
    problem = Problem("wrong-type", "situation.toml", 7, "answers.stage", {"expected": "array", "found": "int"})
    assert problem_sentence(problem, "en") == (
        "situation.toml, line 7, answers.stage: The value is of the wrong kind. It should be: a list. "
        "It is: a whole number."
    )
    assert problem_sentence(problem, "cy").startswith("situation.toml, llinell 7, answers.stage: Mae'r gwerth")


def test_a_problem_of_an_edition_names_its_entry() -> None:
    problem = Problem("wrong-operator", "relations.csv", 3, "when", {
        "id": "Q001", "operator": "at-least", "dimension": "money", "kind": "set",
    })  # fmt: skip
    assert problem_sentence(problem, "en").startswith("relations.csv, line 3, when, entry Q001: ")
    assert "Choice of several" in problem_sentence(problem, "en")
    assert "Dewis o sawl un" in problem_sentence(problem, "cy")


def test_more_is_said_where_more_is_known() -> None:
    known = Problem("unknown-value", "s", values={"value": "x", "known": "a, b"})
    assert explanation(known, "en").endswith("Its values are: a, b.")
    assert "Its values" not in explanation(Problem("unknown-value", "s", values={"value": "x"}), "en")


def test_a_number_in_a_problem_stays_a_number() -> None:
    assert "3 cells" in explanation(Problem("row-length", "f", values={"found": "3", "expected": "5"}), "en")


def test_a_code_nobody_has_worded_is_still_told() -> None:
    assert "(new-code)" in problem_sentence(Problem("new-code", "f"), "cy")


def test_what_was_written_by_others_is_no_template() -> None:
    assert "“{value}”" in explanation(Problem("unknown-id", "f", values={"value": "{value}"}), "en")
