"""The states of a job and the moves between them: one table, from which guards and buttons come."""

from __future__ import annotations

from dataclasses import dataclass

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
STATES = (WAITING, RUNNING, DONE, FAILED, CANCELLED)
ENDED = (DONE, FAILED, CANCELLED)


@dataclass(frozen=True, slots=True)
class Move:
    """A way from one state to another, and whether a person may ask for it."""

    name: str
    source: str
    target: str
    by_person: bool = False


MOVES = (
    Move("begin", WAITING, RUNNING),
    Move("finish", RUNNING, DONE),
    Move("fail", RUNNING, FAILED),
    Move("put-back", RUNNING, WAITING),
    Move("stop", RUNNING, CANCELLED),
    Move("cancel", WAITING, CANCELLED, by_person=True),
    Move("cancel", RUNNING, RUNNING, by_person=True),  # it is asked to stop, and the worker stops it
    Move("retry", FAILED, WAITING, by_person=True),
    Move("retry", CANCELLED, WAITING, by_person=True),
)


def sources(name: str) -> tuple[str, ...]:
    """The states from which a move is possible. KeyError for a move that is not in the table."""
    found = tuple(move.source for move in MOVES if move.name == name)
    if not found:
        raise KeyError(name)
    return found


def target(name: str, source: str) -> str:
    """Where a move leads from a state. KeyError where it is not possible from there."""
    for move in MOVES:
        if (move.name, move.source) == (name, source):
            return move.target
    raise KeyError((name, source))


def offered(state: str) -> tuple[str, ...]:
    """What a person may ask for in a state, in the order of the buttons."""
    return tuple(move.name for move in MOVES if move.by_person and move.source == state)
