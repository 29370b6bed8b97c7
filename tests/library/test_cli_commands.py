"""Each command does what it says, in both languages, for people and for programs."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plethu.evidence.text import Language
from plethu.framework.advising import advise
from plethu.framework.checking import kinds
from plethu.framework.editions import DEFAULT, default_edition, editions_folder, example_situations
from plethu.framework.reading import read_edition
from plethu.framework.schemas import schema_of

from .command_line import Typed

FOLDER = editions_folder() / DEFAULT
EXAMPLES = FOLDER / "situations"
EDITION = default_edition()
FORMATS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "html": b"<!doctype html>", "md": b"# "}


@pytest.mark.parametrize("name", ["rural", "urban", "new", "strained", "mandated", "mature"])
def test_advice_in_words_names_the_lanes_and_every_action(plethu: Typed, name: str) -> None:
    done = plethu("advise", EXAMPLES / f"{name}.toml")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(example_situations(EDITION)[name].name)
    assert all(action.name.en.split(" ")[0] in done.out for action in EDITION.actions)
    assert "not made or endorsed" in " ".join(done.out.split())
    assert "--details" in done.out


def test_details_say_what_it_rests_on(plethu: Typed) -> None:
    short, long = (plethu("advise", EXAMPLES / "rural.toml", *more).out for more in ([], ["--details"]))
    assert len(long) > 5 * len(short)
    assert "Q0" in long


def test_documents_are_short_but_for_full(plethu: Typed) -> None:
    asked = ("advise", EXAMPLES / "rural.toml", "--format", "md")
    short, full = (plethu(*asked, *more).out for more in ([], ["--full"]))
    assert len(full) > 2 * len(short)
    assert "Appendix" in full
    assert "Appendix" not in short.replace("has an appendix", "")
    assert "Made on " in short


def test_an_edition_that_is_none_is_refused_in_a_sentence(plethu: Typed, tmp_path: Path) -> None:
    for command in (["advise", EXAMPLES / "new.toml", "--edition", tmp_path], ["edition", "check", tmp_path]):
        done = plethu(*command)
        assert done.code == 2
        assert done.err.splitlines() == [f"{tmp_path}: this folder is not an edition. There is no edition.toml in it."]


def test_what_is_wrong_in_an_edition_is_named_with_its_folder(plethu: Typed, tmp_path: Path) -> None:
    copy = shutil.copytree(FOLDER, tmp_path / "mine")
    (copy / "actions.toml").write_text("x = [", "utf-8")
    done, checked = plethu("advise", EXAMPLES / "new.toml", "--edition", copy), plethu("edition", "check", copy)
    assert done.err.startswith(f"{copy / 'actions.toml'}:1: ")
    assert done.err == checked.err


def test_advice_in_welsh_says_that_it_is_a_draft(plethu: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = plethu("advise", EXAMPLES / "rural.toml", "--lang", "cy")
    assert "Nawr" in asked.out
    assert "drafft" in asked.out
    monkeypatch.setenv("LC_ALL", "cy_GB.UTF-8")
    assert plethu("advise", EXAMPLES / "rural.toml") == asked


def test_advice_as_json_meets_the_published_schema(plethu: Typed) -> None:
    schema = json.loads(plethu("schema", "advice").out)
    advice = json.loads(plethu("advise", EXAMPLES / "rural.toml", "--format", "json").out)
    assert schema == json.loads(json.dumps(schema_of("advice")))
    assert [*Draft202012Validator(schema).iter_errors(advice)] == []
    assert advice["notice"]["en"] == EDITION.notice.en
    assert (advice["edition"], advice["edition_hash"]) == (EDITION.id, EDITION.hash)
    assert len(advice["actions"]) == 21


@pytest.mark.parametrize("format", FORMATS)
def test_advice_as_a_document(plethu: Typed, tmp_path: Path, format: str) -> None:
    target = tmp_path / "new folder" / f"advice.{format}"
    done = plethu("advise", EXAMPLES / "new.toml", "--format", format, "--output", target)
    assert done == (0, "", "")
    assert target.read_bytes().lower().startswith(FORMATS[format].lower())
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("format", ["docx", "pdf", "xlsx"])
def test_a_binary_document_needs_a_file(plethu: Typed, format: str) -> None:
    done = plethu("advise", EXAMPLES / "new.toml", "--format", format)
    assert (done.code, done.out) == (2, "")
    assert "--output" in done.err


def test_a_situation_from_standard_input(plethu: Typed) -> None:
    data = (EXAMPLES / "rural.toml").read_bytes()
    assert plethu("advise", "-", stdin=data) == plethu("advise", EXAMPLES / "rural.toml")


def test_an_edition_from_a_file_and_from_the_environment(
    plethu: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "edition.json"
    assert plethu("edition", "build", FOLDER, "--output", built).out.rstrip().endswith(EDITION.hash)
    assert read_edition(built).hash == EDITION.hash
    expected = plethu("advise", EXAMPLES / "new.toml", "--format", "json")
    assert plethu("advise", EXAMPLES / "new.toml", "--format", "json", "--edition", built) == expected
    default_edition.cache_clear()
    monkeypatch.setenv("PLETHU_EDITION", str(tmp_path / "nothing.json"))
    assert plethu("advise", EXAMPLES / "new.toml").code == 2
    monkeypatch.delenv("PLETHU_EDITION")
    default_edition.cache_clear()


def test_whatif_says_what_another_answer_changes(plethu: Typed) -> None:
    done = plethu("whatif", EXAMPLES / "rural.toml", "--set", "answers.purpose=shared")
    assert done.code == 0
    assert "“Leadership and shared decision-making” moves from “Next” to “Now”." in done.out
    assert "Do the partners share an aim beyond working together? Yes" in done.out


@pytest.mark.parametrize(
    ("setting", "part", "key", "second"),
    [
        ("in_place.grant-funding=in-place", "in_place", "grant-funding", "in-place"),
        ("have.joint-mapping=yes", "have", "joint-mapping", "true"),
        ("today.trust=strong", "today", "trust", "strong"),
        ("answers.aims=environment, poverty-stigma", "answers", "aims", "environment|poverty-stigma"),
        ("answers.funding=none", "answers", "funding", "|"),
        ("answers.maturity=", "answers", "maturity", None),
        ("capacity=plenty", "capacity", "", "plenty"),
        ("route=doing-first", "route", "", "doing-first"),
        ("difficulties=done-twice", "difficulties", "done-twice", "true"),
    ],
)
def test_every_part_of_a_situation_can_be_set(
    plethu: Typed, setting: str, part: str, key: str, second: str | None
) -> None:
    done = plethu("whatif", EXAMPLES / "strained.toml", "--set", setting, "--format", "json")
    assert done.code == 0, done.err
    changes = {(c["part"], c["key"]): c["second"] for c in json.loads(done.out)["answers"]}
    assert changes[part, key] == second


def test_the_answer_none_of_a_scale_is_an_answer(plethu: Typed) -> None:
    done = plethu("whatif", EXAMPLES / "urban.toml", "--set", "answers.purpose=none", "--format", "json")
    assert [c["second"] for c in json.loads(done.out)["answers"]] == ["none"]


def test_a_setting_that_changes_nothing_says_so(plethu: Typed) -> None:
    done = plethu("whatif", EXAMPLES / "rural.toml", "--set", "answers.geography=rural")
    assert "changes nothing" in done.out


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("answers.maturity=erly", "“erly”"),
        ("answers.ripeness=early", "“ripeness”"),
        ("answers.maturity=early,mature", "--set: answers.maturity"),
        ("in_place.nothing=started", "“nothing”"),
        ("have.joint-mapping=perhaps", "--set: have"),
        ("capacity=lots", "“lots”"),
        ("answer.maturity=early", "“answers”"),
        ("maturity", "“maturity”"),
        ("answers=early", "PART.KEY=VALUE"),
        ("capacity.x=little", "PART.KEY=VALUE"),
        ("overrides.grant-funding=now", "overrides"),
    ],
)
def test_a_setting_that_is_none_is_refused(plethu: Typed, setting: str, said: str) -> None:
    done = plethu("whatif", EXAMPLES / "rural.toml", "--set", setting)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_whatif_alone_lists_the_answers_that_matter_most(plethu: Typed) -> None:
    done = plethu("whatif", EXAMPLES / "new.toml", "--most", "3", "--format", "json")
    found = json.loads(done.out)
    counts = [len(answer["moves"]) for answer in found["answers"]]
    assert len(counts) == 3
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0
    words = plethu("whatif", EXAMPLES / "new.toml", "--most", "3").out
    assert f"of {found['tried']} tried" in words
    assert "  3. " in words
    assert "  4. " not in words


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5", "99999999999999999999", "²"])
def test_the_number_of_answers_has_to_be_one(plethu: Typed, number: str) -> None:
    assert plethu("whatif", EXAMPLES / "new.toml", f"--most={number}").code == 2


@pytest.mark.parametrize("language", ["en", "cy"])
def test_compare_sets_two_situations_side_by_side(plethu: Typed, language: Language) -> None:
    paths = [EXAMPLES / ("cy" if language == "cy" else ".") / f"{name}.toml" for name in ("urban", "rural")]
    words = plethu("compare", *paths, "--lang", language)
    assert words.code == 0
    assert all(
        situation.name in words.out
        for situation in (example_situations(EDITION, language)[n] for n in ("urban", "rural"))
    )
    found = json.loads(plethu("compare", *paths, "--format", "json").out)
    urban, rural = (set(found[which]["actions"]) for which in ("first", "second"))
    assert set(found["compared"]["both"]) == urban & rural
    assert set(found["compared"]["only_second"]) == rural - urban
    assert "answers" in {difference["part"] for difference in found["compared"]["answers"]}


def test_the_examples_are_listed_and_printed(plethu: Typed) -> None:
    listed = plethu("examples").out.splitlines()
    assert [line.split()[0] for line in listed] == sorted(example_situations(EDITION))
    assert plethu("examples", "rural").out == (EXAMPLES / "rural.toml").read_text("utf-8")
    assert plethu("examples", "rural", "--lang", "cy").out == (EXAMPLES / "cy" / "rural.toml").read_text("utf-8")
    missing = plethu("examples", "rurl")
    assert missing.code == 2
    assert "Did you mean “rural”?" in missing.err


@pytest.mark.parametrize("kind", ["edition", "situation", "advice"])
def test_the_schemas_are_printed(plethu: Typed, kind: str) -> None:
    schema = json.loads(plethu("schema", kind).out)
    Draft202012Validator.check_schema(schema)
    assert plethu("schema", "plan").code == 2


def test_an_edition_that_holds_together_is_said_to_and_its_welsh_counted(plethu: Typed) -> None:
    done = plethu("edition", "check", FOLDER)
    assert done.code == 0
    assert f"({EDITION.id} {EDITION.version}) holds together" in done.out
    assert "  actions: " in done.out
    assert plethu("edition", "check", "default") == plethu("edition", "check") == done


def test_a_broken_edition_is_told_by_file_line_and_field_all_at_once(plethu: Typed, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "mine"))
    for name, old, new in (
        ("actions.toml", 'phase = "review"', 'phase = "revue"'),
        ("findings.csv", "F042,information-gathering", "F042,information-gatherin"),
    ):
        text = (copy / name).read_text("utf-8")
        (copy / name).write_text(text.replace(old, new, 1), "utf-8")
    line = (copy / "actions.toml").read_text("utf-8").split('phase = "revue"')[0].count("\n") + 1
    done = plethu("edition", "check", copy)
    assert (done.code, done.out) == (2, "")
    assert f"{copy / 'actions.toml'}:{line}: phase: “revue” is not one of its values." in done.err
    assert plethu("advise", EXAMPLES / "new.toml", "--edition", copy).code == 2


def test_show_gives_a_list_for_every_kind(plethu: Typed) -> None:
    whole = json.loads(plethu("edition", "show", FOLDER, "--format", "json").out)
    for kind, items in kinds(EDITION).items():
        assert isinstance(whole[kind], list)
        assert len(whole[kind]) == len(items)
    assert (
        json.loads(plethu("edition", "show", "default", "--kind", "findings", "--format", "json").out)
        == whole["findings"]
    )
    words = plethu("edition", "show", "--kind", "actions").out
    assert len(words.splitlines()) == 21
    assert "information-gathering  Information gathering" in words
    assert "findings: 280" in plethu("edition", "show").out
    assert "Did you mean “findings”?" in plethu("edition", "show", "--kind", "finding").err


def test_every_kind_can_be_shown_in_words(plethu: Typed) -> None:
    for kind in EDITION.__struct_fields__:
        assert plethu("edition", "show", "--kind", kind).code == 0


def test_diff_says_what_changed_and_which_advice(plethu: Typed, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "mine"))
    text = (copy / "stage_fit.csv").read_text("utf-8")
    (copy / "stage_fit.csv").write_text(
        text.replace("long-term-planning,start;establish", "long-term-planning,mature").replace(
            "long-term-planning,establish", "long-term-planning,mature"
        ),
        "utf-8",
    )
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(EXAMPLES / "rural.toml", own / "ours.toml")
    (own / "broken.toml").write_text('answers = "early"', "utf-8")
    done = plethu("edition", "diff", "default", copy, "--situations", own)
    assert done.code == 0, done.err
    assert "stage_fit long-term-planning, stages:" in done.out
    assert "“Long-term planning” moves from" in done.out
    assert str(own / "ours.toml") in done.out
    assert f"No advice can be compared for “{own / 'broken.toml'}”" in done.out
    found = json.loads(plethu("edition", "diff", "default", copy, "--format", "json").out)
    assert [(c["kind"], c["id"]) for c in found["entries"]["changed"]] == [("stage_fit", "long-term-planning")]
    assert {change["name"] for change in found["advice"]} == set(example_situations(EDITION))


def test_an_edition_does_not_differ_from_itself(plethu: Typed, tmp_path: Path) -> None:
    done = plethu("edition", "diff", "default", FOLDER)
    assert "The two editions hold the same." in done.out
    assert plethu("edition", "diff", "default", FOLDER, "--situations", tmp_path / "nowhere").code == 2


def test_the_desk_lists_what_is_not_settled(plethu: Typed) -> None:
    found = json.loads(plethu("edition", "desk", "--format", "json").out)
    assert len(found["queries"]) == len(EDITION.queries)
    assert {c["status"] for c in found["citations"]} == {c.status for c in EDITION.citations} - {"exact"}
    words = plethu("edition", "desk", FOLDER, "--lang", "cy").out
    assert all(f"  {query.id}  " in words for query in EDITION.queries)


def test_coverage_lists_what_has_no_welsh(plethu: Typed, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "mine"))
    text = (copy / "categories.toml").read_text("utf-8")
    start = text.index("role = ")
    cut = text[: text.index(", cy", start)] + " }" + text[text.index("\n", start) :]
    (copy / "categories.toml").write_text(cut, "utf-8")
    first = tomllib.loads(cut)["categories"][0]["id"]
    assert f"{first}.role" in plethu("edition", "coverage", copy).out


def test_build_writes_nothing_of_a_broken_edition(plethu: Typed, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "mine"))
    (copy / "voices.toml").unlink()
    assert plethu("edition", "build", copy, "--output", tmp_path / "out.json").code == 2
    assert not (tmp_path / "out.json").exists()
    assert plethu("edition", "build", FOLDER).code == 2


def test_the_command_line_gives_the_advice_of_the_library(plethu: Typed) -> None:
    situation = example_situations(EDITION)["mature"]
    lanes = {a.action: a.lane for a in advise(EDITION, situation).actions}
    found = json.loads(plethu("advise", EXAMPLES / "mature.toml", "--format", "json").out)
    assert {a["action"]: a["lane"] for a in found["actions"]} == lanes
