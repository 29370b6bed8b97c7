"""Lookups over an edition, made once: what bears on an action, and what leads to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol, TypeVar

from plethu.evidence.findings import Finding
from plethu.framework.edition import Action, Edition, Practice, Relation

NEEDS = ("requires", "precedes")
LEADS_TO = ("starts-with", "enables")
WHOLE = ("all:actions", "all:collaboration")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def by_id(items: Iterable[N]) -> dict[str, N]:
    """The items under their ids."""
    return {item.id: item for item in items}


def needing_end(relation: Relation) -> str:
    """The end that needs the other: the source of *requires*, the target of *precedes*."""
    return relation.source if relation.kind == "requires" else relation.target


def needed_end(relation: Relation) -> str:
    """The end that has to be there first."""
    return relation.target if relation.kind == "requires" else relation.source


class Index:
    """Lookups over one edition. Read only."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.actions = by_id(edition.actions)
        self.categories = by_id(edition.categories)
        self.dimensions = by_id(edition.dimensions)
        self.circumstances = by_id(edition.circumstances)
        self.findings = by_id(edition.findings)
        self.relations = by_id(edition.relations)
        self.practices = by_id(edition.practices)
        self.concepts = by_id(edition.concepts)
        self.difficulties = by_id(edition.difficulties)
        # What a situation can say of itself: circumstances that are asked for, features and factors as seen today.
        self.asked = by_id(c for c in edition.circumstances if c.asked)
        self.seen_today = by_id(c for c in edition.concepts if c.kind in ("feature", "factor"))
        self.cases = by_id(edition.case_studies)
        self.citations = by_id(edition.citations)
        self.sources = by_id(edition.sources)
        self.sections = by_id(edition.sections)
        self.strands = by_id(edition.strands)
        self.voices = by_id(edition.voices)
        self.tensions = by_id(edition.tensions)
        self.authorities = {authority.code: authority for authority in edition.authorities}
        # The conditions by which an end is computed, for showing; of several groups all are given.
        self.conditions_of_end = {
            f"{c.kind}:{c.id}": tuple(condition for group in c.when for condition in group)
            for c in edition.circumstances
            if c.when
        }
        self.stage_fit = {fit.action: fit for fit in edition.stage_fit}
        self.ordered_actions = sorted(edition.actions, key=lambda action: action.order)
        self.of_category = {c.id: [a for a in self.ordered_actions if a.category == c.id] for c in edition.categories}
        self.findings_on = self._findings_on()
        self.practices_of: dict[str, list[Practice]] = defaultdict(list)
        for practice in edition.practices:
            self.practices_of[practice.action].append(practice)
        self.touching: dict[str, list[Relation]] = defaultdict(list)
        for relation in edition.relations:
            for end in {relation.source, relation.target}:
                self.touching[end].append(relation)
        self.needs = {action.id: list(self._needs(action)) for action in edition.actions}
        self.naming_dimension: dict[str, list[Finding]] = defaultdict(list)
        for finding in edition.findings:
            for dimension in {condition.dimension for condition in finding.conditions}:
                self.naming_dimension[dimension].append(finding)
        self.leads_to = self._leads_to()
        self.waived = self._waived()
        self.own_practices = {a.id: {f"practice:{p.id}" for p in self.practices_of[a.id]} for a in edition.actions}
        self.cases_about = {action.id: dict(self._cases_about(action)) for action in edition.actions}
        self.relations_on = {action.id: list(self._relations_on(action)) for action in edition.actions}

    def _findings_on(self) -> dict[str, list[Finding]]:
        """For each action, the findings on it, on others as well, or on its whole category."""
        found: dict[str, list[Finding]] = {action.id: [] for action in self.edition.actions}
        for finding in self.edition.findings:
            whole = () if finding.action else tuple(a.id for a in self.of_category.get(finding.category, ()))
            for action in dict.fromkeys((finding.action, *finding.also_actions, *whole)):
                if action:
                    found[action].append(finding)
        return found

    def _cases_about(self, action: Action) -> Iterator[tuple[str, tuple[str, str]]]:
        """Cases on an action, each with how we know: a finding on the action cites it, or its title says so."""
        cited = {id for f in self.findings_on[action.id] for c in f.citations for id in self.citations[c].resolves_to}
        for case in self.edition.case_studies:
            if case.id in cited:
                yield case.id, ("cited-for-action", action.id)
            elif action.id in case.actions:
                yield case.id, ("about-action", action.id)

    def _needs(self, action: Action) -> Iterator[Relation]:
        for end in (f"action:{action.id}", f"category:{action.category}"):
            for relation in self.touching[end]:
                if relation.kind in NEEDS and needing_end(relation) == end:
                    yield relation

    def _relations_on(self, action: Action) -> Iterator[Relation]:
        seen: set[str] = set()
        for end in (f"action:{action.id}", f"category:{action.category}", *sorted(self.own_practices[action.id])):
            for relation in self.touching[end]:
                if relation.id not in seen:
                    seen.add(relation.id)
                    yield relation

    def _leads_to(self) -> dict[str, list[str]]:
        """For each goal, the actions that the edition says start or enable it."""
        leads: dict[str, list[str]] = defaultdict(list)
        for relation in self.edition.relations:
            kind, _, id = relation.source.partition(":")
            if relation.kind not in LEADS_TO or not relation.target.startswith("goal:"):
                continue
            found = (
                [id] if kind == "action" else [a.id for a in self.of_category.get(id, [])] if kind == "category" else []
            )
            leads[relation.target] += [action for action in found if action not in leads[relation.target]]
        return dict(leads)

    def _waived(self) -> frozenset[str]:
        """Ends that need not come first for somebody who takes the alternative route."""
        route = self.edition.alternative_route
        goals = {
            r.target for r in self.touching[f"practice:{route}"] if r.kind in LEADS_TO and r.target.startswith("goal:")
        }
        leading = {action for goal in goals for action in self.leads_to.get(goal, [])}
        return frozenset(goals | {f"category:{self.actions[action].category}" for action in leading})

    def goals_of_category(self, category: str) -> list[str]:
        """Goals that some action of the category leads to."""
        own = {action.id for action in self.of_category[category]}
        return [goal for goal, actions in self.leads_to.items() if own & set(actions)]


@lru_cache(maxsize=8)
def index_of(edition: Edition) -> Index:
    """The index of an edition, kept while the edition is in use."""
    return Index(edition)
