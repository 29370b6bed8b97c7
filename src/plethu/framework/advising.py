"""`advise(edition, situation) -> Advice`: a pure function of the two.

How an action is placed and judged:

1. In place already: *keep going*.
2. No finding that speaks for it holds in these circumstances: *not enough evidence here*, in no lane.
3. Otherwise its lane follows the needs that are not met and the stage it suits (`plethu.framework.needs`).
4. Held back: *needs something first*. Else, if a caution matches an answer, or the action was added by a workshop and
   rests on a single statement or on what one person said: *fits with care*. Else: *fits*.

Order within a lane: the user's own side first if an audience was given; what fits before what fits with care; what more
other actions wait for; the edition's own order. Capacity marks the first few of *now* as places to start, of those for
which some finding or relation speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from plethu.evidence.conditions import Basis
from plethu.evidence.frozen import Frozen
from plethu.framework.advice import (
    ActionAdvice,
    Advice,
    AdviceLane,
    DifficultyAdvice,
    EvidenceCount,
    OutcomeCell,
    PracticeAdvice,
    Reason,
    Step,
    Suit,
    Verdict,
    Whole,
)
from plethu.framework.changing import Trials, least_change
from plethu.framework.edition import Action, Edition
from plethu.framework.index import LEADS_TO, NEEDS, WHOLE, Index, index_of, needed_end
from plethu.framework.likeness import Likeness, likenesses, near_cases, similar_cases
from plethu.framework.matching import (
    EffectStates,
    Said,
    findings_say,
    practice_relations,
    relations_say,
    stage_says,
    states_of,
)
from plethu.framework.needs import STAGES, Places, conditions_hold, stage_gap
from plethu.framework.situation import Situation

START_HERE = {"little": 1, "some": 3, "plenty": 5}
LANE_ORDER: dict[AdviceLane, int] = {"now": 0, "next": 1, "later": 2, "keep-going": 3, "not-enough-evidence": 4}


def advise(edition: Edition, situation: Situation) -> Advice:
    """Advice for a situation. Deterministic; reads nothing but its arguments.

    The situation has to be one the edition knows (`situation_problems`); an unknown id raises KeyError.
    """
    index = index_of(edition)
    places = Places(index, situation)
    known = Known(
        places,
        states_of(edition.findings, index, situation),
        likenesses(index, situation),
        _opens_way(index, places),
        Trials(index, situation),
    )
    ordered = _in_order([_action(action, index, known) for action in index.ordered_actions], index, situation)
    return Advice(
        edition=edition.id,
        edition_hash=edition.hash,
        situation=situation,
        actions=ordered,
        whole=_whole(ordered, index, places),
        caveats=tuple(caveat.id for caveat in edition.caveats if caveat.everywhere),
        notice=edition.notice,
    )


def lanes_and_verdicts(
    index: Index, situation: Situation, states: dict[str, EffectStates]
) -> dict[str, tuple[AdviceLane, Verdict]]:
    """Lane and verdict of every action, without the rest of the advice: what a sweep over many answers needs."""
    places = Places(index, situation)
    return {
        action.id: judge(action, places, said_of(action, index, situation, states)) for action in index.ordered_actions
    }


def judge(action: Action, places: Places, said: Said) -> tuple[AdviceLane, Verdict]:
    """The lane and the verdict of one action, by the rules at the head of this module."""
    placement = places.of(action.id)
    verdict: Verdict = "needs-something-first" if placement.steps else "fits-with-care" if said.cautions else "fits"
    if places.situation.in_place.get(action.id) == "in-place":
        return "keep-going", "fits-with-care" if said.cautions else "fits"
    if not said.supported:
        return "not-enough-evidence", "not-enough-evidence"
    return placement.lane, verdict


def said_of(action: Action, index: Index, situation: Situation, states: dict[str, EffectStates]) -> Said:
    """What the edition's evidence says of an action in a situation."""
    said = Said()
    findings_say(said, action.id, index.findings_on[action.id], states)
    ends = {f"action:{action.id}", f"category:{action.category}"}
    relations_say(said, index.relations_on[action.id], ends, index, situation)
    stage_says(said, action.id, index, situation)
    own = [f for f in index.findings_on[action.id] if f.action == action.id]
    if action.phase == "workshop" and len({f.rests_with or f.id for f in own}) == 1:
        said.cautions.append(Reason("single-statement", "ours", findings=tuple(f.id for f in own)))
    if situation.in_place.get(action.id) == "lapsed":
        said.watch.append(Reason("lapsed", "ours"))
    return said


