"""`plethu edition coverage`: what has no Welsh."""

from __future__ import annotations

from textwrap import fill

from plethu.cli.files import edition_at
from plethu.cli.usage import LANG, Command, Given
from plethu.framework.checking import coverage
from plethu.wording import say

WIDTH = 100
COMMAND = Command("edition coverage", optional=("PATH",), options=(LANG,))


def run(given: Given) -> None:
    """List every text without Welsh, by kind of entry."""
    counts = [count for count in coverage(edition_at(given["PATH"])) if count.missing]
    if not counts:
        print(say("command.coverage.none", given.language))
    for count in counts:
        values = {"kind": count.kind, "missing": len(count.missing), "texts": count.texts}
        print(say("command.coverage.missing", given.language, **values))
        print(
            fill(", ".join(count.missing), WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        )
