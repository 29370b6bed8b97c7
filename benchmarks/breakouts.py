"""Breakout groups: the planner beside chance and OR-tools CP-SAT, on instances of known difficulty.

`python -m benchmarks.breakouts` runs each for 10 s and for 60 s of CPU, `python -m benchmarks.breakouts 60 C F` some of
them for one time only. The objective is that of a plan's certificate: coincidences and people outside equal shares.
CP-SAT is given repeats in place of coincidences, which is easier for it. CPU is that of this process, in which nothing
is compiled. CP-SAT has one thread; it comes with the dependency group `bench`, and is left out where that is not there.
"""

from __future__ import annotations

import random
import sys
import threading
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


def run(times: Sequence[float] = (10, 60), names: Sequence[str] = ()) -> None:
    """Print the figures."""
    head("breakout groups: repeats / coincidences / people outside equal shares")
    for name in names or INSTANCES:
        number, groups, rounds, balance, aim = INSTANCES[name]
        people, design = people_of(number, balance), Design(groups, rounds, dict.fromkeys(balance, 1))
        bound = best_bound(bounds(people, design), "coincidences")
        by = " and ".join(balance) or "nothing"
        print(f"\n{name}: {number} people, {groups} groups, {rounds} rounds, by {by}; bound {bound}; aim: {aim}")
        for seconds in times:
            _ours(people, design, seconds)
            if find_spec("ortools"):
                _cp_sat(people, design, seconds, bound)
        _chance(people, design, bound)


def _ours(people: Sequence[Person], design: Design, seconds: float) -> None:
    start = time.process_time()
    found = plan_breakouts(people, design, seed=1, budget=Budget(seconds=seconds, now=time.process_time))
    taken = time.process_time() - start
    for number, plan in enumerate(found.plans):
        made = plan.certificate
        name = "  or, instead" if number else f"plethu, {seconds:g} s, {made.method}"
        _row(name, _shown(plan.score), made.objective, made.bound, taken)


def _row(name: str, shown: str, objective: float, bound: int, taken: float) -> None:
    numbers = f"objective {objective:>4.0f}   bound {bound:>3}   gap {objective - bound:>4.0f}"
    print(f"  {name:<26}{shown:<26}{numbers}{taken:>7.1f} s CPU", flush=True)


def _shown(each: Score) -> str:
    off = " + ".join(map(str, each.imbalance.values())) or "-"
    return f"{each.repeats:>4} / {each.coincidences:>4} / {off}" + (f", sizes {each.sizes}" if each.sizes else "")


def _chance(people: Sequence[Person], design: Design, bound: int) -> None:
    """Groups drawn at random, as a video tool does."""
    start, chance, keys, sums = time.process_time(), random.Random(1), [p.key for p in people], [0, 0, 0, 0]
    for _ in range(200):
        rounds = []
        for _round in range(design.rounds):
            order = chance.sample(keys, len(keys))
            rounds.append(tuple(tuple(order[g :: design.groups]) for g in range(design.groups)))
        found = score(people, design, tuple(rounds))
        each = (found.repeats, found.coincidences, sum(found.imbalance.values()), found.objective(design))
        sums = [total + value for total, value in zip(sums, each, strict=True)]
    repeats, coincidences, off, objective = (total / 200 for total in sums)
    shown = f"{repeats:>4.0f} / {coincidences:>4.0f} / {off:.0f}"
    _row("chance, mean of 200", shown, objective, bound, (time.process_time() - start) / 200)


def _cp_sat(people: Sequence[Person], design: Design, seconds: float, bound: int) -> None:
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
    solver.parameters.num_workers = 1
    start, done = time.process_time(), threading.Event()
    threading.Thread(target=_stop_after, args=(solver, start + seconds, done)).start()
    status = solver.solve(model)
    done.set()
    taken, name = time.process_time() - start, f"CP-SAT, {seconds:g} s"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        print(f"  {name:<26}nothing found{'':<50}{taken:>7.1f} s CPU", flush=True)
        return
    plan: Seats = tuple(
        tuple(tuple(people[i].key for i in n if solver.boolean_value(at[i, r, g])) for g in groups) for r in rounds
    )
    found = score(people, design, plan)
    _row(name, _shown(found), found.objective(design), bound, taken)


def _stop_after(solver: Any, until: float, done: threading.Event) -> None:
    """Stop the solver, whose own clock is that of the wall, at so many seconds of CPU."""
    while not done.wait(0.05):
        if time.process_time() >= until:
            solver.stop_search()
            return


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
    run([float(sys.argv[1])] if sys.argv[1:] else (10, 60), sys.argv[2:])
