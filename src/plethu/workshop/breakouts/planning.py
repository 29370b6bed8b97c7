"""A whole plan: bounds first, then the net of a finite field where there is one, then annealing without it.

All is repeatable from the seed where the budget is a number of moves. What comes back is the plan with the
best objective and, beside it, those that are better in one respect and worse in another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.annealing import Free, anneal
from plethu.workshop.breakouts.axes import HARD
from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.certificate import Certificate, certify, faults
from plethu.workshop.breakouts.constraints import Clash, Impossible, check_rules
from plethu.workshop.breakouts.instance import Instance, make_instance
from plethu.workshop.breakouts.net import has_net, make_net
from plethu.workshop.breakouts.packing import first_placement
from plethu.workshop.breakouts.people import (
    MOST_GROUPS,
    MOST_PEOPLE,
    MOST_ROUNDS,
    MOST_WEIGHT,
    Design,
    Person,
    Seats,
)  # fmt: skip
from plethu.workshop.breakouts.placing import COLD, LUKEWARM, Placement, cool
from plethu.workshop.breakouts.scoring import Score
from plethu.workshop.breakouts.starting import first_rounds, rounds_after_the_net

TIGHT = 0.75  # size of groups beside their number: from here on the net does better than a free search
NET_SHARE = {True: 0.85, False: 0.25}  # of the budget, for tight cases and for others
BALANCE_FIRST = 3  # times the weights, for a plan that is even before anything else
MOST_CHOICES = 3
STARTS, FOR_STARTS = 6, 0.75  # runs in the net from the beginning, and their share of its budget
Rows = list[list[int]]


class Plan(Frozen, frozen=True):
    """Who sits where, and how good that is."""

    rounds: Seats
    score: Score
    certificate: Certificate


class Breakouts(Frozen, frozen=True):
    """The plan with the best objective; then plans that are better than it in meetings or in balance."""

    plans: tuple[Plan, ...]

    @property
    def best(self) -> Plan:
        """The plan to take where nobody chooses."""
        return self.plans[0]


def plan_breakouts(people: Sequence[Person], design: Design, *, seed: int, budget: Budget) -> Breakouts:
    """Plan the groups. Raises Impossible where no plan keeps the hard rules, ValueError for a design out of range."""
    check_design(people, design)
    check_rules(people, design)
    plans: list[Plan] = []
    floor = design.repeat_weight * best_bound(bounds(people, design), "coincidences")
    for method, rows in _candidates(people, design, random.Random(seed), budget, floor):  # noqa: S311
        instance = make_instance(people, design)
        rounds = as_seats(instance, rows)
        if faults(people, design, rounds):
            continue  # the search did not get out of what breaks a rule
        made = certify(people, design, rounds, method=method, seed=seed, moves=budget.moves)
        plans.append(Plan(rounds, made.score, made))
        if made.gap == 0:
            break
    if not plans:
        raise Impossible([Clash("not-found")])
    return Breakouts(_choices(plans))


def check_design(people: Sequence[Person], design: Design) -> None:
    """Raise ValueError for a design that nobody can mean."""
    if not 1 <= design.rounds <= MOST_ROUNDS or not 1 <= design.groups <= MOST_GROUPS:
        raise ValueError("rounds or groups out of range")
    if not 0 < len(people) <= MOST_PEOPLE or len({p.key for p in people}) < len(people):
        raise ValueError("nobody, too many people, or people who cannot be told apart")
    if not all(1 <= weight <= MOST_WEIGHT for weight in (*design.balance.values(), design.repeat_weight)):
        raise ValueError("weight out of range")
    if not 1 <= design.smallest <= design.largest:
        raise ValueError("sizes out of order")


def as_seats(instance: Instance, rows: Rows) -> Seats:
    """Groups of units as groups of keys, in the order of the list."""
    rounds = []
    for r, row in enumerate(rows):
        groups: list[list[int]] = [[] for _ in range(instance.design.groups)]
        for unit, group in enumerate(row):
            if group >= 0:
                groups[group] += [i for i in instance.members[unit] if instance.people[i].is_there(r + 1)]
        rounds.append(tuple(tuple(instance.people[i].key for i in sorted(group)) for group in groups))
    return tuple(rounds)


def _candidates(
    people: Sequence[Person], design: Design, rng: random.Random, budget: Budget, floor: int
) -> Iterator[tuple[str, Rows]]:
    """Plans without broken rules, by the method that made them."""
    instance = make_instance(people, design)
    share, worst = 0.0, 0
    if _net_fits(instance):
        share = NET_SHARE[len(people) >= TIGHT * design.groups**2]
        for cost, rows in _in_the_net(instance, rng, budget, share, floor):
            worst = cost
            yield "net", rows
    if worst:
        heavier = {name: BALANCE_FIRST * weight for name, weight in design.balance.items()}
        instance = make_instance(people, msgspec.structs.replace(design, balance=heavier))
    for until in (share + (1 - share) / 3, 1.0):
        free = Free(instance, first_rounds(instance, rng), rng)
        anneal(free, budget, until, floor)
        if free.best < HARD:
            yield "annealing", free.best_groups


def _net_fits(instance: Instance) -> bool:
    design = instance.design
    return has_net(design.groups, min(design.rounds, design.groups)) and len(instance.members) <= design.groups**2


def _in_the_net(
    instance: Instance, rng: random.Random, budget: Budget, share: float, floor: int
) -> Iterator[tuple[int, Rows]]:
    """Plans in the net: runs from people packed by one attribute or another, then one that settles the best of them."""
    design = instance.design
    net = make_net(design.groups, min(design.rounds, design.groups))
    axes = range(len(instance.axes))[1:] or range(1)
    starts: list[Placement] = []
    for n in range(STARTS):
        units = first_placement(instance, net, rng, axes[n % len(axes)])
        starts.append(Placement(instance, net, units, rng))
        cool(starts[-1], budget, share * FOR_STARTS * (n + 1) / STARTS, 0)
        if starts[-1].best == 0:
            break
    placement = min(starts, key=lambda each: each.best)
    if placement.best:
        again = Placement(instance, net, placement.best_units, rng)
        cool(again, budget, share, 0, hot=LUKEWARM, cold=COLD)
        placement = min(placement, again, key=lambda each: each.best)
    rows, cost = placement.plan(), placement.best
    if design.rounds > len(rows):
        rows += rounds_after_the_net(instance, net, placement.best_units, design.rounds - len(rows), rng)
        free = Free(instance, rows, rng, only=range(len(net.group), design.rounds))
        anneal(free, budget, share * 1.3, floor)
        rows, cost = free.best_groups, free.best
    if cost < HARD:
        yield cost, rows


def _choices(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The best plan, and those that no other beats in both meetings and balance."""
    ranked = sorted(plans, key=lambda plan: plan.certificate.objective)
    kept: list[Plan] = []
    for plan in ranked:
        if not any(_beats(other, plan) for other in kept):
            kept.append(plan)
    fewest = min(kept, key=lambda plan: plan.score.coincidences)  # always offered: it is what organisers ask for
    offered = kept[:MOST_CHOICES] if fewest in kept[:MOST_CHOICES] else [*kept[: MOST_CHOICES - 1], fewest]
    return tuple(offered)


def _beats(one: Plan, other: Plan) -> bool:
    pairs = zip(_two_sides(one), _two_sides(other), strict=True)
    return all(mine <= theirs for mine, theirs in pairs)


def _two_sides(plan: Plan) -> tuple[int, int]:
    score = plan.score
    return score.coincidences, sum(score.imbalance.values()) + score.sizes
