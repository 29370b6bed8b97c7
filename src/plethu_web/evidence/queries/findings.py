"""A finding: as a line in a list, and everything about it on its own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plethu.evidence.conditions import Condition
from plethu.evidence.findings import CROSS_CUTTING, Finding
from plethu.evidence.sources import Citation
from plethu.evidence.text import Text
from plethu.framework.edition import Tension
from plethu_web.evidence.queries import labels
from plethu_web.evidence.queries.ends import Linked, beside, leaves_a_question, reference, relation_row, sections
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding as a line in a list."""

    id: str
    href: str
    statement: Text
    strand: Text
    polarity: str
    polarity_name: Text
    stance: str
    stance_basis: Words
    about: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A computable condition in words. A relation's has no effect of its own: it limits the relation."""

    effect: Text | None
    dimension: Text
    operator: Text
    values: tuple[Text, ...]
    text: str
    basis: Text


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A citation as printed, and what it was resolved to. `asks` where it leaves a question for the editor's desk."""

    id: str
    printed: str
    resolved: tuple[Linked, ...]
    perhaps: tuple[Linked, ...]
    asks: bool
    status: Text
    confidence: Text
    note: str


def item(shelf: Shelf, finding: Finding) -> FindingItem:
    """A finding, ready for a list."""
    return FindingItem(
        id=finding.id,
        href=href("finding", finding.id),
        statement=finding.statement,
        strand=shelf.index.strands[finding.strand].name,
        polarity=finding.polarity,
        polarity_name=term("polarity", finding.polarity),
        stance=finding.stance or "",
        stance_basis=labels.STANCE_BASIS[finding.stance_basis] if finding.stance_basis else "",
        about=tuple(about(shelf, finding)),
    )


def items(shelf: Shelf, ids: Iterable[str]) -> list[FindingItem]:
    """Findings by id, ready for a list."""
    return [item(shelf, shelf.index.findings[id]) for id in ids]


def about(shelf: Shelf, finding: Finding) -> Iterator[Linked]:
    """What a finding bears on: actions, else a whole category, else nothing in particular."""
    for id in dict.fromkeys((finding.action, *finding.also_actions)):
        if id:
            yield Linked(shelf.index.actions[id].name, href("action", id))
    if not finding.action and finding.category in shelf.index.categories:
        yield Linked(shelf.index.categories[finding.category].name, f"{href('actions')}#{finding.category}")


def condition_row(shelf: Shelf, condition: Condition, *, with_effect: bool = True) -> ConditionRow:
    """A condition in words."""
    dimension = shelf.index.dimensions[condition.dimension]
    return ConditionRow(
        effect=term("effect", condition.effect) if with_effect else None,
        dimension=dimension.name,
        operator=term("operator", condition.operator),
        values=tuple(dimension.value(value).name for value in condition.values),
        text=condition.text,
        basis=term("basis", condition.basis),
    )


def citation_row(shelf: Shelf, citation: Citation) -> CitationRow:
    """A citation, with links to what it was resolved to."""
    return CitationRow(
        id=citation.id,
        printed=citation.printed,
        resolved=tuple(reference(shelf, id) for id in citation.resolves_to),
        perhaps=tuple(reference(shelf, id) for id in citation.alternatives),
        asks=leaves_a_question(citation),
        status=term("citation-status", citation.status),
        confidence=term("confidence", citation.confidence),
        note=citation.note,
    )


def finding_page(shelf: Shelf, finding: Finding) -> dict[str, Any]:
    """Everything about a finding."""
    index = shelf.index
    near = {r.id: r for section in finding.sections for r in shelf.relations_in.get(section, ())}
    its_own = {tension.id: tension for tension in shelf.tensions_of.get(finding.id, ())}
    beside_it = {t.id: t for section in finding.sections for t in shelf.tensions_in.get(section, ())}
    return {
        "finding": finding,
        "item": item(shelf, finding),
        "kind": term("finding-kind", finding.kind),
        "strand": Linked(index.strands[finding.strand].name, f"{href('methods')}#strand-{finding.strand}"),
        "polarity_means": labels.POLARITY_MEANS[finding.polarity],
        "cross_cutting": finding.category == CROSS_CUTTING,
        "voices": [index.voices[id].name for id in finding.voices],
        "conditions": [condition_row(shelf, condition) for condition in finding.conditions],
        "join": term("join", finding.join) if len(finding.conditions) > 1 else None,
        "citations": [citation_row(shelf, index.citations[id]) for id in finding.citations],
        "sections": sections(shelf, finding.sections),
        "uses": [labels.USES[code] for code in uses(shelf, finding)],
        "difficulties": [difficulty.name for difficulty in shelf.difficulties_of.get(finding.id, ())],
        "concepts": [Linked(c.name, f"{href('concepts')}#{c.id}") for c in shelf.concepts_of.get(finding.id, ())],
        "tensions": [_tension(tension) for tension in its_own.values()],
        "tensions_near": [_tension(tension) for id, tension in beside_it.items() if id not in its_own],
        "relations": [relation_row(shelf, relation) for relation in near.values()],
        "queries": [q for id in (finding.id, *finding.citations) for q in shelf.queries_on.get(id, ())],
        **beside(shelf.edition.findings, finding, lambda other: Linked(other.id, href("finding", other.id))),
    }


def _tension(tension: Tension) -> Linked:
    return Linked(tension.name, f"{href('tensions')}#{tension.id}")


def uses(shelf: Shelf, finding: Finding) -> Iterator[str]:
    """How advice uses a finding, as codes of `labels.USES`."""
    if finding.kind == "framing":
        yield "framing"
        return
    if not (finding.action or finding.also_actions or finding.category in shelf.index.categories):
        yield "no-action"
        return
    if not finding.action and finding.category in shelf.index.categories:
        yield "whole-category"
    yield from dict.fromkeys(condition.effect for condition in finding.conditions)
    if not finding.conditions:
        yield "watch" if finding.polarity == "hinders" else "supports"
