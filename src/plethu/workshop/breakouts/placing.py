"""Annealing in the net: who stands on which place. Nobody meets twice, so only balance is at stake.

It works on one idle line of the net at a time: places that never share a group, so that what an exchange of two of them
changes is the sum of what each change does for itself. What putting any type of unit on a place would change
is one long number with sixteen bits for each type; those of its groups are added, and all types are judged at once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from math import log
from operator import itemgetter
from typing import Any

from plethu.workshop.breakouts.axes import HARD
from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.instance import Instance
from plethu.workshop.breakouts.net import Net

HOT, COLD = 0.55, 0.3  # below the second hardly anything is exchanged any more
WAVES, CREST, TROUGH = 8, 0.62, 0.42  # between these a placement goes on changing, and passes by good ones
SWEEPS = 6  # of a line before the next one
VISITS = 50  # between two looks at the clock
EMPTY = -1
_BYTES, _ZERO, _MOST = 2, 1000, 300  # of one type in a long number: bytes, what stands for no change, largest change
Live = list[int]
"""For a group: by the symbol that goes, the long number of what each type in its place would change."""


class Tables:
    """What any state of a group makes of any change, kept once it is worked out. Placements of one list share them.

    A *type* is a combination of symbols; `number` numbers those there are, 0 being an empty place.
    """

    def __init__(self, instance: Instance, *, even: bool) -> None:
        self.even = even
        self.axes = [axis for axis in instance.axes[even:] if len(axis.kinds) > 1]
        kinds = dict.fromkeys([(0,) * len(self.axes), *zip(*(axis.symbols for axis in self.axes), strict=True)])
        self.number = {kind: n for n, kind in enumerate(kinds)}
        self.length = _BYTES * len(kinds)
        self._all = sum(1 << 8 * _BYTES * n for n in range(len(kinds)))
        self._where = [[0] * len(axis.kinds) for axis in self.axes]  # a one for each type that has a symbol
        for kind, n in self.number.items():
            for where, symbol in zip(self._where, kind, strict=True):
                where[symbol] |= 1 << 8 * _BYTES * n
        self.known: list[list[dict[int, Live]]] = [[{} for _ in range(instance.design.rounds)] for _ in self.axes]

    def at(self, k: int, r: int, state: int) -> Live:
        """The long numbers of one axis for a state in a round; 0 for a symbol that no one in the group can have."""
        found = self.known[k][r].get(state)
        if found is None:
            symbols = range(len(self.axes[k].kinds))
            found = self.known[k][r][state] = [self._long(k, r, state, symbol) for symbol in symbols]
        return found

    def _long(self, k: int, r: int, state: int, out: int) -> int:
        axis = self.axes[k]
        if any(axis.count(state, value) < number for value, number in axis.needs(r, out)):
            return 0
        changes = zip(axis.row(r, state, out), self._where[k], strict=True)
        return _ZERO * self._all + sum(max(-_MOST, min(_MOST, change)) * where for change, where in changes)


class Placement:
    """Units on the places of a net. `units[place]`: who stands there; EMPTY is nobody.

    Where every unit is one person who is there throughout, empty places stay in their columns, and sizes stay equal.
    """

    def __init__(
        self, instance: Instance, net: Net, units: Sequence[int], rng: random.Random, tables: Tables | None = None
    ) -> None:
        self.instance, self.net, self.rng = instance, net, rng
        self.units = list(units)
        self.place = {u: p for p, u in enumerate(self.units) if u != EMPTY}
        self.even = len(instance.axes[0].kinds) <= 2 and columns_are_filled(self.units, net.order)
        self.tables = tables or Tables(instance, even=self.even)
        self.axes = self.tables.axes
        self.symbols = [[0 if u == EMPTY else axis.symbols[u] for u in self.units] for axis in self.axes]
        self._lines = [tuple(r * net.order + row[p] for r, row in enumerate(net.group)) for p in range(len(units))]
        self._ruled = [u != EMPTY and self._has_rules(u) for u in self.units]
        self._rules_at_all = any(self._ruled)
        self.cost = self.best = 0
        self.best_units = self.units[:]
        self._set_up()
        self.cost = self.best = self.full_cost()

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

    def _set_up(self) -> None:
        """States of groups, their tables, and the lines to work on."""
        tables, places = self.tables, range(len(self.units))
        self.types = [tables.number[tuple(mine[p] for mine in self.symbols)] for p in places]
        self._states: list[list[int]] = []
        self._live: list[list[Live]] = []
        for k, axis in enumerate(self.axes):
            states = [0] * (self.net.order * len(self.net.group))
            for p, symbol in enumerate(self.symbols[k]):
                for r, line in enumerate(self._lines[p]):
                    states[line] += axis.codes[r][symbol]
            self._states.append(states)
            order = self.net.order
            self._live.append([tables.at(k, line // order, state) for line, state in enumerate(states)])
        fixed = [u != EMPTY and self.instance.fixed_group(u) >= 0 for u in self.units]
        self._idle = [[p for p in line if not fixed[p]] for line in self.net.idle]

    def _at(self, p: int) -> list[int]:
        """For each type, what changes if it takes the place of whoever stands there."""
        lines, total = self._lines[p], 0
        for live, mine in zip(self._live, self.symbols, strict=True):
            symbol = mine[p]
            total += sum([live[line][symbol] for line in lines])
        return memoryview(total.to_bytes(self.tables.length, "little")).cast("H").tolist()

    def visit(self, limits: Sequence[float]) -> int:
        """Sweep over one idle line; how many exchanges were judged."""
        places = self._movable()
        if len(places) < 2 or not (self.axes or self._rules_at_all):
            return 1
        rows = [self._at(p) for p in places]
        pairs = len(places) * (len(places) - 1) // 2
        at = int(self.rng.random() * (len(limits) - SWEEPS * pairs))
        changes = self._changes(places, rows)
        for _ in range(SWEEPS):
            taken = self._taken(places, changes, limits[at : at + pairs])
            at += pairs
            if taken:
                for n in taken:
                    rows[n] = self._at(places[n])
                changes = self._changes(places, rows)
        return SWEEPS * pairs

    def _movable(self) -> list[int]:
        """The places of an idle line; without the empty ones where those have to stay in their columns."""
        number = int(self.rng.random() * len(self._idle))
        places = self._idle[number]
        if self.even and number >= self.net.order:
            return [p for p in places if self.units[p] != EMPTY]
        return places

    def _changes(self, places: list[int], rows: list[list[int]]) -> list[int]:
        """For each two places of a line, in the order of `_pairs`, what their exchange changes."""
        types, length = self.types, len(places)
        pick = itemgetter(*[types[p] for p in places])
        flat = [*chain.from_iterable([pick(row) for row in rows])]
        _numbers, forth, back = _pairs(length)
        shift = 2 * _ZERO * len(self.axes) * len(self.net.group)
        changes = [one + other - shift for one, other in zip(forth(flat), back(flat), strict=True)]
        if self._rules_at_all:
            for n, (x, y) in enumerate(_numbers):
                changes[n] += self._rules(places[x], places[y])
        return changes

    def _taken(self, places: list[int], changes: list[int], limits: Sequence[float]) -> tuple[int, int] | None:
        """Exchange two places of the line, any of those that are accepted: which, counted along the line."""
        found = [n for n, (change, limit) in enumerate(zip(changes, limits, strict=True)) if change < limit]
        numbers = _pairs(len(places))[0]
        while found:
            n = found.pop(int(self.rng.random() * len(found)))
            x, y = numbers[n]
            p, q = places[x], places[y]
            if self.types[p] != self.types[q] or self._ruled[p] or self._ruled[q]:
                self._exchange(p, q, changes[n])
                return x, y
        return None

    def _exchange(self, p: int, q: int, change: int) -> None:
        units, types, ruled = self.units, self.types, self._ruled
        for k, (axis, mine) in enumerate(zip(self.axes, self.symbols, strict=True)):
            a, b = mine[p], mine[q]
            if a != b:
                states, live, tables = self._states[k], self._live[k], self.tables
                for r, (one, other) in enumerate(zip(self._lines[p], self._lines[q], strict=True)):
                    step, known = axis.codes[r][b] - axis.codes[r][a], tables.known[k][r]
                    states[one] = state = states[one] + step
                    live[one] = known.get(state) or tables.at(k, r, state)
                    states[other] = state = states[other] - step
                    live[other] = known.get(state) or tables.at(k, r, state)
                mine[p], mine[q] = b, a
        units[p], units[q] = units[q], units[p]
        types[p], types[q] = types[q], types[p]
        ruled[p], ruled[q] = ruled[q], ruled[p]
        for place in (p, q):
            if units[place] != EMPTY:
                self.place[units[place]] = place
        self.cost += change
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


@cache
def _pairs(length: int) -> tuple[list[tuple[int, int]], Callable[[list[int]], Any], Callable[[list[int]], Any]]:
    """All pairs of so many places, and what picks their two entries from a square written row by row."""
    numbers = [(x, y) for x in range(length) for y in range(x)]
    forth, back = [x * length + y for x, y in numbers], [y * length + x for x, y in numbers]
    if length == 2:
        return numbers, lambda flat: (flat[2],), lambda flat: (flat[1],)
    return numbers, itemgetter(*forth), itemgetter(*back)


def columns_are_filled(units: Sequence[int], order: int) -> bool:
    """Whether all columns but one are full or empty, so that each round's groups differ by one person at most."""
    sizes = [sum(u != EMPTY for u in units[at : at + order]) for at in range(0, len(units), order)]
    return sum(0 < size < order for size in sizes) <= 1


def cool(
    placement: Placement, budget: Budget, until: float, floor: int, *, hot: float = HOT, cold: float = COLD
) -> None:
    """Cool a placement down until that share of the budget is spent, or its cost is at `floor`."""
    start, rng = budget.spent, placement.rng
    drawn = [-log(1 - rng.random()) for _ in range(20 * SWEEPS * placement.net.order**2)]
    while placement.best > floor and budget.goes_on(until, placement.best):
        share = (budget.spent - start) / max(until - start, 1e-9)
        temperature = hot * (cold / hot) ** min(share, 1.0)
        limits = [temperature * each for each in drawn]
        for _ in range(VISITS):
            budget.moves += placement.visit(limits)
            if placement.best <= floor:
                return


def roam(placement: Placement, budget: Budget, until: float, floor: int) -> None:
    """Warm a placement and cool it a little, over and over, until that share of the budget is spent.

    Where many placements are good, this comes by one sooner than a single slow cooling, which settles in the first
    hollow it finds.
    """
    start = budget.spent
    for wave in range(WAVES):
        cool(placement, budget, start + (until - start) * (wave + 1) / WAVES, floor, hot=CREST, cold=TROUGH)
