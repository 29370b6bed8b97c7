"""A situation as a file: TOML that a person can read and write. Read strictly, since it may come from anybody."""

from __future__ import annotations

from typing import Any

import msgspec

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.edition import Edition
from plethu.framework.lines import Lines
from plethu.framework.messages import problem_of
from plethu.framework.situation import Situation, situation_problems
from plethu.framework.tables import Row, decode_text, parse_json, parse_toml, refuse_hidden, refuse_large

LARGEST = 256 * 1024
LONGEST_TEXT = 2_000
TABLES = ("answers", "in_place", "have", "today", "overrides")


def read_situation(data: bytes, name: str, edition: Edition) -> Situation:
    """The situation in a TOML file (or JSON, told by its first character). `name` is used in messages.

    Raises BadInput with file, line and field for anything malformed, unknown to the edition, too large or hidden.
    """
    refuse_large(len(data), name, LARGEST)
    text = decode_text(data, name)
    is_json = text.lstrip().startswith("{")
    values = parse_json(text, name) if is_json else parse_toml(text, name)
    lines = Lines("" if is_json else text)
    if not isinstance(values, dict):
        raise BadInput(Problem("not-entries", name, 1))
    situation = _situation(values, name, lines)
    problems = [
        _at_line(p, lines) for p in (*_too_long(situation, name), *situation_problems(situation, edition, name))
    ]
    if problems:
        raise BadInput(*problems)
    return _once(situation)


def situation_from(values: dict[str, Any], edition: Edition, name: str = "situation") -> Situation:
    """A situation from plain values, such as a web request's. Raises BadInput as `read_situation` does."""
    refuse_hidden(values, name)
    situation = _situation(values, name, Lines(""))
    if problems := [*_too_long(situation, name), *situation_problems(situation, edition, name)]:
        raise BadInput(*problems)
    return _once(situation)


def _situation(values: dict[str, Any], name: str, lines: Lines) -> Situation:
    known = set(Situation.__struct_fields__)
    if unknown := [key for key in values if key not in known]:
        raise BadInput(*(Problem("unknown-field", name, lines.of(key, 0), key) for key in unknown))
    answers = values.get("answers", {})
    if isinstance(answers, dict):
        # A scale or a choice has one value; the file may give it without brackets.
        answers = {key: [value] if isinstance(value, str) else value for key, value in answers.items()}
        values = {**values, "answers": answers}
    try:
        return msgspec.convert(values, Situation)
    except msgspec.ValidationError as error:
        problem = problem_of(str(error), Row(name, 0, {}))
        raise BadInput(_at_line(problem, lines)) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error


def _once(situation: Situation) -> Situation:
    """To say a thing twice, where several may be said, is to say it once."""
    return msgspec.structs.replace(
        situation,
        answers={key: tuple(dict.fromkeys(chosen)) for key, chosen in situation.answers.items()},
        difficulties=tuple(dict.fromkeys(situation.difficulties)),
    )


def _too_long(situation: Situation, name: str) -> list[Problem]:
    texts = {"name": situation.name, "purpose": situation.purpose}
    texts |= {f"overrides.{action}.reason": o.reason for action, o in situation.overrides.items()}
    return [
        Problem("text-too-long", name, 0, field, {"longest": str(LONGEST_TEXT)})
        for field, text in texts.items()
        if len(text) > LONGEST_TEXT
    ]


def _at_line(problem: Problem, lines: Lines) -> Problem:
    """The problem with the line of the nearest field the file names: `answers.scale[0]`, `answers.scale`, `answers`."""
    field = problem.field.split("[...]")[0]
    parts = field.split("[")[0].split(".")
    for count in range(len(parts), 0, -1):
        if line := lines.of(".".join(parts[:count]), 0):
            return msgspec.structs.replace(problem, line=line)
    return problem


def write_situation(situation: Situation) -> str:
    """The situation as TOML, which `read_situation` reads back to an equal one."""
    lines = [
        f"{key} = {_value(value)}"
        for key in ("edition", "name", "purpose", "route", "capacity", "difficulties")
        if (value := getattr(situation, key))
    ]
    for table in TABLES:
        entries = getattr(situation, table)
        if not entries:
            continue
        lines += ["", f"[{table}]"]
        lines += [f"{_key(key)} = {_value(_plain(value))}" for key, value in entries.items()]
    return "\n".join(lines) + "\n"


def _plain(value: Any) -> Any:
    return msgspec.structs.asdict(value) if isinstance(value, msgspec.Struct) else value


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(k)} = {_value(v)}' for k, v in value.items())} }}"
    return _string(value)


def _key(key: str) -> str:
    return (
        key
        if key.replace("-", "").replace("_", "").isascii() and key.replace("-", "").replace("_", "").isalnum()
        else _string(key)
    )


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's, but for DEL, which TOML forbids raw."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
