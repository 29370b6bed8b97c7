"""Help, in plain words: all commands, or one."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from importlib import import_module

from plethu.cli.commands import COMMANDS, GROUPS, module_of, name_in, site_names
from plethu.cli.usage import Command, Option, WrongUse, nearest
from plethu.evidence.text import Language
from plethu.wording import has, say

WIDTH = 100


def help_text(typed: Sequence[str], language: Language) -> str:
    """Help on the command that was typed; on all of them where none was."""
    words = [word for word in typed if not word.startswith("-")]
    name = name_in(words)
    if name in COMMANDS:
        lines = _of_one(import_module(module_of(name)).COMMAND, language)
    elif name in ("", *GROUPS):
        lines = _of_all(name, language)
    else:
        raise WrongUse("unknown-command", value=name, near=nearest(name, COMMANDS))
    if language == "cy":
        lines = [*lines, "", say("notice.draft-welsh", language)]
    return "\n".join(lines)


def _of_all(group: str, language: Language) -> list[str]:
    names = [name for name in COMMANDS if name.startswith(group)]
    lines = [*_wrapped(say("command.about", language)), ""] if not group else []
    lines += [say("command.heading.commands", language)]
    lines += _columns([(f"plethu {name}", say(f"command.{_code(name)}", language)) for name in names])
    if not group:
        of_site = ", ".join(f"plethu {name}" for name in site_names())
        lines += ["", say("command.heading.site", language), *_wrapped(of_site, "  ")]
    lines += ["", say("command.help-of-one", language)]
    return lines if group or language == "cy" else [*lines, say("command.languages", language)]


def _of_one(command: Command, language: Language) -> list[str]:
    code = f"command.{_code(command.name)}"
    words = [*command.arguments, *(f"[{word}]" for word in command.optional)]
    words += ["..."] if command.many else []
    words += [f"[{_option(option)}]" + ("..." if option.many else "") for option in command.options]
    explained = [(word, _explained(code, word, (), language)) for word in (*command.arguments, *command.optional)]
    explained += [(_option(o), _explained(code, o.name, o.choices, language)) for o in command.options]
    lines = _wrapped(f"plethu {command.name} {' '.join(words)}", "", "    ")
    lines += ["", *_wrapped(f"{say(code, language)}."), "", say("command.heading.words", language)]
    lines += _columns(explained)
    return [*lines, "", *_wrapped(say(f"{code}.more", language))] if has(f"{code}.more") else lines


def _option(option: Option) -> str:
    return f"--{option.name} {option.value}".rstrip()


def _explained(code: str, word: str, choices: tuple[str, ...], language: Language) -> str:
    own = f"{code}.{word}"
    return say(own if has(own) else f"command.word.{word}", language, choices=", ".join(choices))


def _code(name: str) -> str:
    return name.replace(" ", "-")


def _columns(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(left) for left, _ in rows) + 4
    return [line for left, right in rows for line in _wrapped(right, f"  {left:<{width - 2}}", " " * width)]


def _wrapped(text: str, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=first if later is None else later, break_on_hyphens=False
    )
