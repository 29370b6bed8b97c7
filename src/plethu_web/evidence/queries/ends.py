"""The ends of relations, sections of the report and other references, each with its name and address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plethu.evidence.sources import Citation
from plethu.evidence.text import Text
from plethu.framework.edition import Relation
from plethu.framework.index import WHOLE
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Linked:
    """Something with a name and, where it has a page, an address."""

    text: Words
    href: str = ""
    kind: Words = ""


def beside(ordered: Sequence[T], item: T, link: Callable[[T], Linked]) -> dict[str, Linked | None]:
    """Links to what stands before and after an item."""
    place = ordered.index(item)
    return {
        "before": link(ordered[place - 1]) if place else None,
        "after": link(ordered[place + 1]) if place + 1 < len(ordered) else None,
    }


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation with its ends named."""

    id: str
    href: str
    title: Text
    why: Text
    source: Linked
    kind: str
    kind_name: Words
    target: Linked
    basis: str
    basis_name: Words
    condition_text: str


def end(shelf: Shelf, end: str) -> Linked:
    """An end of a relation (`kind:id`)."""
    kind, _, id = end.partition(":")
    if end in WHOLE:
        return Linked(term("whole", id))
    name = term("end", kind)
    if kind == "action":
        return Linked(shelf.index.actions[id].name, href("action", id), name)
    if kind == "category":
        return Linked(shelf.index.categories[id].name, f"{href('actions')}#{id}", name)
    if kind == "feature":
        return Linked(shelf.index.concepts[id].name, f"{href('concepts')}#{id}", name)
    practice = shelf.index.practices.get(id) if kind == "practice" else None
    address = f"{href('action', practice.action)}#practice-{id}" if practice and practice.action else ""
    return Linked(shelf.circumstances[id].name, address, name)


def relation_row(shelf: Shelf, relation: Relation) -> RelationRow:
    """A relation, ready to be shown."""
    return RelationRow(
        id=relation.id,
        href=href("relation", relation.id),
        title=relation.title,
        why=relation.why,
        source=end(shelf, relation.source),
        kind=relation.kind,
        kind_name=term("relation", relation.kind),
        target=end(shelf, relation.target),
        basis=relation.basis,
        basis_name=term("basis", relation.basis),
        condition_text=relation.condition_text,
    )


def sections(shelf: Shelf, ids: tuple[str, ...]) -> list[Text]:
    """Parts of the report, as it heads them."""
    found = (shelf.index.sections[id] for id in ids)
    return [Text(f"{s.number}. {s.heading}" if s.number else s.heading) for s in found]


def leaves_a_question(citation: Citation) -> bool:
    """Whether an editor still has to look at a citation."""
    agrees = citation.status in ("exact", "case-study") and citation.confidence == "high"
    return not agrees or bool(citation.alternatives)


def reference(shelf: Shelf, id: str) -> Linked:
    """Whatever an id stands for: a source, a case, a citation, a finding, a relation. Else the id itself."""
    index = shelf.index
    if id in index.sources:
        return Linked(Text(f"{id} {short_source(index.sources[id].csl)}"), href("source", id))
    if id in index.cases:
        return Linked(Text(f"{id} {index.cases[id].title}"), href("case", id))
    if id in index.citations:
        return Linked(Text(f"{id} {index.citations[id].printed}"), _of_citation(shelf, index.citations[id]))
    if id in index.findings:
        return Linked(id, href("finding", id))
    if id in index.relations:
        return Linked(id, href("relation", id))
    if id in index.actions:
        return Linked(index.actions[id].name, href("action", id))
    if id in index.strands:
        return Linked(index.strands[id].name, f"{href('methods')}#strand-{id}")
    return Linked(id)


def _of_citation(shelf: Shelf, citation: Citation) -> str:
    # One that leaves a question stands on the desk; one that does not leads to what it cites.
    if leaves_a_question(citation):
        return f"{href('desk')}#{citation.id}"
    return next((reference(shelf, id).href for id in citation.resolves_to), "")


def short_source(csl: dict[str, object]) -> str:
    """A source in a few words: who and when."""
    authors = csl.get("author")
    names = [a.get("family") or a.get("literal") or "" for a in authors] if isinstance(authors, list) else []
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or str(csl.get("title", ""))
    return f"{who} ({year(csl)})" if year(csl) else who


def year(csl: dict[str, object]) -> str:
    """The year of a source, empty where there is none."""
    issued = csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    return str(parts[0][0]) if parts and parts[0] else ""
