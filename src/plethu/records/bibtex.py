"""BibTeX and BibLaTeX, of any program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.bibtex_blocks import Block, blocks
from plethu.records.bibtex_csl import ENTRY, KEY, csl_of
from plethu.records.bibtex_fields import LONGEST_MACRO, MONTHS, Entry, entry_of
from plethu.records.bibtex_writing import known_fields, write
from plethu.records.formats import Format, Mapping
from plethu.records.opened import Opened
from plethu.records.record import Field, Item, Record, Refused, Remark, Repair

ID = "bibtex"
NO_RECORDS = ("comment", "preamble", "string")
_ENTRY = re.compile(r"(?:^|[})])\s*@\s*([^\W\d_]\w*)\s*(?:\{[^,={}\"\n]*(?:,|$)|\([^,={}()\"\n]*(?:,|$))", re.MULTILINE)
MAY_STAND_TWICE = {"note", "annote", "keywords", "keyword", "text", "comment", "url", "file"}


def recognise(opened: Opened) -> int:
    """Certain where an entry with a key begins, fairly sure where only an @ and a word with a brace do."""
    head = opened.text_of_head()
    if found := _ENTRY.search(head):
        return 9 if not head[: found.start()].strip() or found[1].lower() not in NO_RECORDS else 7
    return 6 if re.match(r"\s*(?:%.*\s*)*@\s*(?:comment|string|preamble)\s*[{(]", head, re.IGNORECASE) else 0


def read(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each entry as a record or refusal; comments, preambles, definitions and text between entries as remarks."""
    macros: dict[str, str] = {}
    keys: set[str] = set()
    number = 0
    for block in blocks(opened.lines()):
        if not block.type or block.type in NO_RECORDS:
            if block.type == "string":
                defined = {field.tag.lower(): field.value for field in _defined(block, macros)}
                macros |= {name: value for name, value in defined.items() if len(value) <= LONGEST_MACRO}
            yield Remark(block.line, block.text)
            continue
        number += 1
        yield _item(block, number, macros, keys)


def count(opened: Opened) -> int | None:
    """How many lines begin an entry that is no comment, preamble or definition."""
    found = (match for line in opened.lines() for match in _ENTRY.finditer(line.text))
    return sum(match[1].lower() not in NO_RECORDS for match in found)


def _item(block: Block, number: int, macros: dict[str, str], keys: set[str]) -> Record | Refused:
    entry = entry_of(block.inside, block.line, macros, broken=block.broken)
    if not any(field.value.strip() for field in entry.fields):
        return Refused(number, block.line, "empty-record", block.text[:200])
    fields = (Field(ENTRY, block.type, block.line), Field(KEY, entry.key, block.line), *entry.fields)
    csl, printed, edtf = csl_of(fields)
    repairs = (*block.repairs, *entry.repairs, *_doubled(entry, block, keys))
    return Record(ID, number, block.line, fields, csl, printed, edtf, repairs)


def _doubled(entry: Entry, block: Block, keys: set[str]) -> Iterator[Repair]:
    """What stands twice and is kept twice: a key in the file, a field in the entry."""
    if entry.key and entry.key.lower() in keys:
        yield Repair("key-twice", block.line, {"key": entry.key})
    keys.add(entry.key.lower())
    seen: set[str] = set()
    for field in entry.fields:
        name = field.tag.lower()
        if name in seen and name not in MAY_STAND_TWICE:
            yield Repair("field-twice", field.line, {"field": field.tag})
        seen.add(name)


def _defined(block: Block, macros: dict[str, str]) -> tuple[Field, ...]:
    return entry_of("," + block.inside, block.line, macros | {month: month for month in MONTHS}).fields


_PLACES = frozenset(name for names in known_fields() for name in names)
PLACES = _PLACES | {form(name) for name in _PLACES for form in (str.title, str.upper)}
FORMAT = Format(ID, "BibTeX", "bib", recognise, read, count, write, PLACES)
