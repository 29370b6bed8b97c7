"""What went wrong, in words: one line for each problem, with its file, line and field."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.cli.usage import Refused, WrongUse
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Language
from plethu.framework.tables import FORBIDDEN
from plethu.wording import has, say
from plethu.wording.problems import explanation

LONGEST, MOST = 400, 200


def complaints(error: BadInput | WrongUse, language: Language) -> Iterator[str]:
    """The lines that say what is wrong, safe to show in a terminal."""
    found = _wrong_use(error, language) if isinstance(error, WrongUse) else _bad_input(error, language)
    for line in found:
        shown = FORBIDDEN.sub("\ufffd", line)
        yield shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def problem_line(problem: Problem, language: Language) -> str:
    """`file:line: field: what is wrong and what to do`, leaving out what is not known."""
    place = [f"{problem.file}:{problem.line}" if problem.line else problem.file]
    id = problem.values.get("id", "")
    place += [" ".join(filter(None, (id, problem.field)))] if id or problem.field else []
    return ": ".join((*place, explanation(problem, language)))


def _bad_input(error: BadInput, language: Language) -> Iterator[str]:
    if isinstance(error, Refused):
        yield from error.lines(language)
        return
    yield from (problem_line(problem, language) for problem in error.problems[:MOST])
    if len(error.problems) > MOST:
        yield say("command.wrong.more", language, count=len(error.problems) - MOST)


def _wrong_use(error: WrongUse, language: Language) -> Iterator[str]:
    code = f"command.wrong.{error.code}"
    yield say(code, language, **error.values)
    for name, value in error.values.items():
        if value and has(f"{code}.{name}"):
            yield say(f"{code}.{name}", language, **error.values)
    if error.command:
        yield say("command.wrong.see-help", language, command=error.command)
