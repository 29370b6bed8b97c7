"""Every check that there is: its code, the element of PRESS 2015 that it serves, how grave it is unless a rule says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plethu.searching.checking.findings import Finding, Press, Severity
from plethu.searching.tree import NOWHERE, Place

ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


@dataclass(frozen=True, slots=True)
class Code:
    """One check. `together` where it needs several translations side by side.

    `example` shows what sets it off, in the neutral or in EBSCO's way to write.
    """

    code: str
    press: Press
    severity: Severity
    example: str
    together: bool = False


CODES: tuple[Code, ...] = (
    # Question
    Code("database-without-strategy", Press.QUESTION, WARNING, "CINAHL is in the protocol, no strategy names it"),
    Code("database-not-listed", Press.QUESTION, WARNING, "a strategy for Scopus, which the protocol does not list"),
    # Boolean and proximity operators
    Code("unquoted", Press.OPERATORS, ERROR, "third sector"),
    Code("mixed-operators", Press.OPERATORS, ERROR, "forest OR wood AND path"),
    Code("operator-absent", Press.OPERATORS, ERROR, "(forest) (path) on Scopus"),
    Code("not-used", Press.OPERATORS, WARNING, "gardens NOT schools"),
    Code("drift-proximity", Press.OPERATORS, ERROR, "village N2 hall beside village AND hall", True),
    Code("drift-distance", Press.OPERATORS, ERROR, "village N3 hall beside village w/2 hall", True),
    Code("drift-order", Press.OPERATORS, WARNING, "village W2 hall beside village ADJ3 hall", True),
    Code("drift-operators", Press.OPERATORS, ERROR, "choir OR singing beside choir AND singing", True),
    # Subject headings
    Code("no-headings", Press.HEADINGS, WARNING, "words alone in MEDLINE, which has MeSH"),
    # Text words
    Code("duplicate", Press.TEXT_WORDS, SUGGESTION, "allotment OR garden OR allotment"),
    Code("redundant", Press.TEXT_WORDS, SUGGESTION, 'garden* OR "garden club"'),
    Code("singular-only", Press.TEXT_WORDS, WARNING, '"garden club"'),
    Code("closed-form-missing", Press.TEXT_WORDS, WARNING, "co-design without codesign"),
    Code("open-form-missing", Press.TEXT_WORDS, WARNING, "codesign without co-design"),
    Code("stem-short", Press.TEXT_WORDS, SUGGESTION, "tie*"),
    Code("no-fields", Press.TEXT_WORDS, SUGGESTION, "no TI, AB or other field anywhere"),
    Code("drift-term", Press.TEXT_WORDS, ERROR, "a term that only one of two translations has", True),
    # Spelling, syntax and lines
    Code("one-spelling", Press.SPELLING, WARNING, "neighbour* without neighbor*"),
    Code("stop-word", Press.SPELLING, SUGGESTION, '"centre of town"'),
    Code("operator-word", Press.SPELLING, WARNING, '"not-for-sale"'),
    Code("wildcard-refused", Press.SPELLING, ERROR, '"garden club*" in the Cochrane Library'),
    Code("too-many-terms", Press.SPELLING, ERROR, "more operators than the platform takes"),
    Code("formula-name-missing", Press.SPELLING, ERROR, "A AND G where there is no G"),
    Code("formula-circular", Press.SPELLING, ERROR, "A is A OR B"),
    Code("formula-absent", Press.SPELLING, WARNING, "blocks A and B, and nothing says how they join"),
    Code("block-unused", Press.SPELLING, WARNING, "A AND B where there is a C too"),
    Code("block-name-twice", Press.SPELLING, ERROR, "two blocks named A"),
    Code("heading-swallowed", Press.SPELLING, ERROR, "the title of the next block at the end of a block"),
    Code("drift-names", Press.SPELLING, ERROR, "Wellbeing is E in one translation and D in another", True),
    Code("drift-block", Press.SPELLING, ERROR, "a block that only one of two translations has", True),
    # Limits and filters
    Code("no-dates", Press.LIMITS, WARNING, "the criterion says from March 2020, the strategy says nothing"),
    Code("dates-differ", Press.LIMITS, ERROR, "from 2021 where the criterion says from 2020"),
    Code("language-differs", Press.LIMITS, WARNING, "English only where the criterion names Welsh too"),
)
BY_CODE: Mapping[str, Code] = {code.code: code for code in CODES}


def found(
    code: str,
    about: str,
    /,
    values: Mapping[str, str] = MappingProxyType({}),
    *,
    block: str = "",
    place: Place = NOWHERE,
    instead: str = "",
    severity: Severity | None = None,
    **more: str,
) -> Finding:
    """A finding with its key: code, block's name and what it is about. None of them moves when text before it does.

    Values come as a mapping, by their names, or both.
    """
    kind = BY_CODE[code]
    key = f"{code}:{block}:{about.casefold()}"
    return Finding(code, kind.press, severity or kind.severity, block, place, {**values, **more}, key, instead)
