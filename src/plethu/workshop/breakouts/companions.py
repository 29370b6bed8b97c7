"""Those who are to be together, where one of them is there and the other is not."""

from __future__ import annotations

from collections.abc import Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.people import Person, Seats


class Without(Frozen, frozen=True):
    """`key` has a seat in these rounds (from 1) and `other`, with whom they are to be, sits elsewhere or nowhere."""

    key: str
    other: str
    rounds: tuple[int, ...]


def companions(people: Sequence[Person]) -> dict[str, list[str]]:
    """With whom each person is to be, whichever of the two wished it; in the order of the list."""
    found: dict[str, dict[str, None]] = {p.key: {} for p in people}
    for p in people:
        for other in p.together:
            found[p.key][other] = None
            found.setdefault(other, {})[p.key] = None
    return {key: list(others) for key, others in found.items() if others}


def without_companions(people: Sequence[Person], rounds: Seats) -> tuple[Without, ...]:
    """Who has a seat in a round in which somebody they are to be with is not beside them.

    Where both have seats, in different groups, it is said of the one who stands first in the list.
    """
    where = [{key: g for g, group in enumerate(groups) for key in group} for groups in rounds]
    found, said = [], set[frozenset[str]]()
    for key, others in companions(people).items():
        for other in others:
            pair = frozenset((key, other))
            alone = [r for r, at in enumerate(where, 1) if key in at and at.get(other, -2) != at[key]]
            left = tuple(r for r in alone if pair not in said or other not in where[r - 1])
            said.add(pair)
            if left:
                found.append(Without(key, other, left))
    return tuple(found)
