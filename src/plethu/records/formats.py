"""The formats that are read and written: how each is recognised, read, written, and its records counted apart.

`read` yields what stands in the file, in order. `count` is a second, independent way of counting its records, which the
import report holds against what was read; None where a format has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from plethu.evidence.frozen import Frozen
from plethu.records.opened import Opened
from plethu.records.record import Item, Record

Mapping = dict[str, str]  # column of a table -> CSL variable, or "" for a column to be kept as it is


class Format(Frozen, frozen=True):
    """One format. `recognise` says how sure it is that a file is in it, from 0 (not) to 10 (certain)."""

    id: str
    name: str
    ending: str
    recognise: Callable[[Opened], int]
    read: Callable[[Opened, Mapping], Iterator[Item]]
    count: Callable[[Opened], int | None]
    write: Callable[[Iterable[Record], BinaryIO], int] | None = None
