"""Properties that advice has for every situation and every well-formed edition (the design's section 5.7)."""

import dataclasses

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plethu.evidence.conditions import Condition, holds
from plethu.framework.advice import Reason
from plethu.framework.advising import advise, lanes_and_verdicts
from plethu.framework.changing import changed
from plethu.framework.checking import check_edition
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.framework.index import Index, index_of
from plethu.framework.matching import states_of
from plethu.framework.needs import Places
from plethu.framework.situation import Override, Situation
from plethu.framework.situation_file import read_situation, write_situation
from plethu.framework.whatif import differences, sweep

from .random_framework import editions, situations

FIRST = default_edition()
ORDER = {"now": 0, "next": 1, "later": 2}
pairs = st.one_of(st.just(FIRST), editions()).flatmap(lambda e: st.tuples(st.just(e), situations(e)))
thorough = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@thorough
@given(editions())
def test_random_editions_are_well_formed(edition: Edition) -> None:
    assert [*check_edition(edition)] == []


@thorough
@given(pairs)
def test_the_same_question_gets_the_same_answer(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    assert advise(edition, situation) == advise(edition, dataclasses.replace(situation))


@thorough
@given(pairs)
def test_every_action_is_in_exactly_one_lane(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    advice = advise(edition, situation)
    shown = [a.action for lane in (*ORDER, "keep-going", "not-enough-evidence") for a in advice.in_lane(lane)]  # type: ignore[arg-type]
    assert sorted(shown) == sorted(action.id for action in edition.actions)


@thorough
@given(pairs, st.data())
def test_putting_something_in_place_moves_nothing_to_a_later_lane(
    pair: tuple[Edition, Situation], data: st.DataObject
) -> None:
    edition, situation = pair
    action = data.draw(st.sampled_from([a.id for a in edition.actions]))
    before = advise(edition, situation)
    after = advise(edition, dataclasses.replace(situation, in_place={**situation.in_place, action: "in-place"}))
    for a in before.actions:
        if a.action != action and a.lane in ORDER:
            assert ORDER[after.on(a.action).lane] <= ORDER[a.lane]


@thorough
@given(pairs, st.data())
def test_not_sure_shows_the_cautions_of_every_possible_answer(
    pair: tuple[Edition, Situation], data: st.DataObject
) -> None:
    edition, situation = pair
    open_dimensions = [d for d in edition.dimensions if d.values and d.id not in situation.answers]
    if not open_dimensions:
        return
    dimension = data.draw(st.sampled_from(open_dimensions))
    value = data.draw(st.sampled_from(dimension.values))
    answered = dataclasses.replace(situation, answers={**situation.answers, dimension.id: (value.id,)})
    unsure = advise(edition, situation)
    for a in advise(edition, answered).actions:
        shown = unsure.on(a.action)
        possible = grounds((*shown.cautions, *shown.would_caution_if, *shown.would_help_if, *shown.reasons))
        ours = [r for r in a.cautions if r.code != "stage-past"]
        assert grounds(ours) <= possible


@thorough
@given(pairs)
def test_no_suggestion_stands_without_a_finding(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    index = index_of(edition)
    for a in advise(edition, situation).actions:
        if a.lane != "not-enough-evidence":
            assert any(f.polarity != "hinders" for f in index.findings_on[a.action])
        known = {*index.findings, *index.relations}
        assert set(a.grounds()) <= known
        for reason in (*a.reasons, *a.cautions, *a.would_caution_if, *a.would_help_if):
            assert reason.findings or reason.relations or reason.code.startswith("stage-")


@thorough
@given(editions(), st.data())
def test_every_action_can_be_in_now(edition: Edition, data: st.DataObject) -> None:
    action = data.draw(st.sampled_from([a.id for a in edition.actions]))
    others = {a.id: "in-place" for a in edition.actions if a.id != action}
    have = {c.id: True for c in edition.circumstances if c.asked}
    situation = Situation(route="doing-first", in_place=others, have=have, today={"trust": "strong"})  # type: ignore[arg-type]
    assert advise(edition, situation).on(action).lane == "now"


def test_every_action_of_the_first_edition_can_be_in_now() -> None:
    for action in FIRST.actions:
        others = {a.id: "in-place" for a in FIRST.actions if a.id != action.id}
        have = {c.id: True for c in FIRST.circumstances if c.asked}
        assert advise(FIRST, Situation(route="doing-first", in_place=others, have=have)).on(action.id).lane == "now"  # type: ignore[arg-type]


@thorough
@given(pairs)
def test_reasons_given_as_certain_match_the_answers(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    index = index_of(edition)
    for a in advise(edition, situation).actions:
        for reason in (*a.reasons, *a.cautions):
            if reason.findings and reason.code in ("finding-helps-when", "finding-hinders"):
                states = [holds(c, index.dimensions[c.dimension], situation.answers) for c in reason.conditions]
                finding = index.findings[reason.findings[0]]
                assert any(states) if finding.join == "any" else all(states)


@thorough
@given(pairs)
def test_a_held_action_says_what_holds_it_and_how_to_get_there(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    for a in advise(edition, situation).actions:
        held = a.lane in ("next", "later")
        assert bool(a.path) == held
        assert (a.verdict == "needs-something-first") == held
        if a.lane == "now":
            assert not any(need.steps for need in a.needs)


@thorough
@given(pairs)
def test_the_least_change_brings_an_action_forward_and_nothing_less_does(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    index = index_of(edition)
    for a in advise(edition, situation).actions:
        if not a.least_change:
            continue
        trial = situation
        for change in a.least_change:
            assert min(2, Places(index, trial).of(a.action).steps) == ORDER[a.lane]
            trial = changed(trial, change)
        assert min(2, Places(index, trial).of(a.action).steps) < ORDER[a.lane]


@thorough
@given(pairs)
def test_a_step_comes_after_what_it_needs_itself(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    index = index_of(edition)
    places = Places(index, situation)
    for a in advise(edition, situation).actions:
        ends = [step.end for step in a.path]
        assert len(ends) == len(set(ends))
        for position, end in enumerate(ends):
            if end.startswith("action:"):
                needed = {n.end for n in places.of(end.removeprefix("action:")).needs if n.steps}
                # A goal brings its category with it, so that the category is no step of its own.
                brought = {n for n in needed if n.startswith("category:") and needed & goals_of(n, index)}
                assert needed - brought <= set(ends[:position])


@thorough
@given(pairs)
def test_capacity_and_audience_move_no_lane(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    lanes = {a.action: a.lane for a in advise(edition, situation).actions}
    for capacity in ("little", "plenty", None):
        other = advise(edition, dataclasses.replace(situation, capacity=capacity))  # type: ignore[arg-type]
        assert {a.action: a.lane for a in other.actions} == lanes
        assert all(a.lane == "now" for a in other.actions if a.start_here)
    audience = {**situation.answers, edition.audience_dimension: (edition.dimensions[0].values[0].id,)}
    if edition is not FIRST:
        audience[edition.audience_dimension] = ("council",)
    # Who asks can itself be a circumstance of the evidence; an edition where it is none shows the pure case.
    if not any(c.dimension == edition.audience_dimension for c in every_condition(edition)):
        other = advise(edition, dataclasses.replace(situation, answers=audience))
        assert {a.action: a.lane for a in other.actions} == lanes


@thorough
@given(pairs, st.data())
def test_an_override_keeps_the_rule_s_own_lane_beside_it(pair: tuple[Edition, Situation], data: st.DataObject) -> None:
    edition, situation = pair
    action = data.draw(st.sampled_from([a.id for a in edition.actions]))
    own = advise(edition, situation).on(action)
    shown = advise(edition, dataclasses.replace(situation, overrides={action: Override("now", "we know better")})).on(
        action
    )
    assert (shown.lane, shown.shown_lane, shown.override) == (own.lane, "now", Override("now", "we know better"))


@settings(max_examples=25, deadline=None)
@given(editions().flatmap(lambda e: st.tuples(st.just(e), situations(e))))
def test_a_sweep_says_what_advising_anew_would(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    before = {a.action: (a.lane, a.verdict) for a in advise(edition, situation).actions}
    for change, moved in sweep(edition, situation):
        after = {a.action: (a.lane, a.verdict) for a in advise(edition, changed(situation, change)).actions}
        assert {id: (lane, verdict) for id, lane, verdict in moved} == {
            i: v for i, v in after.items() if v != before[i]
        }


@thorough
@given(pairs)
def test_a_situation_survives_its_file(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    assert read_situation(write_situation(situation).encode(), "s.toml", edition) == situation


@thorough
@given(pairs)
def test_advice_differs_from_itself_in_nothing(pair: tuple[Edition, Situation]) -> None:
    advice = advise(*pair)
    assert differences(advice, advice) == ()


@thorough
@given(pairs)
def test_lanes_alone_agree_with_the_whole_advice(pair: tuple[Edition, Situation]) -> None:
    edition, situation = pair
    index = index_of(edition)
    quick = lanes_and_verdicts(index, situation, states_of(edition.findings, index, situation))
    assert quick == {a.action: (a.lane, a.verdict) for a in advise(edition, situation).actions}


def grounds(reasons: tuple[Reason, ...] | list[Reason]) -> set[str]:
    return {ground for reason in reasons for ground in (*reason.findings, *reason.relations)}


def goals_of(end: str, index: Index) -> set[str]:
    return set(index.goals_of_category(end.removeprefix("category:")))


def every_condition(edition: Edition) -> list[Condition]:
    found = [c for f in edition.findings for c in f.conditions] + [c for r in edition.relations for c in r.when]
    return found + [c for x in edition.circumstances for group in x.when for c in group]
