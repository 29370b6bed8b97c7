"""Writing RIS: a record read from RIS gives its own fields back, any other is written from its CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from plethu.records.csl_dates import edtf_from, printed_of
from plethu.records.kinds import BOOKS, INSIDE_BOOKS, ris_code
from plethu.records.names import written_name
from plethu.records.record import Record

INDENT = " " * 6  # deeper than any tag may be indented, so that a line that looks like one is none

TEXTS: tuple[tuple[str, str], ...] = (
    ("title", "TI"), ("title-short", "ST"), ("volume", "VL"), ("issue", "IS"), ("edition", "ET"), ("publisher", "PB"),
    ("publisher-place", "CY"), ("language", "LA"), ("abstract", "AB"), ("note", "N1"), ("DOI", "DO"), ("URL", "UR"),
    ("PMID", "PMID"), ("PMCID", "C2"), ("number", "C7"), ("archive", "DB"), ("archive_location", "AN"),
    ("source", "DP"), ("call-number", "CN"), ("container-title-short", "J2"),
)  # fmt: skip
ROLES = (("author", "AU"), ("editor", "ED"), ("collection-editor", "A3"), ("contributor", "A3"))


def write(records: Iterable[Record], file: BinaryIO) -> int:
    """Write records as UTF-8 with the line ends of the specification; how many there were."""
    number = 0
    for record in records:
        number += 1
        lines = own_lines(record) if record.format == "ris" else csl_lines(record.csl)
        end = record.first("ER") if record.format == "ris" else ""
        file.write("".join(f"{line}\r\n" for line in (*lines, *tagged_lines("ER", end), "")).encode())
    return number


def own_lines(record: Record) -> Iterator[str]:
    """The fields that were read, in their order, the type first as the specification wants it."""
    type_first = sorted(record.fields, key=lambda field: field.tag != "TY")
    if not record.first("TY") and not any(field.tag == "TY" for field in record.fields):
        yield "TY  - GEN"
    for field in type_first:
        if field.tag != "ER":
            yield from tagged_lines(field.tag, field.value)


def tagged_lines(tag: str, value: str) -> Iterator[str]:
    """One field; lines after its first are indented."""
    first, *rest = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    yield f"{tag}  - {first}"
    yield from (f"{INDENT}{line}" if line else "" for line in rest)


def csl_lines(csl: dict[str, Any]) -> Iterator[str]:
    """An item of CSL-JSON as RIS."""
    kind = str(csl.get("type", ""))
    yield f"TY  - {ris_code(kind)}"
    for role, tag in ROLES:
        names = csl.get(role)
        for name in names if isinstance(names, list) else []:
            yield from tagged_lines(tag, written_name(name))
    for variable, tag in (*TEXTS, *_containers(kind)):
        if text := str(csl.get(variable, "")).strip():
            yield from tagged_lines(tag, text)
    yield from _dates(csl)
    yield from _pages(csl)
    for word in str(csl.get("keyword", "")).split(";"):
        if word.strip():
            yield from tagged_lines("KW", word.strip())
    for number in (*str(csl.get("ISSN", "")).split(","), *str(csl.get("ISBN", "")).split(",")):
        if number.strip():
            yield from tagged_lines("SN", number.strip())


def _containers(kind: str) -> tuple[tuple[str, str], ...]:
    if kind in BOOKS:
        return (("collection-title", "T2"), ("container-title", "JF"))
    own = "T2" if kind in INSIDE_BOOKS else "JF"
    return (("container-title", own), ("collection-title", "T3"))


def _dates(csl: dict[str, Any]) -> Iterator[str]:
    printed, edtf = printed_of(csl.get("issued")), edtf_from(csl.get("issued"))
    if edtf[:4].isdigit():
        yield f"PY  - {edtf[:4]}"
    if printed and printed != edtf[:4]:
        yield from tagged_lines("DA", printed)
    if accessed := printed_of(csl.get("accessed")):
        yield from tagged_lines("Y2", accessed)


def _pages(csl: dict[str, Any]) -> Iterator[str]:
    first, _, last = str(csl.get("page", "") or csl.get("number-of-pages", "")).partition("-")
    if first:
        yield from tagged_lines("SP", first)
    if last:
        yield from tagged_lines("EP", last)
