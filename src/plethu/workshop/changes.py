"""Things that change only by adding to a log: every change can be seen, undone, and the undoing undone again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from plethu.evidence.frozen import Frozen


class Undoable(Protocol):
    """A line of a log: its id, and the id of an earlier line that it undoes, empty if it undoes none."""

    @property
    def id(self) -> str: ...

    @property
    def undoes(self) -> str: ...


class Change(Frozen, frozen=True):
    """A line: the thing `of` reads from now on as this line says, or is taken out; or the line `undoes` another."""

    id: str
    of: str = ""
    taken_out: bool = False
    undoes: str = ""


def undone(lines: Sequence[Undoable]) -> set[str]:
    """The lines undone by one that is not undone itself; the latest are looked at first, so each but once."""
    found: set[str] = set()
    for line in reversed(lines):
        if line.undoes and line.id not in found:
            found.add(line.undoes)
    return found


def standing(changes: Sequence[Change]) -> dict[str, str]:
    """By which line each thing stands as it does now; what was taken out is not in it."""
    without = undone(changes)
    found: dict[str, str] = {}
    for change in changes:
        if change.undoes or change.id in without:
            continue
        if change.taken_out:
            found.pop(change.of, None)
        else:
            found[change.of] = change.id
    return found


def undo_refusals(undoes: str, before: Sequence[Undoable]) -> Iterator[str]:
    """Why a line cannot be undone, by code: undo-unknown, undone-already."""
    if all(undoes != other.id for other in before):
        yield "undo-unknown"
    elif undoes in undone(before):
        yield "undone-already"
