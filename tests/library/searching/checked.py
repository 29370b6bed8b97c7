"""Strategies for tests of checks, as short as can be."""

from __future__ import annotations

from plethu.searching.checking import Criteria, Finding, check
from plethu.searching.strategy import Strategy
from plethu.searching.strategy_reading import StrategyRead, read_strategy


def taken_in(text: str, platform: str = "ebsco") -> StrategyRead:
    """A strategy that has to be readable; text without a heading becomes block A."""
    found = read_strategy(text if text.startswith(("#", "A.")) else f"A. Block\n\n{text}", platform)
    assert found.strategy is not None, found.faults
    return found


def strategy(text: str, platform: str = "ebsco") -> Strategy:
    found = taken_in(text, platform).strategy
    assert found is not None
    return found


def findings(text: str, platform: str = "ebsco", criteria: Criteria | None = None) -> tuple[Finding, ...]:
    found = taken_in(text, platform)
    assert found.strategy is not None
    return check(found.strategy, criteria=criteria or Criteria(), remarks=found.remarks)


def codes(text: str, platform: str = "ebsco", criteria: Criteria | None = None) -> set[str]:
    """Codes of what is found, without what every strategy of bare words gets."""
    return {each.code for each in findings(text, platform, criteria)} - {"no-fields", "no-headings"}


def only(code: str, text: str, platform: str = "ebsco", criteria: Criteria | None = None) -> Finding:
    """The one finding of a code."""
    found = [each for each in findings(text, platform, criteria) if each.code == code]
    assert len(found) == 1, found
    return found[0]


def underlined(finding: Finding, text: str, platform: str = "ebsco") -> str:
    """The text that a finding's place underlines."""
    block = strategy(text, platform).block(finding.block)
    assert block is not None
    return block.text[finding.place.start : finding.place.end]
