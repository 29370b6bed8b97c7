"""Where annealing in the free neighbourhood starts: plans that break no hard rule, whoever meets whom."""

from __future__ import annotations

import random
from collections.abc import Sequence

from plethu.workshop.breakouts.instance import Instance
from plethu.workshop.breakouts.net import Net
from plethu.workshop.breakouts.seating import Outcome, seat_round


def first_rounds(instance: Instance, rng: random.Random) -> list[list[int]]:
    """The group of each unit in each round. Where nobody has rules, people are dealt out value by value."""
    return [_dealt(instance, r, rng) if _is_plain(instance) else _seated(instance, r, rng) for r in _rounds(instance)]


def _rounds(instance: Instance) -> range:
    return range(instance.design.rounds)


def _is_plain(instance: Instance) -> bool:
    alone = all(len(unit) == 1 for unit in instance.members)
    return alone and not any(instance.apart) and set(instance.allowed) <= {instance.every_group}


def _seated(instance: Instance, r: int, rng: random.Random) -> list[int]:
    outcome, groups = seat_round(instance, r)
    return groups if outcome == Outcome.SEATED else _dealt(instance, r, rng)


def _dealt(instance: Instance, r: int, rng: random.Random) -> list[int]:
    """Like people one after the other, one to each group in turn."""
    there = [u for u, present in enumerate(instance.present[r]) if present]
    there.sort(key=lambda u: ([axis.symbols[u] for axis in instance.axes[1:]], rng.random()))
    groups = [-1] * len(instance.members)
    for n, unit in enumerate(there):
        groups[unit] = n % instance.design.groups
    return groups


def rounds_after_the_net(
    instance: Instance, net: Net, units: Sequence[int], count: int, rng: random.Random
) -> list[list[int]]:
    """More rounds than a net has, from its columns, whose people have not met: each column is cut into groups."""
    line = [u for at in range(0, len(units), net.order) for u in _mixed(units[at : at + net.order], rng)]
    made = []
    for n in range(count):
        r = len(net.group) + n
        there = [u for u in line if instance.present[r][u]]
        groups = [-1] * len(instance.members)
        low, more = divmod(len(there), instance.design.groups)
        at = 0
        for g in range(instance.design.groups):
            size = low + (g < more)
            for unit in there[at : at + size]:
                groups[unit] = g
            at += size
        made.append(groups if _is_plain(instance) else _seated(instance, r, rng))
    return made


def _mixed(column: Sequence[int], rng: random.Random) -> list[int]:
    people = [u for u in column if u >= 0]
    rng.shuffle(people)
    return people
