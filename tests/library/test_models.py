"""Named models: made from advice, kept as a situation file, compared, started from."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.framework.advising import advise
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.models import (
    AnswerDifference,
    Model,
    ModelComparison,
    answer_differences,
    compare_models,
    model_of,
    start_from,
)
from plethu.framework.situation import Override, Situation
from plethu.framework.situation_file import read_situation, write_situation

from .random_framework import situations

EDITION = default_edition()
EXAMPLES = example_situations(EDITION)


def model(situation: Situation, name: str = "ours") -> Model:
    return model_of(advise(EDITION, situation), name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_model_holds_what_is_in_now_or_keep_going(name: str) -> None:
    advice = advise(EDITION, EXAMPLES[name])
    chosen = model_of(advice, "ours")
    assert set(chosen.actions) == {a.action for lane in ("now", "keep-going") for a in advice.in_lane(lane)}
    assert (chosen.name, chosen.situation.name) == ("ours", "ours")
    assert chosen.situation.answers == EXAMPLES[name].answers


def test_the_users_own_choices_count() -> None:
    before = model(EXAMPLES["new"])
    taken, left = next(a.id for a in EDITION.actions if a.id not in before.actions), before.actions[0]
    overrides = {taken: Override("now", "money is there"), left: Override("later", "not yet")}
    after = model(msgspec.structs.replace(EXAMPLES["new"], overrides=overrides))
    assert taken in after.actions
    assert left not in after.actions


@settings(max_examples=40, deadline=None)
@given(situations(EDITION))
def test_a_models_file_is_a_situation_file_and_gives_the_same_model(situation: Situation) -> None:
    made = model(situation)
    again = read_situation(write_situation(made.situation).encode(), "model.toml", EDITION)
    assert model(again, again.name) == made


def test_two_models_side_by_side() -> None:
    one, two = model(EXAMPLES["urban"], "city"), model(EXAMPLES["rural"], "villages")
    compared = compare_models(one, two)
    assert set(compared.both) == set(one.actions) & set(two.actions)
    assert {*compared.both, *compared.only_first} == set(one.actions)
    assert {*compared.both, *compared.only_second} == set(two.actions)
    assert compare_models(one, one) == ModelComparison(one.actions, (), (), ())


def test_answers_that_differ_are_named_by_part_and_key() -> None:
    one = Situation(answers={"maturity": ("early",), "aims": ()}, in_place={"fundraising": "no"}, capacity="some")
    two = Situation(
        answers={"maturity": ("mature",), "aims": ("environment",)}, have={"joint-mapping": False}, route="doing-first"
    )
    found = {(d.part, d.key): (d.first, d.second) for d in answer_differences(one, two)}
    assert found == {
        ("answers", "maturity"): ("early", "mature"),
        ("answers", "aims"): ("|", "environment"),
        ("in_place", "fundraising"): ("no", None),
        ("have", "joint-mapping"): (None, "false"),
        ("capacity", ""): ("some", None),
        ("route", ""): ("purpose-first", "doing-first"),
    }


def test_the_order_in_which_several_were_chosen_is_no_difference() -> None:
    one, two = (Situation(name=n, answers={"aims": a}) for n, a in (("a", ("x", "y")), ("b", ("y", "x"))))
    assert answer_differences(one, two) == ()
    assert answer_differences(one, Situation()) == (AnswerDifference("answers", "aims", "x|y", None),)


@settings(max_examples=40, deadline=None)
@given(situations(EDITION), st.text("abc ", min_size=1, max_size=9))
def test_a_start_keeps_the_context_and_the_choice_and_nothing_of_their_state(situation: Situation, name: str) -> None:
    theirs = model(situation, name)
    start = start_from(theirs)
    assert (start.answers, start.route) == (situation.answers, situation.route)
    theirs_alone = ("name", "purpose", "in_place", "have", "today", "difficulties", "capacity")
    assert not [part for part in theirs_alone if getattr(start, part)]
    advice = advise(EDITION, start)
    assert set(theirs.actions) <= {a.action for a in advice.in_lane("now")}
    assert all(advice.on(action).override == Override("now", name) for action in theirs.actions)
    assert read_situation(write_situation(start).encode(), "start.toml", EDITION) == start
