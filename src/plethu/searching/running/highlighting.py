"""Where in a record a search is found: what to mark in its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.laying import LISTS
from plethu.searching.running.lines import Lines, tree_of
from plethu.searching.running.spans import Spans, covered
from plethu.searching.running.text import COLUMNS, EVERYWHERE, Text, searched
from plethu.searching.running.verifying import Search, Verifier, heading_pieces
from plethu.searching.running.words import places_of, qualified
from plethu.searching.tree import And, Fielded, Fields, Heading, Line, Near, Node, Not, Or, Unquoted

_NO_LINES: Lines = {}


@dataclass(frozen=True, slots=True, order=True)
class Highlight:
    """From which character to which (not included) of a value of a column (`Text.values`) something is found."""

    column: str
    value: int
    start: int
    end: int


def highlights(node: Node, text: Text, lines: Lines = _NO_LINES) -> tuple[Highlight, ...]:
    """What to mark in a record, in its order; nothing where the search does not find it. Raises Unreadable."""
    verifier = Search(node, lines).on(text)
    marked = dict.fromkeys(COLUMNS, 0)
    try:
        for column, bits in _marked(node, verifier, EVERYWHERE, set()):
            marked[column] |= bits
    except RecursionError:
        raise Unreadable(Fault("nested-too-deep", node.place)) from None
    return tuple(mark for column in COLUMNS for mark in _runs(text, column, marked[column]))


def _marked(node: Node, verifier: Verifier, fields: Fields, done: set[tuple[str, Fields]]) -> Iterator[tuple[str, int]]:
    """The words that make a node be found, column by column. Lines that are `done` are not gone into again."""
    if not verifier.holds(node, fields):
        return
    match node:
        case And(parts) | Or(parts) | Unquoted(parts, "and" | "mapped"):
            for part in parts:
                yield from _marked(part, verifier, fields, done)
        case Not(kept):
            yield from _marked(kept, verifier, fields, done)
        case Fielded(inner, names):
            yield from _marked(inner, verifier, fields & searched(names), done)
        case Line(name):
            if (name, fields) not in done and (tree := tree_of(verifier.lines[name])):
                done.add((name, fields))
                yield from _marked(tree, verifier, fields, done)
        case Near(parts) | Unquoted(parts, "near"):
            for column in fields:
                within = covered(verifier.spans(node, column))
                for part in parts:
                    yield column, covered(_inside(verifier.spans(part, column), within))
        case Heading(term):
            pieces = heading_pieces(term)
            starts = verifier.columns["keywords"].run(pieces) << 1
            yield "keywords", covered({len(pieces) - 2: starts})
        case _:
            for column in fields:
                yield column, covered(verifier.spans(node, column))


def _inside(spans: Spans, within: int) -> Spans:
    """The stretches of which every word is within."""
    found = {}
    for length, starts in spans.items():
        for step in range(length):
            starts &= within >> step
        found[length] = starts
    return found


def _runs(text: Text, column: str, bits: int) -> Iterator[Highlight]:
    """Words that follow each other as one mark."""
    before: tuple[int, Highlight] | None = None
    for number, found in where_words_stand(text, column):
        if not bits >> number & 1:
            continue
        if before and before[0] == number - 1 and before[1].value == found.value:
            found = Highlight(column, found.value, before[1].start, found.end)
        elif before:
            yield before[1]
        before = (number, found)
    if before:
        yield before[1]


def where_words_stand(text: Text, column: str) -> Iterator[tuple[int, Highlight]]:
    """Each word of a column by its number, and its place in the text as it was given."""
    is_list = column in LISTS
    number = 1 if is_list else 0
    for value, given in enumerate(text.values(column)):
        offset = 0
        for part in qualified(given) if is_list else [given]:
            places = list(places_of(part))
            for start, end in places:
                yield number, Highlight(column, value, start + offset, end + offset)
                number += 1
            number += bool(places)
            offset += len(part) + 1
