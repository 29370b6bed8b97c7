"""Text that somebody gives us, decoded and parsed with care: files of an edition, situations."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem

LARGEST_FILE = 64 * 1024 * 1024
# Control characters do things to terminals and break documents; the others turn the direction of text and can hide
# what it says.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
# A key of very many parts makes the parser take time and memory by the square of them.
DEEPEST_KEY = 24
DEEP_KEY = re.compile(
    r"""(?<![\w-])(?:(?:[\w-]++|"[^"]*+"|'[^']*+')[ \t]*+\.[ \t]*+){%d}""" % DEEPEST_KEY  # noqa: UP031 (braces)
)
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


class Row(Frozen, frozen=True):
    """One entry of a file and the line it starts on. `find` knows the lines of its fields, where they can be known."""

    file: str
    line: int
    values: dict[str, Any]
    find: Callable[[str], int] | None = None

    def at(self, field: str) -> int:
        """The line of a field, or of the entry where the field's own is not known."""
        return self.find(field.split(".")[0].split("[")[0]) if self.find else self.line


def read_text(path: Path, name: str, largest: int = LARGEST_FILE) -> str:
    """The text of a UTF-8 file. Raises BadInput if it is missing, too large, not text, or holds hidden characters."""
    return decode_text(read_bytes(path, name, largest), name)


def read_bytes(path: Path, name: str, largest: int) -> bytes:
    """The bytes of a file. Raises BadInput if it is missing or too large; takes in no more of it than is allowed."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > largest else file.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem("file-unreadable", name, values={"reason": reason})) from error
    refuse_large(max(size, len(data)), name, largest)
    return data


def refuse_large(size: int, name: str, largest: int) -> None:
    """Raise BadInput if there is more than is allowed."""
    if size > largest:
        raise BadInput(Problem("file-too-large", name, values={"size": str(size), "largest": str(largest)}))


def decode_text(data: bytes, name: str) -> str:
    """Bytes as text without a byte order mark; raises BadInput as `read_text` does."""
    if data.startswith(ARCHIVES):
        raise BadInput(Problem("archive", name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(Problem("not-utf8", name, line)) from error
    # A line that can be printed holds nothing hidden; most can, and then the slower search is not needed.
    if not all(map(str.isprintable, text.split("\n"))) and (found := FORBIDDEN.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        raise BadInput(Problem("hidden-character", name, line, values={"character": f"U+{ord(found[0]):04X}"}))
    return text


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The table of a TOML text. Raises BadInput with the line for anything malformed, nested too deeply or hidden."""
    for number, keys in enumerate(text.split("\n"), 1):
        if keys.count(".") >= DEEPEST_KEY and DEEP_KEY.search(keys):
            raise BadInput(Problem("too-deep", name, number))
    try:
        table = tomllib.loads(text)
        _refuse_escaped(text, table, name)
    except ValueError as error:  # also a number with more digits than Python reads
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        reason = str(error).split(" (at ")[0]
        raise BadInput(Problem("not-toml", name, line, values={"reason": reason})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error
    return table


def parse_json(text: str, name: str) -> Any:
    """The value of a JSON text. Raises BadInput with the line for anything malformed, nested too deeply or hidden."""
    try:
        value = msgspec.json.decode(text)
        json.loads(text, object_pairs_hook=lambda pairs: _refuse_twice(pairs, text, name))
        _refuse_escaped(text, value, name)
    except msgspec.DecodeError as error:
        reason, _, at = str(error).partition(" (byte ")
        line = text.encode()[: int(at.rstrip(")") or 0)].count(b"\n") + 1
        raise BadInput(Problem("not-json", name, line, values={"reason": reason})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error
    return value


def _refuse_twice(pairs: list[tuple[str, Any]], text: str, name: str) -> None:
    """JSON itself lets a name stand twice in an object (RFC 8259, section 4); which value counts is anybody's guess."""
    names = [key for key, _ in pairs]
    if len(set(names)) == len(names):
        return
    twice = next(key for at, key in enumerate(names) if key in names[:at])
    found = [at.start() for at in re.finditer(re.escape(json.dumps(twice, ensure_ascii=False)), text)]
    line = text.count("\n", 0, found[1]) + 1 if len(found) == 2 else 0  # else it also stands where it may
    raise BadInput(Problem("name-twice", name, line, twice))


def _refuse_escaped(text: str, value: Any, name: str) -> None:
    if "\\" in text:
        refuse_hidden(value, name)


def refuse_hidden(value: Any, name: str, field: str = "") -> None:
    """Raise BadInput if a string anywhere in a parsed value holds a hidden character, as an escape can make one."""
    if isinstance(value, str):
        if found := FORBIDDEN.search(value):
            values = {"character": f"U+{ord(found[0]):04X}"}
            raise BadInput(Problem("hidden-character", name, 0, field, values))
    elif isinstance(value, dict):
        for key, inner in value.items():
            refuse_hidden(key, name, field)
            refuse_hidden(inner, name, f"{field}.{key}" if field else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            refuse_hidden(inner, name, f"{field}[{number}]")
