"""One thing that groups are balanced by, as tables: what a group costs, and what putting one for another would change.

A *symbol* is what a unit of people brings to an attribute, over all rounds; symbol 0 brings nothing. The *state* of a
group is its count of each value, packed into one whole number, so that it can be looked up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

BITS = 11
MASK = (1 << BITS) - 1
HARD = 1_000_000_000  # what breaking a hard rule costs; more than any plan's meetings and imbalance can
Brought = tuple[tuple[int, ...], ...]
"""For each round the values (numbers from 0) that a unit brings, with repetition."""


class Axis:
    """An attribute, or the size of groups. `weight` is the cost of each person outside floor and ceiling of the share.

    `limits`, where given, are the smallest and largest count that is allowed at all.
    """

    def __init__(
        self, brought: Sequence[Brought], groups: int, weight: int, limits: tuple[int, int] | None = None
    ) -> None:
        rounds = len(brought[0])
        self.weight, self.limits = weight, limits
        kinds: dict[Brought, int] = {((),) * rounds: 0}
        self.symbols = [kinds.setdefault(each, len(kinds)) for each in brought]
        self.kinds = list(kinds)
        self.codes = [[sum(1 << BITS * value for value in kind[r]) for kind in self.kinds] for r in range(rounds)]
        self.shares = [_shares(brought, r, groups) for r in range(rounds)]
        self._rows: list[dict[tuple[int, int], list[int]]] = [{} for _ in range(rounds)]
        self._costs: list[dict[int, int]] = [{} for _ in range(rounds)]

    def cost(self, r: int, state: int) -> int:
        """What a group in that state costs in round `r`."""
        found = self._costs[r].get(state)
        if found is None:
            counts = ((state >> BITS * value) & MASK for value in range(len(self.shares[r])))
            found = sum(self._of_count(r, value, count) for value, count in enumerate(counts))
            self._costs[r][state] = found
        return found

    def row(self, r: int, state: int, out: int) -> list[int]:
        """For each symbol: how the cost of a group in that state changes if it comes in for symbol `out`."""
        found = self._rows[r].get((state, out))
        if found is None:
            codes, before = self.codes[r], self.cost(r, state)
            rest = state - codes[out]
            found = self._rows[r][state, out] = [self.cost(r, rest + code) - before for code in codes]
        return found

    def count(self, state: int, value: int) -> int:
        """How many people of a value are in a group of that state."""
        return (state >> BITS * value) & MASK

    def needs(self, r: int, symbol: int) -> Iterable[tuple[int, int]]:
        """Each value that a symbol brings in a round, and how many of it."""
        return Counter(self.kinds[symbol][r]).items()

    def outside(self, r: int, state: int) -> int:
        """How many people of a group in that state lie outside the equal shares."""
        shares = enumerate(self.shares[r])
        return sum(_beyond((state >> BITS * value) & MASK, low, high) for value, (low, high) in shares)

    def _of_count(self, r: int, value: int, count: int) -> int:
        hard = HARD * _beyond(count, *self.limits) if self.limits else 0
        return hard + self.weight * _beyond(count, *self.shares[r][value])


def _beyond(count: int, low: int, high: int) -> int:
    return max(0, count - high, low - count)


def _shares(brought: Sequence[Brought], r: int, groups: int) -> list[tuple[int, int]]:
    """Floor and ceiling of the equal share of each value in round `r`."""
    values = 1 + max((value for each in brought for rounds in each for value in rounds), default=-1)
    totals = Counter(value for each in brought for value in each[r])
    return [(totals[value] // groups, -(-totals[value] // groups)) for value in range(values)]
