"""RIS in the dialects of its many writers: EndNote, Zotero, Mendeley, Scopus, Ovid, ProQuest, EBSCO and others.

After the specification of Research Information Systems (2001, 2011), and lenient as the files are: `TY - ` with one
blank, small letters, records without an end, tags of four letters, lines between records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.counting import raw_lines
from plethu.records.formats import Format, Mapping
from plethu.records.opened import Line, Opened
from plethu.records.record import Item
from plethu.records.ris_csl import PLACES, SINGLE, csl_of
from plethu.records.ris_writing import write
from plethu.records.tagged import Block, Grammar, Tag
from plethu.records.tagged_records import TaggedFormat, items

_KNOWN = (
    "A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DOI DP DS ED EP ER ET ID IS "
    "ISSN J1 J2 JA JF JO JI J9 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PA PB PI PMCID PMID PP PU PY RI RN RP SE "
    "SN SP ST T1 T2 T3 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO WE Y1 Y2"
)
KNOWN = frozenset(_KNOWN.split())
_LOOSE = re.compile(r"([ \t]{0,5})([A-Za-z][A-Za-z0-9]{1,4})([ \t]{0,4})([-–])([ \t]?)(.*)", re.S)
_LINE = re.compile(rb"[ \t\xef\xbb\xbf]{0,5}(TY|ER|ty|er)(?:[ \t]{1,4}-|-[ \t]|[ \t]*$)")
_RECOGNISED = re.compile(r"^[ \t]{0,5}TY(?:[ \t]{1,4}[-–]|-[ \t])", re.M | re.I)


def recognise(opened: Opened) -> int:
    """Certain where a line begins with `TY  -`; a file whose ending says RIS may be one that lost its types."""
    text = opened.text_of_head()
    if _RECOGNISED.search(text):
        return 9
    return 4 if opened.name.lower().endswith(".ris") and re.search(r"^[A-Z][A-Z0-9]  -", text, re.M) else 0


def read(opened: Opened, mapping: Mapping | None = None) -> Iterator[Item]:
    """The records of a file. Raises BadInput for a line that is too long."""
    return items(_unglued(opened.lines()), TAGGED)


def count(opened: Opened) -> int | None:
    """Records told apart by their first and last lines only.

    What an end closes that no type opened is a record too, unless it is a line right after another end.
    """
    found, is_open, since = 0, False, 2  # lines since the last end; a blank one counts for two
    for line in raw_lines(opened):
        marker = _LINE.match(line)
        if marker is None:
            since += 1 if line.strip() else 2
            continue
        begins = marker[1].upper() == b"TY"
        found += begins or (not is_open and since > 1)
        is_open, since = begins, 0
    return found


def _tag(text: str, inside: bool) -> Tag | None:
    name = text[:2]
    if text[2:5] == "  -" and name.isupper() and name.isalnum() and name.isascii():
        rest = text[5:]
        odd = ("tag-spacing",) if rest[:1] not in ("", " ") else ()
        return Tag(name, rest.strip(), odd)
    if "-" in text[:15] or "–" in text[:15]:
        return _loose_tag(text)
    return Tag("ER", "", ("tag-spacing",)) if text.strip() == "ER" and inside else None


def _loose_tag(text: str) -> Tag | None:
    """A tag that is not written as it should be. The fewer blanks it has, the surer the tag itself has to be."""
    found = _LOOSE.fullmatch(text)
    if not found:
        return None
    indent, name, blanks, dash, after, rest = found.groups()
    apart = len(blanks) > 1 or "\t" in blanks
    if name.upper() not in KNOWN and not (apart and name.isupper() and dash == "-" and len(name) < 5):
        return None
    sure = name.upper() in ("TY", "ER") and (after or not rest)
    near = blanks and name.isupper() and not indent and dash == "-" and (after or not rest)
    if not (apart or sure or near):
        return None
    codes = () if name.isupper() else ("tag-case",)
    odd = indent or blanks != "  " or dash != "-" or (rest and not after)
    return Tag(name.upper(), rest.strip(), (*codes, "tag-spacing") if odd else codes)


def _starts(tag: str, block: Block, after_blank: bool) -> bool:
    """A type begins a record, unless the open one has none yet and goes on without a gap."""
    return tag == "TY" and ("TY" in block.tags or after_blank)


def _unglued(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, an end with the type of the next record behind it as two: files are glued without a line break."""
    for line in lines:
        text = line.text
        if text.startswith("ER") and (found := re.match(r"(ER {1,2}- *)(TY {1,2}-.*)", text, re.S)):
            yield Line(line.number, found[1], line.mended)
            yield Line(line.number, found[2], line.mended)
        else:
            yield line


GRAMMAR = Grammar(_tag, frozenset({"TY"}), _starts, ends=frozenset({"ER"}))
TAGGED = TaggedFormat("ris", GRAMMAR, ("TY",), SINGLE, csl_of)
FORMAT = Format("ris", "RIS", "ris", recognise, read, count, write, PLACES)
