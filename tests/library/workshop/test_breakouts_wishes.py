"""Wishes that have to hold: together, apart, facilitators, Welsh-medium, rounds; and what is said where they clash."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from plethu.reporting.breakout_told import plan_values
from plethu.workshop.breakouts.constraints import Clash, Impossible, Rule, check_rules, rules_of, with_rules
from plethu.workshop.breakouts.people import ANY_GROUP, Design, Person

from .breakout_checker import wrong_with
from .breakout_lists import anybody, planned, register, rows_of


def wishing(number: int, **wishes: dict[str, Any]) -> tuple[Person, ...]:
    """People some of whom wish something, by their key."""
    return tuple(msgspec.structs.replace(p, **wishes.get(p.key, {})) for p in anybody(number))


def clash_of(people: tuple[Person, ...], design: Design) -> Impossible:
    with pytest.raises(Impossible) as caught:
        check_rules(people, design)
    return caught.value


@pytest.mark.parametrize(("number", "groups"), [(40, 6), (60, 8), (70, 9)])
def test_all_kinds_of_wishes_are_kept_at_once(number: int, groups: int) -> None:
    wishes = {
        "P01": {"together": ("P02", "P03")},
        "P02": {"apart": ("P10", "P11", "P12")},
        "P04": {"facilitates": 1, "welsh": "can"},
        "P05": {"facilitates": ANY_GROUP},
        "P06": {"rounds": (1, 3), "apart": ("P01",)},
        "P07": {"rounds": (2,)},
    }
    people = wishing(number, **wishes)
    for plan in planned(people, Design(groups, 3), 15_000).plans:
        assert wrong_with(plan_values(plan), rows_of(people)) == []
        assert plan.certificate.wished_pairs == 3
        assert all("P05" in groups_[1] for groups_ in plan.rounds)


def test_a_welsh_medium_group_has_all_who_want_it_and_nobody_who_cannot() -> None:
    who = {f"P{n:02}": {"welsh": "wants"} for n in range(1, 5)} | {f"P{n:02}": {"welsh": "can"} for n in range(5, 15)}
    people = wishing(40, **who)
    found = planned(people, Design(6, 4), 20_000)
    made = found.best.certificate
    for groups in found.best.rounds:
        assert {"P01", "P02", "P03", "P04"} <= set(groups[0]) <= set(who)
    forced = next(bound.value for bound in made.bounds if bound.name == "welsh-medium")
    assert forced == 3 * 6 + 3 <= found.best.score.repeats
    assert made.welsh_groups == 1


def test_more_who_want_welsh_than_a_group_holds_have_two() -> None:
    people = wishing(40, **{f"P{n:02}": {"welsh": "wants"} for n in range(1, 13)})
    found = planned(people, Design(6, 2), 20_000)
    assert found.best.certificate.welsh_groups == 2
    for groups in found.best.rounds:
        assert {*groups[0], *groups[1]} == {f"P{n:02}" for n in range(1, 13)}


def test_facilitators_of_every_group_cost_no_repeat_with_the_net() -> None:
    people = wishing(63, **{f"P{n:02}": {"facilitates": n} for n in range(1, 10)})
    found = planned(people, Design(9, 4), 2_000)
    assert found.best.score.repeats == 0
    for groups in found.best.rounds:
        assert all(f"P{n:02}" in groups[n - 1] for n in range(1, 10))


def test_together_and_apart_at_once_clash_and_either_is_enough_to_drop() -> None:
    people = wishing(12, P01={"together": ("P02",)}, P02={"together": ("P03",)}, P03={"apart": ("P01",)})
    error = clash_of(people, Design(3, 2))
    assert [len(clash.rules) for clash in error.clashes] == [3]
    assert len(error.drop) == 1
    check_rules(with_rules(people, [r for r in rules_of(people) if r not in error.drop]), Design(3, 2))


def test_two_clashes_are_both_named_and_two_wishes_dropped() -> None:
    people = wishing(
        12,
        P01={"together": ("P02",), "apart": ("P02",)},
        P05={"facilitates": 9},
        P07={"apart": ("P08",)},
    )
    error = clash_of(people, Design(3, 1))
    assert {frozenset(rule.kind for rule in clash.rules) for clash in error.clashes} == {
        frozenset({"together", "apart"}),
        frozenset({"facilitates"}),
    }
    assert len(error.drop) == 2
    assert Rule("facilitates", ("P05",), 9) in error.drop


def test_more_people_apart_from_each_other_than_groups_clash() -> None:
    names = ("P01", "P02", "P03", "P04")
    people = wishing(12, **{name: {"apart": tuple(n for n in names if n > name)} for name in names})
    error = clash_of(people, Design(3, 1))
    assert len(error.clashes[0].rules) == 6
    assert len(error.drop) == 1


def test_a_lone_wish_for_welsh_is_said_to_be_impossible() -> None:
    people = wishing(12, P01={"welsh": "wants"})
    error = clash_of(people, Design(3, 1))
    assert error.clashes == (Clash("welsh-too-few", (), 1, 1, 3, 8),)
    assert error.drop == (Rule("welsh", ("P01",)),)


def test_where_all_want_welsh_it_is_said_who_might_join_the_others() -> None:
    people = tuple(Person(f"P{n}", welsh="wants") for n in range(20))
    error = clash_of(people, Design(5, 1, largest=6))
    assert error.clashes == (Clash("others-too-few", (), 1, 0, 3, 6),)
    assert 0 < len(error.drop) < 20
    assert {rule.kind for rule in error.drop} == {"welsh"}
    check_rules(
        with_rules(people, [rule for rule in rules_of(people) if rule not in error.drop]), Design(5, 1, largest=6)
    )


def test_fixed_numbers_of_welsh_groups_that_nobody_can_fill_are_said_without_a_wish_to_drop() -> None:
    error = clash_of(wishing(12, P01={"welsh": "can"}), Design(3, 1, welsh_groups=1))
    assert (error.clashes, error.drop) == ((Clash("welsh-too-few", (), 1, 1, 3, 8),), ())
    error = clash_of(wishing(12), Design(3, 1, welsh_groups=3))
    assert error.clashes[0].code == "welsh-too-few"
    error = clash_of(wishing(12, **{f"P{n:02}": {"welsh": "wants"} for n in range(1, 8)}), Design(3, 1))
    assert (error.clashes[0].code, len(error.drop)) == ("others-too-few", 1)


def test_nine_who_stay_together_are_too_many_for_a_group() -> None:
    people = wishing(30, P01={"together": tuple(f"P{n:02}" for n in range(2, 10))})
    error = clash_of(people, Design(5, 1))
    assert len(error.drop) == 1
    assert all(rule.kind == "together" for rule in error.drop)


@pytest.mark.parametrize(
    ("number", "groups", "expected"),
    [
        (70, 8, Clash("people-too-many", (), 1, 70, 9, 23)),
        (10, 4, Clash("people-too-few", (), 1, 10, 2, 3)),
    ],
)
def test_wrong_numbers_of_groups_are_told_which_would_do(number: int, groups: int, expected: Clash) -> None:
    assert clash_of(anybody(number), Design(groups, 1)).clashes == (expected,)


def test_a_round_that_too_few_attend_is_named() -> None:
    people = wishing(12, **{f"P{n:02}": {"rounds": (1,)} for n in range(1, 6)})
    assert clash_of(people, Design(4, 2)).clashes[0].round == 2


def test_hundreds_of_wishes_are_judged_quickly_and_kept() -> None:
    people = tuple(
        msgspec.structs.replace(p, apart=tuple(q.key for q in register()[n + 1 : n + 5]))
        for n, p in enumerate(register())
    )
    found = planned(people, Design(11, 2), 3_000)
    assert wrong_with(plan_values(found.best), rows_of(people)) == []


def test_too_many_clashes_to_name_still_end_in_what_is_enough_to_drop() -> None:
    names = [f"P{n:02}" for n in range(1, 10)]
    people = wishing(20, **{name: {"apart": tuple(n for n in names if n > name)} for name in names})
    error = clash_of(people, Design(5, 1))
    left = [rule for rule in rules_of(people) if rule not in error.drop]
    check_rules(with_rules(people, left), Design(5, 1))
    for rule in error.drop:
        clash_of(with_rules(people, [*left, rule]), Design(5, 1))
