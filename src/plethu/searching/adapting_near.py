"""Proximity, as a platform can hold it: by its operator, by pairs of whole words, or widened to AND."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plethu.searching.adapting_terms import Terms
from plethu.searching.changes import Change
from plethu.searching.noting import EXACT, IMPOSSIBLE, NARROWER, WIDER
from plethu.searching.pairing import pairs_of
from plethu.searching.spelling_out import MOST_SPELLINGS
from plethu.searching.tree import And, Fielded, Fields, Near, Node, Or, Phrase, Unquoted, Wildcard, Word, walk


class Distances(Terms):
    """Proximities on their way to one platform."""

    def _near(self, node: Near) -> Node | None:
        styles: dict[str, Callable[[Near], Node | None]] = {
            "operator": self._near_by_operator, "field": self._near_by_pairs, "slop": self._near_by_pairs,
        }  # fmt: skip
        return styles[self.rules.near.style](node)

    def _near_by_operator(self, node: Near) -> Node | None:
        if len(node.parts) > 2:
            return self._window(node)
        form = self.rules.proximity_for(node.k, node.ordered)
        loose = form or self.rules.proximity_for(node.k, False)
        if not form and node.ordered and node.k == 0:
            if phrases := self._as_phrases(node):
                return phrases
        if not loose:
            return self._to_and(node)
        outer, self._in_near = self._in_near, True
        since = len(self.notes)
        parts = [self.adapt(part) for part in node.parts]
        self._in_near = outer
        if any(part is None for part in parts):
            return self._near_lost(node, since)
        found = tuple(part for part in parts if part is not None)
        ordered = node.ordered and form is not None
        written = (
            node if found == node.parts and ordered == node.ordered else replace(node, parts=found, ordered=ordered)
        )
        if node.ordered and not form:
            self._note("order-lost", WIDER, node, written, k=str(node.k))
        self._near_doubts(node, written, loose.contested)
        return written

    def _near_doubts(self, node: Near, written: Near, contested: bool) -> None:
        rules = self.rules.near
        groups = any(isinstance(part, Or) for part in written.parts)
        mixed = any(isinstance(inner, Near) and inner.k != written.k for part in written.parts for inner in walk(part))
        if contested:
            self._note("distance-contested", EXACT, node, written, rewrites=False, k=str(node.k))
        if groups and rules.groups_contested:
            self._note("groups-contested", EXACT, node, written, rewrites=False)
        if mixed and rules.mixed_contested:
            self._note("mixed-distances-contested", EXACT, node, written, rewrites=False)

    def _near_lost(self, node: Near, since: int) -> Node | None:
        """A proximity one of whose parts cannot be said near anything."""
        del self.notes[since:]
        return self._to_and(node)

    def _to_and(self, node: Near) -> Node | None:
        """All parts anywhere: wider; impossible inside another proximity."""
        if self._in_near:
            self._note("distance-impossible", IMPOSSIBLE, node, None)
            return None
        parts, start = [], len(self.notes)
        for part in node.parts:
            since = len(self.notes)
            found = self.adapt(_loose(part))
            if found is None:
                self._dropped(since, WIDER)
            else:
                parts.append(found)
        if not parts:
            self._undecided(start)
            return None
        written = And(tuple(parts), node.place) if len(parts) > 1 else parts[0]
        self._note("distance-to-and", WIDER, node, written, k=str(node.k))
        return written

    def _window(self, node: Near) -> Node | None:
        """More than two parts in one stretch: each of them near the first, at the greatest distance that may be."""
        if self._in_near or not all(isinstance(part, Word) for part in node.parts):
            return self._to_and(node)
        k = node.k + len(node.parts) - 2
        near = tuple(Near((node.parts[0], part), k, place=node.place) for part in node.parts[1:])
        written = self.adapt(And(near, node.place))
        if written is not None:
            self._note("window-to-distances", WIDER, node, written, k=str(k))
        return written

    def _as_phrases(self, node: Near) -> Node | None:
        pairs = pairs_of(node, None, keep_open=True)
        if not pairs or len(pairs) > MOST_SPELLINGS:
            return None
        phrases: tuple[Node, ...] = tuple(Phrase(words, node.place) for words in pairs)
        since = len(self.notes)
        written = self.adapt(phrases[0] if len(phrases) == 1 else Or(phrases, node.place))
        if written is None:
            del self.notes[since:]
            return None
        self._note("next-to-phrases", EXACT, node, written)
        return written

    def _near_by_pairs(self, node: Near) -> Node | None:
        """PubMed and Lens know no groups near each other: pairs of whole words are written out, or it becomes AND."""
        slop = self.rules.near.style == "slop"
        pairs = pairs_of(node, self.words)
        longest = max(map(len, pairs), default=0)
        if not pairs or len(pairs) > MOST_SPELLINGS * 2 or self._in_near or (slop and longest > 2):
            return self._to_and(node)
        allowed, change = self._near_fields()
        if not slop and allowed is None:
            return self._to_and(node)
        ordered = node.ordered and slop
        nears = [Near(words, node.k, ordered, node.place) for words in pairs]
        fielded = [Fielded(near, allowed, node.place) if allowed and not slop else near for near in nears]
        written: Node = fielded[0] if len(fielded) == 1 else Or(tuple(fielded), node.place)
        same = written == node or (isinstance(written, Fielded) and written.node == node)
        opened = any(isinstance(part, Wildcard) for word in _words(node) for part in word.parts)
        if change is not None:
            self._note("near-fields", change, node, written)
        if node.ordered and (not slop or node.k > 1):
            self._note("order-lost", WIDER, node, written, k=str(node.k))
        if longest > len(node.parts):
            self._note("phrase-in-window", WIDER, node, written)
        if not same:
            self._note("pairs", NARROWER if opened else EXACT, node, written, count=str(len(pairs)))
        return written

    def _near_fields(self) -> tuple[Fields | None, Change | None]:
        """The fields in which a distance can be said, for those that are asked for; what choosing them changes."""
        allowed = self.rules.near.fields
        if not allowed:
            return None, None
        asked = self._fields
        if asked is None:
            return frozenset({"title", "abstract", "keywords"}), NARROWER
        if asked in allowed:
            return asked, None
        inside = [fields for fields in allowed if fields <= asked or "all" in asked]
        if inside:
            return max(inside, key=len), NARROWER
        around = [fields for fields in allowed if fields >= asked]
        return (min(around, key=len), WIDER) if around else (None, None)


def _words(node: Node) -> list[Word]:
    found: list[Word] = []
    for each in walk(node):
        if isinstance(each, Word):
            found.append(each)
        elif isinstance(each, Phrase | Unquoted):
            found.extend(each.words)
    return found


def _loose(node: Node) -> Node:
    """A part of a proximity as it stands when it may be anywhere: a proximity inside it as AND."""
    if isinstance(node, Near):
        return And(tuple(map(_loose, node.parts)), node.place)
    if isinstance(node, Or):
        return replace(node, parts=tuple(map(_loose, node.parts)))
    return node
