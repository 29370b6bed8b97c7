"""CSL-JSON, as Zotero and others write it, and other lists of references in JSON with keys that we know from tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from plethu.records.column_values import csl_of
from plethu.records.columns import Columns, plain_name
from plethu.records.csl_dates import edtf_from, printed_of
from plethu.records.csl_items import DATES, NAMES, VARIABLES, as_text, item_of
from plethu.records.csl_types import TYPES
from plethu.records.formats import Format, Mapping
from plethu.records.json_items import Piece, parted, pieces
from plethu.records.opened import HEAD, WIDE, Opened
from plethu.records.record import Field, Item, Record, Refused, Remark, Repair
from plethu.records.streamed import cleaned, stretches

ID = "csl-json"
DEEPEST = 60  # braces and brackets inside each other; an item of CSL-JSON has four
_BEGINS = re.compile(r"\s*(?:\[\s*)?\{")
_KEY = re.compile(r'"((?:[^"\\]|\\.){1,60})"\s*:')
_SIGN = re.compile(rb"[{}\[\]]")
_COMMA_TOO_MANY = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|,(?=\s*[}\]])', re.DOTALL)


def recognise(opened: Opened) -> int:
    """By the keys of the first object: certain with those of CSL, fairly sure with those of a table of references."""
    head = opened.text_of_head()
    if not _BEGINS.match(head):
        return 0
    first = next((piece.text for piece in pieces([head]) if not piece.between), "")
    found = _decoded(first)
    keys = dict.fromkeys(_KEY.findall(first[:20000])) if isinstance(found, str) else dict(found[0])
    if _is_csl(keys) and ("title" in keys or "id" in keys):
        return 9
    columns = Columns(list(keys))
    said = {plain_name(key) for key in keys} & {"title", "teitl", "doi"}
    return (7 if columns.known > 2 else 4) if said else 0


def read(opened: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each object of the list as a record or refusal; what stands beside them as remarks."""
    number = 0
    for piece in pieces(stretches(opened)):
        if piece.between:
            yield Remark(piece.line, cleaned(piece.text)[0])
            continue
        for item in _items(piece, mapping):
            number += 1
            yield _numbered(item, number)


def _items(piece: Piece, mapping: Mapping) -> Iterator[Record | Refused]:
    """The record of an object; of one that is no good, those of its parts that are."""
    found = _decoded(piece.text)
    if isinstance(found, str):
        parts = parted(piece)
        if len(parts) > 1:
            for part in parts:
                yield from _items(part, mapping)
        else:
            yield Refused(0, piece.line, found, cleaned(piece.text[:200])[0])
        return
    written, codes = found
    if not written:
        yield Refused(0, piece.line, "empty-record", piece.text[:200])
        return
    mended = cleaned(piece.text)[1]
    repairs = tuple(Repair(code, piece.line) for code in dict.fromkeys((*codes, *mended)))
    yield _record(written, piece.line, repairs, mapping)


def _numbered(item: Record | Refused, number: int) -> Record | Refused:
    kept = {name: getattr(item, name) for name in item.__struct_fields__}
    return type(item)(**(kept | {"number": number}))


def _decoded(text: str) -> tuple[list[tuple[str, Any]], list[str]] | str:
    """The keys and values of an object, all of them, and what was mended; or the code of a refusal."""
    if text.count("{") + text.count("[") > DEEPEST and _depth(text) > DEEPEST:
        return "too-deep"
    codes: list[str] = []
    for mending in (False, True):
        attempt = _COMMA_TOO_MANY.sub(r"\1", text) if mending else text
        try:
            found = json.loads(attempt, object_pairs_hook=_Pairs, strict=False, parse_constant=str, parse_int=_whole)
        except (ValueError, RecursionError):
            codes = ["comma-too-many"]
            continue
        if not isinstance(found, _Pairs):
            return "not-json"
        pairs = [(cleaned(key)[0], _plain(value)) for key, value in found.pairs]
        twice = len({key for key, _ in pairs}) < len(pairs)
        return pairs, codes + (["key-twice-in-object"] if twice else [])
    return "not-json"


class _Pairs:
    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.pairs = pairs


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) < 19 else digits


