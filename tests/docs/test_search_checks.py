"""The page on checks of search strategies lists the checks that there are, in the words that the site uses."""

from __future__ import annotations

from plethu.searching.checking import CODES
from plethu.wording import say
from tests.docs.markdown import ROOT

PAGE = ROOT / "docs" / "reference" / "search-checks.md"
HEADER = ["| code | element of PRESS 2015 | severity | set off by | why |", "|---|---|---|---|---|"]


def table() -> list[str]:
    """The table as it has to stand in the page."""
    rows = [
        f"| `{code.code}` | {say(f'search.element.{code.press}', 'en')} | {code.severity} | {code.example} "
        f"| {say(f'search.check-why.{code.code}', 'en')} |"
        for code in CODES
    ]
    return [*HEADER, *rows]


def test_the_table_is_that_of_the_program():
    lines = PAGE.read_text("utf-8").splitlines()
    start = lines.index(HEADER[0])
    assert lines[start : start + len(table())] == table()
    assert lines[start + len(table())] == ""
