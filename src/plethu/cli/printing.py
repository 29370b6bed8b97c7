"""Small things that several commands print alike."""

from __future__ import annotations

from collections.abc import Iterable

from plethu.reporting.told import ToldAnswer


def as_lines(lines: Iterable[object]) -> str:
    """Lines as one text."""
    return "".join(f"{line}\n" for line in lines)


def answer_line(told: ToldAnswer, answer: str = "") -> str:
    """A question with its answer, or with another one."""
    between = " " if told.question.text.endswith("?") else ": "
    return f"{told.question}{between}{answer or told.answer}"
