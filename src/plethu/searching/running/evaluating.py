"""A tree run over an index: sets of records, each leaf asked for once, each line worked out once.

Where FTS5 cannot say what a node means, it gives the records that may be meant, and the verifier decides on each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_

from plethu.records.importing import Cancelled
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.choices import Choice
from plethu.searching.running.compiling import Pair, any_of, in_columns, pairs, phrases, stretches
from plethu.searching.running.index import Index
from plethu.searching.running.lines import Lines, sound, tree_of
from plethu.searching.running.patterns import Piece, pieces_of, pieces_of_all
from plethu.searching.running.rows import Rows, rows_from
from plethu.searching.running.text import EVERYWHERE, Text, limits, searched
from plethu.searching.running.verifying import Verifier, heading_pieces
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Fields,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Word,
)

_NOBODY = Text("")
PAUSE_EVERY = 20  # records that are verified
_NO_LINES: Lines = {}


def hits(node: Node, index: Index, lines: Lines = _NO_LINES, cancelled: Callable[[], bool] | None = None) -> Rows:
    """The records that a tree finds. Raises Unreadable like `verify`, and Cancelled."""
    return Evaluation(index, lines, cancelled).whole(node)


class Evaluation:
    """Trees that share their lines, run over one index."""

    def __init__(self, index: Index, lines: Lines = _NO_LINES, cancelled: Callable[[], bool] | None = None) -> None:
        self.index, self.lines, self._cancelled = index, lines, cancelled
        self._held: dict[tuple[str, Fields], Rows] = {}

    def whole(self, node: Node) -> Rows:
        """The records that a tree finds. Raises Unreadable like `verify`, and Cancelled."""
        try:
            for name in sound(node, self.lines):
                self.line(name, EVERYWHERE)
            return self.rows(node, EVERYWHERE)
        except RecursionError:
            raise Unreadable(Fault("nested-too-deep", node.place)) from None

    def where(self, name: str, rows: Rows, standing_on_it: frozenset[str]) -> Evaluation:
        """The same lines, were one to find only these records. Those that stand on it are worked out anew."""
        other = Evaluation(self.index, self.lines, self._cancelled)
        other._held = {key: found for key, found in self._held.items() if key[0] not in standing_on_it | {name}}
        other._held[name, EVERYWHERE] = rows
        return other

    def line(self, name: str, fields: Fields) -> Rows:
        """What a line finds in some columns."""
        if (name, fields) not in self._held:
            known = self.lines[name]
            tree = tree_of(known)
            found = self.rows(tree, fields) if tree else self.index.with_ids(known)  # type: ignore[arg-type]
            self._held[name, fields] = found
        return self._held[name, fields]

    def rows(self, node: Node, fields: Fields) -> Rows:
        """What a node finds in some columns, once its lines are known to be sound."""
        match node:
            case Word():
                return self.phrase(node, pieces_of(node), fields)
            case Phrase(words) | Unquoted(words, "phrase"):
                return self.phrase(node, pieces_of_all(words), fields)
            case Near() | Unquoted(joined="near"):
                return self.near(node, fields)
            case Or(parts):
                found = 0
                for part in parts:
                    found |= self.rows(part, fields)
                return found
            case And(parts) | Unquoted(parts):
                found = self.index.everything
                for part in parts:
                    found &= self.rows(part, fields) if found else 0
                return found
            case Not(kept, dropped):
                return self.rows(kept, fields) & ~self.rows(dropped, fields)
            case Fielded(inner, names):
                return self.rows(inner, fields & searched(names))
            case Line(name):
                return self.line(name, fields)
        return self._limit(node)

    def _limit(self, node: Node) -> Rows:
        match node:
            case Heading(term):
                words = [word for (word,) in heading_pieces(term)]
                return self._ask(in_columns(f'"{" ".join(words)}"', frozenset({"keywords"}))) if words else 0
            case Dated("", ""):
                return self.index.everything
            case Dated(start, end):
                range_ = limits(start, end)
                return self.index.dated(*range_) if range_ else 0
            case InLanguage(codes):
                return self.index.in_languages(codes)
        raise TypeError(node)

    def phrase(self, node: Node, pieces: tuple[Piece, ...], fields: Fields) -> Rows:
        """Words next to each other; asked for, or where too many words may be meant, verified."""
        if not pieces or not fields:
            return 0
        if (spelled := phrases(pieces, self.index)) is not None:
            return self._union(any_of(spelled, fields))
        rows = self.index.everything
        for piece in pieces:
            if (words := phrases((piece,), self.index)) is not None:
                rows &= self._union(any_of(words, fields))
        return self.verified(node, fields, rows)

    def near(self, node: Near | Unquoted, fields: Fields) -> Rows:
        """Parts near each other: two in any order by their pairs; else what may be right, verified."""
        if (found := self.pairs(node, fields)) is None:
            return self.verified(node, fields, self._may_be(node, fields))
        ordered = isinstance(node, Near) and node.ordered
        sure = self._union(pair.expression for pair in found if pair.sure and not ordered)
        open_ = self._union(pair.expression for pair in found if ordered or not pair.sure)
        return sure | self.verified(node, fields, open_ & ~sure)

    def pairs(self, node: Near | Unquoted, fields: Fields) -> list[Pair] | None:
        """The pairs of a Near of two parts; None where it has no such form."""
        parts = node.parts if isinstance(node, Near) else node.words
        several = [stretches(part, fields, self.lines) for part in parts]
        if len(several) != 2 or several[0] is None or several[1] is None:
            return None
        return pairs(several[0], several[1], node.k, self.index)

    def verified(self, node: Node, fields: Fields, rows: Rows) -> Rows:
        """Those of some records in which the verifier finds a node."""
        found, choices = [], dict[int, Choice]()
        for count, (number, columns) in enumerate(self.index.laid(rows)):
            if count % PAUSE_EVERY == 0:
                self._pause()
            if Verifier(_NOBODY, self.lines, columns, choices).holds(node, fields):
                found.append(number)
        return rows_from(found, self.index.size)

    def _may_be(self, node: Node, fields: Fields) -> Rows:
        """All records in which a node may have a stretch of words, and some in which it has none."""
        match node:
            case Near(parts) | Unquoted(parts, "near"):
                return reduce(and_, (self._may_be(part, fields) for part in parts))
            case Or(parts):
                return reduce(or_, (self._may_be(part, fields) for part in parts))
            case Fielded(inner, names):
                return self._may_be(inner, fields & searched(names))
            case Line(name):
                tree = tree_of(self.lines[name])
                return self._may_be(tree, fields) if tree else 0
            case Word() | Phrase() | Unquoted(joined="phrase"):
                return self.rows(node, fields)
        return 0

    def _union(self, expressions: Iterable[str]) -> Rows:
        found = 0
        for expression in expressions:
            found |= self._ask(expression)
        return found

    def _ask(self, expression: str) -> Rows:
        self._pause()
        return self.index.answer(expression)

    def _pause(self) -> None:
        if self._cancelled and self._cancelled():
            raise Cancelled
