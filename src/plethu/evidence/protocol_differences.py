"""What is new between two protocols, entry by entry and field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.protocol import Entry, Protocol, label_of
from plethu.evidence.protocol_editing import Way
from plethu.evidence.text import NO_TEXT, Text

DifferenceKind = Literal["added", "removed", "changed", "reordered"]


class Difference(Frozen, frozen=True):
    """One thing that is not as it was.

    `way` leads to the entry, `names` are what the entries on it are called. `field` is what changed in it; empty where
    the entry as a whole came or went. `before` and `after` are texts; of a field that holds a code, the code.
    """

    kind: DifferenceKind
    way: Way = ()
    names: tuple[Text, ...] = ()
    field: str = ""
    before: Text | str = NO_TEXT
    after: Text | str = NO_TEXT


def differences(old: Protocol, new: Protocol) -> tuple[Difference, ...]:
    """Everything that changed from one protocol to the other, in the order of the new one. Empty where they are equal.

    Entries are the same where their ids are.
    """
    return tuple(_between(old, new, (), ()))


def _between(old: Any, new: Any, way: Way, names: tuple[Text, ...]) -> Iterator[Difference]:
    for field in new.__struct_fields__:
        before, after = getattr(old, field), getattr(new, field)
        if before == after or field == "id":
            continue
        if isinstance(after, tuple):
            yield from _of_entries(before, after, field, way, names)
        else:
            yield Difference("changed", way, names, field, before, after)


def _of_entries(
    before: tuple[Entry, ...], after: tuple[Entry, ...], field: str, way: Way, names: tuple[Text, ...]
) -> Iterator[Difference]:
    old, new = ({entry.id: entry for entry in entries} for entries in (before, after))
    for id, entry in new.items():
        here, called = (*way, (field, id)), (*names, label_of(entry))
        if id not in old:
            yield Difference("added", here, called, after=label_of(entry))
        else:
            yield from _between(old[id], entry, here, called)
    for id, entry in old.items():
        if id not in new:
            yield Difference("removed", (*way, (field, id)), (*names, label_of(entry)), before=label_of(entry))
    if [id for id in old if id in new] != [id for id in new if id in old]:
        yield Difference("reordered", way, names, field)
