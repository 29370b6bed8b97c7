"""What is wrong with a file somebody gave us: where it is, and a code that `plethu.wording` turns into a sentence."""

from __future__ import annotations

import msgspec

from plethu.evidence.frozen import Frozen


class Problem(Frozen, frozen=True):
    """One thing amiss. `line` counts from 1 and is 0 where the problem is not on one line; `field` may be empty."""

    code: str
    file: str
    line: int = 0
    field: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


class BadInput(Exception):
    """A file, or a value in it, cannot be used. Nothing of it has been taken in."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.file}:{p.line}: {p.code} {p.field} {p.values or ''}" for p in problems))
        self.problems = problems
