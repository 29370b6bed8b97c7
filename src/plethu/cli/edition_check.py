"""`plethu edition check`: whether an edition holds together, and how much of it is in Welsh."""

from __future__ import annotations

from pathlib import Path

import msgspec

from plethu.cli.files import edition_at
from plethu.cli.usage import LANG, Command, Given
from plethu.evidence.problems import BadInput, Problem
from plethu.framework.checking import coverage
from plethu.wording import say

COMMAND = Command("edition check", optional=("PATH",), options=(LANG,))


def run(given: Given) -> None:
    """Say that the edition is whole, and count its Welsh. Raises BadInput, with every problem, where it is not."""
    try:
        edition = edition_at(given["PATH"])
    except BadInput as error:
        if not given["PATH"]:
            raise
        raise BadInput(*(_with_path(problem, Path(given["PATH"])) for problem in error.problems)) from None
    language = given.language
    title = edition.title.text(language)
    print(say("command.check.fine", language, title=title, id=edition.id, version=edition.version))
    print(say("command.check.welsh", language))
    for count in coverage(edition):
        values = {"kind": count.kind, "texts": count.texts, "welsh": count.welsh, "reviewed": count.reviewed}
        print(f"  {say('command.check.row', language, **values)}")


def _with_path(problem: Problem, path: Path) -> Problem:
    """The problem with the path that leads to its file from here, so that an editor can open it."""
    inside = path.is_dir() and problem.file != path.name
    return msgspec.structs.replace(problem, file=str(path / problem.file if inside else path))
