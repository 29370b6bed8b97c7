"""What the 2024 report says plainly, and advice from its edition therefore has to show. One test each."""

import pytest

from plethu.framework.advice import Advice, Reason
from plethu.framework.advising import advise
from plethu.framework.editions import default_edition
from plethu.framework.index import index_of
from plethu.framework.situation import Situation

EDITION = default_edition()
INDEX = index_of(EDITION)
GOVERNANCE = [action.id for action in INDEX.of_category["governance"]]
MAPS_AND_DIRECTORIES = ["information-gathering", "systems-thinking-and-mapping", "pooling-and-sharing-information"]


def given(**answers: str | tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {name: (value,) if isinstance(value, str) else value for name, value in answers.items()}


def advice(**answers: str | tuple[str, ...]) -> Advice:
    return advise(EDITION, Situation(answers=given(**answers)))


def grounds(reasons: tuple[Reason, ...]) -> set[str]:
    return {ground for reason in reasons for ground in (*reason.findings, *reason.relations)}


@pytest.mark.parametrize("action", GOVERNANCE)
def test_purpose_precedes_governance(action: str) -> None:
    without, with_purpose = advice(purpose="none").on(action), advice(purpose="shared").on(action)
    assert without.lane != "now"
    assert "goal:shared-purpose" in [step.end for step in without.path]
    assert not any(need.steps for need in with_purpose.needs if need.relation in ("Q001", "Q002"))


def test_purpose_first_never_blocks_since_doing_something_together_is_the_other_route() -> None:
    held = advise(EDITION, Situation(answers=given(purpose="none")))
    free = advise(EDITION, Situation(answers=given(purpose="none"), route="doing-first"))
    assert held.on("policies-and-procedures").lane == "next"
    assert free.on("policies-and-procedures").lane == "now"
    assert {n.state for n in free.on("policies-and-procedures").needs if n.end == "goal:shared-purpose"} == {"waived"}


@pytest.mark.parametrize("answers", [{"maturity": "early"}, {"relationships": "thin"}])
def test_formal_arrangements_suit_early_or_thin_relationships(answers: dict[str, str]) -> None:
    shown = advice(**answers)
    assert "F134" in grounds(shown.on("liaison-roles-and-referral-pathways").reasons)
    assert "Q068" in grounds(shown.on("policies-and-procedures").reasons)
    formal = next(p for a in shown.actions for p in a.practices if "Q043" in grounds(p.reasons))
    assert formal.suit == "suits"


def test_formal_arrangements_lighten_with_trust() -> None:
    shown = advice(maturity="mature", relationships="strong").on("policies-and-procedures")
    assert "Q068" not in grounds(shown.reasons)
    assert "stage-past" in [caution.code for caution in shown.cautions]
    assert shown.verdict == "fits-with-care" or shown.lane != "now"
    assert "T01" in shown.tensions


@pytest.mark.parametrize("mandate", ["policy", "funding-condition"])
@pytest.mark.parametrize("action", GOVERNANCE)
def test_a_mandate_from_outside_cautions_governance_made_for_its_own_sake(mandate: str, action: str) -> None:
    assert {"F114", "Q005"} <= grounds(advice(mandate=mandate).on(action).cautions)
    assert not {"F114", "Q005"} & grounds(advice(mandate="own-wish", purpose="shared").on(action).cautions)


@pytest.mark.parametrize("action", ["grant-funding", "commissioning-and-contracting"])
def test_mapping_comes_before_funding_terms_are_fixed(action: str) -> None:
    shown = advice(funding=("terms-open",), purpose="shared").on(action)
    assert shown.lane in ("next", "later")
    assert "action:systems-thinking-and-mapping" in [step.end for step in shown.path]


def test_planning_comes_before_funding_terms_are_fixed() -> None:
    shown = advice(funding=("terms-open",))
    assert "action:long-term-planning" in [step.end for step in shown.on("grant-funding").path]
    assert "F074" in grounds(shown.on("long-term-planning").reasons)
    assert not any(need.steps for need in advice(funding=()).on("grant-funding").needs)


def test_every_map_or_directory_needs_purpose_follow_up_wide_voices_and_upkeep() -> None:
    shown = advice()
    mapping = {need.end for need in shown.on("systems-thinking-and-mapping").needs}
    assert {"practice:clear-purpose-and-follow-up", "context:joint-mapping"} <= mapping
    assert "practice:ongoing-maintenance" in {n.end for n in shown.on("pooling-and-sharing-information").needs}
    for action in ("information-gathering", "pooling-and-sharing-information"):
        assert {"F048", "F049", "F098"} <= {finding.id for finding in INDEX.findings_on[action]}


def test_a_map_without_follow_up_waits() -> None:
    situation = Situation(in_place={"information-gathering": "in-place"}, have={"clear-purpose-and-follow-up": False})
    shown = advise(EDITION, situation).on("systems-thinking-and-mapping")
    assert shown.lane == "next"
    assert [change.key for change in shown.least_change] == ["clear-purpose-and-follow-up"]


@pytest.mark.parametrize("answers", [{"history": "strained"}, {"relationships": "thin"}])
def test_participatory_budgeting_is_cautioned_where_relationships_are_strained(answers: dict[str, str]) -> None:
    shown = advice(**answers).on("commissioning-and-contracting")
    budgeting = next(p for p in shown.practices if p.practice == "participatory-budgeting")
    assert budgeting.suit == "with-care"
    assert "Q095" in grounds(budgeting.reasons)


def test_unequal_history_cautions_commissioning_by_participatory_budget() -> None:
    assert "F248" in grounds(advice(history="strained").on("commissioning-and-contracting").cautions)


def test_very_small_grants_are_cautioned() -> None:
    assert "F231" in grounds(advice(funding=("very-small-awards",)).on("grant-funding").cautions)
    assert "F231" not in grounds(advice(funding=("long-term",)).on("grant-funding").cautions)


def test_flexible_money_never_at_the_cost_of_longer_money() -> None:
    shown = advice(funding=()).on("grant-funding")
    assert "T02" in shown.tensions
    assert {"F217", "F227"} <= {finding.id for finding in INDEX.findings_on["grant-funding"]}
    assert "F227" in INDEX.tensions["T02"].one_findings + INDEX.tensions["T02"].other_findings


def test_sub_groups_are_differentiation_not_layers() -> None:
    shown = advice(size="many", purpose="shared").on("collaboration-sub-groups")
    assert {"F193", "Q078"} <= grounds(shown.reasons)
    assert "Q077" in grounds(shown.watch)
    assert "T04" in shown.tensions
    assert advice(size="few").on("collaboration-sub-groups").verdict == "not-enough-evidence"


def test_community_partners_come_in_before_key_decisions() -> None:
    shown = advise(EDITION, Situation(answers=given(purpose="shared"), have={"early-invitation": False}))
    assert shown.on("leadership-and-shared-decision-making").lane == "next"
    assert "practice:early-invitation" in [s.end for s in shown.on("leadership-and-shared-decision-making").path]
    assert "F170" in grounds(shown.on("leadership-and-shared-decision-making").watch)


def test_collaboration_is_not_cheaper() -> None:
    shown = advise(EDITION, Situation(have={"accept-true-cost": False})).on("commissioning-and-contracting")
    assert "practice:accept-true-cost" in [step.end for step in shown.path]
    assert "F173" in {finding.id for finding in INDEX.findings_on["leadership-and-shared-decision-making"]}


def test_outcomes_are_agreed_at_the_outset_once_there_is_a_purpose() -> None:
    shown = advice(maturity="early", purpose="shared").on("defining-outcomes-and-measures")
    assert shown.lane == "now"
    assert "F104" in grounds(shown.reasons)
    assert {"process", "wellbeing"} == {cell.kind for cell in shown.outcomes}


def test_rural_areas_caution_liaison_roles() -> None:
    assert {"F133", "Q053"} & grounds(advice(geography="rural").on("liaison-roles-and-referral-pathways").cautions)


def test_not_discussed_in_the_workshop_is_said() -> None:
    silent = {action.id for action in EDITION.actions if not action.discussed}
    assert silent == {"community-wealth-building", "fundraising"}
    assert all("workshop" not in [count.strand for count in advice().on(action).evidence] for action in silent)


def test_a_business_partner_and_another_nation_are_outside_the_focus() -> None:
    assert [c.dimension for c in advice(partners=("private", "council")).whole.outside_focus] == ["partners"]
    assert advice(partners=("council",)).whole.outside_focus == ()


def test_something_going_wrong_leads_to_findings_and_to_no_invented_remedy() -> None:
    for difficulty in EDITION.difficulties:
        shown = advise(EDITION, Situation(difficulties=(difficulty.id,))).whole.difficulties
        assert shown[0].findings == difficulty.findings
        assert any(INDEX.findings[f].polarity != "supports" for f in difficulty.findings)


def test_two_described_collaborations_get_different_first_steps() -> None:
    new = advice(maturity="early", relationships="thin", geography="rural", resources="scarce", purpose="none")
    old = advice(maturity="mature", relationships="strong", geography="urban", purpose="shared", funding=("long-term",))
    assert [a.action for a in new.in_lane("now")] != [a.action for a in old.in_lane("now")]
    assert new.on("reporting-impact").lane == "later"
    assert old.on("reporting-impact").lane == "now"


def test_what_is_in_place_is_kept_going_whatever_the_evidence() -> None:
    situation = Situation(answers=given(size="few"), in_place={"collaboration-sub-groups": "in-place"})
    assert advise(EDITION, situation).on("collaboration-sub-groups").lane == "keep-going"


def test_what_is_under_way_is_no_step_and_no_place_to_start() -> None:
    under_way = {"information-gathering": "in-place", "training-and-mutual-learning": "started"}
    situation = Situation(capacity="plenty", answers=given(purpose="forming"), in_place=under_way)  # type: ignore[arg-type]
    shown = advise(EDITION, situation)
    assert not {step.through for a in shown.actions for step in a.path} & set(under_way)
    assert not [a.action for a in shown.actions if a.start_here and a.action in under_way]


def test_the_least_change_can_be_answered() -> None:
    asked = {c.id for c in EDITION.circumstances if c.asked}
    for answers in ({}, given(maturity="early", purpose="none", infrastructure=())):
        changes = [c for a in advise(EDITION, Situation(answers=answers)).actions for c in a.least_change]
        assert all(change.key in asked for change in changes if change.part == "have")
