"""EndNote's XML, as EndNote, Mendeley and Zotero write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from plethu.evidence.problems import BadInput, Problem
from plethu.records.endnote_csl import PLACES, csl_of, generated
from plethu.records.endnote_elements import DECLARES, Element, elements, fields_of
from plethu.records.formats import Format, Mapping
from plethu.records.opened import HEAD, Opened
from plethu.records.record import Field, Item, Record, Refused, Remark
from plethu.records.streamed import cleaned, stretches
from plethu.records.tagged import UNSEEN

ID = "endnote-xml"
ORDER = (
    *("database", "source-app", "rec-number", "foreign-keys", "ref-type", "contributors", "auth-address", "titles"),
    *("periodical", "alt-periodical", "pages", "volume", "number", "issue", "edition", "section", "keywords", "dates"),
    *("pub-location", "publisher", "isbn", "accession-num", "abstract", "notes", "research-notes", "work-type", "urls"),
)
_WRAPPING = re.compile(r"</?(?:xml|records)\s*>|<\?xml\b[^<>]*\?>", re.IGNORECASE)
_RECORD = re.compile(rb"<record[\s/>]")


def recognise(opened: Opened) -> int:
    """Certain for records with what only EndNote's XML has in them."""
    head = opened.text_of_head()
    if not head.lstrip().startswith("<"):
        return 0
    if re.search(r"<records>\s*(?:<!--.*?-->\s*)*<record[\s>]", head, re.DOTALL):
        return 9 if re.search(r"<(?:ref-type|contributors|titles|source-app|database)\b", head) else 5
    return 5 if re.search(r"<(?:xml|records)[\s>]", head) and not re.search(r"<(?:html|rss|feed)\b", head) else 0


def read(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each `<record>` as a record or refusal; text between them as remarks.

    Raises BadInput for a file that declares a document type or entities, before anything of it is parsed.
    """
    number = 0
    for element in elements(stretches(opened)):
        if element.between:
            if DECLARES.search(element.text):
                raise BadInput(Problem("entities", opened.name, element.line))
            if text := cleaned(_WRAPPING.sub("", element.text))[0].strip():
                yield Remark(element.line, text)
            continue
        number += 1
        yield _item(element, number)


def _item(element: Element, number: int) -> Record | Refused:
    found = fields_of(element)
    if found is None or not any(field.value for field in found.fields):
        code = "not-xml" if found is None else "empty-record"
        return Refused(number, element.line, code, cleaned(element.text[:200])[0])
    csl, printed, edtf = csl_of(found.fields)
    return Record(ID, number, element.line, found.fields, csl, printed, edtf, found.repairs)


def count(opened: Opened) -> int:
    """How often a record begins in the raw bytes."""
    found, rest = 0, b""
    with opened.path.open("rb") as file:
        while chunk := file.read(HEAD * 4):
            data = rest + chunk.replace(b"\0", b"")
            found += len(_RECORD.findall(data))
            rest = data[-7:]
            found -= len(_RECORD.findall(rest))
    return found + len(_RECORD.findall(rest))


def write(records: Iterable[Record], file: BinaryIO) -> int:
    """Writes all records in UTF-8: those from EndNote's XML as they were, unless they were changed since."""
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n')
    written = 0
    for record in records:
        unchanged = record.format == ID and csl_of(record.fields)[0] == record.csl
        fields = record.fields if unchanged else tuple(generated(record.csl))
        file.write((_element(fields) + "\n").encode("utf-8", "replace"))
        written += 1
    file.write(b"</records></xml>\n")
    return written


def _element(fields: Sequence[Field]) -> str:
    """The fields as nested elements: those with the same beginning of their path side by side in one."""
    attributes: dict[str, list[Field]] = {}
    texts = []
    for field in fields:
        path, at, _ = field.tag.partition("@")
        if at:
            attributes.setdefault(path, []).append(field)
        else:
            texts.append(field)
    texts += [Field(path, "") for path in attributes if not any(text.tag == path for text in texts)]
    first = {tag: number for number, tag in enumerate(ORDER)}
    texts.sort(key=lambda field: first.get(field.tag.partition("/")[0], len(ORDER)))
    return "<record>" + _inside(texts, 0, attributes) + "</record>"


def _inside(fields: Sequence[Field], level: int, attributes: dict[str, list[Field]]) -> str:
    groups: dict[str, list[Field]] = {}
    for field in fields:
        groups.setdefault(field.tag.split("/")[level], []).append(field)
    parts = []
    for name, group in groups.items():
        deeper = [field for field in group if field.tag.count("/") > level]
        for field in group:
            if field.tag.count("/") == level:
                parts.append(_leaf(name, field, attributes))
        if deeper:
            parts.append(f"<{name}>{_inside(deeper, level + 1, attributes)}</{name}>")
    return "".join(parts)


def _leaf(name: str, field: Field, attributes: dict[str, list[Field]]) -> str:
    """One element with its text; it takes the first attributes that are left for its path, each name once."""
    given: dict[str, str] = {}
    left = []
    for attribute in attributes.get(field.tag, ()):
        key = attribute.tag.partition("@")[2]
        if key in given:
            left.append(attribute)
        else:
            given[key] = attribute.value
    attributes[field.tag] = left
    said = "".join(f" {key}={quoteattr(UNSEEN.sub('', value))}" for key, value in given.items())
    text = escape(UNSEEN.sub("", field.value), {"\r": "&#13;"})
    return f"<{name}{said}>{text}</{name}>"


FORMAT = Format(ID, "EndNote XML", "xml", recognise, read, count, write, PLACES)
