"""What can be typed after `plethu`, help, and what is said of anything else."""

import re
import tomllib
from importlib import import_module

import pytest

import plethu as package
from plethu.cli.commands import COMMANDS, module_of
from plethu.cli.usage import Command, Option, WrongUse, language_of, nearest, read_arguments
from plethu.wording import has

from .command_line import Typed

COPY = Command(
    "copy",
    ("FROM",),
    ("TO",),
    (Option("fast"), Option("as", "FORM", ("a", "b"), default="a"), Option("set", "X", many=True)),
)


def refused(*typed: str) -> WrongUse:
    with pytest.raises(WrongUse) as caught:
        read_arguments(COPY, typed, "en")
    return caught.value


def test_arguments_and_options_in_any_order() -> None:
    given = read_arguments(COPY, ["--as", "b", "here", "--set=x=1", "--fast", "--set", "y", "there"], "en")
    assert (given["FROM"], given["TO"], given["as"], given["fast"]) == ("here", "there", "b", "yes")
    assert given.options["set"] == ["x=1", "y"]


def test_what_is_left_out_is_empty_or_has_its_default() -> None:
    given = read_arguments(COPY, ["here"], "en")
    assert (given["TO"], given["as"], given["fast"], given["set"]) == ("", "a", "", "")


def test_after_two_dashes_everything_is_an_argument_and_one_dash_is_one() -> None:
    assert read_arguments(COPY, ["--", "--fast", "-"], "en").arguments == {"FROM": "--fast", "TO": "-"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ((), "argument-missing"),
        (("a", "b", "c"), "argument-too-many"),
        (("a", "--quick"), "unknown-option"),
        (("a", "-f"), "unknown-option"),
        (("a", "--as"), "option-needs-value"),
        (("a", "--as="), "not-a-choice"),
        (("a", "--as", "c"), "not-a-choice"),
        (("a", "--as", "a", "--as", "b"), "option-twice"),
        (("a", "--fast=yes"), "option-without-value"),
    ],
)
def test_wrong_use_is_refused(typed: tuple[str, ...], code: str) -> None:
    error = refused(*typed)
    assert (error.code, error.command) == (code, "copy")
    assert has(f"command.wrong.{code}")


def test_a_near_miss_is_suggested() -> None:
    assert refused("a", "--fats").values["near"] == "--fast"
    assert nearest("advize", COMMANDS) == "advise"
    assert nearest("xyz", COMMANDS) == ""


@pytest.mark.parametrize(
    ("typed", "environment", "language"),
    [
        ([], {}, "en"),
        (["advise", "--lang", "cy"], {}, "cy"),
        (["--lang=cy", "help"], {"LANG": "en_GB"}, "cy"),
        (["--lang", "fr"], {"LANGUAGE": "cy"}, "cy"),
        ([], {"LANGUAGE": "cy:en"}, "cy"),
        ([], {"LANGUAGE": "en:cy"}, "en"),
        ([], {"LANGUAGE": "fr:cy"}, "cy"),
        ([], {"LC_ALL": "cy_GB.UTF-8"}, "cy"),
        ([], {"LANGUAGE": "", "LC_ALL": "C", "LANG": "cy_GB"}, "en"),
        ([], {"LANG": "cy_GB.UTF-8"}, "cy"),
        (["--lang", "en"], {"LANGUAGE": "cy"}, "en"),
    ],
)
def test_the_language_comes_from_the_option_or_the_environment(typed, environment, language) -> None:
    assert language_of(typed, environment) == language


def test_the_version(plethu: Typed) -> None:
    assert plethu("--version") == (0, f"plethu {package.__version__}\n", "")


@pytest.mark.parametrize("typed", [(), ("--help",), ("-h",), ("help",), ("--lang", "en"), ("help", "--lang", "en")])
def test_help_names_every_command(plethu: Typed, typed: tuple[str, ...]) -> None:
    done = plethu(*typed)
    assert done.code == 0
    assert all(f"plethu {name} " in done.out for name in COMMANDS)
    assert "plethu serve" in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_on_each_command_names_all_it_takes(plethu: Typed, name: str) -> None:
    command = import_module(module_of(name)).COMMAND
    assert command.name == name
    english = plethu(*name.split(), "--help")
    assert english == plethu("help", *name.split())
    for word in (*command.arguments, *command.optional, *(f"--{o.name}" for o in command.options)):
        assert re.search(rf"^  {re.escape(word)}\b", english.out, re.MULTILINE), word
    assert max(map(len, english.out.splitlines())) <= 100
    welsh = plethu("help", *name.split(), "--lang", "cy")
    assert welsh.code == 0
    assert welsh.out != english.out
    assert "Cymraeg drafft" in welsh.out


def test_help_on_the_edition_commands(plethu: Typed) -> None:
    done = plethu("edition")
    assert done.code == 0
    assert "plethu edition check" in done.out
    assert "plethu advise" not in done.out
    assert plethu("help", "edition") == plethu("edition", "--help") == done


def test_help_on_a_command_of_the_site_is_its_own(plethu: Typed, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        plethu("help", "backup")
    assert ended.value.code == 0
    assert "FILE.tar" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        (["advize", "x"], "advise"),
        (["edition", "chekc"], "edition check"),
        (["help", "whatiff"], "whatif"),
        (["serv"], "serve"),
    ],
)
def test_an_unknown_command_is_refused_with_a_suggestion(plethu: Typed, typed: list[str], suggested: str) -> None:
    done = plethu(*typed)
    assert (done.code, done.out) == (2, "")
    assert f"`plethu {suggested}`" in done.err


def test_wrong_use_in_welsh_points_to_help(plethu: Typed) -> None:
    done = plethu("advise", "--lang", "cy")
    assert done.code == 2
    assert "SITUATION ar goll" in done.err
    assert "`plethu help advise`" in done.err


def test_a_command_of_the_site_is_found_by_its_entry_point(plethu: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    class Point:
        name = "fly"

        def load(self):
            return lambda argv: len(argv)

    points = lambda group, name=None: [Point()] if name in (None, "fly") else []  # noqa: E731
    monkeypatch.setattr(importlib.metadata, "entry_points", points)
    assert plethu("fly", "--help", "away", "now").code == 3


def test_the_entry_point_is_what_pyproject_says() -> None:
    from pathlib import Path

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"plethu": "plethu.cli.main:main"}
    assert not set(project["entry-points"]["plethu.commands"]) & set(COMMANDS)
