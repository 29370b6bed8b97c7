"""Breakout groups: the planner beside chance and OR-tools CP-SAT, on instances of known difficulty.

`python -m benchmarks.breakouts` runs each for 10 s of CPU, `python -m benchmarks.breakouts 60 C F` others for longer.
CPU of the planner is that of this process, in which nothing is compiled. CP-SAT gets one thread and the same seconds by
the wall clock; it comes with the dependency group `bench` and is left out where it is not installed.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import combinations
from typing import Any

from benchmarks.measure import head
from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.planning import plan_breakouts
from plethu.workshop.breakouts.scoring import Score, score

SECTORS, AREAS = (18, 16, 11, 9, 8, 8), (14, 13, 12, 10, 8, 7, 6)
BOTH = ("sector", "area")
# name: people, groups, rounds, balance, what is aimed at
INSTANCES: dict[str, tuple[int, int, int, tuple[str, ...], str]] = {
    "A": (72, 9, 4, (), "0 repeats"),
    "B": (32, 8, 10, (), "16 repeats at most"),
    "C1": (70, 9, 4, ("sector",), "0 repeats, 0 off"),
    "C": (70, 9, 4, BOTH, "0 repeats with 10 off at most, and 20 repeats at most with 0 off (60 s)"),
    "D": (30, 5, 4, (), "30 coincidences, the optimum"),
    "F": (47, 8, 4, BOTH, "0 repeats, 1 off at most (60 s)"),
    "H": (36, 6, 4, (), "2 coincidences, the optimum (60 s)"),
    "K": (70, 10, 3, BOTH, "0 repeats, 0 off"),
    "L": (70, 11, 4, BOTH, "0 repeats, 0 off (60 s)"),
}


def people_of(number: int, balance: Sequence[str]) -> tuple[Person, ...]:
    """Invented people: a register of seventy in six sectors and seven areas, or its beginning."""
    chance = random.Random(2024)
    sectors = [k for k, count in enumerate(SECTORS) for _ in range(count)]
    areas = [k for k, count in enumerate(AREAS) for _ in range(count)]
    chance.shuffle(areas)
    pairs = list(zip(sectors, areas, strict=True))
    chance.shuffle(pairs)
    values = [dict(zip(BOTH, map(str, pair), strict=True)) for pair in pairs] + [{}] * 2
    return tuple(Person(f"P{n:02}", values[n] if balance else {}) for n in range(number))


def run(seconds: float = 10, names: Sequence[str] = (), seeds: Sequence[int] = (1,)) -> None:
    """Print the figures."""
    head(f"breakout groups, {seconds:g} s each: repeats / coincidences / people outside equal shares")
    for name in names or INSTANCES:
        number, groups, rounds, balance, aim = INSTANCES[name]
        people, design = people_of(number, balance), Design(groups, rounds, dict.fromkeys(balance, 1))
        bound = best_bound(bounds(people, design), "coincidences")
        by = " and ".join(balance) or "nothing"
        print(f"\n{name}: {number} people, {groups} groups, {rounds} rounds, by {by}; bound {bound}; aim: {aim}")
        for seed in seeds:
            _ours(people, design, seconds, seed)
        print(f"  {'chance, mean of 200':<28}{_chance(people, design)}")
        if find_spec("ortools"):
            print(f"  {'CP-SAT, whole model':<28}{_cp_sat(people, design, seconds, bound)}")


def _ours(people: Sequence[Person], design: Design, seconds: float, seed: int) -> None:
    start = time.process_time()
    found = plan_breakouts(people, design, seed=seed, budget=Budget(seconds=seconds, now=time.process_time))
    taken = time.process_time() - start
    for number, plan in enumerate(found.plans):
        made = plan.certificate
        name = f"plethu, seed {seed}" if not number else "  or, instead"
        print(f"  {name:<28}{_shown(plan.score)}   gap {made.gap:<5}{made.method:<10}{taken:6.1f} s CPU")


def _shown(each: Score) -> str:
    off = " + ".join(map(str, each.imbalance.values())) or "-"
    return f"{each.repeats:>4} / {each.coincidences:>4} / {off:<8} sizes {each.sizes}"


def _chance(people: Sequence[Person], design: Design) -> str:
    """Groups drawn at random, as a video tool does."""
    chance, keys, sums = random.Random(1), [p.key for p in people], [0, 0]
    for _ in range(200):
        rounds = []
        for _round in range(design.rounds):
            order = chance.sample(keys, len(keys))
            rounds.append(tuple(tuple(order[g :: design.groups]) for g in range(design.groups)))
        found = score(people, design, tuple(rounds))
        sums[0] += found.repeats
        sums[1] += sum(found.imbalance.values())
    return f"{sums[0] / 200:>4.0f} / {'':>4} / {sums[1] / 200:.0f}"


def _cp_sat(people: Sequence[Person], design: Design, seconds: float, bound: int) -> str:
    """All rounds in one model: who is where, who meets, and the meetings beyond the first."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    n, rounds, groups = range(len(people)), range(design.rounds), range(design.groups)
    at = {(i, r, g): model.new_bool_var("") for i in n for r in rounds for g in groups}
    low, high = len(people) // design.groups, -(-len(people) // design.groups)
    costs: list[Any] = []
    for r in rounds:
        for i in n:
            model.add_exactly_one(at[i, r, g] for g in groups)
        for g in groups:
            model.add_linear_constraint(sum(at[i, r, g] for i in n), low, high)
            costs += [
                each for name in design.balance for each in _outside(model, people, name, at, r, g, design.groups)
            ]
    for i, j in combinations(n, 2):
        meets = []
        for r in rounds:
            meet = model.new_bool_var("")
            for g in groups:
                model.add_bool_or(at[i, r, g].negated(), at[j, r, g].negated(), meet)
            meets.append(meet)
        again = model.new_int_var(0, design.rounds - 1, "")
        model.add(again >= sum(meets) - 1)
        costs.append(again)
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 1
    start = time.process_time()
    status = solver.solve(model)
    taken = time.process_time() - start
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return f"nothing found{'':<20}{taken:6.1f} s CPU"
    plan: Seats = tuple(
        tuple(tuple(people[i].key for i in n if solver.boolean_value(at[i, r, g])) for g in groups) for r in rounds
    )
    found = score(people, design, plan)
    return f"{_shown(found)}   gap {found.objective(design) - bound:<5}{'':<10}{taken:6.1f} s CPU"


def _outside(model: Any, people: Sequence[Person], name: str, at: Any, r: int, g: int, groups: int) -> list[Any]:
    found = []
    for value in sorted({p.values[name] for p in people}):
        mine = [i for i, p in enumerate(people) if p.values[name] == value]
        count = sum(at[i, r, g] for i in mine)
        off = model.new_int_var(0, len(mine), "")
        model.add(off >= count - -(-len(mine) // groups))
        model.add(off >= len(mine) // groups - count)
        found.append(off)
    return found


if __name__ == "__main__":
    run(float(sys.argv[1]) if sys.argv[1:] else 10, sys.argv[2:])
