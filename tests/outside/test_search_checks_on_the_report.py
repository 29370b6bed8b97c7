"""The strategies printed in the report: everything known to be wrong with them is found. `make test-outside`.

The report lies in the folder that PLETHU_REPORT names; nothing of it stands here but single terms.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from plethu.reporting.search_findings import tell_finding
from plethu.searching.checking import Criteria, Finding, Severity, check, check_together
from plethu.searching.strategy import Strategy
from plethu.searching.strategy_reading import StrategyRead, read_strategy

pytestmark = pytest.mark.outside
PLATFORMS = ("ebsco", "ovid", "scopus")
FORMULA = re.compile(r"(?m)^A \+ .*$")


@cache
def report() -> str:
    return (Path(os.environ["PLETHU_REPORT"]) / "report.md").read_text("utf-8")


@cache
def read(platform: str) -> StrategyRead:
    """The strategy as printed, with the formula that is printed once for all three."""
    printed = report().partition("## Detailed search strategy")[2].partition("## Databases")[0]
    formula = FORMULA.search(printed)
    assert formula
    parts = re.split(r"(?m)^#{2,3} (?=(?:EBSCO|\**Social policy|SCOPUS))", printed)[1:]
    text = parts[PLATFORMS.index(platform)]
    return read_strategy("## " + FORMULA.sub("", text) + "\n" + formula.group(), platform)


def strategy(platform: str) -> Strategy:
    found = read(platform).strategy
    assert found is not None, read(platform).faults
    return found


@cache
def criteria() -> Criteria:
    listed = report().partition("## Databases")[2].partition("\n# ")[0]
    return Criteria(tuple(re.findall(r"(?m)^- [A-Z]\. (.+)$", listed)), "2020-03", "2023-07")


@cache
def findings(platform: str) -> tuple[Finding, ...]:
    return check(strategy(platform), criteria=criteria(), remarks=read(platform).remarks)


@cache
def together() -> tuple[Finding, ...]:
    return check_together([strategy(platform) for platform in PLATFORMS], criteria=criteria())


def terms(code: str, platform: str = "ebsco") -> set[str]:
    return {finding.values["term"].strip('"').casefold() for finding in findings(platform) if finding.code == code}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_duplicates_redundant_terms_and_short_stems_are_found_in_every_translation(platform):
    assert terms("unquoted", platform) == {"third sector"}
    assert terms("duplicate", platform) == {
        "coalition", "joint-working", "place-based", "social business", "social interest company", "government",
        "integration",
    }  # fmt: skip
    assert {"overall health", "sense of belonging", "positive relations"} < terms("redundant", platform)
    assert terms("stem-short", platform) == {"vcs*", "own*", "tie*"}
    assert len(terms("stop-word", platform)) + len(terms("operator-word", platform)) == 7
    assert terms("closed-form-missing", platform) == {"non-profit", "micro-enterprise*", "meta-analysis"}
    assert {"neighbourhood", "organising", "mobilis*", "neighbour*"} < terms("one-spelling", platform)
    assert not {"fulfil*", "marginali*", "liveability"} & terms("one-spelling", platform)
    assert {"no-fields", "no-dates"} <= {finding.code for finding in findings(platform)}


def test_how_grave_the_unquoted_pair_is_depends_on_the_platform():
    (on_ebsco,), (on_ovid,), (on_scopus,) = (
        [f for f in findings(platform) if f.code == "unquoted"] for platform in PLATFORMS
    )
    assert (on_ebsco.values["way"], on_ebsco.values["k"]) == ("near", "5")
    assert on_ovid.severity is Severity.SUGGESTION
    assert on_scopus.values["way"] == "and"
    assert {on_ebsco.instead, on_ovid.instead, on_scopus.instead} == {'"third sector"'}


def test_headings_are_missed_where_the_databases_have_them():
    assert [platform for platform in PLATFORMS if "no-headings" in {f.code for f in findings(platform)}] == ["ebsco"]


def test_the_formula_cannot_run_on_scopus():
    assert [f.values["name"] for f in findings("scopus") if f.code == "formula-name-missing"] == ["G"]
    assert [f.block for f in findings("scopus") if f.code == "heading-swallowed"] == ["B"]
    assert not [f for f in findings("ebsco") + findings("ovid") if f.code.startswith("formula")]


def test_distances_have_drifted():
    drifted = {
        (f.platform, f.block, f.code, f.values["was"], f.values["now"].upper()) for f in together() if "was" in f.values
    }
    assert drifted == {
        ("ovid", "B", "drift-distance", "N2", "ADJ2"),
        ("ovid", "C", "drift-proximity", "N2", "AND"),
        ("ovid", "D", "drift-proximity", "N2", "AND"),
        ("ovid", "E", "drift-proximity", "N3", "AND"),
        ("ovid", "F", "drift-proximity", "N3", "AND"),
        ("scopus", "D", "drift-distance", "N3", "W/2"),
        ("scopus", "E", "drift-distance", "N3", "W/2"),
        ("scopus", "C", "drift-names", "D", "C"),
        ("scopus", "D", "drift-names", "E", "D"),
        ("scopus", "E", "drift-names", "F", "E"),
        ("scopus", "F", "drift-names", "G", "F"),
    }
    assert not [f for f in together() if f.code in ("drift-term", "drift-block", "drift-operators")]


def test_databases_and_strategies_do_not_match():
    names = [(f.code, f.values["database"]) for f in together() if f.code.startswith("database")]
    assert names == [
        ("database-without-strategy", "CINAHL"),
        ("database-without-strategy", "Social Sciences Citation Index"),
        ("database-not-listed", "Scopus"),
    ]


def test_there_is_no_more_than_was_looked_at_one_by_one():
    counts = {platform: Counter(f.code for f in findings(platform)) for platform in PLATFORMS}
    assert {platform: sum(found.values()) for platform, found in counts.items()} == COUNTED


COUNTED = {"ebsco": 54, "ovid": 69, "scopus": 37}


def test_every_finding_underlines_what_it_is_about_and_can_be_said():
    for platform in PLATFORMS:
        for finding in findings(platform):
            block = strategy(platform).block(finding.block)
            if block and "term" in finding.values:
                marked = " ".join(block.text[finding.place.start : finding.place.end].split())
                assert marked == finding.values["term"]
            assert tell_finding(finding, "cy").sentence
