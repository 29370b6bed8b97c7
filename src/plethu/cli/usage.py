"""What a command takes: its arguments and options, read from what was typed.

Small and our own rather than argparse: it speaks both languages and costs a start nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Language


class Option(Frozen, frozen=True):
    """`--name VALUE`, or a bare `--name` where `value` is empty. `many` lets it be given more than once."""

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False
    default: str = ""


class Command(Frozen, frozen=True):
    """One command: its name, what has to follow it, what may follow (`optional`), and its options.

    `many` lets the last of its arguments be given several times.
    """

    name: str
    arguments: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    many: bool = False

    def option(self, name: str) -> Option | None:
        """The option of that name, without its dashes."""
        return next((option for option in self.options if option.name == name), None)


class Given(Frozen, frozen=True):
    """What somebody typed after a command, and the language in which to answer. `several`: what came for `many`."""

    language: Language
    arguments: dict[str, str]
    options: dict[str, list[str]]
    several: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        """The value of an argument or option; empty where it was not given."""
        return self.arguments.get(name) or next(iter(self.options.get(name, [])), "")


class WrongUse(Exception):
    """A command cannot be carried out as typed: a code of `plethu.wording`, and what goes into its sentence."""

    def __init__(self, code: str, command: str = "", **values: str) -> None:
        super().__init__(f"{code} {values}")
        self.code = code
        self.command = command
        self.values = values


class Refused(BadInput):
    """Bad input whose problems take more than a line each to say: `lines` gives them in a language."""

    def __init__(self, lines: Callable[[Language], Iterator[str]], *problems: Problem) -> None:
        super().__init__(*problems)
        self.lines = lines


LANG = Option("lang", "LANG", choices=("en", "cy"))
EDITION = Option("edition", "PATH")
OUTPUT = Option("output", "FILE")


def text_or_json(default: str = "text") -> Option:
    """The option to have a result for people or for programs."""
    return Option("format", "FORMAT", choices=("text", "json"), default=default)


def read_arguments(command: Command, typed: Sequence[str], language: Language) -> Given:
    """What was typed after a command. Raises WrongUse for anything the command does not take."""
    loose: list[str] = []
    options: dict[str, list[str]] = {}
    rest = list(typed)
    while rest:
        word = rest.pop(0)
        if word == "--":
            loose += rest
            break
        if word.startswith("-") and word != "-":
            name, value = _option(command, word, rest)
            options.setdefault(name, []).append(value)
        else:
            loose.append(word)
    for option in command.options:
        if len(options.get(option.name, ())) > 1 and not option.many:
            raise WrongUse("option-twice", command.name, option=f"--{option.name}")
        if option.default:
            options.setdefault(option.name, [option.default])
    several = tuple(loose[len(command.arguments) + len(command.optional) - 1 :]) if command.many else ()
    return Given(language, _arguments(command, loose), options, several)


def _option(command: Command, word: str, rest: list[str]) -> tuple[str, str]:
    name, equals, value = word.lstrip("-").partition("=")
    option = command.option(name) if word.startswith("--") else None
    if option is None:
        known = [f"--{option.name}" for option in command.options]
        raise WrongUse("unknown-option", command.name, option=word.partition("=")[0], near=nearest(word, known))
    if not option.value:
        if equals:
            raise WrongUse("option-without-value", command.name, option=f"--{name}")
        return name, "yes"
    if not equals:
        if not rest:
            raise WrongUse("option-needs-value", command.name, option=f"--{name}")
        value = rest.pop(0)
    if option.choices and value not in option.choices:
        values = {"option": f"--{name}", "value": value, "choices": ", ".join(option.choices)}
        raise WrongUse("not-a-choice", command.name, **values)
    if not value and not option.many:
        raise WrongUse("option-needs-value", command.name, option=f"--{name}")
    return name, value


def _arguments(command: Command, loose: list[str]) -> dict[str, str]:
    names = (*command.arguments, *command.optional)
    if len(loose) < len(command.arguments):
        raise WrongUse("argument-missing", command.name, argument=command.arguments[len(loose)])
    if len(loose) > len(names) and not command.many:
        raise WrongUse("argument-too-many", command.name, argument=loose[len(names)])
    return dict(zip(names, loose, strict=False))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like one that is not known; empty if none does."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def language_of(typed: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language asked for by `--lang`, else by the environment, read as other programs do; English otherwise."""
    for number, word in enumerate(typed):
        name, equals, asked = word.partition("=")
        if name == "--lang":
            asked = asked if equals else "".join(typed[number + 1 : number + 2])
            if asked in ("en", "cy"):
                return "cy" if asked == "cy" else "en"
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if asked := environment.get(name, ""):
            known = [part[:2] for part in asked.split(":") if part[:2] in ("en", "cy")]
            return "cy" if known[:1] == ["cy"] else "en"
    return "en"


def without_language(typed: Sequence[str]) -> list[str]:
    """What was typed, less the language."""
    kept: list[str] = []
    rest = list(typed)
    while rest:
        word = rest.pop(0)
        if word == "--lang":
            del rest[:1]
        elif not word.startswith("--lang="):
            kept.append(word)
    return kept
