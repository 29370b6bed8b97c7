"""Checks of a strategy that a program can make, set beside the elements of PRESS 2015, each with what to write instead.

    findings = check(strategy, criteria=Criteria(start="2020-03", end="2023-07"), remarks=read.remarks)
    together = check_together([in_ebsco, in_ovid], criteria=...)

A check that cannot know asks; whoever knows better answers once, and the answer is kept by the finding's `key`.
"""

from plethu.searching.checking.checks import CODES, Code, check
from plethu.searching.checking.findings import (
    Answer,
    Criteria,
    Finding,
    Press,
    Severity,
    unanswered,
)
from plethu.searching.checking.together import check_together

__all__ = [
    "CODES",
    "Answer",
    "Code",
    "Criteria",
    "Finding",
    "Press",
    "Severity",
    "check",
    "check_together",
    "unanswered",
]
