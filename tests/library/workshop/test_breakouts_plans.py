"""Plans of breakout groups: whatever the list, every rule of the design holds and the certificate is true."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.reporting.breakout_told import breakouts_values, plan_values
from plethu.workshop.breakouts.budget import Budget, Cancelled, Progress
from plethu.workshop.breakouts.certificate import faults
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import plan_breakouts

from .breakout_checker import wrong_with
from .breakout_lists import anybody, planned, register, rows_of

BOTH = {"sector": 1, "area": 1}


def random_people(chance: random.Random, number: int, rounds: int, groups: int) -> list[Person]:
    """People with some wishes that can be kept: pairs together, others apart, facilitators, people who leave early."""
    names = [f"P{n}" for n in range(number)]
    wishes: dict[str, dict[str, Any]] = {name: {} for name in names}
    picked = chance.sample(names, min(number, 8))
    if chance.random() < 0.6:
        wishes[picked[0]]["together"] = (picked[1],)
    for one, other in ((picked[0], picked[2]), (picked[3], picked[4])):
        if chance.random() < 0.6:
            wishes[one]["apart"] = (other,)
    if chance.random() < 0.5:
        wishes[picked[5]]["facilitates"] = chance.randint(1, groups)
    if rounds > 1 and chance.random() < 0.5 and number > 3 * groups + 1:
        wishes[picked[6]]["rounds"] = (1,)
    return [
        Person(name, {"sector": chance.choice("abc"), "area": chance.choice(["x", "y", ""])}, **wishes[name])
        for name in names
    ]


@given(st.integers(0, 10**6), st.integers(2, 9), st.integers(1, 5), st.data())
@settings(max_examples=25, deadline=None)
def test_every_plan_keeps_its_rules_and_its_certificate_is_true(seed, groups, rounds, data) -> None:
    number = data.draw(st.integers(max(8, 3 * groups + 2), 8 * groups - 1))
    people = random_people(random.Random(seed), number, rounds, groups)
    found = planned(people, Design(groups, rounds, {"sector": 2, "area": 1}), 4_000, seed)
    for plan in found.plans:
        assert wrong_with(plan_values(plan), rows_of(people)) == []
    costs = [plan.certificate.objective for plan in found.plans]
    assert costs == sorted(costs)


def test_seventy_two_people_in_nine_groups_meet_nobody_twice() -> None:
    found = planned(anybody(72), Design(9, 4), 1)
    assert found.best.score.repeats == found.best.certificate.gap == 0
    assert wrong_with(plan_values(found.best), rows_of(anybody(72))) == []


def test_one_attribute_can_be_shared_out_exactly_without_repeats() -> None:
    found = planned(register(), Design(9, 4, {"sector": 1}), 2_000_000)
    assert (found.best.score.repeats, found.best.score.imbalance, found.best.score.sizes) == (0, {"sector": 0}, 0)


def test_ten_rounds_of_eight_fours_have_at_most_sixteen_repeats() -> None:
    found = planned(anybody(32), Design(8, 10), 40_000)
    assert found.best.score.repeats <= 16
    assert found.best.certificate.method == "net"


def test_groups_larger_than_their_number_come_to_the_proven_optimum() -> None:
    found = planned(anybody(30), Design(5, 4), 1_500_000)
    assert found.best.score.coincidences == found.best.certificate.bound == 30


def test_a_choice_is_offered_between_meetings_and_balance() -> None:
    found = planned(register(), Design(9, 4, BOTH), 60_000)
    sides = [(plan.score.coincidences, sum(plan.score.imbalance.values())) for plan in found.plans]
    assert len(sides) > 1
    assert all(not (a[0] <= b[0] and a[1] <= b[1]) for a in sides for b in sides if a is not b)
    assert len(breakouts_values(found)["choices"]) == len(sides) - 1


def test_the_same_seed_and_moves_give_the_same_plan_and_another_seed_another() -> None:
    design = Design(7, 3, BOTH)
    first, again, other = (planned(register(40), design, 9_000, seed).best.rounds for seed in (5, 5, 6))
    assert first == again != other


def test_more_rounds_than_groups_and_the_smallest_lists_are_planned() -> None:
    for number, groups, rounds in ((3, 1, 12), (6, 2, 12), (9, 3, 5), (16, 2, 3), (8, 1, 2)):
        found = planned(anybody(number), Design(groups, rounds), 3_000)
        assert wrong_with(plan_values(found.best), rows_of(anybody(number))) == []


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    return plan_values(planned(register(), Design(9, 4, BOTH), 20_000).best)


def test_the_checker_takes_the_plan_as_it_is(plan: dict[str, Any]) -> None:
    assert wrong_with(plan, rows_of(register())) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made["rounds"][0]["groups"][0]["people"].pop(),
        lambda made: made["rounds"][1]["groups"][0]["people"].append("P01"),
        lambda made: made["rounds"][2]["groups"].pop(),
        lambda made: made["certificate"].update(repeats=made["certificate"]["repeats"] + 1),
        lambda made: made["certificate"].update(objective=0, gap=0),
        lambda made: made["certificate"].update(gap=made["certificate"]["gap"] + 1),
        lambda made: made["rounds"].__setitem__(3, made["rounds"][2]),
    ],
    ids=["one left out", "one twice", "a group less", "repeats", "objective", "gap", "a round again"],
)
def test_the_checker_refuses_a_plan_that_was_tampered_with(plan: dict[str, Any], spoil: Any) -> None:
    spoilt = copy.deepcopy(plan)
    spoil(spoilt)
    assert wrong_with(spoilt, rows_of(register()))


def test_a_plan_changed_by_hand_is_told_what_it_breaks() -> None:
    people, design = anybody(9), Design(3, 1)
    people = (*people[:8], Person("P09", apart=("P01",)))
    groups = (("P01", "P09", "P02", "P02"), ("P03", "P04"), ("P06", "P07", "P08"))
    codes = {fault[0] for fault in faults(people, design, (groups,))}
    assert codes == {"person-twice", "group-size", "person-missing", "not-apart"}
    assert faults(people, design, ())[0][0] == "rounds-count"


def test_progress_is_told_and_a_search_can_be_cancelled() -> None:
    seen: list[Progress] = []

    def enough(progress: Progress) -> None:
        seen.append(progress)
        if progress.share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        plan_breakouts(register(), Design(10, 4, BOTH), seed=1, budget=Budget(300_000, progress=enough))
    assert len(seen) > 2
    assert [each.moves for each in seen] == sorted(each.moves for each in seen)


def test_seconds_are_counted_by_the_clock_that_is_handed_in() -> None:
    ticks = iter(range(10**6))
    budget = Budget(seconds=30, now=lambda: float(next(ticks)))
    found = plan_breakouts(register(), Design(9, 4, BOTH), seed=1, budget=budget)
    assert budget.spent > 1
    assert wrong_with(plan_values(found.best), rows_of(register())) == []


@pytest.mark.parametrize("design", [Design(0, 1), Design(3, 13), Design(3, 0), Design(3, 1, {"sector": 0})])
def test_a_design_out_of_range_is_refused(design: Design) -> None:
    with pytest.raises(ValueError, match="out of range"):
        planned(anybody(12), design)


def test_a_plan_that_is_dear_by_its_weights_breaks_no_rule_and_is_given() -> None:
    """Eight who are always together are of one sector: a plan can cost as much as that without breaking any rule."""
    people = [Person(f"P{n}", {"sector": f"s{n // 8}"}, together=(f"P{n - 1}",) if n % 8 else ()) for n in range(64)]
    made = planned(people, Design(8, 12, {"sector": 100}), 500).best.certificate
    assert made.objective == 100 * 12 * 8 * (7 + 7)  # seven too many in one group, and one too few in the seven others
