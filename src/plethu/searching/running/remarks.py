"""What running a search here cannot do as its platform does: said beside the counts, node by node."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.searching.faults import Fault
from plethu.searching.running.text import missing
from plethu.searching.tree import And, Dated, Fielded, Heading, InLanguage, Near, Node, Not, Unquoted, children, walk


def remarks_on(node: Node) -> Iterator[Fault]:
    """What is run otherwise than it may be meant, left to right."""
    for each in walk(node):
        match each:
            case Fielded(_, fields) if absent := missing(fields):
                yield Fault("field-not-here", each.place, {"fields": ", ".join(sorted(absent))})
            case Heading(term, _, explode):
                yield Fault("heading-alone" if explode else "heading-as-keyword", each.place, {"term": term})
            case Unquoted(joined="mapped"):
                yield Fault("mapped-as-and", each.place)
            case Near(parts):
                yield from (Fault("near-nothing", part.place) for part in parts if _has_no_place(part))


def _has_no_place(part: Node) -> bool:
    """Whether anything in an operand of Near stands for no stretch of words."""
    waiting = [part]
    while waiting:
        now = waiting.pop()
        if isinstance(now, And | Not | Heading | Dated | InLanguage):
            return True
        if isinstance(now, Unquoted) and now.joined in ("and", "mapped"):
            return True
        waiting += children(now)
    return False
