"""Reasons in words: which answer led to each, what the evidence makes of it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plethu.evidence.conditions import Condition, all_of, any_of
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.advice import Reason
from plethu.framework.needs import conditions_hold, end_state
from plethu.reporting.telling_answers import Answers, Groups, flat
from plethu.reporting.telling_grounds import Grounds, is_draft
from plethu.reporting.telling_names import name_of
from plethu.reporting.told import Ground, ToldReason
from plethu.wording import has

ALWAYS_APPLY = (
    "finding-lacks",
    "general-caution",
    "watch-for",
    "leads-to-missing",
    "stage-fits",
    "stage-past",
    "stage-later",
    "lapsed",
    "single-statement",
    "evolves-into",
    "alternative-to",
)
BY_CONDITIONS_ALONE = ("undermines",)


class Case(NamedTuple):
    """How a reason stands: whether it applies, the answers given for it, and those that would make it apply."""

    state: bool | None
    given: Text = NO_TEXT
    wanted: Text = NO_TEXT
    where: Text = NO_TEXT


class Reasons:
    """Tells the reasons of one piece of advice. A reason that several actions share is told once."""

    def __init__(self, answers: Answers, grounds: Grounds) -> None:
        self.answers = answers
        self.phrases = answers.phrases
        self.index = answers.index
        self.grounds = grounds
        self._told: dict[tuple[Reason, str, str], ToldReason] = {}
        self._cases: dict[Reason, Case] = {}
        self._shown: set[str] = set()

    def all(self, reasons: Iterable[Reason], action: str = "", of: str = "reason") -> tuple[ToldReason, ...]:
        """Several reasons, in their order. `of` is `whole` for what is said of the whole collaboration."""
        return tuple(self.one(reason, action, of) for reason in reasons)

    def one(self, reason: Reason, action: str = "", of: str = "reason") -> ToldReason:
        """One reason."""
        by_stage = reason.code.startswith("stage-")
        key = (reason, of, action if by_stage else "")
        if key not in self._told:
            fit = self.index.stage_fit.get(action) if by_stage else None
            self._told[key] = ToldReason(
                code=reason.code,
                words=self.phrases.words(self._sentence(reason, of)),
                basis=reason.basis,
                basis_name=self.phrases.term(f"basis.{reason.basis}"),
                grounds=tuple(self.ground(id) for id in (*reason.findings, *reason.relations)),
                sections=self.grounds.sections(fit.sections) if fit else (),
            )
        return self._told[key]

    def ground(self, id: str) -> Ground:
        """A finding or relation, remembered as shown."""
        ground = self.grounds[id]
        if id not in self._shown:
            self._shown.add(id)
            self.phrases.draft = self.phrases.draft or is_draft(ground)
        return ground

    def statement(self, reason: Reason) -> Text:
        """What the evidence says, for a reason that rests on a finding or a relation."""
        ids = (*reason.findings, *reason.relations)
        return self.grounds.statement(ids[0]) if ids else NO_TEXT

    def case(self, reason: Reason) -> Case:
        """How a reason stands in this situation."""
        if reason not in self._cases:
            self._cases[reason] = self._case(reason)
        return self._cases[reason]

    def _sentence(self, reason: Reason, of: str) -> Text:
        case = self.case(reason)
        code = f"{of}.{reason.code}" if has(f"{of}.{reason.code}") else f"reason.{reason.code}"
        if case.state is None:
            code += ".if" if case.wanted.en or not has(f"{code}.if-so") else ".if-so"
        about = NO_TEXT if not reason.about or reason.about.startswith("stage:") else name_of(reason.about, self.index)
        return self.phrases.phrase(
            code, Answers=self.answers.sentence(case.given), wanted=case.wanted, where=case.where, about=about
        )

    def _case(self, reason: Reason) -> Case:
        if reason.code.startswith("stage-"):
            stage = reason.about.partition(":")[2]
            where = self.answers.stage(stage) if reason.code in ("stage-past", "stage-later") else NO_TEXT
            return Case(True, self._given(reason.conditions), where=where)
        if reason.relations:
            return self._by_relation(reason)
        if reason.findings:
            return self._by_finding(reason)
        return Case(True)

    def _given(self, conditions: Iterable[Condition], how: str = "and") -> Text:
        return self.answers.clause("answer", (self.answers.given(c) for c in conditions), how)

    def _by_finding(self, reason: Reason) -> Case:
        any_is_enough = self.index.findings[reason.findings[0]].join == "any"
        how = "or" if any_is_enough else "and"
        states = {condition: self.answers.holds(condition) for condition in reason.conditions}
        if reason.code == "finding-lacks":
            missing = [c for c, state in states.items() if state is False]
            return Case(False, self._given(missing), where=self.answers.where(missing, how))
        true = [c for c, state in states.items() if state]
        state = (any_of if any_is_enough else all_of)(states.values())
        if state is not None:
            return Case(True, self._given(true))
        wanted = (self.answers.wanted(c) for c, state in states.items() if state is None)
        return Case(None, self._given(true), self.answers.clause("wanted", wanted, how))

    def _by_relation(self, reason: Reason) -> Case:
        relation = self.index.relations[reason.relations[0]]
        index, situation = self.index, self.answers.situation
        # The circumstance of the relation and its other end are asked as `plethu.framework.matching` asks them.
        end = reason.about if self._asks_for_end(reason) else ""
        there = end_state(end, index, situation) if end else True
        state = all_of((conditions_hold(relation.when, index, situation), there))
        if reason.code in ALWAYS_APPLY:
            state = True
        known = [self.answers.given(c) for c in relation.when if self.answers.holds(c)]
        of_end = self.answers.end_given(end) if end else []
        given = self.answers.clause("answer", (*known, *flat(of_end)))
        if state is not None:
            return Case(state, given)
        return Case(None, given, self._wanted(relation.when, end if there is None else ""))

    def _wanted(self, when: Iterable[Condition], end: str) -> Text:
        unknown: Groups = [[self.answers.wanted(c) for c in when if self.answers.holds(c) is None]]
        parts = [self.answers.clause("wanted", flat(unknown))]
        if end:
            parts.append(self.answers.any_clause("wanted", self.answers.end_wanted(end)))
        return self.phrases.joined("and", [part for part in parts if part.en])

    def _asks_for_end(self, reason: Reason) -> bool:
        if reason.code in BY_CONDITIONS_ALONE or not reason.about:
            return False
        if reason.code == "undermined-by":
            kind, _, id = reason.about.partition(":")
            return kind in ("goal", "context", "practice", "actor") and bool(self.index.circumstances[id].when)
        return reason.code != "watch-for"