def _plain(value: Any) -> Any:
    if isinstance(value, _Pairs):
        return {cleaned(key)[0]: _plain(part) for key, part in value.pairs}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return cleaned(value)[0] if isinstance(value, str) else value


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in re.findall(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]', text, re.DOTALL):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    return deepest


def _record(pairs: list[tuple[str, Any]], line: int, repairs: tuple[Repair, ...], mapping: Mapping) -> Record:
    fields = tuple(Field(key, as_text(value), line) for key, value in pairs)
    written = dict(reversed(pairs))  # of a key that stands twice, the first counts
    if _is_csl(written) and not mapping:
        csl = item_of(written)
        printed = " ".join(printed_of(written.get("issued")).split())
        return Record(ID, 0, line, fields, csl, printed, edtf_from(csl.get("issued")), repairs)
    flat = _flat(written)
    csl, printed, edtf = csl_of(Columns(list(flat), mapping), list(flat.values()))
    return Record(ID, 0, line, fields, csl, printed, edtf, repairs)


def _is_csl(written: dict[str, Any]) -> bool:
    """Whether an object has CSL's own keys: a type of CSL, or a date or names in its shape."""
    dates = any(isinstance(written.get(name), dict) for name in DATES)
    names = any(
        isinstance(written.get(name), list) and any(isinstance(n, dict) for n in written[name]) for name in NAMES
    )
    return str(written.get("type")) in TYPES or dates or names or "container-title" in written


def _flat(written: dict[str, Any]) -> dict[str, str]:
    """An object as a row of a table: lists of texts with semicolons."""
    found = {}
    for key, value in written.items():
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            found[key] = "; ".join(value)
        else:
            found[key] = "" if value is None else as_text(value)
    return found


def count(opened: Opened) -> int | None:
    """The objects directly in the list, counted by their braces in the raw bytes outside of all strings.

    None for a list that is itself inside an object, and for encodings with more than one byte for each sign.
    """
    if opened.encoding in WIDE or not (begin := re.match(r"\s*(.)", opened.text_of_head())):
        return None
    found, depth, base = 0, 0, int(begin[1] == "[")
    for sign in _signs(opened):
        if sign in b"{[":
            found += sign == b"{" and depth == base
            depth += 1
        else:
            depth -= 1
    return found


def _signs(opened: Opened) -> Iterator[bytes]:
    """Braces and brackets outside of strings."""
    inside, rest = False, b""
    with opened.path.open("rb") as file:
        while chunk := file.read(HEAD * 4):
            data = rest + chunk
            rest = b"\\" * ((len(data) - len(data.rstrip(b"\\"))) % 2)
            parts = re.sub(rb"\\.", b"", data[: len(data) - len(rest)], flags=re.DOTALL).split(b'"')
            for number, part in enumerate(parts):
                inside = inside if number == 0 else not inside
                if not inside:
                    yield from _SIGN.findall(part)


def write(records: Iterable[Record], file: BinaryIO) -> int:
    """A list with one item a line. Keys that are not CSL's come back where the record came from such a list."""
    written = 0
    file.write(b"[")
    for record in records:
        text = json.dumps(_item(record, written + 1), ensure_ascii=False, separators=(", ", ": "))
        file.write((",\n" if written else "\n").encode() + text.encode("utf-8", "replace"))
        written += 1
    file.write(b"\n]\n")
    return written


def _item(record: Record, number: int) -> dict[str, Any]:
    """The item as it was read, if nothing was changed since; else its CSL-JSON and the keys that are not CSL's."""
    written = {field.tag: _value(field.value) for field in reversed(record.fields)} if record.format == ID else {}
    id = written.get("id") or record.csl.get("citation-key") or f"record-{number}"
    if _is_csl(written) and item_of(written) == record.csl:
        return {"id": id, **dict(reversed(written.items()))}
    others = {key: value for key, value in written.items() if key not in VARIABLES}
    return {"id": id, **record.csl, **{key: value for key, value in reversed(others.items()) if key != "id"}}


def _value(text: str) -> Any:
    """The value that a field was made from: a list or object again, anything else as text."""
    if text[:1] not in ("[", "{"):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


FORMAT = Format(ID, "CSL-JSON", "json", recognise, read, count, write, frozenset({*VARIABLES, "id"}))
