"""Relations and tensions: how the parts of the framework bear on each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plethu.evidence.text import Text
from plethu.framework.edition import Relation
from plethu_web.evidence.queries.ends import Linked, RelationRow, beside, relation_row, sections
from plethu_web.evidence.queries.findings import FindingItem, condition_row, item, items
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class RelationFilters:
    """What was asked for. Empty means *all*."""

    kind: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class TensionShown:
    """A tension with the findings on both sides."""

    id: str
    name: Text
    sides: tuple[tuple[Text, list[FindingItem]], ...]
    handling: Text
    stated: bool
    actions: tuple[Linked, ...]
    sections: tuple[Text, ...]


def relation_values(shelf: Shelf) -> dict[str, dict[str, int]]:
    """For each filter, the values there are and how many relations have each."""
    counts: dict[str, dict[str, int]] = {"kind": {}, "basis": {}}
    for relation in shelf.edition.relations:
        for name, value in (("kind", relation.kind), ("basis", relation.basis)):
            counts[name][value] = counts[name].get(value, 0) + 1
    return counts


def read_relation_filters(query: Mapping[str, str], shelf: Shelf) -> tuple[RelationFilters, list[tuple[str, str]]]:
    """The filters in an address, and those left out because there is no such value."""
    known, kept, ignored = relation_values(shelf), {}, []
    for name, values in known.items():
        value = query.get(name, "")
        if value in values:
            kept[name] = value
        elif value:
            ignored.append((name, value[:60]))
    return RelationFilters(**kept), ignored


def relations(filters: RelationFilters, shelf: Shelf) -> list[RelationRow]:
    """The relations that pass the filters."""
    return [
        relation_row(shelf, relation)
        for relation in shelf.edition.relations
        if filters.kind in ("", relation.kind) and filters.basis in ("", relation.basis)
    ]


def relation_page(shelf: Shelf, relation: Relation) -> dict[str, Any]:
    """Everything about a relation."""
    near = dict.fromkeys(f.id for section in relation.sections for f in shelf.findings_in.get(section, ()))
    return {
        "relation": relation,
        "row": relation_row(shelf, relation),
        "conditions": [condition_row(shelf, condition, with_effect=False) for condition in relation.when],
        "sections": sections(shelf, relation.sections),
        "findings": items(shelf, near),
        "queries": shelf.queries_on.get(relation.id, []),
        **beside(shelf.edition.relations, relation, lambda other: Linked(other.id, href("relation", other.id))),
    }


def tensions(shelf: Shelf) -> list[TensionShown]:
    """Every tension with both its sides."""
    return [
        TensionShown(
            id=tension.id,
            name=tension.name,
            sides=(
                (tension.one_side, [item(shelf, shelf.index.findings[id]) for id in tension.one_findings]),
                (tension.other_side, [item(shelf, shelf.index.findings[id]) for id in tension.other_findings]),
            ),
            handling=tension.handling,
            stated=tension.basis == "stated",
            actions=tuple(Linked(shelf.index.actions[id].name, href("action", id)) for id in tension.actions),
            sections=tuple(sections(shelf, tension.sections)),
        )
        for tension in shelf.edition.tensions
    ]
