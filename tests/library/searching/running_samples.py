"""Short ways to write trees and records in tests."""

from __future__ import annotations

import re

from plethu.searching.running import Text
from plethu.searching.tree import ANY, MAYBE, ONE, Node, Or, Phrase, Word

SIGNS = {"*": ANY, "?": ONE, "~": MAYBE}


def word(written: str) -> Word:
    """`*` any letters, `?` one, `~` one or none."""
    return Word(tuple(SIGNS.get(part, part) for part in re.split(r"([*?~])", written) if part))


def phrase(written: str) -> Phrase:
    return Phrase(tuple(map(word, written.split())))


def any_of(*written: str) -> Or:
    return Or(tuple(term(each) for each in written))


def term(written: str) -> Node:
    return phrase(written) if " " in written else word(written)


def abstract(words: str) -> Text:
    return Text("record", {"abstract": words})
