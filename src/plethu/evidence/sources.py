"""Sources, the citations that lead to them, and what an editor still has to settle."""

from typing import Any, Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text

CitationStatus = Literal[
    "exact", "name-variant", "year-mismatch", "year-and-name", "ambiguous", "unlisted", "case-study", "bare-number"
]
Confidence = Literal["high", "medium", "low"]


class Source(Frozen, frozen=True):
    """A study, report or other document. `csl` is its CSL-JSON item; `printed` is the entry as the report gives it."""

    id: str
    strand: str
    csl: dict[str, Any]
    printed: str = ""
    note: str = ""


class Citation(Frozen, frozen=True):
    """A reference as printed in the text, and what it was resolved to (ids of sources or case studies)."""

    id: str
    printed: str
    status: CitationStatus
    confidence: Confidence
    resolves_to: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    note: str = ""


class Query(Frozen, frozen=True):
    """An entry on the editor's desk: what is printed, how we read it, and on what basis. Nothing is silently fixed."""

    id: str
    kind: Literal["citation", "year", "name", "acronym", "flow", "date", "place", "list", "other"]
    printed: str
    resolution: str
    basis: str
    concerns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


class GlossaryEntry(Frozen, frozen=True):
    """A term of the evidence. `origin` says whether the meaning is ours or a short quotation with its section."""

    id: str
    term: Text
    meaning: Text
    origin: Literal["ours", "quoted"] = "ours"
    sections: tuple[str, ...] = ()
