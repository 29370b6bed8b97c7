"""Annealing in the free neighbourhood: two units of one round change places.

One round is worked on at a time while the others stand still. Then what a unit costs in each group is a sum over its
people, held in tables, and to judge an exchange is a handful of look-ups: some millions a second in plain Python.
The cost is the weighted number of coincidences (each pair: its meetings, two at a time) and of people outside equal
shares, and a great deal for each hard rule that is broken.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import log

from plethu.workshop.breakouts.axes import HARD
from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.instance import Instance

HOT, COLD = 0.6, 0.16
SWEEPS = 2  # of a round before the next one
NEVER = 1 << 60
Rounds = list[list[int]]
"""For each round the group of each unit; -1 where nobody of it is there."""


class Free:
    """A plan being annealed. Beside the units there are empty seats, so that sizes can change where they
    may. `only`: the rounds that may be changed."""

    def __init__(
        self, instance: Instance, groups: Rounds, rng: random.Random, only: Sequence[int] | None = None
    ) -> None:
        self.instance, self.rng = instance, rng
        self.only = list(range(len(groups)) if only is None else only)
        self.units = len(instance.members)
        self.groups = _with_empty_seats(instance, groups)
        self.seats = len(self.groups[0])
        self.symbols = [axis.symbols + [0] * (self.seats - self.units) for axis in instance.axes]
        every = instance.every_group
        self.allowed = instance.allowed + [every] * (self.seats - self.units)
        self.bound_to = [instance.fixed_group(u) >= 0 for u in range(self.units)]
        self.states = [self._states(r) for r in range(instance.design.rounds)]
        self.cost = self.full_cost()
        self.best, self.best_groups = self.cost, self.plan()

    def plan(self) -> Rounds:
        """The groups of the units, without empty seats."""
        none = self.instance.design.groups
        return [[-1 if g == none else g for g in row[: self.units]] for row in self.groups]

    def full_cost(self) -> int:
        """The cost, counted anew."""
        return sum(self._meetings(r) for r in range(len(self.groups))) + sum(
            sum(self._extra(r, g) for g in range(self.instance.design.groups)) for r in range(len(self.groups))
        )

    def may_change(self, r: int) -> bool:
        """Whether anybody who is there in a round may sit in more than one group."""
        none = self.instance.design.groups
        return any(g != none and not bound for g, bound in zip(self.groups[r], self.bound_to, strict=False))

    def visit(self, r: int, temperature: float) -> int:
        """Sweep over one round; how many exchanges were judged."""
        return _Round(self, r).sweep(temperature)

    def _meetings(self, r: int) -> int:
        """What meetings of earlier rounds, and people to be kept apart, cost in a round."""
        rows, groups = self.pair_costs(r, range(r)), self.groups[r]
        none, total = self.instance.design.groups, 0
        for i in range(self.units):
            if groups[i] != none:
                total += sum(cost for j, cost in enumerate(rows[i][:i]) if cost and groups[j] == groups[i])
        return total

    def pair_costs(self, r: int, others: range) -> list[list[int]]:
        """For each two seats what it costs that they meet in round `r`, given the other rounds."""
        weight, present = self.instance.design.repeat_weight, self.instance.present
        rows = [[0] * self.seats for _ in range(self.seats)]
        here = present[r]
        for s in others:
            if s == r:
                continue
            for group in self._groups_of(s):
                for i in group:
                    row, own = rows[i], weight * here[i]
                    for j in group:
                        row[j] += own * here[j]
        for i, apart in enumerate(self.instance.apart):
            rows[i][i] = 0
            for j in apart:
                rows[i][j] += HARD
        return rows

    def _groups_of(self, s: int) -> list[list[int]]:
        groups: list[list[int]] = [[] for _ in range(self.instance.design.groups + 1)]
        for unit, group in enumerate(self.groups[s][: self.units]):
            groups[group].append(unit)
        return groups[:-1]

    def _states(self, r: int) -> list[list[int]]:
        """For each axis the state of each group."""
        found = []
        for axis, symbols in zip(self.instance.axes, self.symbols, strict=True):
            states = [0] * (self.instance.design.groups + 1)
            for seat, group in enumerate(self.groups[r]):
                states[group] += axis.codes[r][symbols[seat]]
            found.append(states)
        return found

    def _extra(self, r: int, group: int) -> int:
        """What a group costs beside meetings."""
        axes = zip(self.instance.axes, self.states[r], strict=True)
        cost = sum(axis.cost(r, states[group]) for axis, states in axes)
        wrong = sum(g == group and not self.allowed[u] >> g & 1 for u, g in enumerate(self.groups[r]))
        return cost + HARD * wrong


def _with_empty_seats(instance: Instance, groups: Rounds) -> Rounds:
    """The plan with seats for nobody, as many in each round; who is not there has the number after the last group."""
    design = instance.design
    loose = instance.welsh > 0 or any(len(unit) > 1 for unit in instance.members)
    filled = []
    for row in groups:
        sizes = [0] * design.groups
        for unit, group in enumerate(row):
            if group >= 0:
                sizes[group] += len(instance.members[unit])
        most = max(sizes) if not loose else min(design.largest, max(sizes) + 1)
        seats = [g for g, size in enumerate(sizes) for _ in range(most - size)]
        filled.append([design.groups if g < 0 else g for g in row] + seats)
    longest = max(map(len, filled))
    return [row + [design.groups] * (longest - len(row)) for row in filled]


class _Round:
    """One round's tables. `columns[g][i]`: what seat i pays to group g in meetings."""

    def __init__(self, plan: Free, r: int) -> None:
        self.plan, self.r = plan, r
        self.axes = list(zip(plan.instance.axes, plan.symbols, plan.states[r], strict=True))
        self.groups = plan.groups[r]
        self.number = plan.instance.design.groups
        self.pairs = plan.pair_costs(r, range(len(plan.groups)))
        self.members: list[list[int]] = [[] for _ in range(self.number + 1)]
        for seat, group in enumerate(self.groups):
            self.members[group].append(seat)
        nobody = [0] * plan.seats
        self.columns = [
            [sum(column) for column in zip(*(self.pairs[k] for k in group), strict=True)] if group else nobody[:]
            for group in self.members[:-1]
        ]
        self.own = [0 if g == self.number else self.columns[g][i] for i, g in enumerate(self.groups)]
        self.twice = [[2 * cost for cost in row] for row in self.pairs]
        self.extra = [plan._extra(r, g) for g in range(self.number)]

    def sweep(self, temperature: float) -> int:
        """Each unit against every seat, `SWEEPS` times over; how many exchanges were judged."""
        plan, judged = self.plan, 0
        movable = [i for i in range(plan.units) if self.groups[i] != self.number and not plan.bound_to[i]]
        length = plan.seats
        limits = [-temperature * log(1 - plan.rng.random()) for _ in range(length * 8)]
        for _ in range(SWEEPS):
            plan.rng.shuffle(movable)
            for i in movable:
                at = int(plan.rng.random() * length * 7)
                self._try_all(i, limits[at : at + length])
                judged += length
        return judged

    def _try_all(self, i: int, limits: list[float]) -> None:
        """Judge unit i's exchange with each seat in turn."""
        groups, start, g = self.groups, 0, self.groups[i]
        while start >= 0:
            slack = self.extra[g] + max(self.extra)
            base = self.own[i] + slack
            there = [column[i] - base for column in self.columns]
            there.append(NEVER)
            rows = zip(
                range(start, len(groups)), groups[start:], self.columns[g][start:], self.own[start:],
                self.twice[i][start:], limits[start:], strict=True,
            )  # fmt: skip
            start = -1
            for j, h, pays, own, both, limit in rows:
                change = there[h] + pays - own - both
                if change < limit and h != g:
                    change += slack
                    if (change < limit or slack) and self._take(i, j, change, limit):
                        start, g = j + 1, h
                        break

    def _take(self, i: int, j: int, change: int, limit: float) -> bool:
        """Exchange if the whole change is below the limit."""
        g, h, r = self.groups[i], self.groups[j], self.r
        plan = self.plan
        if j < plan.units and plan.bound_to[j]:
            return False
        at_g = at_h = 0
        for axis, symbols, states in self.axes:
            a, b = symbols[i], symbols[j]
            if a != b:
                at_g += axis.row(r, states[g], a)[b]
                at_h += axis.row(r, states[h], b)[a]
        allowed_i, allowed_j = plan.allowed[i], plan.allowed[j]
        if not (allowed_i & allowed_j) >> g & (allowed_i & allowed_j) >> h & 1:
            at_g += HARD * ((allowed_i >> g & 1) - (allowed_j >> g & 1))
            at_h += HARD * ((allowed_j >> h & 1) - (allowed_i >> h & 1))
        if change + at_g + at_h >= limit:
            return False
        self.extra[g] += at_g
        self.extra[h] += at_h
        self._exchange(i, j, g, h)
        plan.cost += change + at_g + at_h
        if plan.cost < plan.best:
            plan.best, plan.best_groups = plan.cost, plan.plan()
        return True

    def _exchange(self, i: int, j: int, g: int, h: int) -> None:
        one, two, own, columns = self.pairs[i], self.pairs[j], self.own, self.columns
        columns[g] = [cost - a + b for cost, a, b in zip(columns[g], one, two, strict=True)]
        columns[h] = [cost + a - b for cost, a, b in zip(columns[h], one, two, strict=True)]
        for axis, symbols, states in self.axes:
            shift = axis.codes[self.r][symbols[j]] - axis.codes[self.r][symbols[i]]
            states[g] += shift
            states[h] -= shift
        self.groups[i], self.groups[j] = h, g
        self.members[g][self.members[g].index(i)] = j
        self.members[h][self.members[h].index(j)] = i
        for group in (g, h):
            column = columns[group]
            for k in self.members[group]:
                own[k] = column[k]


def anneal(plan: Free, budget: Budget, until: float, floor: int, *, hot: float = HOT) -> None:
    """Cool a plan down until that share of the budget is spent, or its cost is at `floor`."""
    start, rounds = budget.spent, [r for r in plan.only if plan.may_change(r)]
    while rounds and plan.best > floor and budget.goes_on(until, plan.best):
        share = (budget.spent - start) / max(until - start, 1e-9)
        temperature = hot * (COLD / hot) ** min(share, 1.0)
        for r in plan.rng.sample(rounds, len(rounds)):
            budget.moves += plan.visit(r, temperature)
            if plan.best <= floor:
                return
