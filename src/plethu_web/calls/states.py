"""The states of a call and of what is sent in: the tables from which guards, buttons and pages come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class CallState:
    """How a call stands: its name, whether it takes something in, and what the team can do to it."""

    code: str
    words: Promise
    takes: bool
    moves: tuple[str, ...]


CALL_STATES = {
    state.code: state
    for state in (
        CallState("waiting", _("Not open yet"), False, ("close",)),
        CallState("open", _("Open"), True, ("close",)),
        CallState("closed", _("Closed by the team"), False, ("open",)),
        CallState("over", _("Over: its last day has passed"), False, ()),
    )
}
MOVES: dict[str, Promise] = {"close": _("Close the call now"), "open": _("Open the call again")}


def state_of_call(opens: date, closes: date, stopped: date | None, today: date) -> CallState:
    """How a call stands on a day. Its last day is still open."""
    if today > closes:
        return CALL_STATES["over"]
    if stopped is not None:
        return CALL_STATES["closed"]
    return CALL_STATES["waiting" if today < opens else "open"]


class State(models.TextChoices):
    """How something that was sent in stands."""

    DRAFT = "draft", _("Being written")
    NEW = "new", _("New")
    ASKED = "asked", _("Asked back")
    ACCEPTED = "accepted", _("Accepted")
    ASIDE = "aside", _("Set aside")
    DUPLICATE = "duplicate", _("Same as another")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Deleted: its time was over")
    DELETED = "deleted", _("Deleted by the team")


DECISIONS = (State.ACCEPTED, State.ASKED, State.ASIDE, State.DUPLICATE, State.NEW)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is possible in a state: decisions of the team, changes and withdrawal by the sender; what is left of it."""

    decisions: tuple[State, ...] = ()
    sender_changes: bool = False
    sender_withdraws: bool = False
    is_tombstone: bool = False
    for_sender: Promise | str = ""


STATES: dict[State, Rule] = {
    State.DRAFT: Rule((), True, True, False, _("It has not been sent yet.")),
    State.NEW: Rule(DECISIONS[:4], True, True, False, _("It has been sent. The review team has not looked at it yet.")),
    State.ASKED: Rule(
        (*DECISIONS[:1], *DECISIONS[2:4]),
        True,
        True,
        False,
        _("The review team has looked at it and asks you something."),
    ),
    State.ACCEPTED: Rule(DECISIONS[1:], False, True, False, _("The review team has taken it into the review.")),
    State.ASIDE: Rule(
        (State.ACCEPTED, State.DUPLICATE, State.NEW), False, True, False, _("The review team has set it aside.")
    ),
    State.DUPLICATE: Rule(
        (State.ACCEPTED, State.ASIDE, State.NEW),
        False,
        True,
        False,
        _("The review team has the same from somebody else."),
    ),
    State.WITHDRAWN: Rule((), False, False, True, _("You have withdrawn it. Its words and files are deleted.")),
    State.EXPIRED: Rule((), False, False, True, _("Its time is over. Its words and files are deleted.")),
    State.DELETED: Rule((), False, False, True, _("The review team has deleted it, with its words and files.")),
}
LIVE = tuple(state for state in State if state is not State.DRAFT and not STATES[state].is_tombstone)
GONE = tuple(state for state in State if STATES[state].is_tombstone)


def rule_of(state: str) -> Rule:
    """The row of the table for a state as stored."""
    return STATES[State(state)]
