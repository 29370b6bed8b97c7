"""What a check of a strategy finds: codes, places and values. The sentence is `wording` of `search.check.<code>`.

The elements are those of PRESS 2015: McGowan J, Sampson M, Salzwedel DM, Cogo E, Foerster V, Lefebvre C. PRESS Peer
Review of Electronic Search Strategies: 2015 Guideline Statement. J Clin Epidemiol 2016;75:40-46.
doi:10.1016/j.jclinepi.2016.01.021.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from plethu.searching.tree import NOWHERE, Place


class Press(StrEnum):
    """The six elements of PRESS 2015."""

    QUESTION = "question"
    OPERATORS = "operators"
    HEADINGS = "headings"
    TEXT_WORDS = "text-words"
    SPELLING = "spelling"
    LIMITS = "limits"


class Severity(StrEnum):
    """`ERROR`: the search finds something else than was meant, or cannot run. `WARNING`: it may lose records.

    `SUGGESTION`: nothing is lost, but it could be shorter, clearer or fuller.
    """

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding that somebody has dealt with: whose answer it is, why it may stay, and on which day (ISO 8601)."""

    by: str
    reason: str
    on: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    `block` is a block's name, empty for the whole strategy; `place` what to underline in the block's text (in the
    formula's where `block` is empty). `instead` is what to write there in the platform's own way, empty where words
    alone say it. `key` stays the same while other things are edited, so that an answer is kept by it. `platform` and
    `other` tell which of several translations a finding of `check_together` is about, and beside which.
    """

    code: str
    press: Press
    severity: Severity
    block: str = ""
    place: Place = NOWHERE
    values: dict[str, str] = field(default_factory=dict)
    key: str = ""
    instead: str = ""
    answer: Answer | None = None
    platform: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the review has promised that a search can be held against.

    `databases` as listed in the protocol; `start` and `end` are EDTF dates (`2020-03`), empty is open; `languages` are
    ISO 639-1 codes, none is any.
    """

    databases: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    languages: tuple[str, ...] = ()


NOTHING_PROMISED = Criteria()


def unanswered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that still ask for something."""
    return tuple(finding for finding in findings if finding.answer is None)


def with_answers(findings: Iterable[Finding], answered: Mapping[str, Answer]) -> tuple[Finding, ...]:
    """The findings, each with the answer that its key has, and keys that stand once only.

    The second of two findings with the same key gets `#2`, the third `#3`: the order of the strategy counts them.
    """
    seen: dict[str, int] = {}
    found = []
    for each in findings:
        count = seen[each.key] = seen.get(each.key, 0) + 1
        key = each.key if count == 1 else f"{each.key}#{count}"
        found.append(replace(each, key=key, answer=answered.get(key)))
    return tuple(found)
