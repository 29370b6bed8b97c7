"""On the day: whoever does not come leaves a gap, whoever arrives gets a place, and nobody else moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import Plan
from plethu.workshop.breakouts.repair import Repaired, repair
from plethu.workshop.breakouts.scoring import meetings

from .breakout_lists import anybody, planned, register

PEOPLE = register()
DESIGN = Design(9, 4, {"sector": 1})
PLAN: Plan = planned(PEOPLE, DESIGN, 100_000).best


def arriving(number: int) -> list[Person]:
    return [Person(f"Late {n}", {"sector": f"s{n % 6}"}) for n in range(number)]


def repeats(repaired: Repaired) -> int:
    return sum(count - 1 for count in meetings(repaired.rounds).values())


@given(st.sets(st.sampled_from([p.key for p in PEOPLE]), min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_six_stay_away_and_three_arrive_without_moving_anybody_or_meeting_twice(absent: set[str]) -> None:
    late = arriving(3)
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent=absent, arrivals=late)
    for before, after in zip(PLAN.rounds, done.rounds, strict=True):
        for old, new in zip(before, after, strict=True):
            assert [key for key in old if key not in absent] == [key for key in new if not key.startswith("Late")]
            assert len(new) <= 8
        assert sum(len(group) for group in after) == 70 - 6 + 3
    assert (done.repeats, done.unplaced, repeats(done)) == (0, (), 0)


def test_rounds_that_are_over_stay_as_they_were() -> None:
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent={"P01"}, arrivals=arriving(1), from_round=3)
    assert done.rounds[:2] == PLAN.rounds[:2]
    assert all("P01" not in group for groups in done.rounds[2:] for group in groups)
    assert all(sum("Late 0" in group for group in groups) == 1 for groups in done.rounds[2:])


def test_wishes_of_those_who_arrive_are_kept() -> None:
    late = [Person("Late", together=("P05",), apart=("P06",), rounds=(2, 3))]
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent={"P07", "P08", "P09"}, arrivals=late)
    for r, groups in enumerate(done.rounds, 1):
        mine = [group for group in groups if "Late" in group]
        assert len(mine) == (1 if r in (2, 3) else 0)
        assert all("P06" not in group for group in mine)


def test_a_group_that_shrinks_too_far_is_named_and_filled_first() -> None:
    people, design = anybody(9), Design(3, 1)
    plan = planned(people, design, 10).best
    gone = set(plan.rounds[0][1][:2])
    done = repair(people, design, plan.rounds, absent=gone)
    assert done.short == ((1, 2, 1),)
    filled = repair(people, design, plan.rounds, absent=gone, arrivals=arriving(2))
    assert filled.short == ()


def test_where_all_groups_are_full_it_is_said_who_has_no_place() -> None:
    people, design = anybody(16), Design(2, 1)
    done = repair(people, design, planned(people, design, 10).best.rounds, arrivals=arriving(1))
    assert done.unplaced == (("Late 0", 1),)


def test_somebody_of_the_plan_cannot_arrive_again() -> None:
    with pytest.raises(ValueError, match="is in the plan"):
        repair(PEOPLE, DESIGN, PLAN.rounds, arrivals=[Person("P01")])
