"""`plethu edition build`: one file, with a hash of its content."""

from __future__ import annotations

from pathlib import Path

from plethu.cli.files import edition_at, write_file
from plethu.cli.usage import LANG, OUTPUT, Command, Given, WrongUse
from plethu.framework.canonical import canonical
from plethu.wording import say

COMMAND = Command("edition build", arguments=("PATH",), options=(OUTPUT, LANG))


def run(given: Given) -> None:
    """Check the edition and write its one file."""
    if not given["output"]:
        raise WrongUse("option-missing", COMMAND.name, option="--output")
    edition = edition_at(given["PATH"])
    write_file(given["output"], canonical(edition) + b"\n")
    size = str(Path(given["output"]).stat().st_size)
    print(say("command.build.done", given.language, file=given["output"], size=size, hash=edition.hash))
