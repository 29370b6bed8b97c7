"""The entries of the files of an edition, as rows that still know which line they came from."""

from __future__ import annotations

import csv
import io
import re
from functools import partial

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.lines import Lines
from plethu.framework.tables import Row, parse_json, parse_toml


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
                rows.append(Row(name, start, dict(zip(header, cells, strict=True))))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem("not-csv", name, reader.line_num, values={"reason": str(error)}))
    if problems:
        raise BadInput(*problems)
    return rows


def toml_rows(text: str, name: str, key: str) -> list[Row]:
    """The entries of `[[key]]`. Raises BadInput if the file holds anything else beside them."""
    table = parse_toml(text, name)
    lines = Lines(text)
    if extra := sorted(set(table) - {key}):
        raise BadInput(*(Problem("unknown-field", name, lines.of(k, 0), k) for k in extra))
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadInput(Problem("not-entries", name, lines.of(key), key))
    return [Row(name, 1, entry, partial(lines.in_entry, key, number)) for number, entry in enumerate(entries)]


def toml_row(text: str, name: str) -> Row:
    """A whole TOML file as one entry."""
    return Row(name, 1, parse_toml(text, name), Lines(text).of)


def json_rows(text: str, name: str) -> list[Row]:
    """The objects of a JSON array, each with the line of its `id`, which has to stand in the file."""
    items = parse_json(text, name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BadInput(Problem("not-entries", name, 1))
    return [Row(name, 1, item, partial(_line_of_id, text, item.get("id"))) for item in items]


def _line_of_id(text: str, id: object, _field: str) -> int:
    found = re.search(rf'"id"\s*:\s*"{re.escape(str(id))}"', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
