"""A checker of plans that shares nothing with the planner but the words of its JSON: it counts everything anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb
from typing import Any


def wrong_with(plan: Mapping[str, Any], rows: Sequence[Mapping[str, str]], least: int = 3, most: int = 8) -> list[str]:
    """What does not hold of a plan for the rows of a table; an empty list where all does."""
    made, names, wrong = plan["certificate"], {row["Name"]: row for row in rows}, []
    rounds = [[group["people"] for group in each["groups"]] for each in plan["rounds"]]
    asked = {name: there(row, len(rounds)) for name, row in names.items()}
    for r, groups in enumerate(rounds, 1):
        seated = Counter(name for group in groups for name in group)
        if seated != Counter(name for name, when in asked.items() if r in when):
            wrong.append(f"round {r}: not everybody who is there, once")
        if not all(least <= len(group) <= most for group in groups) or len(groups) != made["groups"]:
            wrong.append(f"round {r}: sizes")
        place = {name: g for g, group in enumerate(groups, 1) for name in group}
        for name, row in names.items():
            for other in filter(None, row.get("Together", "").split("; ")):
                wrong += (
                    [f"{name} without {other}"] if place.get(name, 0) != place.get(other, place.get(name, 0)) else []
                )
            for other in filter(None, row.get("Apart", "").split("; ")):
                wrong += [f"{name} with {other}"] if name in place and place[name] == place.get(other) else []
            if row.get("Facilitates", "").isdigit() and name in place and place[name] != int(row["Facilitates"]):
                wrong.append(f"{name} does not facilitate")
    wished = {frozenset(pair) for unit in units(names) for pair in combinations(unit, 2)}
    met = Counter(frozenset(pair) for groups in rounds for group in groups for pair in combinations(group, 2))
    counts = [count for pair, count in met.items() if pair not in wished]
    coincidences, off = sum(comb(count, 2) for count in counts), 0
    shares = [outside([len(group) for group in groups]) for groups in rounds]
    for column, weight in made["weights"].items():
        values = {row[column] for row in rows} - {""}
        tables = [[[sum(names[n][column] == v for n in g) for g in groups] for v in values] for groups in rounds]
        off += weight * sum(outside(row) for table in tables for row in table)
    cost = made["repeat_weight"] * coincidences + off + sum(shares)
    pairs = sum(comb(len(group), 2) for groups in rounds for group in groups) - comb(len(rows), 2)
    true = {"repeats": sum(count - 1 for count in counts), "coincidences": coincidences, "objective": cost}
    wrong += [f"{name} is {value}" for name, value in true.items() if made[name] != value]
    if made["gap"] != cost - made["bound"] or made["gap"] < 0 or (not wished and true["repeats"] < pairs):
        wrong.append("gap")
    return wrong


def wrong_with_changes(
    before: Mapping[str, Any], after: Mapping[str, Any], late: set[str], columns: Mapping[str, Mapping[str, str]]
) -> list[str]:
    """What does not hold of a plan that was changed on the day: of who was moved, and of what its bound rests on.

    `columns`: for each column that groups are mixed by, the value of each person.
    """
    made, wrong = after["certificate"], []
    old, new = ([[group["people"] for group in each["groups"]] for each in plan["rounds"]] for plan in (before, after))
    kept = [[[name for name in group if name not in late] for group in groups] for groups in new]
    for was, groups in zip(old, kept, strict=True):
        wrong += [f"{name} was moved" for g, group in enumerate(groups) for name in group if name not in was[g]]
    met = Counter(frozenset(pair) for groups in kept for group in groups for pair in combinations(group, 2))
    least = made["repeat_weight"] * sum(comb(count, 2) for count in met.values())
    for column, weight in [*made["weights"].items(), ("", 1)]:
        for groups, seats in zip(kept, new, strict=True):
            values = {columns[column][name] if column else "" for group in seats for name in group}
            for value in values:
                has = [[not column or columns[column][n] == value for n in group].count(True) for group in groups]
                come = [not column or columns[column][n] == value for group in seats for n in group].count(True)
                least += weight * min(outside(way) for way in spread(has, come - sum(has)))
    named = {(each["name"], each["measure"]): each["value"] for each in made["bounds"]}
    kept_seats = made["repeat_weight"] * named["kept-seats", "coincidences"] + named["kept-seats", "mixing"]
    if not least <= kept_seats <= made["bound"] <= made["objective"] or (not late and made["gap"]):
        wrong.append(f"the kept seats cost {least}, and are said to cost {kept_seats} of {made['bound']}")
    return wrong


def spread(counts: Sequence[int], more: int) -> list[list[int]]:
    """All ways to add so many to some counts."""
    ways = [list(counts)]
    for _ in range(more):
        ways = [[*way[:g], way[g] + 1, *way[g + 1 :]] for way in ways for g in range(len(counts))]
    return ways


def units(names: Mapping[str, Mapping[str, str]]) -> list[set[str]]:
    """Those who are together, each with those whom the others of them want too."""
    found = [{n, *filter(None, row.get("Together", "").split("; "))} for n, row in names.items()]
    for name in names:
        mine = [unit for unit in found if name in unit]
        found = [unit for unit in found if name not in unit] + [set[str]().union(*mine)]
    return found


def there(row: Mapping[str, str], rounds: int) -> set[int]:
    """The rounds somebody takes part in."""
    return {int(r) for r in row.get("Rounds", "").split()} or set(range(1, rounds + 1))


def outside(counts: Sequence[int]) -> int:
    """How many people lie outside floor and ceiling of the equal share."""
    low, high = sum(counts) // len(counts), -(-sum(counts) // len(counts))
    return sum(max(0, low - count, count - high) for count in counts)
