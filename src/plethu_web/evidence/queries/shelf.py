"""Lookups over an edition that its index does not hold: from evidence back to what rests on it. Made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TypeVar

from plethu.evidence.cases import CaseStudy
from plethu.evidence.findings import Finding
from plethu.evidence.sources import Citation, Query
from plethu.framework.checking import Coverage, coverage
from plethu.framework.edition import Circumstance, Concept, Difficulty, Edition, Relation, Tension
from plethu.framework.index import index_of
from plethu_web.frameworks.edition import current_edition

T = TypeVar("T")


class Shelf:
    """The edition, its index, and the lookups of these pages. Read only."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.index = index_of(edition)
        self.citing: dict[str, list[Finding]] = _under((c, f) for f in edition.findings for c in f.citations)
        self.citations_to: dict[str, list[Citation]] = _under((r, c) for c in edition.citations for r in c.resolves_to)
        self.perhaps_to: dict[str, list[Citation]] = _under((a, c) for c in edition.citations for a in c.alternatives)
        self.queries_on: dict[str, list[Query]] = _under((about, q) for q in edition.queries for about in q.concerns)
        self.tensions_of: dict[str, list[Tension]] = _under(
            (f, t) for t in edition.tensions for f in dict.fromkeys((*t.one_findings, *t.other_findings))
        )
        self.tensions_on: dict[str, list[Tension]] = _under((a, t) for t in edition.tensions for a in t.actions)
        self.tensions_in: dict[str, list[Tension]] = _under((s, t) for t in edition.tensions for s in t.sections)
        self.concepts_of: dict[str, list[Concept]] = _under((f, c) for c in edition.concepts for f in c.findings)
        self.difficulties_of: dict[str, list[Difficulty]] = _under(
            (f, d) for d in edition.difficulties for f in d.findings
        )
        self.findings_in: dict[str, list[Finding]] = _under((s, f) for f in edition.findings for s in f.sections)
        self.cases_in: dict[str, list[CaseStudy]] = _under((a, c) for c in edition.case_studies for a in c.authorities)
        self.relations_in: dict[str, list[Relation]] = _under((s, r) for r in edition.relations for s in r.sections)
        self.circumstances: dict[str, Circumstance] = self.index.circumstances

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """The Welsh of every kind of entry."""
        return tuple(coverage(self.edition))

    @cached_property
    def lacks_welsh(self) -> bool:
        """Whether some text has no Welsh."""
        return any(kind.missing for kind in self.coverage)

    @cached_property
    def has_drafts(self) -> bool:
        """Whether some Welsh has not been read by a fluent person."""
        return any(kind.reviewed < kind.welsh for kind in self.coverage)


def _under(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return dict(found)


@lru_cache(maxsize=4)
def shelf_of(edition: Edition) -> Shelf:
    """The shelf of an edition, kept while the edition is in use."""
    return Shelf(edition)


def shelf() -> Shelf:
    """The shelf of the edition in use."""
    return shelf_of(current_edition())
