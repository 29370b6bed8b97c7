"""What is wrong with a file, as a sentence: where, what, and what to do."""

from __future__ import annotations

from plethu.evidence.problems import Problem
from plethu.evidence.text import Language
from plethu.terms import TERMS
from plethu.wording import has, say


def problem_sentence(problem: Problem, language: Language) -> str:
    """`file, line 3, field: what is wrong and what to do`. Another program's reason stays in its words."""
    return f"{_place(problem, language)}: {explanation(problem, language)}"


def explanation(problem: Problem, language: Language) -> str:
    """What is wrong and what to do, without the place."""
    code = f"problem.{problem.code}"
    if not has(code):
        return say("problem.unexplained", language, code=problem.code)
    values = {key: _value(key, value, language) for key, value in problem.values.items()}
    more = (f"{code}.{key}" for key, value in problem.values.items() if value and has(f"{code}.{key}"))
    return " ".join(say(each, language, **values) for each in (code, *more))


def _place(problem: Problem, language: Language) -> str:
    parts = [problem.file]
    if problem.line:
        parts.append(say("problem.line", language, line=problem.line))
    if problem.field:
        parts.append(problem.field)
    if id := problem.values.get("id"):
        parts.append(say("problem.entry", language, id=id))
    return ", ".join(parts)


def _value(key: str, value: str, language: Language) -> str:
    if key in ("expected", "found") and not value.isdigit():
        kinds = (f"type.{kind.strip()}" for kind in value.split("|"))
        return " / ".join(say(kind if has(kind) else "type.other", language) for kind in kinds)
    term = TERMS.get(f"dimension-kind.{value}") if key == "kind" else None
    return term.text(language) if term else value
