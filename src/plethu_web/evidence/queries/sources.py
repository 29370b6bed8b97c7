"""Sources: where each is cited, and which one somebody looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from plethu.evidence.sources import Source
from plethu_web.evidence.queries.ends import Linked, beside, leaves_a_question
from plethu_web.evidence.queries.filters import LONGEST_SEARCH, folded
from plethu_web.evidence.queries.findings import items
from plethu_web.evidence.queries.labels import term
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class SourceFilters:
    """What was asked for. Empty means *all*."""

    q: str = ""
    strand: str = ""
    cited: str = ""


@lru_cache(maxsize=4)
def source_values(shelf: Shelf) -> dict[str, dict[str, int]]:
    """For each filter, the values there are and how many sources have each."""
    counts: dict[str, dict[str, int]] = {"strand": {}, "cited": {"yes": 0, "no": 0}}
    for source in shelf.edition.sources:
        counts["strand"][source.strand] = counts["strand"].get(source.strand, 0) + 1
        counts["cited"][_cited(shelf, source)] += 1
    return counts


def _cited(shelf: Shelf, source: Source) -> str:
    return "yes" if source.id in shelf.citations_to else "no"


def read_source_filters(query: Mapping[str, str], shelf: Shelf) -> tuple[SourceFilters, list[tuple[str, str]]]:
    """The filters in an address, and those left out because there is no such value."""
    kept = {"q": " ".join(query.get("q", "").split())[:LONGEST_SEARCH]}
    ignored = []
    for name, values in source_values(shelf).items():
        value = query.get(name, "")
        if value in values:
            kept[name] = value
        elif value:
            ignored.append((name, value[:60]))
    return SourceFilters(**kept), ignored


@lru_cache(maxsize=4)
def _texts(shelf: Shelf) -> dict[str, str]:
    return {source.id: folded(f"{source.id} {source.printed} {_flat(source.csl)}") for source in shelf.edition.sources}


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_flat(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(_flat(part) for part in value)
    return str(value)


def find_sources(filters: SourceFilters, shelf: Shelf) -> list[Source]:
    """The sources that pass the filters."""
    texts, sought = _texts(shelf), folded(filters.q).split()
    return [
        source
        for source in shelf.edition.sources
        if filters.strand in ("", source.strand)
        and filters.cited in ("", _cited(shelf, source))
        and all(word in texts[source.id] for word in sought)
    ]


def source_page(shelf: Shelf, source: Source) -> dict[str, Any]:
    """Everything about a source."""
    return {
        "source": source,
        "strand": Linked(shelf.index.strands[source.strand].name, f"{href('methods')}#strand-{source.strand}"),
        "citations": _cited_as(shelf, shelf.citations_to.get(source.id, [])),
        "perhaps": _cited_as(shelf, shelf.perhaps_to.get(source.id, [])),
        "queries": shelf.queries_on.get(source.id, []),
        **beside(shelf.edition.sources, source, _link),
    }


def _link(source: Source) -> Linked:
    return Linked(source.id, href("source", source.id))


def _cited_as(shelf: Shelf, citations: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "citation": citation,
            "status": term("citation-status", citation.status),
            "asks": leaves_a_question(citation),
            "confidence": term("confidence", citation.confidence),
            "findings": items(shelf, [finding.id for finding in shelf.citing.get(citation.id, [])]),
        }
        for citation in citations
    ]
