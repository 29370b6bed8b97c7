"""The table of platforms in the reference is made anew from their profiles and has to agree."""

from plethu.reporting.search_platforms import Fact, tell_platform
from plethu.searching.platforms import PLATFORMS, platform
from plethu.searching.strategy_reading import read_strategy
from tests.docs.markdown import ROOT, blocks

PAGE = ROOT / "docs" / "reference" / "searching.md"
COLUMNS = {
    "near": "two words between, either way",
    "near-ordered": "in this order",
    "pair": "two bare words mean",
    "letters": "any letters",
    "one-letter": "one letter",
    "letter-or-none": "one or none",
    "fields": "searched without a field",
    "dates": "dates",
}


def cell(fact: Fact) -> str:
    text = fact.text if fact.id in ("pair", "fields") or fact.text == "none" else f"`{fact.text}`"
    if fact.id == "dates":
        text = fact.text if "screen" in fact.text else "in the search"
    return f"{text} (contested)" if fact.contested else text


def table() -> str:
    """The table of the page."""
    lines = [f"| id | platform | {' | '.join(COLUMNS.values())} |", "|---" * (len(COLUMNS) + 2) + "|"]
    for id in PLATFORMS:
        told = tell_platform(platform(id), "en")
        lines.append(f"| `{id}` | {told.name} | {' | '.join(cell(told.fact(column)) for column in COLUMNS)} |")
    return "\n".join(lines)


def test_the_table_is_what_the_profiles_say() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.partition("<!-- platforms -->")[2].partition("<!-- /platforms -->")[0].strip() == table()


def test_the_forms_of_a_strategy_that_are_shown_can_be_read() -> None:
    shown = [block for block in blocks(PAGE) if block.language == "text" and "platform: ebsco" in block.text]
    assert len(shown) == 2
    for block in shown:
        read = read_strategy(block.text, "ebsco")
        assert not read.faults
        assert read.strategy
        assert len(read.strategy.blocks) > 1
