"""Which findings and relations speak of this situation, and what each says: the reasons behind advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from plethu.evidence.conditions import Basis, Condition, Effect, all_of, any_of, holds
from plethu.evidence.findings import Finding
from plethu.framework.advice import Reason
from plethu.framework.edition import Relation
from plethu.framework.index import LEADS_TO, Index
from plethu.framework.needs import conditions_hold, end_state, stage_gap, stage_past
from plethu.framework.situation import Situation


class Said(msgspec.Struct):
    """What findings and relations say of an action, sorted by whether the situation is known to be as they tell."""

    reasons: list[Reason] = []
    cautions: list[Reason] = []
    watch: list[Reason] = []
    would_help_if: list[Reason] = []
    would_caution_if: list[Reason] = []
    supported: bool = False

    def for_it(self, state: bool | None, reason: Reason) -> None:
        """Take in something that speaks for the action where `state` holds."""
        if state is not False:
            (self.reasons if state else self.would_help_if).append(reason)

    def against_it(self, state: bool | None, reason: Reason) -> None:
        """Take in a caution that applies where `state` holds."""
        if state is not False:
            (self.cautions if state else self.would_caution_if).append(reason)


EffectStates = dict[Effect, tuple[bool | None, tuple[Condition, ...]]]
NO_EFFECTS: EffectStates = {}
IN_TIME_OR_INSTEAD = ("evolves-into", "alternative-to")
OUTWARD = frozenset({"suits", "guards-against", "less-suited", "undermines", *LEADS_TO})


def effect_states(finding: Finding, index: Index, situation: Situation) -> EffectStates:
    """For each effect a finding's conditions have: whether they hold, and which they are."""
    found: EffectStates = {}
    join = any_of if finding.join == "any" else all_of
    for effect in dict.fromkeys(condition.effect for condition in finding.conditions):
        group = tuple(c for c in finding.conditions if c.effect == effect)
        found[effect] = join(holds(c, index.dimensions[c.dimension], situation.answers) for c in group), group
    return found


def states_of(findings: Iterable[Finding], index: Index, situation: Situation) -> dict[str, EffectStates]:
    """`effect_states` of the findings that have conditions, by id."""
    return {f.id: effect_states(f, index, situation) for f in findings if f.conditions}


def findings_say(said: Said, action: str, findings: Iterable[Finding], states: dict[str, EffectStates]) -> None:
    """Add what the findings on an action say. `states` holds `effect_states` of those with conditions.

    A finding without conditions holds everywhere. One that helps elsewhere only is neither for nor against; one
    whose need is known to be missing is a caution. Framing is about the evidence and says nothing of an action.
    A finding on a whole category can caution each of its actions, but speaks for none of them in particular.
    """
    for finding in findings:
        if finding.kind == "framing":
            continue
        effects = states.get(finding.id, NO_EFFECTS)
        if not effects and finding.polarity == "hinders":
            said.watch.append(Reason("general-caution", "stated", findings=(finding.id,)))
        elsewhere = any(state is False for effect, (state, _) in effects.items() if effect != "hinders-when")
        # Evidence on a whole category, or on another action first of all, does not make up for evidence on this one.
        if finding.action == action and finding.polarity != "hinders" and not elsewhere:
            said.supported = True
        for effect, (state, conditions) in effects.items():
            _one_says(said, finding, effect, state, conditions)


def _one_says(
    said: Said, finding: Finding, effect: Effect, state: bool | None, conditions: tuple[Condition, ...]
) -> None:
    basis: Basis = "ours" if any(c.basis == "ours" for c in conditions) else "stated"
    own = bool(finding.action)
    if effect == "hinders-when":
        said.against_it(state, Reason("finding-hinders", basis, conditions, (finding.id,)))
    elif effect == "helps-when":
        if own:
            said.for_it(state, Reason("finding-helps-when", basis, conditions, (finding.id,)))
    elif state is False:
        said.cautions.append(Reason("finding-lacks", basis, conditions, (finding.id,)))
    elif state is None or (own and finding.polarity == "supports"):
        # A need that is met speaks for an action only if the finding does; of a mixed one it settles nothing.
        said.for_it(state, Reason("finding-needs", basis, conditions, (finding.id,)))


def relations_say(
    said: Said, relations: Iterable[Relation], ends: set[str], index: Index, situation: Situation
) -> None:
    """Add what relations say of an action, whose own ends (itself and its category) are `ends`."""
    for relation in relations:
        if relation.source in ends:
            _outward(said, relation, index, situation)
        elif relation.target in ends:
            _inward(said, relation, index, situation)


def _reason(code: str, relation: Relation, about: str, index: Index) -> Reason:
    conditions = index.conditions_of_end.get(about, ())
    if relation.when:
        conditions = tuple(dict.fromkeys((*relation.when, *conditions)))
    return Reason(code, relation.basis, conditions, relations=(relation.id,), about=about)


def _outward(said: Said, relation: Relation, index: Index, situation: Situation) -> None:
    kind, end = relation.kind, relation.target
    if kind in IN_TIME_OR_INSTEAD:
        said.watch.append(_reason(kind, relation, end, index))
    if kind not in OUTWARD:
        return
    when = conditions_hold(relation.when, index, situation)
    there = end_state(end, index, situation)
    if kind in ("suits", "guards-against"):
        said.for_it(all_of((when, there)), _reason(kind, relation, end, index))
    elif kind == "less-suited":
        said.against_it(all_of((when, there)), _reason(kind, relation, end, index))
    elif kind == "undermines":
        if relation.when:
            said.against_it(when, _reason(kind, relation, end, index))
    elif end.startswith(("goal:", "feature:")) and there is False and when is not False:
        # It leads to what is missing; where that is there already, or not known to be missing, it is no reason.
        said.reasons.append(_reason("leads-to-missing", relation, end, index))


def _inward(said: Said, relation: Relation, index: Index, situation: Situation) -> None:
    end = relation.source
    if relation.kind == "undermines":
        when = conditions_hold(relation.when, index, situation)
        computed = end in index.conditions_of_end
        if not computed and not relation.when:
            said.watch.append(_reason("watch-for", relation, end, index))
        else:
            there = end_state(end, index, situation) if computed else True
            said.against_it(all_of((when, there)), _reason("undermined-by", relation, end, index))


def stage_says(said: Said, action: str, index: Index, situation: Situation) -> None:
    """Add what stage fit says: the action suits this stage, a later one, or one that the collaboration is past.

    Being past a stage is a caution only if the report states the stage; else it is something to watch.
    """
    fit = index.stage_fit.get(action)
    given = situation.answers.get(index.edition.stage_dimension)
    if fit is None or given is None or "any" in fit.stages:
        return
    conditions = (Condition(index.edition.stage_dimension, "is", given),)
    if stage_past(action, index, situation):
        into = said.cautions if fit.basis == "stated" else said.watch
        into.append(Reason("stage-past", fit.basis, conditions, about=f"stage:{fit.stages[-1]}"))
    elif stage_gap(action, index, situation):
        said.would_help_if.append(Reason("stage-later", fit.basis, conditions, about=f"stage:{fit.stages[0]}"))
    elif len(fit.stages) < 3:
        said.reasons.append(Reason("stage-fits", fit.basis, conditions, about=f"stage:{given[0]}"))


def practice_relations(practice: str, index: Index) -> Iterator[Relation]:
    """The relations that one of an action's practices is an end of."""
    yield from index.touching[f"practice:{practice}"]
