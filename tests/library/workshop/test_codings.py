"""Coding what was said, two coders who do not see each other, and actions that are proposed and merged."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.text import Text
from plethu.workshop.agreement import (
    agreement,
    agreement_on_aspect,
    agreement_on_findings,
    agreement_on_stance,
    differences,
)
from plethu.workshop.codings import (
    Coding,
    CodingEvent,
    Known,
    coding_refusals,
    codings_when_done,
    current_codings,
    event_refusals,
    visible_codings,
)
from plethu.workshop.contributions import LONGEST_TEXT, Contribution, contribution_refusals
from plethu.workshop.proposals import Merge, Proposal, codings_after_merging, merge_refusals, merged_proposals

KNOWN = Known({"c1", "c2"}, {"F001", "F002"}, {"grant-funding"}, {"health"}, {"n1"})


def coding(id: str = "k1", **more: object) -> Coding:
    given = {"contribution": "c1", "coder": "ann", "stance": "echoed", "aspect": "factor", "finding": "F001"}
    return Coding(id, **{**given, **more})  # type: ignore[arg-type]


def put(number: int, coding: Coding | None, of: str = "k1") -> CodingEvent:
    return CodingEvent(f"e{number}", "ann", "2026-01-01", of, coding)


def undo(number: int, of: int) -> CodingEvent:
    return CodingEvent(f"e{number}", "ann", "2026-01-01", undoes=f"e{of}")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": "  \n"}, "text-empty"),
        ({"text": "🌱" * (LONGEST_TEXT + 1)}, "text-too-long"),
        ({"finding": "F999"}, "finding-unknown"),
        ({"round": 5}, "round-unknown"),
        ({"group": 0}, "group-unknown"),
    ],
)
def test_what_is_wrong_with_a_contribution(changed: dict[str, object], code: str) -> None:
    given = {"text": "Mae'n wir", "finding": "F001", "round": 1, "group": 2, **changed}
    made = Contribution("c1", language="cy", by="participant", **given)  # type: ignore[arg-type]
    assert [*contribution_refusals(made, {"F001"}, 4)] == [code]


def test_a_coding_against_a_finding_stands() -> None:
    assert [*coding_refusals(coding(voices=("health",)), KNOWN)] == []
    proposed = coding(finding="", stance="added", proposal="n1", why_none_fits="None is about transport.")
    assert [*coding_refusals(proposed, KNOWN)] == []


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"contribution": "c9"}, ["contribution-unknown"]),
        ({"finding": "F9"}, ["finding-unknown"]),
        ({"action": "x"}, ["action-unknown"]),
        ({"voices": ("x",)}, ["voice-unknown"]),
        ({"finding": "", "stance": "added"}, ["against-nothing"]),
        ({"finding": "", "action": "grant-funding"}, ["stance-needs-finding"]),
        ({"stance": "added", "proposal": "n1", "why_none_fits": "x"}, ["proposal-where-one-fits"]),
        ({"finding": "", "stance": "added", "proposal": "n1"}, ["proposal-without-reason"]),
        ({"finding": "", "stance": "added", "proposal": "n2", "why_none_fits": "x"}, ["proposal-unknown"]),
    ],
)
def test_why_a_coding_cannot_stand(changed: dict[str, object], codes: list[str]) -> None:
    assert [*coding_refusals(coding(**changed), KNOWN)] == codes


def test_every_change_can_be_undone_and_the_undoing_too() -> None:
    first, second = coding(), coding(stance="challenged")
    events = [put(1, first), put(2, second)]
    assert current_codings(events) == {"k1": second}
    events.append(undo(3, 2))
    assert current_codings(events) == {"k1": first}
    events.append(undo(4, 3))
    assert current_codings(events) == {"k1": second}
    events.append(put(5, None))
    assert current_codings(events) == {}
    events.append(undo(6, 5))
    assert current_codings(events) == {"k1": second}


def test_why_a_change_cannot_follow() -> None:
    events = [put(1, coding()), undo(2, 1)]
    assert [*event_refusals(put(1, coding()), events)] == ["event-twice"]
    assert [*event_refusals(undo(3, 9), events)] == ["undo-unknown"]
    assert [*event_refusals(undo(3, 1), events)] == ["undone-already"]
    assert [*event_refusals(put(3, None), events)] == ["nothing-to-change"]
    assert [*event_refusals(undo(3, 2), events)] == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 30), max_size=30))
def test_undoing_the_last_change_is_as_if_it_had_not_been(choices: list[int]) -> None:
    events: list[CodingEvent] = []
    for number, choice in enumerate(choices):
        event = undo(number, choice) if choice < number else put(number, coding(f"k{choice}"), f"k{choice}")
        if not [*event_refusals(event, events)]:
            events.append(event)
    if events:
        last = int(events[-1].id[1:])
        assert current_codings([*events, undo(99, last)]) == current_codings(events[:-1])


def test_a_blind_coder_sees_others_only_where_they_have_coded() -> None:
    mine, same, other = coding("a"), coding("b", coder="bob"), coding("c", coder="bob", contribution="c2")
    assert visible_codings([mine, same, other], "ann", blind=True) == (mine, same)
    assert visible_codings([mine, same, other], "ann", blind=False) == (mine, same, other)
    assert visible_codings([mine, same, other], "cai", blind=True) == ()


def test_blind_coders_see_each_other_only_once_both_are_done() -> None:
    mine, theirs = coding("a"), coding("b", coder="bob")
    for still in (("c1", "ann"), ("c1", "bob")):
        assert visible_codings([mine, theirs], "ann", blind=True, still_at=[still]) == (mine,)
    assert visible_codings([mine, theirs], "ann", blind=True, still_at=[("c2", "ann")]) == (mine, theirs)


def test_agreement_counts_what_coders_chose_before_they_saw_each_other() -> None:
    """Ann changes her coding after both were done, and undoes and makes another change later still."""
    hers, bobs = coding("a"), coding("b", coder="bob", stance="challenged")
    changed = coding("a", stance="challenged")
    events = [
        CodingEvent("1", "ann", "", of="a", coding=hers),
        CodingEvent("2", "bob", "", of="b", coding=bobs),
        CodingEvent("3", "ann", "", of="a", coding=changed),
        CodingEvent("4", "ann", "", undoes="3"),
        CodingEvent("5", "ann", "", undoes="4"),
    ]
    assert set(codings_when_done(events, {("c1", "ann"): "1", ("c1", "bob"): "2"})) == {hers, bobs}
    assert set(codings_when_done(events, {})) == {changed, bobs}
    assert set(codings_when_done(events[:4], {("c1", "ann"): "4"})) == {hers, bobs}


# Agreement


def test_kappa_of_a_table_that_is_known() -> None:
    """Two coders and fifty items: both yes 20, yes-no 5, no-yes 10, both no 15; 0.7 observed, 0.5 by chance, κ 0.4."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = agreement(pairs)
    assert (found.items, found.agreed, found.share, found.expected) == (50, 35, 0.7, 0.5)
    assert found.kappa == pytest.approx(0.4)
    assert found.error == pytest.approx((0.7 * 0.3 / 50) ** 0.5 / 0.5)
    assert found.cautions == ()
    assert ("y", "n", 5) in found.table


