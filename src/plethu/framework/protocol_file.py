"""A protocol as a file: TOML that a person writes, or the JSON of the site. Read strictly: whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from plethu.evidence.dates import is_edtf
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.protocol import Entry, Protocol, Window
from plethu.evidence.text import Text
from plethu.framework.lines import Lines
from plethu.framework.rows import from_toml
from plethu.framework.tables import Row, decode_text, parse_json, parse_toml, refuse_large

LARGEST = 1024 * 1024
LONGEST_TEXT = 5_000
MOST_ENTRIES = 300  # of one kind in one place
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_protocol(data: bytes, name: str) -> Protocol:
    """The protocol in a file, TOML or JSON (told by its first character). `name` is used in messages.

    Raises BadInput with file, line and field for anything malformed, unknown, too large or hidden.
    """
    refuse_large(len(data), name, LARGEST)
    text = decode_text(data, name)
    is_json = text.lstrip().startswith("{")
    values = parse_json(text, name) if is_json else parse_toml(text, name)
    lines = Lines("" if is_json else text)
    try:
        protocol = from_toml(Row(name, 0, values), Protocol)
    except BadInput as error:
        raise BadInput(*(_at_line(problem, lines) for problem in error.problems)) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error
    if problems := [_at_line(problem, lines) for problem in _problems(protocol, name, "")]:
        raise BadInput(*problems)
    return protocol


def write_protocol(protocol: Protocol) -> bytes:
    """The protocol as JSON, which `read_protocol` reads back to an equal one."""
    return msgspec.json.format(msgspec.json.encode(protocol), indent=2) + b"\n"


def _problems(holder: Any, name: str, path: str) -> Iterator[Problem]:
    for field in holder.__struct_fields__:
        held, here = getattr(holder, field), f"{path}{field}"
        if isinstance(held, Text) and max(len(held.en), len(held.cy)) > LONGEST_TEXT:
            yield Problem("text-too-long", name, 0, here, {"longest": str(LONGEST_TEXT)})
        elif isinstance(held, tuple):
            yield from _of_entries(held, name, here)
    if isinstance(holder, Window) and holder.dates and not is_edtf(holder.dates):
        yield Problem("not-edtf", name, 0, f"{path}dates", {"value": holder.dates[:80]})


def _of_entries(entries: tuple[Entry, ...], name: str, here: str) -> Iterator[Problem]:
    if len(entries) > MOST_ENTRIES:
        yield Problem("too-many-entries", name, 0, here, {"most": str(MOST_ENTRIES)})
        return
    for number, entry in enumerate(entries):
        if not ID.fullmatch(entry.id) or len(entry.id) > 60:
            yield Problem("bad-id", name, 0, f"{here}[{number}].id", {"value": entry.id[:80]})
        yield from _problems(entry, name, f"{here}[{number}].")
    for id, count in Counter(entry.id for entry in entries).items():
        if count > 1:
            yield Problem("doubled-id", name, 0, here, {"id": id[:80], "count": str(count)})


def _at_line(problem: Problem, lines: Lines) -> Problem:
    """The problem with the line of the nearest field the file names."""
    field = problem.field
    while field and not (line := lines.of(field, 0)):
        field = re.sub(r"(?:\.[^.\[]*|\[[^\[]*\]|^[^.\[]*)$", "", field)
    return msgspec.structs.replace(problem, line=line) if field else problem
