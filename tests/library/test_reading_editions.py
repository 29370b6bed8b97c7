"""Reading an edition: the first one whole; broken or hostile ones refused whole, with file and line."""

import dataclasses
import shutil
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.building import build_file
from plethu.framework.canonical import canonical
from plethu.framework.checking import coverage
from plethu.framework.editions import DEFAULT, default_edition, editions_folder, example_situations
from plethu.framework.reading import read_built, read_edition
from plethu.framework.schemas import schema_of

FOLDER = editions_folder() / DEFAULT
EDITION = default_edition()
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".toml", ".csv", ".json"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "edition"))


def problems(path: Path) -> list[Problem]:
    with pytest.raises(BadInput) as caught:
        read_edition(path)
    return list(caught.value.problems)


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence and give its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_first_edition_is_complete() -> None:
    counts = {
        kind: len(getattr(EDITION, kind)) for kind in ("categories", "actions", "findings", "relations", "tensions")
    }
    assert counts == {"categories": 3, "actions": 21, "findings": 280, "relations": 115, "tensions": 16}
    assert Counter(action.phase for action in EDITION.actions) == {"review": 15, "workshop": 6}
    assert Counter(source.strand for source in EDITION.sources) == {"academic": 35, "grey": 69}
    assert Counter(f.strand for f in EDITION.findings) == {"review": 117, "pre-pandemic": 17, "workshop": 146}
    assert Counter(case.tier for case in EDITION.case_studies) == {
        "wales-wide": 5,
        "regional": 26,
        "specific": 28,
        "none": 14,
    }
    assert len(EDITION.practices) >= 150
    assert len(EDITION.authorities) == 22
    assert len(EDITION.citations) == 61
    assert len(EDITION.open_points) == 63


def test_the_flow_is_that_of_figure_2() -> None:
    assert {s.id: s.included for s in EDITION.strands if s.flow_basis == "published totals"} == {
        "case-studies": 73,
        "grey": 69,
        "academic": 35,
        "pre-pandemic": 46,
    }


def test_every_statement_of_the_workshop_has_a_stance_with_its_basis() -> None:
    with_stance = [f for f in EDITION.findings if f.stance]
    assert {f.strand for f in with_stance} == {"workshop"}
    assert all(f.stance_basis in ("stated", "judged") for f in with_stance)


def test_every_finding_has_a_place_in_the_report() -> None:
    assert [f.id for f in EDITION.findings if not f.sections] == []


def test_what_has_to_be_in_welsh_is() -> None:
    required = {
        "categories", "actions", "concepts", "dimensions", "circumstances", "tensions", "difficulties", "glossary",
        "authorities", "strands", "caveats", "pages", "voices",
    }  # fmt: skip
    covered = {c.kind: c for c in coverage(EDITION)}
    assert {kind: covered[kind].missing for kind in required if covered[kind].missing} == {}
    assert not [r.id for r in EDITION.relations if not r.title.cy]


def test_no_welsh_is_called_reviewed_before_a_fluent_person_has_read_it() -> None:
    assert sum(c.reviewed for c in coverage(EDITION)) == 0


def test_the_example_situations_are_six_in_both_languages() -> None:
    english, welsh = example_situations(EDITION), example_situations(EDITION, "cy")
    assert set(english) == set(welsh) == {"rural", "urban", "new", "strained", "mandated", "mature"}
    for name, situation in english.items():
        words = {"name": "", "purpose": ""}
        assert dataclasses.replace(situation, **words) == dataclasses.replace(welsh[name], **words)


def test_a_built_edition_is_the_same_edition(tmp_path: Path) -> None:
    target = tmp_path / "built.json"
    build_file(FOLDER, target)
    built = read_edition(target)
    assert canonical(built) == canonical(EDITION)
    assert built.hash == EDITION.hash
    assert len(built.hash) == 64


def test_a_built_edition_meets_the_published_schema() -> None:
    validator = Draft202012Validator(schema_of("edition"))
    assert [*validator.iter_errors(msgspec.json.decode(canonical(EDITION)))] == []


def test_a_built_edition_that_was_touched_is_refused(tmp_path: Path) -> None:
    data = canonical(EDITION).replace(b"trust", b"tryst", 1)
    with pytest.raises(BadInput) as caught:
        read_built(data, "built.json")
    assert caught.value.problems[0].code == "not-as-built"


def test_an_unknown_key_in_a_built_edition_is_refused() -> None:
    with pytest.raises(BadInput):
        read_built(canonical(EDITION)[:-1] + b',"extra":1}', "built.json")


