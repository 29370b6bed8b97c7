"""How the evidence was found and read: strands, search, criteria, open points, the editor's desk, the Welsh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plethu.evidence.sources import Query
from plethu.evidence.strands import Strand
from plethu.evidence.text import Text
from plethu_web.evidence.queries import labels
from plethu_web.evidence.queries.ends import Linked, leaves_a_question, reference, sections
from plethu_web.evidence.queries.findings import CitationRow, citation_row
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class QueryRow:
    """An entry of the editor's desk, with what it concerns."""

    id: str
    printed: str
    resolution: str
    basis: str
    concerns: tuple[Linked, ...]
    sections: list[Text]


@dataclass(frozen=True, slots=True)
class DoubtfulCitation:
    """A citation that leaves a question, and the findings it is given for."""

    id: str
    row: CitationRow
    findings: list[Linked]


def methods_page(shelf: Shelf) -> dict[str, Any]:
    """Strands, search strategy, criteria, extraction fields, figures, caveats."""
    edition = shelf.edition
    return {
        "strands": [_strand(shelf, strand) for strand in edition.strands],
        "strategy": edition.search_strategy,
        "criteria": _criteria(shelf),
        "fields": [field.name for field in edition.extraction_fields],
        "figures": [(figure, term("figure-state", figure.state)) for figure in edition.figures],
        "open_points_count": len(edition.open_points),
        "desk_count": len(edition.queries),
    }


def _strand(shelf: Shelf, strand: Strand) -> dict[str, Any]:
    return {
        "strand": strand,
        "flow_basis": term("flow-basis", strand.flow_basis) if strand.flow_basis else None,
        "sections": sections(shelf, strand.sections),
        "findings": sum(finding.strand == strand.id for finding in shelf.edition.findings),
    }


def _criteria(shelf: Shelf) -> list[tuple[Text, list[dict[str, Any]]]]:
    rows = [
        {
            "sense": criterion.sense,
            "aspect": labels.ASPECTS.get(criterion.aspect, criterion.aspect),
            "text": criterion.text,
            "strands": [shelf.index.strands[id].name for id in criterion.strands],
        }
        for criterion in shelf.edition.criteria
    ]
    return [(term("sense", sense), [r for r in rows if r["sense"] == sense]) for sense in ("include", "exclude")]


def open_points(shelf: Shelf) -> list[tuple[str, Words, list[dict[str, Any]]]]:
    """What the report leaves open and what we decided, by topic."""
    points = shelf.edition.open_points
    return [
        (
            topic,
            labels.TOPICS.get(topic, topic),
            [{"point": p, "sections": sections(shelf, p.sections)} for p in points if p.topic == topic],
        )
        for topic in dict.fromkeys(point.topic for point in points)
    ]


def desk(shelf: Shelf) -> dict[str, Any]:
    """Citations that leave a question, and all that an editor still has to settle."""
    doubtful = [citation for citation in shelf.edition.citations if leaves_a_question(citation)]
    queries = shelf.edition.queries
    return {
        "citations": [
            DoubtfulCitation(
                id=citation.id,
                row=citation_row(shelf, citation),
                findings=[Linked(f.id, href("finding", f.id)) for f in shelf.citing.get(citation.id, [])],
            )
            for citation in doubtful
        ],
        "all_citations": len(shelf.edition.citations),
        "groups": [
            (kind, labels.QUERIES.get(kind, kind), [_query(shelf, query) for query in queries if query.kind == kind])
            for kind in labels.QUERIES
            if any(query.kind == kind for query in queries)
        ],
        "total": len(queries),
    }


def _query(shelf: Shelf, query: Query) -> QueryRow:
    concerns = tuple(reference(shelf, id) for id in query.concerns)
    return QueryRow(query.id, query.printed, query.resolution, query.basis, concerns, sections(shelf, query.sections))


# Where the entries of a kind are shown, each under its id.
SHOWN = {"findings": "finding", "relations": "relation", "actions": "action", "case_studies": "case"}


def welsh(shelf: Shelf) -> list[dict[str, Any]]:
    """How much of each kind of entry has Welsh, and what has none."""
    rows = []
    for kind in shelf.coverage:
        page = SHOWN.get(kind.kind)
        missing = [(place, href(page, place.partition(".")[0]) if page else "") for place in kind.missing]
        name = labels.KINDS.get(kind.kind, kind.kind)
        rows.append({"kind": kind, "name": name, "drafts": kind.welsh - kind.reviewed, "missing": missing})
    return rows
