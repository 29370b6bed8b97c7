"""MEDLINE's tagged text (.nbib): PubMed, and what ERIC, ProQuest, EBSCO and the OECD write in its likeness.

After the "MEDLINE/PubMed data element descriptions" of the National Library of Medicine. PubMed indents the lines that
go on by six blanks; others do not, and put blank lines inside of records or none between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.counting import markers
from plethu.records.formats import Format, Mapping
from plethu.records.medline_csl import PLACES, SINGLE, csl_of
from plethu.records.opened import Opened
from plethu.records.record import Item
from plethu.records.tagged import Block, Grammar, Tag
from plethu.records.tagged_records import TaggedFormat, items

BEGINNERS = frozenset({"PMID", "OWN", "UI", "STAT", "DBN", "AN"})
ONCE = BEGINNERS | {"TI", "DP", "SO"}
_KNOWN = (
    "AID AUID BTI CDAT CIN COIS CON CRDT CRF CRI CTDT CTI DBN DCOM DDIN DEP DRDT DRIN ECF ECI EDAT EFR EIN FAU FED FIR "
    "FPS ISBN ISSN JID LID MHDA MID OAB OABL OCI OID OTO OWN PHST PMC PMCR PMID PRIN PST PUBM RID RIN ROF ROR RPF RPI "
    "SFM SPIN STAT UIN UOF URL"
)
KNOWN = frozenset(_KNOWN.split())
_TAG = re.compile(r"([A-Z][A-Z0-9]{1,4}) *-(?: +(.*)|$)", re.S)
_LINE = re.compile(rb"[\xef\xbb\xbf]{0,3}(PMID|TI|OWN|UI) *-(?: |$)")
_RECOGNISED = re.compile(r"^(?:PMID- *\d|OWN *- |UI  - |STAT- )", re.M)


def recognise(opened: Opened) -> int:
    """Certain where PubMed's number or owner stands in front of a title."""
    text = opened.text_of_head()
    if _RECOGNISED.search(text) and re.search(r"^(?:TI|AB|JT|TA|SO|BTI)  ?- ", text, re.M):
        return 8
    return 4 if opened.name.lower().endswith(".nbib") and re.search(r"^[A-Z]{2,4} *- ", text, re.M) else 0


def read(opened: Opened, mapping: Mapping | None = None) -> Iterator[Item]:
    """The records of a file. Raises BadInput for a line that is too long."""
    return items(opened.lines(), TAGGED)


def count(opened: Opened) -> int | None:
    """Whichever field that each record has once stands most often."""
    found: dict[bytes, int] = {}
    for marker in markers(opened, _LINE):
        found[marker[1]] = found.get(marker[1], 0) + 1
    return max(found.values(), default=0)


def _tag(text: str, inside: bool) -> Tag | None:
    """A tag takes four places before its hyphen. Longer words in capitals are text unless they are known."""
    found = _TAG.match(text)
    if not found:
        return None
    name, odd = found[1], text[4:5] != "-" and found[1] != "ISSN"
    if name not in KNOWN and (odd or len(name) > 2):
        return None
    return Tag(name, (found[2] or "").strip(), ("tag-spacing",) if odd else ())


def _starts(tag: str, block: Block, after_blank: bool) -> bool:
    """A field that stands once in a record begins the next; what may begin one does so after a blank line."""
    if tag in block.tags:
        return tag in ONCE and (after_blank or tag in BEGINNERS)
    return after_blank and tag in BEGINNERS


GRAMMAR = Grammar(_tag, ONCE, _starts, indented=True)
TAGGED = TaggedFormat("medline", GRAMMAR, ("OWN", "STAT"), SINGLE, csl_of)
FORMAT = Format("medline", "MEDLINE (nbib)", "nbib", recognise, read, count, None, PLACES)
