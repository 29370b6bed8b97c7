"""`plethu protocol`: a review's protocol as Markdown, or what changed from one to another."""

from __future__ import annotations

from pathlib import Path

from plethu.cli.files import give, give_json
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option
from plethu.evidence.protocol import Protocol
from plethu.evidence.protocol_differences import differences
from plethu.evidence.protocol_doubts import doubts
from plethu.evidence.text import Language
from plethu.framework.editions import example_protocol
from plethu.framework.protocol_file import LARGEST, read_protocol
from plethu.framework.tables import read_bytes
from plethu.reporting.protocol_words import as_markdown, tell_difference
from plethu.wording import say

FORMAT = Option("format", "FORMAT", choices=("md", "json"), default="md")
COMMAND = Command("protocol", arguments=("FILE",), optional=("LATER",), options=(FORMAT, LANG, OUTPUT))


def run(given: Given) -> None:
    """Give the protocol with what does not fit together in it; of two, what changed. Raises BadInput."""
    first = _protocol_at(given["FILE"])
    if given["LATER"]:
        _give_differences(first, _protocol_at(given["LATER"]), given)
    elif given["format"] == "json":
        give_json({"protocol": first, "doubts": list(doubts(first))}, given["output"])
    else:
        give(as_markdown(first, given.language), given["output"])


def _protocol_at(path: str) -> Protocol:
    """The protocol in a file; the worked example for the word `default`."""
    return example_protocol() if path == "default" else read_protocol(read_bytes(Path(path), path, LARGEST), path)


def _give_differences(old: Protocol, new: Protocol, given: Given) -> None:
    found = differences(old, new)
    if given["format"] == "json":
        give_json(found, given["output"])
        return
    lines = [
        line for difference in found for line in _lines(tell_difference(difference, given.language), given.language)
    ]
    give("\n".join(lines or [say("command.protocol.same", given.language)]) + "\n", given["output"])


def _lines(told: object, language: Language) -> list[str]:
    sentence, before, after = (getattr(told, name) for name in ("sentence", "before", "after"))
    sides = [(sign, text.text(language) or text.cy) for sign, text in (("-", before), ("+", after))]
    return [f"* {sentence}", *(f"    {sign} {' '.join(words.split())}" for sign, words in sides if words)]
