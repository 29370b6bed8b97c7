"""What a search means, word by word, on one record: the definition. Whatever else runs a search has to agree with it.

Meaning of each node, on the words of `words` in the columns title, abstract and keywords:

- Word, Phrase: the pieces stand next to each other in one column; a wildcard stands for letters of one word.
- Unquoted: as `joined` says, a Phrase, a Near, or (`and`, `mapped`) an And of its words.
- And, Or, Not: of the record, whichever columns the parts are found in.
- Near: in one column, operands that share no word (`spans.near`). Operands are words, phrases, Or of those, other
  Nears. Anything else has no place in the text, so it is near nothing.
- Fielded: in those columns only; inside another, in those that both name. Columns that no record has find nothing.
- Heading: one value of the keywords is this term, or is it with a qualifier. What is narrower is not known here.
- Dated, InLanguage: by what is known of the record; what is not known is not found.
- Line: what that line finds. Its tree is run where it is named; ids are looked up.
"""

from __future__ import annotations

from collections.abc import Mapping

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.choices import Choice, choice_of
from plethu.searching.running.laying import Column, laid, words_by_column
from plethu.searching.running.lines import Lines, sound, tree_of
from plethu.searching.running.patterns import pieces_of, pieces_of_all
from plethu.searching.running.spans import Spans, merged, near
from plethu.searching.running.text import EVERYWHERE, Text, searched, within
from plethu.searching.running.words import FILLER, words_of
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

_NO_LINES: Lines = {}


def verify(node: Node, text: Text, lines: Lines = _NO_LINES) -> bool:
    """Whether a record is found. `lines` has the tree of each name, or the ids of what it found.

    Raises Unreadable for names that are missing or lead back to themselves, and for dates that are none.
    """
    return Search(node, lines).finds(text)


class Search:
    """A search made ready to be asked about many records. Raises Unreadable like `verify`."""

    def __init__(self, node: Node, lines: Lines = _NO_LINES, fields: Fields = EVERYWHERE) -> None:
        self.node, self.lines, self.fields = node, lines, fields
        self.order = sound(node, lines)
        self._choices: dict[int, Choice] = {}

    def finds(self, text: Text, columns: Mapping[str, Column] | None = None) -> bool:
        """Whether a record is found. `columns` where they have been laid out before."""
        return self.on(text, columns).holds(self.node, self.fields)

    def on(self, text: Text, columns: Mapping[str, Column] | None = None) -> Verifier:
        """The verifier of one record, with every line worked out."""
        verifier = Verifier(text, self.lines, columns, self._choices)
        for name in self.order:
            verifier.line_holds(name, EVERYWHERE)
        return verifier


class Verifier:
    """One record, and whether nodes are found in it. `choices` may be shared by verifiers of the same trees."""

    def __init__(
        self,
        text: Text,
        lines: Lines = _NO_LINES,
        columns: Mapping[str, Column] | None = None,
        choices: dict[int, Choice] | None = None,
    ) -> None:
        self.text, self.lines = text, lines
        self._choices = {} if choices is None else choices
        self.columns = laid(words_by_column(text)) if columns is None else columns
        self._held: dict[tuple[str, Fields], bool] = {}
        self._spans: dict[tuple[str, str], Spans] = {}

    def holds(self, node: Node, fields: Fields = EVERYWHERE) -> bool:
        """Whether a node is found in these columns of the record. Raises Unreadable for nesting without end."""
        try:
            return self._holds(node, fields)
        except RecursionError:
            raise Unreadable(Fault("nested-too-deep", node.place)) from None

    def line_holds(self, name: str, fields: Fields) -> bool:
        """Whether a line finds the record; worked out once for each set of columns."""
        key = (name, fields)
        if key not in self._held:
            known = self.lines[name]
            tree = tree_of(known)
            self._held[key] = self.holds(tree, fields) if tree else self.text.id in known  # type: ignore[operator]
        return self._held[key]

    def _holds(self, node: Node, fields: Fields) -> bool:
        match node:
            case Or(parts):
                for part in parts:  # noqa: SIM110 (a generator would take a frame a level)
                    if self._holds(part, fields):
                        return True
                return False
            case And(parts) | Unquoted(parts, "and" | "mapped"):
                for part in parts:  # noqa: SIM110
                    if not self._holds(part, fields):
                        return False
                return True
            case Not(kept, dropped):
                return self._holds(kept, fields) and not self._holds(dropped, fields)
            case Fielded(inner, names):
                return self._holds(inner, fields & searched(names))
            case Line(name):
                return self.line_holds(name, fields)
            case Heading(term):
                return bool(self.columns["keywords"].run(heading_pieces(term)))
            case Dated(start, end):
                return within(self.text.date, start, end)
            case InLanguage(codes):
                return not set(codes).isdisjoint(self.text.languages)
        for column in fields:  # noqa: SIM110
            if self._spans_of(node, column):
                return True
        return False

    def spans(self, node: Node, column: str) -> Spans:
        """The stretches of a column that a node stands for; none for a node that is no stretch of words."""
        try:
            return self._spans_of(node, column)
        except RecursionError:
            raise Unreadable(Fault("nested-too-deep", node.place)) from None

    def _spans_of(self, node: Node, column: str) -> Spans:
        match node:
            case Word():
                return self._run(pieces_of(node), column)
            case Phrase(words) | Unquoted(words, "phrase"):
                return self._run(pieces_of_all(words), column)
            case Or():
                return self._any(node, column)
            case Near(parts, k) | Unquoted(parts, "near", k):
                several = [self._spans_of(part, column) for part in parts]
                ordered = isinstance(node, Near) and node.ordered
                return near(several, k, ordered=ordered, size=self.columns[column].size)
            case Fielded(inner, names):
                return self._spans_of(inner, column) if column in searched(names) else {}
            case Line(name):
                return self._line_spans(name, column)
        return {}

    def _any(self, node: Or, column: str) -> Spans:
        choice = self._choices.get(id(node))
        if choice is None:  # its node is kept with it, so that no other can get the same id
            choice = self._choices[id(node)] = choice_of(node)
        single = self.columns[column].any_of(choice.words, choice.stems)
        spans = [{1: single}] if single else []
        spans += [self._spans_of(part, column) for part in choice.others]
        return merged(spans)

    def _line_spans(self, name: str, column: str) -> Spans:
        if (name, column) not in self._spans:
            tree = tree_of(self.lines[name])
            self._spans[name, column] = self._spans_of(tree, column) if tree else {}
        return self._spans[name, column]

    def _run(self, pieces: tuple[tuple[object, ...], ...], column: str) -> Spans:
        starts = self.columns[column].run(pieces)  # type: ignore[arg-type]
        return {len(pieces): starts} if starts else {}


def heading_pieces(term: str) -> tuple[tuple[str], ...]:
    """A heading as words that stand alone between two fillers; none for a term without a word."""
    words = words_of(term)
    return tuple((word,) for word in (FILLER, *words, FILLER)) if words else ()
