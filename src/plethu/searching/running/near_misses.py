"""The nearest near-miss: what in a record almost made a node be found, and by how much it failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plethu.searching.running.highlighting import highlights, where_words_stand
from plethu.searching.running.loosening import loosened
from plethu.searching.running.spans import Spans
from plethu.searching.running.text import COLUMNS, EVERYWHERE, days, searched
from plethu.searching.running.verifying import Verifier
from plethu.searching.running.words import words_of
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
    plain,
)

FORM, ELSEWHERE, HEADING, LIMIT, APART, PARTED, PARTLY, DROPPED = 1, 2, 3, 2, 10, 900, 1_000, 1
FARTHEST, MOST_PARTS = 30, 6  # words between more than two parts; parts that are tried in every order
LONGEST_FOUND = 120  # letters of the record that are quoted


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a node was not found: worded as `search.missed.<code>` with `values`. The smaller `by`, the nearer it was."""

    code: str
    node: Node
    by: int
    values: dict[str, str] = field(default_factory=dict)


def near_misses(node: Node, verifier: Verifier, fields: Fields = EVERYWHERE) -> Iterator[Reason]:
    """What came near to making a node be found that was not, in the order of the tree."""
    match node:
        case Or(parts) | And(parts) | Unquoted(parts, "and" | "mapped"):
            for part in parts:
                if not verifier.holds(part, fields):
                    yield from near_misses(part, verifier, fields)
        case Not(kept, dropped):
            if verifier.holds(kept, fields):
                yield _dropped(node, dropped, verifier)
            else:
                yield from near_misses(kept, verifier, fields)
        case Fielded(inner, names):
            yield from _in_fields(node, inner, fields & searched(names), verifier)
        case Heading(term):
            words = Phrase(tuple(Word((word,)) for word in words_of(term)))
            if words.words and (found := _quoted(words, verifier, EVERYWHERE)):
                yield Reason("heading-as-words", node, HEADING, {"term": term, **found})
        case Dated() | InLanguage():
            yield _limit(node, verifier)
        case Line():
            return
        case _:
            yield from _words(node, verifier, fields)


def _words(node: Node, verifier: Verifier, fields: Fields) -> Iterator[Reason]:
    """A word, phrase or Near that is not in the record as it was asked for."""
    if found := _quoted(loosened(node), verifier, fields):
        yield Reason("form", node, FORM, {"term": named(node), **found})
    elif isinstance(node, Near | Phrase | Unquoted):
        parts = node.parts if isinstance(node, Near) else node.words
        k = 0 if isinstance(node, Phrase) or (isinstance(node, Unquoted) and node.joined == "phrase") else node.k
        yield from _apart(node, parts, k, verifier, fields)


def _apart(node: Node, parts: tuple[Node, ...], k: int, verifier: Verifier, fields: Fields) -> Iterator[Reason]:
    """The parts are there, but too far from each other, the wrong way round, or in different fields."""
    asked = {"term": named(node), "k": str(k)}
    is_ordered = not isinstance(node, Unquoted | Near) or (isinstance(node, Near) and node.ordered)
    for column in (name for name in COLUMNS if name in fields):
        if (between := least_between(parts, verifier, column)) is None:
            continue
        found = _first(verifier, column, verifier.spans(Near(parts, between), column))
        is_turned = is_ordered and between <= k
        code = "order" if is_turned else "apart"
        yield Reason(code, node, APART + between - k, {**asked, "between": str(between), **found})
        return
    if len(parts) > 1 and all(verifier.holds(part, fields) for part in parts):
        yield Reason("scattered", node, PARTED, asked)
    elif len(parts) > 1 and isinstance(node, Near):
        if len(there := [part for part in parts if verifier.holds(part, fields)]) == len(parts) - 1:
            missing = next(part for part in parts if part not in there)
            yield Reason("one-missing", node, PARTLY, {"term": named(node), "missing": named(missing)})


def least_between(parts: tuple[Node, ...], verifier: Verifier, column: str) -> int | None:
    """The fewest other words between the parts in any order; None where they are not all there, or far apart."""
    most = verifier.columns[column].size
    if len(parts) > 2:
        most = min(most, FARTHEST)
    if len(parts) > MOST_PARTS or not verifier.spans(Near(parts, most), column):
        return None
    least = 0
    while least < most:
        middle = (least + most) // 2
        if verifier.spans(Near(parts, middle), column):
            most = middle
        else:
            least = middle + 1
    return least


def _in_fields(node: Fielded, inner: Node, fields: Fields, verifier: Verifier) -> Iterator[Reason]:
    if found := _quoted(inner, verifier, EVERYWHERE):
        asked = ", ".join(sorted(node.fields))
        yield Reason("other-field", node, ELSEWHERE, {"term": named(inner), "asked": asked, **found})
    elif fields:
        yield from near_misses(inner, verifier, fields)


def _limit(node: Dated | InLanguage, verifier: Verifier) -> Reason:
    text = verifier.text
    if isinstance(node, InLanguage):
        values = {"asked": ", ".join(node.codes), "found": ", ".join(text.languages)}
        return Reason("language" if text.languages else "language-unknown", node, LIMIT, values)
    code = "date" if days(text.date) else "date-unknown"
    return Reason(code, node, LIMIT, {"start": node.start, "end": node.end, "found": text.date})


def _dropped(node: Not, dropped: Node, verifier: Verifier) -> Reason:
    found = _quoted(dropped, verifier, EVERYWHERE) or {"found": "", "field": ""}
    return Reason("dropped", node, DROPPED, {"term": named(dropped), **found})


def _quoted(node: Node, verifier: Verifier, fields: Fields) -> dict[str, str]:
    """The first thing in the record that a node finds, as written, and its field; nothing where it finds none."""
    if not verifier.holds(node, fields):
        return {}
    for column in (name for name in COLUMNS if name in fields):
        if spans := verifier.spans(node, column):
            return _first(verifier, column, spans)
    for mark in highlights(node, verifier.text, verifier.lines):
        written = verifier.text.values(mark.column)[mark.value][mark.start : mark.end]
        return {"found": written[:LONGEST_FOUND], "field": mark.column}
    return {}


def _first(verifier: Verifier, column: str, spans: Spans) -> dict[str, str]:
    """The first of the shortest stretches, as it is written in the record."""
    length = min(spans)
    start = (spans[length] & -spans[length]).bit_length() - 1
    places = [mark for number, mark in where_words_stand(verifier.text, column) if start <= number < start + length]
    values = verifier.text.values(column)
    same = [mark for mark in places if mark.value == places[0].value]
    written = values[same[0].value][same[0].start : same[-1].end]
    written += "".join(f"; {values[mark.value][mark.start : mark.end]}" for mark in places[len(same) :])
    return {"found": written[:LONGEST_FOUND], "field": column}


def named(node: Node) -> str:
    """A node in one short line."""
    match node:
        case Word() | Phrase() | Unquoted() | Heading():
            return plain(node)
        case Near(parts) | Or(parts) | And(parts):
            first = [named(part) for part in parts[:2]]
            more = ["…"] if len(parts) > 2 else []
            joint = " … " if isinstance(node, Near) else " / " if isinstance(node, Or) else " + "
            return joint.join([*first, *more])
        case Fielded(inner):
            return named(inner)
        case Line(name):
            return name
    return ""