class Known(Frozen, frozen=True):
    """What is worked out once for all the actions of one piece of advice."""

    places: Places
    states: dict[str, EffectStates]
    alike: dict[str, Likeness]
    opens_way: dict[str, tuple[str, ...]]
    trials: Trials


def _opens_way(index: Index, places: Places) -> dict[str, tuple[str, ...]]:
    """For each action, the others that wait for it."""
    waiting: dict[str, tuple[str, ...]] = dict.fromkeys(index.actions, ())
    for action in index.actions:
        for end in places.path(action):
            if end.startswith("action:"):
                waiting[end.removeprefix("action:")] += (action,)
    return waiting


def _action(action: Action, index: Index, known: Known) -> ActionAdvice:
    places, situation = known.places, known.places.situation
    said = said_of(action, index, situation, known.states)
    lane, verdict = judge(action, places, said)
    placement = places.of(action.id)
    audience = situation.answers.get(index.edition.audience_dimension, ())
    held = lane in ("next", "later")
    return ActionAdvice(
        action=action.id,
        lane=lane,
        verdict=verdict,
        start_here=False,
        progress=situation.in_place.get(action.id),
        reasons=tuple(said.reasons),
        cautions=tuple(said.cautions),
        watch=tuple(said.watch),
        would_help_if=tuple(said.would_help_if),
        would_caution_if=tuple(said.would_caution_if),
        needs=placement.needs,
        path=_path(action.id, places) if held else (),
        stage_gap=placement.stage_gap,
        least_change=least_change(action.id, known.trials) if held else (),
        leads_to=_leads_to(action, index),
        opens_way_for=known.opens_way[action.id],
        tensions=tuple(t.id for t in index.edition.tensions if action.id in t.actions),
        practices=tuple(
            _practice(p.id, index, situation) for p in index.practices_of[action.id] if p.kind != "example"
        ),
        leads=action.leads,
        for_audience=bool(set(audience) & set(action.leads)),
        evidence=count_evidence(action.id, index),
        cases=similar_cases(action.id, index, known.alike),
        outcomes=_outcomes(action, index, situation),
        override=situation.overrides.get(action.id),
    )


def _path(action: str, places: Places) -> tuple[Step, ...]:
    steps = [
        Step(end, (places.nearest(end) or "") if not end.startswith("action:") else "") for end in places.path(action)
    ]
    on_the_way = [action, *(step.end.removeprefix("action:") for step in steps if step.end.startswith("action:"))]
    waiting = [a for a in on_the_way if stage_gap(a, places.index, places.situation)]
    if waiting:
        stages = [min(places.index.stage_fit[a].stages, key=STAGES.index) for a in waiting]
        steps.append(Step(f"stage:{max(stages, key=STAGES.index)}"))
    return tuple(steps)


def _leads_to(action: Action, index: Index) -> tuple[str, ...]:
    """Ends that the action enables, reinforces, starts or comes before."""
    own = f"action:{action.id}"
    outward = (r for r in index.touching[own] if r.kind in (*LEADS_TO, "reinforces") and r.source == own)
    needing = (r for r in index.touching[own] if r.kind in NEEDS and needed_end(r) == own)
    ends = [r.target for r in outward] + [r.source if r.kind == "requires" else r.target for r in needing]
    return tuple(dict.fromkeys(end for end in ends if end not in WHOLE))


def _practice(practice: str, index: Index, situation: Situation) -> PracticeAdvice:
    said = Said()
    relations_say(said, practice_relations(practice, index), {f"practice:{practice}"}, index, situation)
    suit: Suit = "with-care" if said.cautions else "suits" if said.reasons else "open"
    return PracticeAdvice(practice, suit, tuple(said.cautions + said.reasons + said.would_caution_if + said.watch))


@lru_cache(maxsize=1000)
def count_evidence(action: str, index: Index) -> tuple[EvidenceCount, ...]:
    """Findings on the action itself, strand by strand in the edition's order; strands without any are left out."""
    own = [f for f in index.findings_on[action] if f.action == action or action in f.also_actions]
    counts = []
    for strand in index.edition.strands:
        mine = [f for f in own if f.strand == strand.id]
        if mine:
            polarity, stance = Counter(f.polarity for f in mine), Counter(f.stance for f in mine)
            counts.append(
                EvidenceCount(
                    strand.id, len(mine), polarity["supports"], polarity["hinders"], polarity["mixed"],
                    stance["echoed"], stance["challenged"], stance["added"],
                )
            )  # fmt: skip
    return tuple(counts)


