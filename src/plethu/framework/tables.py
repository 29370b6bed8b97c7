"""Reading the files of an edition into plain rows that still know which line they came from."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem

LARGEST_FILE = 64 * 1024 * 1024
# NUL ends strings early in other programs; the others turn the direction of text and can hide what it says.
FORBIDDEN = re.compile("[\x00\u202a-\u202e\u2066-\u2069]")


class Row(Frozen, frozen=True):
    """One entry of a file, with the lines of its fields. `line` is where it starts."""

    file: str
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def at(self, field: str) -> int:
        """The line of a field, or of the entry where the field's own is not known."""
        return self.lines.get(field.split(".")[0].split("[")[0], self.line)


def read_text(path: Path, name: str, largest: int = LARGEST_FILE) -> str:
    """The text of a UTF-8 file. Raises BadInput if it is missing, too large, not text, or holds hidden characters."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise BadInput(Problem("file-too-large", name, values={"size": str(size), "largest": str(largest)}))
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(Problem("file-unreadable", name, values={"reason": error.strerror or str(error)})) from error
    return decode_text(data, name)


def decode_text(data: bytes, name: str) -> str:
    """Bytes as text without a byte order mark; raises BadInput as `read_text` does."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(Problem("not-utf8", name, line)) from error
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadInput(Problem("hidden-character", name, line, values={"character": f"U+{ord(found[0]):04X}"}))
    return text


def csv_rows(text: str, name: str) -> list[Row]:
    """The rows of a CSV file with a header. Raises BadInput for a row that is longer or shorter than it."""
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        header = next(reader, [])
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(header):
                values = {"found": str(len(cells)), "expected": str(len(header))}
                problems.append(Problem("row-length", name, start, values=values))
            elif any(cells):
                rows.append(Row(name, start, dict(zip(header, cells, strict=True)), {}))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem("not-csv", name, reader.line_num, values={"reason": str(error)}))
    if problems:
        raise BadInput(*problems)
    return rows


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The table of a TOML text. Raises BadInput with the line for anything malformed, or nested too deeply."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = str(error).split(" (at ")[0]
        raise BadInput(Problem("not-toml", name, line, values={"reason": reason})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error


def parse_json(text: str, name: str) -> Any:
    """The value of a JSON text. Raises BadInput with the line for anything malformed, or nested too deeply."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(Problem("not-json", name, error.lineno, values={"reason": error.msg})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error


def key_lines(text: str) -> dict[str, int]:
    """The line of each `table.key` of a TOML text, and of each `[table]`; `[[table]]` gets a number: `table[0].key`."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
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


def toml_rows(text: str, name: str, key: str) -> list[Row]:
    """The entries of `[[key]]`. Raises BadInput if the file holds anything else beside them."""
    table = parse_toml(text, name)
    lines = key_lines(text)
    if extra := sorted(set(table) - {key}):
        raise BadInput(*(Problem("unknown-field", name, lines.get(k, 0), k) for k in extra))
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadInput(Problem("not-entries", name, lines.get(key, 1), key))
    starts = [lines.get(f"{key}[{i}]", 1) for i in range(len(entries))]
    return [
        Row(name, start, entry, {k: _line_of_key(f"{key}[{i}]", k, start, lines) for k in entry})
        for i, (start, entry) in enumerate(zip(starts, entries, strict=True))
    ]


def _line_of_key(entry: str, key: str, start: int, lines: dict[str, int]) -> int:
    """The line of `key = ...` in an entry, or of the first `[[table.key]]` after the entry's start."""
    if line := lines.get(f"{entry}.{key}"):
        return line
    nested = f"{entry.split('[')[0]}.{key}["
    return min((n for k, n in lines.items() if n >= start and k.startswith(nested) and k.endswith("]")), default=start)


def json_rows(text: str, name: str) -> list[Row]:
    """The objects of a JSON array, each with the line of its `id`, which has to stand in the file."""
    items = parse_json(text, name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BadInput(Problem("not-entries", name, 1))
    return [Row(name, _line_of_id(text, item.get("id")), item, {}) for item in items]


def _line_of_id(text: str, id: object) -> int:
    found = re.search(rf'"id"\s*:\s*"{re.escape(str(id))}"', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
