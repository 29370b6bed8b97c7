"""How good a plan is, counted from its people alone: repeats, coincidences, imbalance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.instance import wished_pairs
from plethu.workshop.breakouts.people import Design, Person, Seats

Pair = frozenset[str]


class Score(Frozen, frozen=True):
    """Meetings that come again, and people outside equal shares.

    `repeats`: meetings of a pair after its first. `coincidences`: for each pair its meetings, two at a time;
    at least as many. Pairs who wish to be together are left out of both. `imbalance`: for each attribute the
    people by which
    groups lie outside floor and ceiling of the equal share of a value. `sizes`: the same for the size of groups.
    """

    repeats: int
    coincidences: int
    imbalance: dict[str, int]
    sizes: int

    def objective(self, design: Design) -> int:
        """The weighted sum that a plan is made to keep small."""
        weighted = sum(weight * self.imbalance[name] for name, weight in design.balance.items())
        return design.repeat_weight * self.coincidences + weighted + self.sizes


def meetings(rounds: Seats) -> Counter[Pair]:
    """How often each pair meets."""
    return Counter(frozenset(pair) for groups in rounds for group in groups for pair in combinations(group, 2))


def score(people: Sequence[Person], design: Design, rounds: Seats) -> Score:
    """The score of a plan."""
    wished = wished_pairs(people)
    counted = [count for pair, count in meetings(rounds).items() if pair not in wished]
    return Score(
        repeats=sum(count - 1 for count in counted),
        coincidences=sum(count * (count - 1) // 2 for count in counted),
        imbalance={name: sum(_outside(people, rounds, name)) for name in design.balance},
        sizes=sum(beyond_share([len(group) for group in groups]) for groups in rounds),
    )


def _outside(people: Sequence[Person], rounds: Seats, name: str) -> Iterator[int]:
    value = {p.key: p.values.get(name, "") for p in people}
    values = sorted(set(value.values()) - {""})
    for groups in rounds:
        counts = [Counter(value[key] for key in group) for group in groups]
        yield from (beyond_share([count[each] for count in counts]) for each in values)


def beyond_share(counts: Sequence[int], more: int = 0) -> int:
    """How many lie outside floor and ceiling of the equal share, with so many `more` where they do least harm."""
    low, rest = divmod(sum(counts) + more, len(counts))
    high = low + bool(rest)
    return sum(max(0, count - high) for count in counts) + max(0, sum(max(0, low - count) for count in counts) - more)
