"""Web of Science's tagged text (.ciw, .txt): two letters, a blank, the value; lines that go on are indented by three.

After the field tags in the help of the Web of Science. `FN` and `VR` begin the file, `PT` a record, `ER` ends it, `EF`
ends the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.counting import markers
from plethu.records.formats import Format, Mapping
from plethu.records.opened import Opened
from plethu.records.record import Item
from plethu.records.tagged import Block, Grammar, Tag
from plethu.records.tagged_records import TaggedFormat, items
from plethu.records.wos_csl import PLACES, SINGLE, csl_of

_TAG = re.compile(r"([A-Z][A-Z0-9])(?: +(.*)|$)", re.S)
_LINE = re.compile(rb"[\xef\xbb\xbf]{0,3}PT (?:[A-Z]|$)")


def recognise(opened: Opened) -> int:
    """Certain where the header of the file or a kind of publication begins a line."""
    text = opened.text_of_head()
    if re.search(r"\AFN \S.*\n?\r?VR ", text) or re.search(r"^PT [JBSPC]\s*$", text, re.M):
        return 9 if re.search(r"^(?:AU|TI|SO|UT|ER)(?: |$)", text, re.M) else 5
    return 0


def read(opened: Opened, mapping: Mapping | None = None) -> Iterator[Item]:
    """The records of a file. Raises BadInput for a line that is too long."""
    return items(opened.lines(), TAGGED)


def count(opened: Opened) -> int | None:
    """The lines that say the kind of publication."""
    return sum(1 for _ in markers(opened, _LINE))


def _tag(text: str, inside: bool) -> Tag | None:
    found = _TAG.match(text)
    return Tag(found[1], (found[2] or "").strip()) if found else None


def _starts(tag: str, block: Block, after_blank: bool) -> bool:
    return tag == "PT"


GRAMMAR = Grammar(
    _tag, frozenset({"PT"}), _starts, ends=frozenset({"ER"}), heads=frozenset({"FN", "VR", "EF"}), indented=True
)
TAGGED = TaggedFormat("wos", GRAMMAR, ("PT",), SINGLE, csl_of)
FORMAT = Format("wos", "Web of Science", "ciw", recognise, read, count, None, PLACES)
