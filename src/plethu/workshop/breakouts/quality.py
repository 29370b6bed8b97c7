"""What a plan means for the people in it: who meets again, and which groups are not as even as they could be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.companions import Without, without_companions
from plethu.workshop.breakouts.instance import wished_pairs
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.scoring import meetings


class Quality(Frozen, frozen=True):
    """`pairs`: who meet at all; `again`: those of them who meet more than once; `most`: how often, at most.

    Pairs who wish to be together are in none of the three. `groups`: over all rounds; `uneven`: for each attribute
    those of them that lie outside floor and ceiling of the equal share of one of its values. `without`: who has a seat
    without somebody they are to be with.
    """

    pairs: int
    again: int
    most: int
    groups: int
    uneven: dict[str, int]
    without: tuple[Without, ...] = ()


def quality(people: Sequence[Person], design: Design, rounds: Seats) -> Quality:
    """Counted from the plan. People who sit in it and are not in the list count as of no known value."""
    wished = wished_pairs(people)
    counts = [count for pair, count in meetings(rounds).items() if pair not in wished]
    return Quality(
        pairs=len(counts),
        again=sum(count > 1 for count in counts),
        most=max(counts, default=0),
        groups=sum(len(groups) for groups in rounds),
        uneven={name: sum(_uneven(people, rounds, name)) for name in design.balance},
        without=without_companions(people, rounds),
    )


def _uneven(people: Sequence[Person], rounds: Seats, name: str) -> Iterator[int]:
    """For each round, how many of its groups are uneven by an attribute."""
    value = {p.key: p.values.get(name, "") for p in people}
    for groups in rounds:
        counts = [Counter(value.get(key, "") for key in group) for group in groups]
        shares = {each: divmod(total, len(groups)) for each, total in sum(counts, Counter()).items() if each}
        yield sum(any(not low <= c[v] <= low + bool(rest) for v, (low, rest) in shares.items()) for c in counts)
