"""Changing a protocol: each change gives a new one. An entry is named by the way to it.

A way is a sequence of pairs of a field and an id: `(("strands", "academic"), ("rules", "date"))`. An unknown one raises
KeyError.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, TypeVar, cast

import msgspec

from plethu.evidence.protocol import Definition, Entry, Protocol

Way = tuple[tuple[str, str], ...]
Holder = TypeVar("Holder", bound=msgspec.Struct)
LONGEST_ID = 40


def entry_at(protocol: Protocol, way: Way) -> Protocol | Entry:
    """The entry that a way leads to; the protocol itself for an empty one."""
    here: Any = protocol
    for field, id in way:
        here = next((entry for entry in _entries(here, field) if entry.id == id), None)
        if here is None:
            raise KeyError(way)
    return cast("Protocol | Entry", here)


def with_fields(protocol: Protocol, way: Way, **fields: Any) -> Protocol:
    """The protocol with some fields of an entry, or of its own for an empty way, filled anew."""
    return _changed(protocol, way, lambda entry: msgspec.structs.replace(entry, **fields))


def with_entry(protocol: Protocol, way: Way, field: str, entry: Entry) -> Protocol:
    """The protocol with one entry more, the last of its kind there. ValueError where its id is taken."""
    if entry.id in {other.id for other in _entries(entry_at(protocol, way), field)}:
        raise ValueError(entry.id)
    return _changed(
        protocol, way, lambda holder: msgspec.structs.replace(holder, **{field: (*_entries(holder, field), entry)})
    )


def without_entry(protocol: Protocol, way: Way) -> Protocol:
    """The protocol without an entry and all it holds."""
    entry_at(protocol, way)
    (field, id), above = way[-1], way[:-1]

    def without(holder: Any) -> Any:
        kept = tuple(entry for entry in _entries(holder, field) if entry.id != id)
        return msgspec.structs.replace(holder, **{field: kept})

    return _changed(protocol, above, without)


def with_definitions(protocol: Protocol, definitions: Iterable[Definition]) -> Protocol:
    """The protocol with other words of the glossary."""
    return msgspec.structs.replace(protocol, definitions=tuple(definitions))


def free_id(words: str, taken: Iterable[str], otherwise: str) -> str:
    """An id made from words, that none of the taken ones is: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    wanted = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST_ID].strip("-") or otherwise
    others = set(taken)
    number = 2
    found = wanted
    while found in others:
        found = f"{wanted}-{number}"
        number += 1
    return found


def _entries(holder: Any, field: str) -> tuple[Any, ...]:
    held = getattr(holder, field, None)
    if not isinstance(held, tuple):
        raise KeyError(field)
    return held


def _changed(holder: Holder, way: Way, change: Any) -> Holder:
    if not way:
        return cast(Holder, change(holder))
    (field, id), rest = way[0], way[1:]
    entries = _entries(holder, field)
    if id not in {entry.id for entry in entries}:
        raise KeyError(way)
    changed = tuple(_changed(entry, rest, change) if entry.id == id else entry for entry in entries)
    return msgspec.structs.replace(holder, **{field: changed})
