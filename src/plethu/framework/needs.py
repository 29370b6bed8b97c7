"""What has to come first: when each kind of need counts as met, and how many steps an action is away.

| the need points to | it is met when | "not sure" counts as | holds the action back |
|---|---|---|---|
| an action | it is started or in place | not met | until then, and as long as that action is itself held |
| a category | one of its actions is under way, or a goal it leads to is reached | not met | as its nearest action |
| a goal | its answer says so | not met | as the nearest action that leads to it |
| a practice or a context | the answer, or the person, says so | met, with a word to check it | one step |
| a feature | it is seen as strong | met, with a word to check it | one step |

A need limited to a circumstance ("before funding terms are fixed") counts only where the answers say so.
The rule is ours; the needs themselves are the edition's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from plethu.evidence.conditions import Basis, Condition, all_of, any_of, holds
from plethu.evidence.frozen import Frozen
from plethu.framework.edition import Edition, Relation
from plethu.framework.index import WHOLE, Index, needed_end
from plethu.framework.situation import Situation

NeedState = Literal["met", "not-met", "not-sure", "waived", "elsewhere", "if"]


class Need(Frozen, frozen=True):
    """One need of an action. `steps` is how far off it is: 0 where it does not hold the action back.

    `waived` is one that the alternative route sets aside, `elsewhere` one whose circumstance is not this one's,
    `if` one whose circumstance is not known.
    """

    relation: str
    end: str
    state: NeedState
    steps: int
    basis: Basis


class Placement(Frozen, frozen=True):
    """How far an action is from *now*, in `steps`: by its needs, and by the stage it suits."""

    action: str
    needs: tuple[Need, ...]
    stage_gap: int
    steps: int

    @property
    def lane(self) -> Literal["now", "next", "later"]:
        """*now* at no step, *next* at one, *later* beyond."""
        return "now" if self.steps == 0 else "next" if self.steps == 1 else "later"


def conditions_hold(conditions: Iterable[Condition], index: Index, situation: Situation) -> bool | None:
    """Whether all the conditions are true of the situation."""
    return all_of(holds(c, index.dimensions[c.dimension], situation.answers) for c in conditions)


def end_state(end: str, index: Index, situation: Situation) -> bool | None:
    """Whether what an end of a relation points to is there, in this situation; None where that is not known."""
    kind, _, id = end.partition(":")
    if end in WHOLE:
        return None
    if kind == "action":
        return situation.under_way(id)
    if kind == "category":
        states = [situation.under_way(action.id) for action in index.of_category[id]]
        return any_of(states + [end_state(goal, index, situation) for goal in index.goals_of_category(id)])
    if kind == "feature":
        seen = situation.today.get(id)
        return None if seen is None else seen == "strong"
    if id in situation.have:
        return situation.have[id]
    groups = index.circumstances[id].when
    return any_of(conditions_hold(group, index, situation) for group in groups) if groups else None


class Places:
    """Where every action of an edition stands in one situation. Each action is worked out once, when asked for."""

    def __init__(self, index: Index, situation: Situation) -> None:
        self.index = index
        self.situation = situation
        self._made: dict[str, Placement] = {}
        self._ends: dict[str, bool | None] = {}

    def of(self, action: str) -> Placement:
        """The placement of an action. Ends because needs have no cycles (`plethu edition check`)."""
        if action not in self._made:
            needs = tuple(self.need(relation) for relation in self.index.needs[action])
            gap = stage_gap(action, self.index, self.situation)
            self._made[action] = Placement(action, needs, gap, max([gap, *(need.steps for need in needs)]))
        return self._made[action]

    def need(self, relation: Relation) -> Need:
        """One need, in this situation."""
        end = needed_end(relation)
        state = self._state(relation, end)
        steps = self._steps(end) if state == "not-met" else 0
        return Need(relation.id, end, state, steps, relation.basis)

    def _state(self, relation: Relation, end: str) -> NeedState:
        if end not in self._ends:
            self._ends[end] = end_state(end, self.index, self.situation)
        there = self._ends[end]
        if there:
            return "met"
        if self.situation.route == "doing-first" and end in self.index.waived:
            return "waived"
        applies = conditions_hold(relation.when, self.index, self.situation) if relation.when else True
        if applies is not True:
            return "if" if applies is None else "elsewhere"
        if there is None and not end.startswith(("action:", "category:", "goal:")):
            return "not-sure"
        return "not-met"

    def _steps(self, end: str) -> int:
        nearest = [self.of(action).steps for action in actions_towards(end, self.index)]
        return 1 + min(nearest, default=0)

    def path(self, action: str) -> Iterator[str]:
        """The ends to reach, nearest first, before the action is in *now*; an action stands after what it needs."""
        seen: set[str] = set()
        yield from self._path(action, seen)

    def _path(self, action: str, seen: set[str]) -> Iterator[str]:
        held = {need.end: need.steps for need in self.of(action).needs if need.steps}
        for end in sorted(held, key=lambda end: held[end]):
            if end not in seen and not held.keys() & self._reached_with(end):
                seen.add(end)
                if nearest := self.nearest(end):
                    yield from self._path(nearest, seen)
                yield end

    def _reached_with(self, end: str) -> set[str]:
        """Goals that bring a category with them, so that the category is no step of its own."""
        kind, _, id = end.partition(":")
        return set(self.index.goals_of_category(id)) if kind == "category" else set()

    def nearest(self, end: str) -> str | None:
        """The action that leads to an end in the fewest steps, the edition's first among equals.

        None where none does, or where those that do are under way already: doing them again is no step.
        """
        candidates = actions_towards(end, self.index)
        least = min((self.of(action).steps for action in candidates), default=0)
        near = [a for a in candidates if self.of(a).steps == least and not self.situation.under_way(a)]
        return min(near, key=lambda action: self.index.actions[action].order, default=None)


def actions_towards(end: str, index: Index) -> list[str]:
    """Actions by which an end is reached: itself, those of the category, or those that lead to the goal."""
    kind, _, id = end.partition(":")
    if kind == "action":
        return [id]
    if kind == "category":
        return [action.id for action in index.of_category[id]]
    return index.leads_to.get(end, [])


def current_stage(index: Index, situation: Situation) -> str | None:
    """The stage a situation is at, None where it does not say."""
    given = situation.answers.get(index.edition.stage_dimension)
    return index.edition.stage_values.get(given[0]) if given else None


STAGES = ("start", "establish", "mature")


def stage_gap(action: str, index: Index, situation: Situation) -> int:
    """How many stages ahead the first stage lies that the action suits; 0 where it suits now, or nobody said."""
    fit, stage = index.stage_fit.get(action), current_stage(index, situation)
    if fit is None or stage is None or "any" in fit.stages:
        return 0
    return max(0, min(STAGES.index(s) for s in fit.stages) - STAGES.index(stage))


def stage_past(action: str, index: Index, situation: Situation) -> bool:
    """Whether the collaboration is beyond the last stage that the action suits."""
    fit, stage = index.stage_fit.get(action), current_stage(index, situation)
    if fit is None or stage is None or "any" in fit.stages:
        return False
    return STAGES.index(stage) > max(STAGES.index(s) for s in fit.stages)


def needs_graph(edition: Edition, index: Index) -> dict[str, set[str]]:
    """For each action, the actions it may have to wait for, through categories and goals as well."""
    return {
        action.id: {a for r in index.needs[action.id] for a in actions_towards(needed_end(r), index)}
        for action in edition.actions
    }
