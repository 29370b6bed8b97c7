"""The rules of accessibility that every page is held to, as axe sees them."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # all rules are tried; what passes is not described, which takes longer than trying
}


def violations(page):
    """Each place of a page where a rule is broken: the rule, where, and what would mend it."""
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]]
