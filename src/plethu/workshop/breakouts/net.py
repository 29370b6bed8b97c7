"""The net of a finite field: places on which no two people meet twice.

A place is a point (column, row). In round m whoever stands at (c, y) is in group y + m·c. Two people who
share a group in two rounds would satisfy (m - m')(c - c') = 0, so they would stand on one place. Hence any
assignment of people to
places has no repeat, and it is left free to balance the groups. People in one column never meet.
"""

from __future__ import annotations

from dataclasses import dataclass

from plethu.workshop.breakouts.field import LARGEST_ORDER, field, prime_power

LARGEST_NET = 64  # groups; beyond it the tables are long and no workshop has so many


@dataclass(frozen=True)
class Net:
    """`group[r][place]`: where a place sits in a round; place = column · order + row."""

    order: int
    group: list[list[int]]

    def shared(self, one: int, other: int) -> int:
        """In how many rounds two different places are in one group: 0 or 1, and more only where rounds come again."""
        return sum(row[one] == row[other] for row in self.group)


def has_net(groups: int, rounds: int) -> bool:
    """Whether there is a net of so many groups and rounds: a prime power, and no more rounds than groups."""
    small = 2 <= groups <= min(LARGEST_NET, LARGEST_ORDER)
    return small and rounds <= groups and prime_power(groups) is not None


def make_net(groups: int, rounds: int) -> Net:
    """The net of a prime power. Rounds beyond its order come again from the first. Raises ValueError for others."""
    add, times = field(groups)
    q = range(groups)
    lines = [[add[y][times[m][c]] for c in q for y in q] for m in q]
    return Net(groups, [lines[r % groups] for r in range(rounds)])
