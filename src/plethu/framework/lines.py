"""Where in a TOML text its keys stand, which a parser does not tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property


class Lines:
    """The lines of the keys of a TOML text. Only worked out when somebody asks, because something is wrong."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> dict[str, int]:
        return _key_lines(self._text)

    @cached_property
    def _nested(self) -> dict[str, list[int]]:
        """The lines of the `[[table.key]]` of each name, in order."""
        found: dict[str, list[int]] = {}
        for name, line in self._lines.items():
            if name.endswith("]"):
                found.setdefault(name[: name.rindex("[")], []).append(line)
        return found

    def of(self, key: str, otherwise: int = 1) -> int:
        """The line of a key or table."""
        return self._lines.get(key, otherwise)

    def in_entry(self, table: str, number: int, key: str) -> int:
        """The line of `key = ...` in an entry of `[[table]]`, or of the first `[[table.key]]` after its start."""
        start = self.of(f"{table}[{number}]")
        if not key:
            return start
        if line := self.of(f"{table}[{number}].{key}", 0):
            return line
        nested = self._nested.get(f"{table}.{key}", [])
        at = bisect_left(nested, start)
        return nested[at] if at < len(nested) else start


def _key_lines(text: str) -> dict[str, int]:
    """The line of each `table.key` of a TOML text, and of each `[table]`; `[[table]]` gets a number: `table[0].key`."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.match(r"\s*\[\[([^\]]+)\]\]", line):
            name = found[1].strip()
            counts[name] = counts.get(name, -1) + 1
            table = f"{name}[{counts[name]}]"
            lines[table] = number
        elif found := re.match(r"\s*\[([^\]\[]+)\]\s*(#.*)?$", line):
            table = found[1].strip().replace('"', "")
            lines[table] = number
        elif found := re.match(r"""\s*("[^"]+"|'[^']+'|[\w-]+)(?:\.[\w".-]+)?\s*=""", line):
            key = found[1].strip("\"'")
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines
