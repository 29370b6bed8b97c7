"""Answers in words: what somebody said of their situation, and what they would have to say for a rule to apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plethu.evidence.conditions import Condition, holds
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.index import Index
from plethu.framework.needs import conditions_hold, end_state
from plethu.framework.situation import Situation
from plethu.reporting.telling_phrases import Phrases, sentence
from plethu.terms import TERMS

COMPUTED = ("goal", "context", "practice", "actor")


class Item(NamedTuple):
    """An answer, given or wanted: `chosen` is False for answers that are not to be among those chosen."""

    chosen: bool
    words: Text


Groups = list[list[Item]]  # any of the groups, all of the items of a group


class Answers:
    """Puts the answers of one situation into words."""

    def __init__(self, phrases: Phrases, index: Index, situation: Situation) -> None:
        self.phrases = phrases
        self.index = index
        self.situation = situation
        self._given: dict[Condition, Item] = {}
        self._wanted: dict[Condition, Item] = {}

    # One condition

    def holds(self, condition: Condition) -> bool | None:
        """Whether a condition is true of the situation."""
        return holds(condition, self.index.dimensions[condition.dimension], self.situation.answers)

    def given(self, condition: Condition) -> Item:
        """The answer that settles a condition, one way or the other."""
        if condition not in self._given:
            answers = self.situation.answers[condition.dimension]
            if condition.operator in ("includes", "lacks"):
                chosen = [value for value in condition.values if value in answers]
                how = "and" if chosen else "or"
                self._given[condition] = self._item(bool(chosen), condition.dimension, chosen or condition.values, how)
            else:
                self._given[condition] = self._item(True, condition.dimension, answers)
        return self._given[condition]

    def wanted(self, condition: Condition) -> Item:
        """The answers for which a condition would be true."""
        if condition not in self._wanted:
            values = self._true_for(condition)
            chosen = condition.operator != "lacks" and bool(values)
            self._wanted[condition] = self._item(chosen, condition.dimension, values or condition.values)
        return self._wanted[condition]

    def _true_for(self, condition: Condition) -> Sequence[str]:
        if condition.operator in ("is", "includes", "lacks"):
            return condition.values
        dimension = self.index.dimensions[condition.dimension]
        return [v.id for v in dimension.values if holds(condition, dimension, {dimension.id: (v.id,)})]

    def _item(self, chosen: bool, dimension: str, values: Iterable[str], how: str = "or") -> Item:
        asked = self.index.dimensions[dimension]
        names = self.phrases.names(how, [asked.value(value).name for value in values])
        return Item(chosen, self.phrases.phrase("answer.item", values=names, subject=asked.name))

    def item(self, answers: Iterable[Text], subject: Text) -> Item:
        """`“answer” or “answer” (subject)`."""
        names = self.phrases.names("or", answers)
        return Item(True, self.phrases.phrase("answer.item", values=names, subject=subject))

    # One end of a relation

    def end_given(self, end: str) -> Groups:
        """The answers that settle whether what an end points to is there."""
        kind, _, id = end.partition(":")
        state = end_state(end, self.index, self.situation)
        if state is None:
            return []
        if kind == "action":
            return [[self._progress(id)]]
        if kind == "category":
            actions = (action.id for action in self.index.of_category[id])
            return [[self._progress(action)] for action in actions if self.situation.under_way(action) is state]
        if kind == "feature":
            seen = TERMS[f"strength.{self.situation.today[id]}"]
            return [[self.item([seen], self.index.concepts[id].name)]]
        if id in self.situation.have:
            return [[self.item([TERMS["answer.yes" if state else "answer.no"]], self._asked(id))]]
        return self._groups_given(id, state)

    def _groups_given(self, circumstance: str, state: bool) -> Groups:
        groups = self.index.circumstances[circumstance].when
        if state:
            kept = [g for g in groups if conditions_hold(g, self.index, self.situation)]
            return [[self.given(c) for c in group] for group in kept]
        return [[self.given(c) for group in groups for c in group if self.holds(c) is False]]

    def end_wanted(self, end: str) -> Groups:
        """The answers by which what an end points to would be there; none where no single answer says so."""
        kind, _, id = end.partition(":")
        if kind == "action":
            return [[self.item([TERMS["progress.started"], TERMS["progress.in-place"]], self.index.actions[id].name)]]
        if kind == "feature":
            return [[self.item([TERMS["strength.strong"]], self.index.concepts[id].name)]]
        if kind not in COMPUTED:
            return []
        circumstance = self.index.circumstances[id]
        open_groups = (g for g in circumstance.when if conditions_hold(g, self.index, self.situation) is None)
        groups = [[self.wanted(c) for c in group if self.holds(c) is None] for group in open_groups]
        if circumstance.asked:
            groups.append([self.item([TERMS["answer.yes"]], self._asked(id))])
        return groups

    def _progress(self, action: str) -> Item:
        said = TERMS[f"progress.{self.situation.in_place[action]}"]
        return self.item([said], self.index.actions[action].name)

    def _asked(self, circumstance: str) -> Text:
        found = self.index.circumstances[circumstance]
        return found.question if found.question.en else found.name

    # Clauses and sentences

    def clause(self, verb: str, items: Iterable[Item], how: str = "and") -> Text:
        """`you answered ... and you did not choose ...`. `verb` is `answer` or `wanted`."""
        kept = dict.fromkeys(items)
        parts = [
            self._verb(verb, chosen, [i.words for i in kept if i.chosen is chosen], how) for chosen in (True, False)
        ]
        return self.phrases.joined(how, [part for part in parts if part.en])

    def _verb(self, verb: str, chosen: bool, items: list[Text], how: str) -> Text:
        if not items:
            return NO_TEXT
        code = f"{verb}.{'given' if chosen else 'not-chosen'}{'.many' if len(items) > 1 else ''}"
        return self.phrases.phrase(code, items=self.phrases.joined(how, items))

    def any_clause(self, verb: str, groups: Groups) -> Text:
        """A clause of which one group is enough."""
        if all(len(group) == 1 for group in groups):
            return self.clause(verb, (group[0] for group in groups), "or")
        return self.phrases.joined("or", [self.clause(verb, group) for group in groups])

    def sentence(self, clause: Text) -> Text:
        """A clause as a sentence before another, or nothing."""
        return self.phrases.phrase("answer.sentence", answers=sentence(clause)) if clause.en else NO_TEXT

    def where(self, conditions: Iterable[Condition], how: str = "and") -> Text:
        """Conditions by themselves: `“answer” (subject) and not “answer” (subject)`."""
        return self.phrases.joined(how, dict.fromkeys(self._where(condition) for condition in conditions))

    def _where(self, condition: Condition) -> Text:
        item = self.wanted(condition)
        return item.words if item.chosen else self.phrases.phrase("where.not", item=item.words)

    def stage(self, stage: str) -> Text:
        """A stage by the answers that stand for it."""
        edition = self.index.edition
        values = [value for value, of in edition.stage_values.items() if of == stage]
        if not values:
            return self.phrases.quoted(TERMS[f"stage.{stage}"])
        return self._item(True, edition.stage_dimension, values).words


def flat(groups: Groups) -> Iterator[Item]:
    """All the items of all the groups."""
    for group in groups:
        yield from group
