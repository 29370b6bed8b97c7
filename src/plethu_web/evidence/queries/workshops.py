"""Workshops as the edition knows them: coded findings alone, by what they are on; and each as a chapter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from plethu.evidence.strands import Strand
from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.documents.docx import write_docx
from plethu.reporting.documents.html import write_html
from plethu.reporting.figures import stances as figure
from plethu.reporting.workshop_chapter import anonymity_sentence, chapter_outline, workshop_chapter
from plethu.workshop.reading import STANCES, anonymity
from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries.labels import Words, term
from plethu_web.evidence.queries.links import filtered
from plethu_web.evidence.queries.shelf import Shelf
from plethu_web.pages.templatetags.plethu_texts import reading


@dataclass(frozen=True, slots=True)
class Workshop:
    """A strand of coded findings: how many, by stance, the drawing, and a table that leads to them."""

    strand: Strand
    total: int
    counts: tuple[tuple[str, int], ...]
    anonymity: str
    figure: drawings.Figure
    table: dict[str, Any]


def strands_of_workshops(edition: Edition) -> list[Strand]:
    """The strands whose findings take a stance."""
    coded = {finding.strand for finding in edition.findings if finding.stance}
    return [strand for strand in edition.strands if strand.id in coded]


def workshops(shelf: Shelf) -> list[Workshop]:
    """Every workshop that findings of the edition come from."""
    return [_workshop(shelf, strand) for strand in strands_of_workshops(shelf.edition)]


def _workshop(shelf: Shelf, strand: Strand) -> Workshop:
    found = figure.lines(shelf.edition, strand.id, reading())
    counts = tuple((s, sum(counts[n] for *_line, counts in found)) for n, s in enumerate(STANCES))
    return Workshop(
        strand=strand,
        total=sum(count for _stance, count in counts),
        counts=counts,
        anonymity=anonymity_sentence(anonymity(None), reading()),  # no register came with what was published
        figure=drawings.stances(shelf, strand.id),
        table=_table(strand, found),
    )


def _table(strand: Strand, found: list[figure.Line]) -> dict[str, Any]:
    names: list[Words] = [term("stance", stance) for stance in STANCES]
    return {
        "caption": _("Coded findings, by what they are on"),
        "columns": [_("What they are on"), *({"text": name, "number": True} for name in names)],
        "rows": [[_linked(strand, kind, id, name.text), *counts] for kind, id, name, counts in found],
    }


def _linked(strand: Strand, kind: str, id: str, name: str) -> dict[str, str]:
    """A name, which leads to the findings on it where they can be listed apart."""
    href = filtered("findings", action=id, strand=strand.id) if kind == "action" else ""
    return {"text": name, "href": href}


@lru_cache(maxsize=16)
def chapter(edition: Edition, strand: str, language: Language, kind: str) -> bytes:
    """The chapter on a workshop, as `docx` or `html`, from what was published alone."""
    made = workshop_chapter(edition, strand, anonymity(None), language)
    outline = chapter_outline(made, edition)
    return write_docx(outline) if kind == "docx" else write_html(outline).encode()
