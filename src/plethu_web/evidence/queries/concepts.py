"""Words of the evidence, and what good collaboration looks like."""

from __future__ import annotations

from typing import Any

from plethu.evidence.text import Language, Text
from plethu.framework.edition import Concept
from plethu_web.evidence.queries import labels
from plethu_web.evidence.queries.ends import sections
from plethu_web.evidence.queries.filters import folded
from plethu_web.evidence.queries.findings import items
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.shelf import Shelf


def glossary(shelf: Shelf, language: Language) -> list[dict[str, Any]]:
    """The terms in the order of the reader's language."""
    entries = sorted(shelf.edition.glossary, key=lambda entry: folded(entry.term.text(language)))
    return [
        {"entry": entry, "origin": term("origin", entry.origin), "sections": sections(shelf, entry.sections)}
        for entry in entries
    ]


def concepts(shelf: Shelf) -> list[tuple[str, Words, list[dict[str, Any]]]]:
    """Features, factors and functions, each with the findings that speak of it."""
    groups = [
        (kind, name, [_concept(shelf, concept) for concept in shelf.edition.concepts if concept.kind == kind])
        for kind, name in labels.CONCEPTS.items()
    ]
    return [group for group in groups if group[2]]


def _concept(shelf: Shelf, concept: Concept) -> dict[str, Any]:
    return {
        "concept": concept,
        "findings": items(shelf, concept.findings),
        "sections": sections(shelf, concept.sections),
    }


def figure_note(shelf: Shelf, id: str) -> Text:
    """What the edition says about a figure of the report."""
    return next((figure.note for figure in shelf.edition.figures if figure.id == id), Text(""))
