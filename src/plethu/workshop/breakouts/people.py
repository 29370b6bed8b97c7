"""Who is to be put into breakout groups, and what is wanted of the groups."""

from __future__ import annotations

from typing import Literal

from plethu.evidence.frozen import Frozen

Welsh = Literal["", "can", "wants"]
SMALLEST, LARGEST = 3, 8  # people in a group: small enough for everybody to speak, large enough to talk
MOST_ROUNDS, MOST_GROUPS, MOST_PEOPLE, MOST_WEIGHT = 12, 250, 2000, 100
ANY_GROUP = -1


class Person(Frozen, frozen=True):
    """One person of a list. `key` tells people apart: a name or a code. `values` are what groups are balanced by.

    `rounds` counts from 1 and is empty for somebody who is there throughout. `facilitates` is the number of
    a group from 1, `ANY_GROUP` for one still to be chosen, 0 for a participant. `welsh`: wants the
    Welsh-medium group, or can take
    part in it. `together` and `apart` are the keys of others. `line` is where the person stands in the list;
    0 is nowhere.
    """

    key: str
    values: dict[str, str] = {}
    rounds: tuple[int, ...] = ()
    facilitates: int = 0
    welsh: Welsh = ""
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    line: int = 0

    def is_there(self, number: int) -> bool:
        """Whether the person takes part in a round, counted from 1."""
        return not self.rounds or number in self.rounds


class Design(Frozen, frozen=True):
    """How many groups and rounds, and what counts how much: attributes with whole weights, and a repeated meeting.

    `welsh_groups` is how many of the first groups are Welsh-medium; -1 is as few as hold those who want it.
    """

    groups: int
    rounds: int
    balance: dict[str, int] = {}
    repeat_weight: int = 1
    smallest: int = SMALLEST
    largest: int = LARGEST
    welsh_groups: int = -1


Seats = tuple[tuple[tuple[str, ...], ...], ...]
"""A plan: for each round its groups in order, each the keys of its people."""
