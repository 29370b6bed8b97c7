"""The actions: all of them by category, and everything about one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plethu.evidence.findings import Finding
from plethu.evidence.text import Text
from plethu.framework.advising import count_evidence
from plethu.framework.edition import Action, Category, Practice, Relation
from plethu.framework.index import LEADS_TO, NEEDS, needing_end
from plethu_web.evidence.queries import labels
from plethu_web.evidence.queries.ends import Linked, RelationRow, beside, relation_row, sections
from plethu_web.evidence.queries.findings import FindingItem, item
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.links import filtered, href
from plethu_web.evidence.queries.places import CaseRow, case_row
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action among others."""

    action: Action
    href: str
    phase: Text
    findings: int


@dataclass(frozen=True, slots=True)
class StrandFindings:
    """The findings of one strand on an action; a workshop's are grouped by stance."""

    id: str
    name: Text
    groups: tuple[tuple[str, Words, list[FindingItem]], ...]
    count: int


def categories(shelf: Shelf) -> list[tuple[Category, list[ActionRow]]]:
    """Every category with its actions, in the framework's order."""
    ordered = sorted(shelf.edition.categories, key=lambda category: category.order)
    return [(c, [_row(shelf, a) for a in shelf.index.of_category[c.id]]) for c in ordered]


def _row(shelf: Shelf, action: Action) -> ActionRow:
    return ActionRow(action, href("action", action.id), term("phase", action.phase), len(own(shelf, action)))


def serving_the_whole(shelf: Shelf) -> list[Practice]:
    """Practices that belong to no one action."""
    return shelf.index.practices_of.get("", [])


def own(shelf: Shelf, action: Action) -> list[Finding]:
    """Findings on the action itself, not on its whole category."""
    return [f for f in shelf.index.findings_on[action.id] if f.action == action.id or action.id in f.also_actions]


def action_page(shelf: Shelf, action: Action) -> dict[str, Any]:
    """Everything about an action."""
    index = shelf.index
    category = index.categories[action.category]
    mine = own(shelf, action)
    whole = [f for f in index.findings_on[action.id] if f not in mine]
    counts = [_bar(shelf, action, count) for count in count_evidence(action.id, index)]
    return {
        "action": action,
        "category": category,
        "phase": term("phase", action.phase),
        "counts": counts,
        "most": max((count["total"] for count in counts), default=0),
        "strands": list(_by_strand(shelf, mine)),
        "whole": [item(shelf, finding) for finding in whole],
        "practices": _practices(shelf, action),
        "tensions": shelf.tensions_on.get(action.id, []),
        "fit": _fit(shelf, action),
        "leads": _leads(shelf, action),
        "leads_basis": term("basis", action.leads_basis),
        "outcomes": [Linked(index.concepts[id].name, f"{href('concepts')}#{id}") for id in action.process_outcomes],
        "cases": _cases(shelf, action),
        "sections": sections(shelf, action.sections),
        **beside(index.ordered_actions, action, lambda other: Linked(other.name, href("action", other.id))),
        **_related(shelf, action),
    }


def _bar(shelf: Shelf, action: Action, count: Any) -> dict[str, Any]:
    numbers = {n: getattr(count, n) for n in ("total", "supports", "mixed", "hinders", "echoed", "challenged", "added")}
    name = shelf.index.strands[count.strand].name
    return {"name": name, "href": filtered("findings", action=action.id, strand=count.strand), **numbers}


def _by_strand(shelf: Shelf, findings: list[Finding]) -> Iterator[StrandFindings]:
    for strand in shelf.edition.strands:
        mine = [finding for finding in findings if finding.strand == strand.id]
        if not mine:
            continue
        groups = [
            (stance, heading, [item(shelf, f) for f in mine if (f.stance or "") == stance])
            for stance, heading in (("", Text("")), *labels.STANCE_HEADINGS.items())
        ]
        yield StrandFindings(strand.id, strand.name, tuple(group for group in groups if group[2]), len(mine))


def _practices(shelf: Shelf, action: Action) -> list[tuple[str, Text, list[Any]]]:
    mine = shelf.index.practices_of.get(action.id, [])
    kinds = ("practice", "tool", "example")
    grouped = [(kind, term("many", kind), [p for p in mine if p.kind == kind]) for kind in kinds]
    return [group for group in grouped if group[2]]


def _fit(shelf: Shelf, action: Action) -> dict[str, Any] | None:
    fit = shelf.index.stage_fit.get(action.id)
    if fit is None:
        return None
    return {
        "stages": [term("stage", stage) for stage in fit.stages],
        "basis": term("basis", fit.basis),
        "needs": fit.needs,
        "cautions": fit.cautions,
    }


def _leads(shelf: Shelf, action: Action) -> list[Text]:
    audience = shelf.index.dimensions[shelf.edition.audience_dimension]
    return [audience.value(id).name for id in action.leads]


def _cases(shelf: Shelf, action: Action) -> list[tuple[CaseRow, Words]]:
    found = shelf.index.cases_about[action.id]
    return [(case_row(shelf, shelf.index.cases[id]), labels.LIKENESS[code]) for id, (code, _) in found.items()]


def _related(shelf: Shelf, action: Action) -> dict[str, list[RelationRow]]:
    """The relations of an action by the part it plays in them. Each stands once."""
    ends = {f"action:{action.id}", f"category:{action.category}", *shelf.index.own_practices[action.id]}
    groups: dict[str, list[RelationRow]] = {
        name: [] for name in ("needs", "needed_by", "leads_to", "led_to_by", "undermined_by", "other_relations")
    }
    for relation in shelf.index.relations_on[action.id]:
        groups[_part(relation, ends)].append(relation_row(shelf, relation))
    return groups


def _part(relation: Relation, ends: set[str]) -> str:
    if relation.kind in NEEDS:
        return "needs" if needing_end(relation) in ends else "needed_by"
    if relation.kind in (*LEADS_TO, "evolves-into"):
        return "leads_to" if relation.source in ends else "led_to_by"
    if relation.kind == "undermines" and relation.target in ends:
        return "undermined_by"
    return "other_relations"
