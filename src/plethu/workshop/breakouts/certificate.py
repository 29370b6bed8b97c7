"""What a plan is worth, in numbers that anybody can check from the list and the plan alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.bounds import Bound, best_bound, bounds
from plethu.workshop.breakouts.instance import allowed_groups, chosen_facilitators, welsh_groups, wished_pairs
from plethu.workshop.breakouts.kept_seats import bounds_on_the_day
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.scoring import Score, score


class Certificate(Frozen, frozen=True):
    """The numbers of a plan. `people` are those who have a seat in any round.

    `objective` = `repeat_weight` · coincidences + weights · imbalance + sizes. `bound`: no plan for this
    list can have a lower one; `gap` is what lies between. `wished_pairs`: pairs who wish to be together,
    counted in no repeat.
    `method` is `net` where the rounds come from a finite field, so that no-shows and arrivals bring no repeat.
    `from_round`, from 1, is where the plan was changed on the day; then `bound` is for those who have seats, while
    nobody who had one is moved. 0 is a plan as it was made.
    """

    people: int
    groups: int
    rounds: int
    weights: dict[str, int]
    repeat_weight: int
    score: Score
    objective: int
    bounds: tuple[Bound, ...]
    bound: int
    gap: int
    wished_pairs: int
    welsh_groups: int
    method: str
    seed: int
    moves: int
    from_round: int = 0


def certify(
    people: Sequence[Person], design: Design, rounds: Seats, *, method: str, seed: int, moves: int
) -> Certificate:
    """The certificate of a plan, counted from the plan. Raises ValueError where it breaks a hard rule.

    Raises ArithmeticError where a bound is above the plan: then the bound is wrong, and nothing is to be claimed by it.
    """
    if broken := faults(people, design, rounds):
        raise ValueError("; ".join(" ".join(map(str, fault)) for fault in broken))
    return _counted(people, design, rounds, bounds(people, design), method=method, seed=seed, moves=moves)


def certify_changed(
    before: Certificate, people: Sequence[Person], design: Design, rounds: Seats, *, late: Collection[str], since: int
) -> Certificate:
    """The certificate of a plan as it was changed on the day, from round `since` (from 1) on; see `repair`.

    It is about those who have seats. `before` is that of the plan as it was, `late` are the keys of those who arrived.
    """
    seated = {key for groups in rounds for group in groups for key in group}
    people = [p for p in people if p.key in seated]
    found = bounds_on_the_day(people, design, rounds, seated & set(late))
    made = {"method": before.method, "seed": before.seed, "moves": before.moves, "from_round": since}
    return _counted(people, design, rounds, found, **made)


def _counted(
    people: Sequence[Person], design: Design, rounds: Seats, found: tuple[Bound, ...], **made: Any
) -> Certificate:
    counted = score(people, design, rounds)
    objective = counted.objective(design)
    bound = design.repeat_weight * best_bound(found, "coincidences") + best_bound(found, "mixing")
    if objective < bound:
        raise ArithmeticError(f"no plan can be below {bound}, and this one is {objective}")
    seated = {key for groups in rounds for group in groups for key in group}
    return Certificate(
        people=len(seated), groups=design.groups, rounds=design.rounds, weights=dict(design.balance),
        repeat_weight=design.repeat_weight, score=counted, objective=objective, bounds=found, bound=bound,
        gap=objective - bound, wished_pairs=len(wished_pairs(people)), welsh_groups=welsh_groups(people, design),
        **made,
    )  # fmt: skip


Fault = tuple[str, int, int, str]
"""A code, round and group (from 1; 0 for none), and whom it is about."""


def faults(people: Sequence[Person], design: Design, rounds: Seats) -> tuple[Fault, ...]:
    """Every hard rule that a plan breaks; none for a good one. For plans changed by hand, or brought from elsewhere."""
    if len(rounds) != design.rounds:
        return (("rounds-count", 0, 0, str(len(rounds))),)
    return tuple(fault for r, groups in enumerate(rounds, 1) for fault in _of_round(people, design, r, groups))


def _of_round(people: Sequence[Person], design: Design, r: int, groups: tuple[tuple[str, ...], ...]) -> Iterator[Fault]:
    if len(groups) != design.groups:
        yield "groups-count", r, 0, str(len(groups))
        return
    group_of: dict[str, int] = {}
    here = {p.key for p in people if p.is_there(r)}
    for g, group in enumerate(groups, 1):
        if not design.smallest <= len(group) <= design.largest:
            yield "group-size", r, g, str(len(group))
        for key in group:
            if key in group_of or key not in here:
                yield ("person-twice" if key in group_of else "person-not-there"), r, g, key
            group_of[key] = g
    yield from (("person-missing", r, 0, key) for key in sorted(here - set(group_of)))
    yield from _of_wishes(people, design, r, group_of)


def _of_wishes(people: Sequence[Person], design: Design, r: int, group_of: dict[str, int]) -> Iterator[Fault]:
    leads, welsh = chosen_facilitators(people, design), welsh_groups(people, design)
    every = (1 << design.groups) - 1
    for p in people:
        g = group_of.get(p.key, 0)
        if not g:
            continue
        if not allowed_groups(p, leads.get(p.key, -1), welsh, every) >> (g - 1) & 1:
            yield "group-not-allowed", r, g, p.key
        yield from (("not-together", r, g, f"{p.key}, {o}") for o in p.together if group_of.get(o, g) != g)
        yield from (("not-apart", r, g, f"{p.key}, {o}") for o in p.apart if group_of.get(o, 0) == g)