def test_kappa_of_chance_is_near_nothing_and_of_sameness_one() -> None:
    random = Random(1)
    chance = agreement((random.choice("abc"), random.choice("abc")) for _ in range(6_000))
    assert abs(chance.kappa or 1) < 0.05
    assert agreement([("a", "a"), ("b", "b")]).kappa == 1


def test_where_kappa_is_not_defined_it_is_not_given() -> None:
    assert agreement([]).kappa is None
    same = agreement([("a", "a")] * 40)
    assert (same.share, same.kappa, same.cautions) == (1, None, ("one-category",))


def test_small_numbers_are_cautioned() -> None:
    assert agreement([("a", "a"), ("b", "b")]).cautions == ("too-few",)
    assert agreement([("a", "a"), ("b", "b")] * 5).cautions == ("few-items",)
    assert agreement([("a", "a")] * 9 + [("b", "b")] * 3).cautions == ("few-items", "rare-category")


def test_coders_are_compared_on_what_both_coded() -> None:
    codings = [
        coding("1"), coding("2", coder="bob", stance="challenged"), coding("3", contribution="c2"),
        coding("4", contribution="c2", coder="bob", finding="F002", aspect="example"),
        coding("5", contribution="c3"),
    ]  # fmt: skip
    stance = agreement_on_stance(codings, "ann", "bob")
    assert (stance.items, stance.agreed) == (1, 0)
    assert agreement_on_aspect(codings, "ann", "bob").agreed == 1
    against = agreement_on_findings(codings, "ann", "bob")
    assert (against.items, against.agreed) == (2, 1)
    assert [(d.contribution, d.against, d.stances) for d in differences(codings, "ann", "bob")] == [
        ("c1", "F001", ("echoed", "challenged")), ("c2", "F001", ("echoed", "")), ("c2", "F002", ("", "echoed")),
    ]  # fmt: skip


# New actions


PROPOSALS = [Proposal(id, Text(id), "governance", "ann") for id in ("n1", "n2", "n3")]
IDS = [proposal.id for proposal in PROPOSALS]


def test_proposals_are_merged_and_parted_again() -> None:
    merges = [Merge("n1", "ann", "same", into="n2"), Merge("n2", "ann", "is that", into_action="grant-funding")]
    ends = merged_proposals(PROPOSALS, merges)
    assert ends == {"n1": ("", "grant-funding"), "n2": ("", "grant-funding"), "n3": ("n3", "")}
    (moved,) = codings_after_merging([coding(finding="", stance="added", proposal="n1")], ends)
    assert (moved.proposal, moved.action) == ("", "grant-funding")
    assert merged_proposals(PROPOSALS, merges[:1])["n1"] == ("n2", "")


def test_why_a_merge_cannot_be_made() -> None:
    merges = [Merge("n1", "ann", "same", into="n2")]

    def codes(merge: Merge) -> list[str]:
        return [*merge_refusals(merge, merges, IDS, {"grant-funding"})]

    assert codes(Merge("n2", "ann", "x", into="n1")) == ["merge-circle"]
    assert codes(Merge("n3", "ann", "x", into="n3")) == ["merge-self"]
    assert codes(Merge("n1", "ann", "x", into="n3")) == ["merged-already"]
    assert codes(Merge("n3", "ann", " ", into="n9")) == ["proposal-unknown", "no-reason"]
    assert codes(Merge("n3", "ann", "x")) == ["into-what"]
    assert codes(Merge("n3", "ann", "x", into_action="y")) == ["action-unknown"]
    assert codes(Merge("n3", "ann", "x", into="n1")) == []
