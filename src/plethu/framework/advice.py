"""What advice is made of. Codes and values only; `plethu.wording` turns them into English or Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from plethu.evidence.conditions import Basis, Condition
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.needs import Need
from plethu.framework.situation import Override, Progress, Situation

AdviceLane = Literal["now", "next", "later", "keep-going", "not-enough-evidence"]
Verdict = Literal["fits", "fits-with-care", "needs-something-first", "not-enough-evidence"]
Suit = Literal["suits", "with-care", "open"]


class Reason(Frozen, frozen=True):
    """One step of reasoning: a rule (`code`), the conditions it looked at, and the findings and relations it rests on.

    `about` is the end or id the rule speaks of, where there is one. `basis` is `ours` where the step from evidence to
    advice, or the evidence's own reading, is our judgement.
    """

    code: str
    basis: Basis
    conditions: tuple[Condition, ...] = ()
    findings: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    about: str = ""


class Step(Frozen, frozen=True):
    """Something to reach on the way to an action: an end of a relation (`kind:id`), or `stage:<stage>`.

    `through` is the action by which a goal or category is reached soonest.
    """

    end: str
    through: str = ""


class Change(Frozen, frozen=True):
    """One changed answer: `part` is a field of the situation, `key` what in it, `value` the new answer."""

    part: Literal["in_place", "have", "today", "answers", "route"]
    key: str
    value: str


class PracticeAdvice(Frozen, frozen=True):
    """A practice of an action, and whether the situation suits it."""

    practice: str
    suit: Suit
    reasons: tuple[Reason, ...] = ()


class EvidenceCount(Frozen, frozen=True):
    """Findings on an action from one strand, counted apart and never added to those of another strand."""

    strand: str
    total: int
    supports: int
    hinders: int
    mixed: int
    echoed: int
    challenged: int
    added: int


class CaseLikeness(Frozen, frozen=True):
    """A case study and why it is like this situation: codes, each with what it is about."""

    case: str
    reasons: tuple[tuple[str, str], ...]


class OutcomeCell(Frozen, frozen=True):
    """Outcomes to agree at the outset: of a kind (process or wellbeing), each in quality and in quantity."""

    kind: Literal["process", "wellbeing"]
    concepts: tuple[str, ...]
    findings: tuple[str, ...]


class ActionAdvice(Frozen, frozen=True):
    """All that is said of one action. `lane` is the rule's; `override` is the user's own, beside it."""

    action: str
    lane: AdviceLane
    verdict: Verdict
    start_here: bool
    progress: Progress | None
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...]
    watch: tuple[Reason, ...]
    would_help_if: tuple[Reason, ...]
    would_caution_if: tuple[Reason, ...]
    needs: tuple[Need, ...]
    path: tuple[Step, ...]
    stage_gap: int
    least_change: tuple[Change, ...]
    leads_to: tuple[str, ...]
    opens_way_for: tuple[str, ...]
    tensions: tuple[str, ...]
    practices: tuple[PracticeAdvice, ...]
    leads: tuple[str, ...]
    for_audience: bool
    evidence: tuple[EvidenceCount, ...]
    cases: tuple[CaseLikeness, ...]
    outcomes: tuple[OutcomeCell, ...]
    override: Override | None = None

    @property
    def shown_lane(self) -> AdviceLane:
        """The lane the user sees it in: their own choice where they made one."""
        return self.override.lane if self.override else self.lane

    def grounds(self) -> Iterator[str]:
        """Ids of the findings and relations that anything said of this action rests on."""
        for reason in (*self.reasons, *self.cautions, *self.watch, *self.would_help_if, *self.would_caution_if):
            yield from (*reason.findings, *reason.relations)
        yield from (need.relation for need in self.needs)


class DifficultyAdvice(Frozen, frozen=True):
    """What the evidence says of something that is going wrong. Findings only; no remedy is invented."""

    difficulty: str
    findings: tuple[str, ...]
    actions: tuple[str, ...]


class Whole(Frozen, frozen=True):
    """What is said of all the actions together."""

    first: tuple[Need, ...]
    reasons: tuple[Reason, ...]
    empty_categories: tuple[str, ...]
    cases: tuple[CaseLikeness, ...]
    tensions: tuple[str, ...]
    difficulties: tuple[DifficultyAdvice, ...]
    weak_today: tuple[tuple[str, tuple[str, ...]], ...]
    outside_focus: tuple[Condition, ...]
    basis_of_lanes: tuple[tuple[Basis, int], ...]


class Advice(Frozen, frozen=True):
    """Advice for a situation, by an edition. `actions` stand in the order in which they are shown.

    `caveats` are ids of the edition's; `notice` says what the edition is, and is not, so that every export carries it.
    """

    edition: str
    edition_hash: str
    situation: Situation
    actions: tuple[ActionAdvice, ...]
    whole: Whole
    caveats: tuple[str, ...]
    notice: Text = NO_TEXT

    def in_lane(self, lane: AdviceLane) -> tuple[ActionAdvice, ...]:
        """The actions shown in a lane, in order."""
        return tuple(action for action in self.actions if action.shown_lane == lane)

    def on(self, action: str) -> ActionAdvice:
        """What is said of one action. Raises StopIteration for an id the edition does not have."""
        return next(a for a in self.actions if a.action == action)
