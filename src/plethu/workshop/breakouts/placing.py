"""Annealing in the net: who stands on which place. Nobody meets twice, so only balance is at stake.

Two places are drawn, and whoever stands there changes places if balance gains by it, or by chance if it loses little
(N. Metropolis and others, Equation of state calculations by fast computing machines, J. Chem. Phys. 21, 1953). Each
group knows what any one type of unit for another would change, so that a change is a sum of looked up numbers.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import log

from plethu.workshop.breakouts.axes import HARD, Axis
from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.instance import Instance
from plethu.workshop.breakouts.net import Net

HOT, LUKEWARM, COLD = 0.56, 0.4, 0.3  # above the second a placement goes on changing; below the third hardly anything
BATCH = 1000  # exchanges judged between two looks at the clock
DRAWN = 64  # batches of chance that are drawn once
EMPTY = -1
Live = list[list[int]]
"""For a group: by the symbol that goes and the one that comes, what changes."""


class Placement:
    """Units on the places of a net. `units[place]`: who stands there; EMPTY is nobody.

    Where every unit is one person who is there throughout, empty places stay in their columns, and sizes stay equal.
    """

    def __init__(self, instance: Instance, net: Net, units: Sequence[int], rng: random.Random) -> None:
        self.instance, self.net, self.rng = instance, net, rng
        self.units = list(units)
        self.place = {u: p for p, u in enumerate(self.units) if u != EMPTY}
        self.even = len(instance.axes[0].kinds) <= 2 and columns_are_filled(self.units, net.order)
        self.axes = [axis for axis in instance.axes[self.even :] if len(axis.kinds) > 1]
        self.symbols = [[0 if u == EMPTY else axis.symbols[u] for u in self.units] for axis in self.axes]
        self._lines = [tuple(r * net.order + row[p] for r, row in enumerate(net.group)) for p in range(len(units))]
        self._ruled = [u != EMPTY and self._has_rules(u) for u in self.units]
        self._places = [p for p in range(len(units)) if self._may_change(p)] or [0]
        self._known: list[list[dict[int, Live]]] = [[{} for _ in net.group] for _ in self.axes]
        self._states = [self._states_of(axis, mine) for axis, mine in zip(self.axes, self.symbols, strict=True)]
        self._live = [
            [self._changes(k, n // net.order, state) for n, state in enumerate(states)]
            for k, states in enumerate(self._states)
        ]
        self.cost = self.best = self.full_cost()
        self.best_units = self.units[:]

    def plan(self) -> list[list[int]]:
        """For each round the group of each unit at its best place; -1 where nobody of it is there."""
        place = {u: p for p, u in enumerate(self.best_units) if u != EMPTY}
        here = self.instance.present
        return [
            [row[place[u]] if here[r][u] else -1 for u in range(len(self.instance.members))]
            for r, row in enumerate(self.net.group)
        ]

    def full_cost(self) -> int:
        """The cost of imbalance and of broken rules, counted anew."""
        order = self.net.order
        axes = zip(self.axes, self._states, strict=True)
        balance = sum(axis.cost(n // order, state) for axis, states in axes for n, state in enumerate(states))
        placed = [(p, u) for p, u in enumerate(self.units) if u != EMPTY and self._has_rules(u)]
        wrong = sum(self._disallowed(u, p) for p, u in placed)
        return balance + HARD * wrong + HARD * sum(self._met(u, p) for p, u in placed) // 2

    @property
    def may_change(self) -> bool:
        """Whether there are two places whose people could be exchanged."""
        return len(self._places) > 1

    def judge(self, limits: Sequence[float]) -> None:
        """Draw two places for each limit, and exchange who stands there if it costs less than that more."""
        draw, places, number = self.rng.random, self._places, len(self._places)
        lines, ruled, axes = self._lines, self._ruled, [*zip(self.symbols, self._live, strict=True)]
        for limit in limits:
            p, q = places[int(draw() * number)], places[int(draw() * number)]
            change, differs = 0, False
            for mine, live in axes:
                a, b = mine[p], mine[q]
                if a != b:
                    differs = True
                    for x, y in zip(lines[p], lines[q]):  # noqa: B905 - both have one entry for each round
                        if x != y:
                            change += live[x][a][b] + live[y][b][a]
            if ruled[p] or ruled[q]:
                differs, change = True, change + self._rules(p, q)
            if differs and change < limit and self._keeps_sizes(p, q):
                self._exchange(p, q, change)

    def _may_change(self, p: int) -> bool:
        """Whoever has one group only stays; so does an empty place in an empty column, where sizes are even."""
        order, unit = self.net.order, self.units[p]
        if unit != EMPTY:
            return self.instance.fixed_group(unit) < 0
        column = self.units[p - p % order : p - p % order + order]
        return not self.even or any(u != EMPTY for u in column)

    def _keeps_sizes(self, p: int, q: int) -> bool:
        moves = (self.units[p] == EMPTY) != (self.units[q] == EMPTY)
        return not (self.even and moves and p // self.net.order != q // self.net.order)

    def _states_of(self, axis: Axis, symbols: Sequence[int]) -> list[int]:
        states = [0] * (self.net.order * len(self.net.group))
        for lines, symbol in zip(self._lines, symbols, strict=True):
            for r, line in enumerate(lines):
                states[line] += axis.codes[r][symbol]
        return states

    def _changes(self, k: int, r: int, state: int) -> Live:
        """What any symbol for another would change in a group of that state; nothing for those that are not in it."""
        found = self._known[k][r].get(state)
        if found is None:
            axis = self.axes[k]
            found = self._known[k][r][state] = [
                axis.row(r, state, out) if all(axis.count(state, v) >= n for v, n in axis.needs(r, out)) else []
                for out in range(len(axis.kinds))
            ]
        return found

    def _exchange(self, p: int, q: int, change: int) -> None:
        units, ruled = self.units, self._ruled
        for k, (axis, mine) in enumerate(zip(self.axes, self.symbols, strict=True)):
            a, b = mine[p], mine[q]
            if a != b:
                states, live = self._states[k], self._live[k]
                for r, (one, other) in enumerate(zip(self._lines[p], self._lines[q], strict=True)):
                    if one != other:
                        step = axis.codes[r][b] - axis.codes[r][a]
                        states[one] += step
                        states[other] -= step
                        live[one], live[other] = (self._changes(k, r, states[line]) for line in (one, other))
                mine[p], mine[q] = b, a
        units[p], units[q] = units[q], units[p]
        ruled[p], ruled[q] = ruled[q], ruled[p]
        for place in (p, q):
            if units[place] != EMPTY:
                self.place[units[place]] = place
        self.cost += change
        if self.cost < self.best:
            self.cost = self.full_cost()  # never by a sum alone: a best that breaks a rule would be no plan
            if self.cost < self.best:
                self.best, self.best_units = self.cost, units[:]

    # Hard rules: few people have any

    def _has_rules(self, unit: int) -> bool:
        return bool(self.instance.apart[unit]) or self.instance.allowed[unit] != self.instance.every_group

    def _rules(self, p: int, q: int) -> int:
        """What an exchange changes in broken rules."""
        if not (self._ruled[p] or self._ruled[q]):
            return 0
        change = 0
        for unit, old, new in ((self.units[p], p, q), (self.units[q], q, p)):
            if unit != EMPTY and self._has_rules(unit):
                change += self._disallowed(unit, new) - self._disallowed(unit, old)
                change += self._met(unit, new, (p, q)) - self._met(unit, old, (p, q))
        return HARD * change

    def _disallowed(self, unit: int, place: int) -> int:
        bits = self.instance.allowed[unit]
        return sum(not bits >> row[place] & 1 for r, row in enumerate(self.net.group) if self.instance.present[r][unit])

    def _met(self, unit: int, place: int, but: tuple[int, ...] = ()) -> int:
        """How many rounds a unit at a place shares with those it is kept apart from; leaving out some places."""
        where = (self.place[other] for other in self.instance.apart[unit])
        return sum(self.net.shared(place, other) for other in where if other not in but)


def columns_are_filled(units: Sequence[int], order: int) -> bool:
    """Whether all columns but one are full or empty, so that each round's groups differ by one person at most."""
    sizes = [sum(u != EMPTY for u in units[at : at + order]) for at in range(0, len(units), order)]
    return sum(0 < size < order for size in sizes) <= 1


def cool(
    placement: Placement, budget: Budget, until: float, floor: int, *, hot: float = HOT, cold: float = LUKEWARM
) -> None:
    """Cool a placement down until that share of the budget is spent, or its cost is at `floor`."""
    start, rng = budget.spent, placement.rng
    drawn = [-log(1 - rng.random()) for _ in range(DRAWN * BATCH)]
    while placement.may_change and placement.best > floor and budget.goes_on(until, placement.best):
        share = (budget.spent - start) / max(until - start, 1e-9)
        temperature = hot * (cold / hot) ** min(share, 1.0)
        at = int(rng.random() * (len(drawn) - BATCH))
        placement.judge([temperature * each for each in drawn[at : at + BATCH]])
        budget.moves += BATCH