def _outcomes(action: Action, index: Index, situation: Situation) -> tuple[OutcomeCell, ...]:
    """Process outcomes the action is about, and the wellbeing aims the user named, to be agreed at the outset."""
    aims = situation.answers.get(index.edition.aims_dimension, ())
    wellbeing = tuple(a for a in aims if a in index.concepts and index.concepts[a].kind == "wellbeing-aim")
    cells = (("process", action.process_outcomes), ("wellbeing", wellbeing))
    return tuple(OutcomeCell(kind, concepts, ()) for kind, concepts in cells)  # type: ignore[arg-type]


def _is_a_start(advice: ActionAdvice) -> bool:
    """Whether an action can be marked as a place to start: not under way, and some evidence speaks for it."""
    grounded = any(reason.findings or reason.relations for reason in advice.reasons)
    return grounded and advice.progress not in ("started", "in-place")


def _in_order(advised: list[ActionAdvice], index: Index, situation: Situation) -> tuple[ActionAdvice, ...]:
    def key(a: ActionAdvice) -> tuple[int, bool, bool, int, int]:
        return (
            LANE_ORDER[a.shown_lane],
            not a.for_audience,
            bool(a.cautions),
            -len(a.opens_way_for),
            index.actions[a.action].order,
        )

    ordered = sorted(advised, key=key)
    grounded = [a for a in ordered if a.shown_lane == "now" and _is_a_start(a)]
    first = {a.action for a in grounded[: START_HERE.get(situation.capacity or "", 0)]}
    return tuple(replace(a, start_here=a.action in first) for a in ordered)


def _whole(actions: tuple[ActionAdvice, ...], index: Index, places: Places) -> Whole:
    situation = places.situation
    chosen = {a.action for a in actions if a.shown_lane in ("now", "keep-going")}
    said = Said()
    whole = [r for end in WHOLE for r in index.touching[end]]
    relations_say(said, whole, set(WHOLE), index, situation)
    weak = [c for c in index.edition.concepts if situation.today.get(c.id) == "weak"]
    return Whole(
        first=tuple(replace(places.need(r), steps=0) for r in whole if r.kind in NEEDS),
        reasons=tuple(said.cautions + said.would_caution_if + said.watch),
        empty_categories=tuple(
            c.id for c in index.edition.categories if not chosen & {a.id for a in index.of_category[c.id]}
        ),
        tensions=tuple(t.id for t in index.edition.tensions if len(chosen & set(t.actions)) >= min(2, len(t.actions))),
        cases=near_cases(index, likenesses(index, situation)),
        difficulties=tuple(_difficulty(d, index) for d in situation.difficulties),
        weak_today=tuple((c.id, _grown_by(c.id, index)) for c in weak),
        outside_focus=tuple(c for c in index.edition.outside_focus if conditions_hold((c,), index, situation)),
        basis_of_lanes=_basis_of_lanes(actions, index),
    )


def _difficulty(id: str, index: Index) -> DifficultyAdvice:
    findings = index.difficulties[id].findings
    actions = (a for f in findings for a in (index.findings[f].action, *index.findings[f].also_actions) if a)
    return DifficultyAdvice(id, findings, tuple(dict.fromkeys(actions)))


def _grown_by(concept: str, index: Index) -> tuple[str, ...]:
    """Actions from which the edition says a feature or factor grows."""
    sources = [r.source for r in index.touching[f"feature:{concept}"] if r.kind in LEADS_TO]
    actions: list[str] = []
    for source in sources:
        kind, _, id = source.partition(":")
        actions += [id] if kind == "action" else [a.id for a in index.of_category[id]] if kind == "category" else []
    return tuple(dict.fromkeys(actions))


def _basis_of_lanes(actions: Iterable[ActionAdvice], index: Index) -> tuple[tuple[Basis, int], ...]:
    """How many placements after *now* rest on what the report states, and how many on our reading alone."""
    counts: Counter[Basis] = Counter()
    for advice in actions:
        if advice.lane in ("next", "later"):
            counts[_basis_of_lane(advice, index)] += 1
    return tuple(counts.items())


def _basis_of_lane(advice: ActionAdvice, index: Index) -> Basis:
    """*stated* if a stated need or stage by itself puts the action in its lane, else *ours*."""
    furthest = min(2, max([advice.stage_gap, *(n.steps for n in advice.needs)]))
    if any(n.steps >= furthest and n.basis == "stated" for n in advice.needs):
        return "stated"
    fit = index.stage_fit.get(advice.action)
    return "stated" if fit and fit.basis == "stated" and advice.stage_gap >= furthest else "ours"
