"""`plethu advise`: advice for a situation, for people or for programs."""

from __future__ import annotations

from datetime import datetime

from plethu.cli.files import edition_at, give, give_json, situation_at
from plethu.cli.usage import EDITION, LANG, OUTPUT, Command, Given, Option, WrongUse
from plethu.framework.advising import advise
from plethu.reporting.told import Told
from plethu.wording import say

BINARIES = ("docx", "pdf", "xlsx")
FORMAT = Option("format", "FORMAT", choices=("text", "json", "md", "html", "docx", "pdf", "xlsx"), default="text")
COMMAND = Command(
    "advise", arguments=("SITUATION",), options=(EDITION, LANG, FORMAT, Option("details"), Option("full"), OUTPUT)
)


def run(given: Given) -> None:
    """Print advice for a situation, or write it to a file."""
    if given["format"] in BINARIES and not given["output"]:
        raise WrongUse("needs-output", COMMAND.name, format=given["format"])
    edition = edition_at(given["edition"])
    advice = advise(edition, situation_at(given["SITUATION"], edition))
    if given["format"] == "json":
        give_json(advice, given["output"])
        return
    from plethu.reporting.telling import tell  # not needed, and not loaded, for JSON

    told = tell(advice, edition, given.language)
    give(_text(told, given) if given["format"] == "text" else _document(told, given), given["output"])


def _text(told: Told, given: Given) -> str:
    """The lanes and what stands out of each action; with `--details` or `--full` the some 3,000 lines behind it."""
    from plethu.reporting.plain import as_text

    if given["details"] or given["full"]:
        return as_text(told)
    return f"{as_text(told, details=False)}\n{say('command.advise.behind', given.language)}\n"


def _document(told: Told, given: Given) -> str | bytes:
    """Advice as a document, short but for `--full`, with today's date.

    What makes one is loaded when asked for: Word alone takes longer than all the rest.
    """
    full, today = bool(given["full"]), datetime.now().astimezone().date()
    if given["format"] == "md":
        from plethu.reporting.plain import as_markdown

        return as_markdown(told, today, full)
    from plethu.reporting.documents.formats import write

    return write(told, given["format"], today, full)
