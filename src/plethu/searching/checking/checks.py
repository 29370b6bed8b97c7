"""All checks of one strategy, in the order of its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plethu.searching.checking.codes import CODES, Code
from plethu.searching.checking.findings import NOTHING_PROMISED, Answer, Criteria, Finding, with_answers
from plethu.searching.faults import Fault
from plethu.searching.strategy import Strategy

__all__ = ["CODES", "Code", "check"]


def check(
    strategy: Strategy,
    *,
    criteria: Criteria = NOTHING_PROMISED,
    answered: Mapping[str, Answer] = {},
    remarks: Iterable[Fault] = (),
) -> tuple[Finding, ...]:
    """What there is to look at, block by block, then of the whole. Never raises for a strategy that could be read.

    `remarks` are those of the reader: brackets that it had to assume stand in no tree. Findings with an `answer` are
    among them, marked; `unanswered` leaves them out.
    """
    return with_answers(_all(strategy, criteria, tuple(remarks)), answered)


def _all(strategy: Strategy, criteria: Criteria, remarks: tuple[Fault, ...]) -> Iterator[Finding]:
    yield from ()
