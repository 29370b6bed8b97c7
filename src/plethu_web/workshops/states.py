"""The states of a workshop: one table, from which guards, buttons and pages come."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How a workshop stands."""

    DRAFTED = "drafted", _("Being prepared")
    OPEN = "open", _("Open for registration")
    RUNNING = "running", _("Running")
    CLOSED = "closed", _("Closed")


@dataclass(frozen=True, slots=True)
class Move:
    """A way from one state to another: its button, and what the audit trail calls it."""

    code: str
    source: State
    target: State
    words: Promise
    event: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What is possible in a state: registering from outside, changing what is asked, seating people, the room."""

    registers: bool = False
    changes_agenda: bool = False
    plans: bool = False
    room: bool = False


STATES: dict[State, Rule] = {
    State.DRAFTED: Rule(changes_agenda=True, plans=True),
    State.OPEN: Rule(registers=True, changes_agenda=True, plans=True),
    State.RUNNING: Rule(registers=True, plans=True, room=True),
    State.CLOSED: Rule(),
}
MOVES = (
    Move("open", State.DRAFTED, State.OPEN, _("Open registration"), "workshop-opened"),
    Move("draft", State.OPEN, State.DRAFTED, _("Close registration for now"), "workshop-drafted"),
    Move("begin", State.OPEN, State.RUNNING, _("Begin the workshop"), "workshop-begun"),
    Move("close", State.RUNNING, State.CLOSED, _("End the workshop"), "workshop-closed"),
    Move("resume", State.CLOSED, State.RUNNING, _("Go on with the workshop"), "workshop-resumed"),
)


def rule_of(state: str) -> Rule:
    """The row of the table for a state as stored."""
    return STATES[State(state)]


def moves_from(state: str) -> tuple[Move, ...]:
    """What can be done with a workshop in a state, in the order of the buttons."""
    return tuple(move for move in MOVES if move.source == state)
