"""Sources as references, rendered by the library once for each edition."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plethu.evidence.sources import Source
from plethu.evidence.text import Text
from plethu.reporting.references import references
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A source in a list of references."""

    id: str
    href: str
    words: SafeString
    cited: bool


def by_strand(shelf: Shelf, sources: Iterable[Source]) -> list[tuple[Text, list[ReferenceRow]]]:
    """The sources as references under their strands, in the order of the lists; strands without any are left out."""
    rows: dict[str, list[ReferenceRow]] = {strand.id: [] for strand in shelf.edition.strands}
    for source in sources:
        cited = source.id in shelf.citations_to
        rows[source.strand].append(ReferenceRow(source.id, href("source", source.id), _words(shelf, source), cited))
    return [(shelf.index.strands[id].name, found) for id, found in rows.items() if found]


def in_full(shelf: Shelf, source: Source) -> dict[str, Any]:
    """A source as a reference, and its entry as data."""
    return {"reference": _words(shelf, source), "data": json.dumps(source.csl, ensure_ascii=False, indent=2)}


def _words(shelf: Shelf, source: Source) -> SafeString:
    return mark_safe(references(shelf.edition)[source.id])  # noqa: S308 (the library escapes all but emphasis)
