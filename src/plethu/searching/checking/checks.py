"""All checks of one strategy, in the order of its blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plethu.searching.checking.codes import CODES, Code, found
from plethu.searching.checking.findings import NOTHING_PROMISED, Answer, Criteria, Finding, with_answers
from plethu.searching.checking.formulas import formulas
from plethu.searching.checking.joining import not_used, swallowed, unquoted, words_in_phrases
from plethu.searching.checking.platform_rules import no_fields, no_headings, too_many, wildcards_refused
from plethu.searching.checking.promised import limits
from plethu.searching.checking.repeated import repeated
from plethu.searching.checking.scenes import Scene, scenes
from plethu.searching.checking.spelling import one_spelling
from plethu.searching.checking.word_forms import hyphens, short_stems, singular_only
from plethu.searching.faults import Fault
from plethu.searching.strategy import Strategy

__all__ = ["CODES", "Code", "check"]

OF_A_BLOCK: tuple[Callable[[Scene], Iterator[Finding]], ...] = (
    swallowed,
    unquoted,
    not_used,
    words_in_phrases,
    wildcards_refused,
    repeated,
    one_spelling,
    hyphens,
    singular_only,
    short_stems,
)
OF_THE_WHOLE: tuple[Callable[[Strategy], Iterator[Finding]], ...] = (formulas, too_many, no_fields, no_headings)
# Remarks of the reader that are findings too: what they are about stands in no tree.
FROM_REMARKS = {
    "mixed-operators": "mixed-operators",
    "mixed-in-turn": "mixed-operators",
    "and-implied": "operator-absent",
}


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
    explained = set()
    for scene in scenes(strategy):
        for rule in OF_A_BLOCK:
            for finding in rule(scene):
                explained |= {finding.block} if finding.code == "heading-swallowed" else set()
                yield finding
    for remark in remarks:
        code = FROM_REMARKS.get(remark.code)
        if code and not (code == "operator-absent" and remark.block in explained):
            yield found(code, "", block=remark.block, place=remark.place, values=remark.values)
    for whole in OF_THE_WHOLE:
        yield from whole(strategy)
    yield from limits(strategy, criteria)
