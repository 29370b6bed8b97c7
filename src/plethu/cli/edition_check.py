"""`plethu edition check`: whether an edition holds together, and how much of it is in Welsh."""

from __future__ import annotations

from plethu.cli.files import edition_at
from plethu.cli.usage import LANG, Command, Given
from plethu.framework.checking import coverage
from plethu.wording import say

COMMAND = Command("edition check", optional=("PATH",), options=(LANG,))


def run(given: Given) -> None:
    """Say that the edition is whole, and count its Welsh. Raises BadInput, with every problem, where it is not."""
    edition = edition_at(given["PATH"])
    language = given.language
    title = edition.title.text(language)
    print(say("command.check.fine", language, title=title, id=edition.id, version=edition.version))
    print(say("command.check.welsh", language))
    for count in coverage(edition):
        values = {"kind": count.kind, "texts": count.texts, "welsh": count.welsh, "reviewed": count.reviewed}
        print(f"  {say('command.check.row', language, **values)}")