BREAKS = [
    ("findings.csv", ",echoed,", ",agreed,", "unknown-value", "stance"),
    ("findings.csv", "F042,information-gathering", "F042,information-gatherin", "unknown-reference", "action"),
    ("findings.csv", "F043,", "F042,", "doubled-id", "id"),
    ("conditions.csv", ",maturity,at-most,early", ",maturity,includes,early", "wrong-operator", "conditions"),
    ("conditions.csv", ",maturity,at-most,early", ",maturity,at-most,erly", "unknown-reference", "conditions"),
    ("conditions.csv", "F042,", "F999,", "unknown-reference", "finding"),
    (
        "relations.csv",
        "action:information-gathering,precedes",
        "action:nothing,precedes",
        "unknown-reference",
        "source",
    ),
    ("relations.csv", "funding includes terms-open", "funding has terms-open", "bad-condition", "when"),
    ("strands.toml", "left = 177", "left = 178", "wrong-sum", "branches"),
    ("actions.toml", 'phase = "review"', 'phase = "revue"', "unknown-value", "phase"),
    ("actions.toml", "order = 2", 'order = "two"', "wrong-type", "order"),
    ("actions.toml", "order = 2", 'order = 2\ncolour = "red"', "unknown-field", "colour"),
    ("actions.toml", "[[actions]]", "[[actions]", "not-toml", ""),
    ("case_studies.csv", ",2022,2022,", ",2022,2022-13,", "not-edtf", "date"),
    ("tensions.toml", '"F193"', '"F993"', "unknown-reference", "one_findings"),
    ("circumstances.toml", "asked = true", "asked = false", "need-never-met", "asked"),
    ("citations.csv", "C01,", "C01,\x00", "hidden-character", ""),
    ("glossary.toml", "id = ", "# \u202e\nid = ", "hidden-character", ""),
    ("sources.json", "[", "[[", "not-json", ""),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "field"), BREAKS)
def test_a_broken_edition_is_refused_with_file_line_and_field(
    copy: Path, file: str, old: str, new: str, code: str, field: str
) -> None:
    line = replace(copy / file, old, new)
    found = problems(copy)
    first = next(p for p in found if p.code == code)
    assert (first.file, first.field.split("[")[0]) == (file, field)
    assert first.line > 0
    if code not in ("not-json", "doubled-id"):  # those are found elsewhere than where they were made
        assert abs(first.line - line) <= (12 if file.endswith(".toml") else 1)


def test_all_problems_are_told_at_once(copy: Path) -> None:
    replace(copy / "findings.csv", ",echoed,", ",agreed,")
    replace(copy / "actions.toml", 'phase = "review"', 'phase = "revue"')
    (copy / "voices.toml").unlink()
    assert {p.file for p in problems(copy)} == {"findings.csv", "actions.toml", "voices.toml"}


def test_needs_that_go_in_a_circle_are_refused(copy: Path) -> None:
    path = copy / "relations.csv"
    row = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("Q015,"))
    swapped = row.replace("Q015,action:information-gathering,precedes,action:systems-thinking-and-mapping",
                          "Q900,action:systems-thinking-and-mapping,precedes,action:information-gathering")  # fmt: skip
    assert swapped != row
    with path.open("a", encoding="utf-8") as file:
        file.write(swapped + "\n")
    cycle = next(p for p in problems(copy) if p.code == "cycle")
    assert "information-gathering" in cycle.values["path"]


def test_a_missing_folder_or_a_zip_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path / "nothing")[0].code == "file-unreadable"
    (tmp_path / "edition.zip").write_bytes(b"PK\x03\x04\x14\x00\x00\x00\x08\x00\xff\xfe")
    assert problems(tmp_path / "edition.zip")[0].code == "archive"


def test_deep_nesting_is_refused(copy: Path) -> None:
    (copy / "sources.json").write_text("[" * 100_000, encoding="utf-8")
    (copy / "actions.toml").write_text("actions = " + "[" * 100_000, encoding="utf-8")
    assert {p.code for p in problems(copy)} <= {"too-deep", "not-json", "not-toml"}
    with pytest.raises(BadInput):
        read_built(b'{"id":' * 100_000, "built.json")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=400), st.integers(0, 2**31), st.booleans())
def test_any_damage_is_refused_or_read_but_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, name: str, noise: bytes, at: int, replacing: bool
) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("fuzz") / "edition"))
    data = (copy / name).read_bytes()
    start = at % (len(data) + 1)
    (copy / name).write_bytes(data[:start] + noise + data[start + (len(noise) if replacing else 0) :])
    try:
        read_edition(copy)
    except BadInput as error:
        assert all(p.file and p.code for p in error.problems)
    finally:
        shutil.rmtree(copy.parent)


def test_a_link_in_the_place_of_a_file_is_not_followed(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text("a,b\nsecret,words\n", encoding="utf-8")
    (copy / "authorities.csv").unlink()
    (copy / "authorities.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert [(p.code, p.file) for p in problems(copy)] == [("file-unreadable", "authorities.csv")]
