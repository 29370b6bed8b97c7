"""Sets of records as the bits of one number: bit n stands for record n of an index, from 1. Bit 0 is never set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

Rows: TypeAlias = int


def rows_from(numbers: Iterable[int], size: int) -> Rows:
    """The set of these records, of an index with `size` records."""
    signs = bytearray(b"0") * (size + 1)
    for number in numbers:
        signs[size - number] = 49
    return int(signs, 2)


def all_rows(size: int) -> Rows:
    """Every record of an index."""
    return (1 << size + 1) - 2


def numbers_of(rows: Rows) -> Iterator[int]:
    """The records of a set, in order."""
    signs = bin(rows)[:1:-1]
    at = signs.find("1")
    while at >= 0:
        yield at
        at = signs.find("1", at + 1)
