"""Counting the records of a file on its raw bytes, apart from the reading: a second opinion for the import report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.records.opened import HEAD, Opened

LONGEST_KEPT = 200  # bytes of a line; what tells records apart stands at its beginning


def raw_lines(opened: Opened) -> Iterator[bytes]:
    """How each line of a file begins, whatever ends it. Zero bytes of wide encodings are left out."""
    rest = b""
    with opened.path.open("rb") as file:
        while chunk := file.read(HEAD * 4):
            data = rest + chunk.replace(b"\0", b"")
            held = b"\r" if data.endswith(b"\r") else b""
            parts = data[: len(data) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
            rest = parts.pop()[:LONGEST_KEPT] + held
            yield from parts
    yield from rest.split(b"\r")


def markers(opened: Opened, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """The lines that begin with a pattern."""
    for line in raw_lines(opened):
        if found := pattern.match(line):
            yield found
