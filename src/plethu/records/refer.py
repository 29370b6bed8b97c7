"""Refer, with EndNote's tags (.enw, .enl as text): `%A Lesk, M. E.`, a blank line between records.

After refer(1) of Unix and "EndNote's tagged format". Not every writer begins with the type `%0`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.counting import raw_lines
from plethu.records.formats import Format, Mapping
from plethu.records.opened import Opened
from plethu.records.record import Item
from plethu.records.refer_csl import PLACES, SINGLE, csl_of
from plethu.records.tagged import Block, Grammar, Tag
from plethu.records.tagged_records import TaggedFormat, items

_TAG = re.compile(r"%([A-Z0-9!@#$%^&*()_+=?~<>\[\]\\/:;.,'\"{}|-])(?:[ \t]+(.*)|$)", re.S)
_RECOGNISED = re.compile(r"^%(?:0 [A-Z]|[ATB] \S)", re.M)
BEGINNERS = frozenset("0ATEBFDJ")
ONCE = frozenset("0TJDVNP")


def recognise(opened: Opened) -> int:
    """Sure where a type, or an author and a title, begin lines after a per cent sign."""
    text = opened.text_of_head()
    if re.search(r"^%0 [A-Z]", text, re.M) and re.search(r"^%[ATBJ] ", text, re.M):
        return 9
    return 7 if re.search(r"^%T \S", text, re.M) and re.search(r"^%[ADBJ] \S", text, re.M) else 0


def read(opened: Opened, mapping: Mapping | None = None) -> Iterator[Item]:
    """The records of a file. Raises BadInput for a line that is too long."""
    return items(opened.lines(), TAGGED)


def count(opened: Opened) -> int | None:
    """The groups of lines, with blank lines around, that begin with a field that can begin a record."""
    found, in_group, typed = 0, False, False
    for line in raw_lines(opened):
        text = line.removeprefix(b"\xef\xbb\xbf").strip(b" \t\xff\xfe")
        marked = text[:1] == b"%" and text[1:2].decode("ascii", "replace") in BEGINNERS and text[2:3] in (b" ", b"\t")
        type_again = text.startswith(b"%0") and typed
        if marked and (not in_group or type_again):
            found, typed = found + 1, False
        typed = typed or text.startswith(b"%0 ")
        in_group = bool(text)
    return found


def _tag(text: str, inside: bool) -> Tag | None:
    found = _TAG.match(text)
    return Tag(found[1], (found[2] or "").strip()) if found else None


def _starts(tag: str, block: Block, after_blank: bool) -> bool:
    """A second type, or after a blank line a field that can begin a record."""
    if after_blank:
        return tag in BEGINNERS
    return tag == "0" and "0" in block.tags


GRAMMAR = Grammar(_tag, BEGINNERS, _starts)
TAGGED = TaggedFormat("refer", GRAMMAR, ("0",), SINGLE, csl_of)
FORMAT = Format("refer", "Refer (EndNote tagged)", "enw", recognise, read, count, None, PLACES)
