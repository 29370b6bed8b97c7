"""The formats that are read and written: how each is recognised, read, written, and its records counted apart.

`read` yields what stands in the file, in order. `count` is a second, independent way of counting its records, which the
import report holds against what was read; None where a format has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import BinaryIO

from plethu.evidence.frozen import Frozen
from plethu.records.opened import Opened
from plethu.records.record import Item, Record

Mapping = dict[str, str]  # column of a table -> CSL variable, or "" for a column to be kept as it is


class Format(Frozen, frozen=True):
    """One format. `recognise` says how sure it is that a file is in it, from 0 (not) to 10 (certain).

    `places` are the tags that have a place in CSL; the import report counts the others. Empty where that means nothing.
    """

    id: str
    name: str
    ending: str
    recognise: Callable[[Opened], int]
    read: Callable[[Opened, Mapping], Iterator[Item]]
    count: Callable[[Opened], int | None]
    write: Callable[[Iterable[Record], BinaryIO], int] | None = None
    places: frozenset[str] = frozenset()


# Where each format is, in the order in which they are asked whether a file is theirs. A module is loaded only then.
IDS: dict[str, str] = {
    "ris": "ris", "medline": "medline", "wos": "wos", "refer": "refer", "endnote-xml": "endnote_xml",
    "bibtex": "bibtex", "csl-json": "csl_json", "csv": "tables", "tsv": "tables", "xlsx": "tables",
}  # fmt: skip


@cache
def format_named(id: str) -> Format:
    """The format of that id. Raises KeyError for one that is not known."""
    module = import_module(f"plethu.records.{IDS[id]}")
    found: tuple[Format, ...] = getattr(module, "FORMATS", ()) or (module.FORMAT,)
    return next(each for each in found if each.id == id)


def all_formats() -> tuple[Format, ...]:
    """All formats that are read."""
    return tuple(format_named(id) for id in IDS)


def recognised(opened: Opened) -> Format | None:
    """The format that is surest that a file is in it; None where none thinks so."""
    sure = [(each.recognise(opened), -order, each) for order, each in enumerate(all_formats())]
    certainty, _, found = max(sure, key=lambda each: each[:2])
    return found if certainty > 0 else None
