"""Advice in words: what `tell` makes of codes and values, for the terminal, documents and pages alike.

Every piece of text is `Words`, which know their language, so that a page can mark what is shown in the other one.
"""

from __future__ import annotations

from plethu.evidence.conditions import Basis
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.framework.advice import AdviceLane, Change, Suit, Verdict


class Words(Frozen, frozen=True):
    """Some words in one language. `draft` marks Welsh that no fluent person has read."""

    text: str
    language: Language
    draft: bool = False

    def __str__(self) -> str:
        return self.text


class Ground(Frozen, frozen=True):
    """A finding or a relation that something rests on, with all that leads back to the report."""

    id: str
    kind: str  # "finding" or "relation"
    words: Words
    basis: Basis
    strand: str = ""  # id, findings only
    strand_name: Words | None = None
    stance: str = ""  # echoed, challenged, added, or empty
    stance_name: Words | None = None  # with "judged" or "stated" said
    polarity: str = ""
    voices: tuple[Words, ...] = ()
    citations: tuple[str, ...] = ()  # as printed in the report
    sections: tuple[str, ...] = ()  # "1b Long-term planning"
    why: Words | None = None  # of a relation: what is behind its title


class ToldReason(Frozen, frozen=True):
    """One reason: a sentence that says which answer led to it, and what it rests on."""

    code: str
    words: Words
    basis: Basis
    basis_name: Words
    grounds: tuple[Ground, ...]
    sections: tuple[str, ...] = ()  # of the report, where it rests on no finding or relation: the stage an action suits


class ToldNeed(Frozen, frozen=True):
    """A need: what, in which state, and the relation it comes from."""

    end: str
    words: Words
    state: str
    state_name: Words
    steps: int
    ground: Ground


class ToldPractice(Frozen, frozen=True):
    """A practice with its name, whether it suits, and why."""

    id: str
    kind: str
    name: Words
    note: str
    suit: Suit
    suit_name: Words
    reasons: tuple[ToldReason, ...]


class ToldTension(Frozen, frozen=True):
    """Two sides that pull apart, and how we handle it."""

    id: str
    name: Words
    one_side: Words
    other_side: Words
    handling: Words
    one_findings: tuple[str, ...]
    other_findings: tuple[str, ...]
    basis: Basis = "stated"  # of the two being set against each other; how to handle it is always ours


class ToldEvidence(Frozen, frozen=True):
    """Counts of findings from one strand."""

    strand: str
    name: Words
    total: int
    supports: int
    hinders: int
    mixed: int
    echoed: int
    challenged: int
    added: int


class ToldCase(Frozen, frozen=True):
    """A case study like this situation."""

    id: str
    title: Words
    place: str
    date: str
    nation: str
    reasons: tuple[Words, ...]


class ToldChange(Frozen, frozen=True):
    """A changed answer in words, with the change itself."""

    change: Change
    words: Words


class ToldOutcome(Frozen, frozen=True):
    """One cell of the grid of outcomes to agree: kind by evidence."""

    kind: str  # process or wellbeing
    evidence: str  # quality or quantity
    name: Words
    prompts: tuple[Words, ...]


class ToldAction(Frozen, frozen=True):
    """All that is said of one action, in words."""

    id: str
    name: Words
    category: str
    category_name: Words
    summary: Words
    lane: AdviceLane
    shown_lane: AdviceLane
    verdict: Verdict
    verdict_name: Words
    headline: Words  # one sentence with the main reason, to stand after the verdict
    start_here: bool
    progress: str
    override_reason: str
    reasons: tuple[ToldReason, ...]
    cautions: tuple[ToldReason, ...]
    watch: tuple[ToldReason, ...]
    would_help_if: tuple[ToldReason, ...]
    would_caution_if: tuple[ToldReason, ...]
    needs: tuple[ToldNeed, ...]
    path: tuple[Words, ...]  # how to progress, step by step
    least_change: tuple[ToldChange, ...]
    leads_to: tuple[Words, ...]
    opens_way_for: tuple[Words, ...]
    tensions: tuple[ToldTension, ...]
    practices: tuple[ToldPractice, ...]
    leads: tuple[Words, ...]
    evidence: tuple[ToldEvidence, ...]
    silence: Words | None  # "not discussed in the workshop", where true
    cases: tuple[ToldCase, ...]
    outcomes: tuple[ToldOutcome, ...]


class ToldLane(Frozen, frozen=True):
    """A lane with its name, what it means, and its actions in order."""

    id: AdviceLane
    name: Words
    meaning: Words
    actions: tuple[ToldAction, ...]


class ToldAnswer(Frozen, frozen=True):
    """An answer of the situation, in words."""

    part: str
    key: str
    question: Words
    answer: Words


class ToldDifficulty(Frozen, frozen=True):
    """Something going wrong, and the findings that speak of it."""

    id: str
    name: Words
    grounds: tuple[Ground, ...]
    actions: tuple[Words, ...]


class ToldGrowth(Frozen, frozen=True):
    """A feature or factor seen as weak today, and the actions from which the evidence says it can grow."""

    id: str
    name: Words
    actions: tuple[Words, ...]


class ToldDifference(Frozen, frozen=True):
    """How the advice on one action differs between two situations or two editions."""

    action: str
    name: Words
    words: Words
    lane_before: AdviceLane | None
    lane_after: AdviceLane | None
    verdict_before: Verdict | None
    verdict_after: Verdict | None
    grounds_added: tuple[Ground, ...]
    grounds_removed: tuple[Ground, ...]


class Told(Frozen, frozen=True):
    """Advice in words, whole."""

    language: Language
    edition: str
    edition_hash: str
    edition_title: Words
    title: Words  # the situation's own name, or a general one
    purpose: str
    lanes: tuple[ToldLane, ...]  # always five, in order; a lane may be empty
    answers: tuple[ToldAnswer, ...]
    first: tuple[ToldNeed, ...]
    whole: tuple[ToldReason, ...]
    empty_categories: tuple[Words, ...]  # names
    tensions: tuple[ToldTension, ...]
    difficulties: tuple[ToldDifficulty, ...]
    weak_today: tuple[Words, ...]  # names; what they can grow from is in `growth`
    outside_focus: tuple[Words, ...]
    order_rule: Words
    lane_basis: Words  # how many placements rest on the report's own words, how many on our reading
    caveats: tuple[Words, ...]
    notice: Words
    draft_notice: Words | None  # set where any Welsh shown is a draft
    growth: tuple[ToldGrowth, ...] = ()  # of what is weak today
    near: tuple[ToldCase, ...] = ()  # case studies from where the collaboration works, whatever they are about

    def action(self, id: str) -> ToldAction:
        """What is said of one action. Raises StopIteration for an unknown id."""
        return next(action for lane in self.lanes for action in lane.actions if action.id == id)
