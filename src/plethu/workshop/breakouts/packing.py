"""The first placement in a net: column by column, each filled with people who are alike."""

from __future__ import annotations

import random
from collections.abc import Sequence

from plethu.workshop.breakouts.instance import Instance
from plethu.workshop.breakouts.net import Net
from plethu.workshop.breakouts.placing import EMPTY

TRIES = 60


def first_placement(instance: Instance, net: Net, rng: random.Random, axis: int) -> list[int]:
    """Units on places, by one of the axes. Whoever has one group only stands on the first column, where it is always
    the same. All columns are full or empty but one, so that the groups of each round are as large as each other.

    People of one value who fill a column are shared out equally, since each group has one place of each column.
    """
    order, units = net.order, [EMPTY] * len(net.group[0])
    free = []
    for unit in range(len(instance.members)):
        group = instance.fixed_group(unit)
        if group >= 0 and units[group] == EMPTY:
            units[group] = unit
        else:
            free.append(unit)
    fixed = sum(u != EMPTY for u in units)
    capacities = [order] * order if not fixed else [order - fixed] + [order] * (order - 1)
    for c, column in enumerate(_columns(instance.axes[axis].symbols, free, capacities, rng)):
        open_rows = [y for y in range(order) if units[c * order + y] == EMPTY]
        for y, unit in zip(rng.sample(open_rows, len(column)), column, strict=True):
            units[c * order + y] = unit
    return units


def _columns(symbols: Sequence[int], free: list[int], capacities: list[int], rng: random.Random) -> list[list[int]]:
    """Units cut into columns in the order that tears fewest values apart."""
    by_value: dict[int, list[int]] = {}
    for unit in rng.sample(free, len(free)):
        by_value.setdefault(symbols[unit], []).append(unit)
    best: tuple[int, list[list[int]]] | None = None
    for _ in range(TRIES):
        values = list(by_value)
        rng.shuffle(values)
        columns = _cut([by_value[value] for value in values], capacities)
        torn = sum(len({symbols[u] for u in column}) for column in columns)
        if best is None or torn < best[0]:
            best = torn, columns
    return best[1] if best else []


def _cut(values: list[list[int]], capacities: list[int]) -> list[list[int]]:
    """Whole columns of one value first, each from the value that has most left; the rests one after the other."""
    rests = [list(units) for units in values]
    columns: list[list[int]] = []
    for capacity in capacities:
        whole = next((rest for rest in rests if len(rest) >= capacity > 0), None)
        column = whole[:capacity] if whole else []
        if whole:
            del whole[:capacity]
        columns.append(column)
    left = [unit for rest in rests for unit in rest]
    for column, capacity in zip(columns, capacities, strict=True):
        take = capacity - len(column)
        column += left[:take]
        del left[:take]
    return columns
