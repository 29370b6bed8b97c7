"""Names of what ids point to."""

from __future__ import annotations

from plethu.evidence.text import Text
from plethu.framework.index import Index
from plethu.terms import TERMS


def name_of(end: str, index: Index) -> Text:
    """The name of an end of a relation (`kind:id`). Raises KeyError for one the edition does not have."""
    kind, _, id = end.partition(":")
    if kind == "action":
        return index.actions[id].name
    if kind == "category":
        return index.categories[id].name
    if kind == "feature":
        return index.concepts[id].name
    if kind == "all":
        return TERMS[f"whole.{id}"]
    return index.circumstances[id].name
