"""From nodes to expressions of FTS5. What has no expression says so with None; then the verifier decides.

FTS5 knows words, words with an open end, phrases of words whose last one may have an open end, and `NEAR` of two
phrases. Groups inside NEAR and wildcards elsewhere are written out: pair by pair, and word by word of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Protocol

from plethu.searching.running.lines import Lines, tree_of
from plethu.searching.running.patterns import Piece, exact, may_share, pieces_of, pieces_of_all, stem
from plethu.searching.running.text import COLUMNS, EVERYWHERE, searched
from plethu.searching.tree import Fielded, Fields, Line, Node, Or, Phrase, Unquoted, Word

MOST_PHRASES = 500  # that one phrase with wildcards is written out to
MOST_PAIRS = 2_000  # that one Near is written out to
TOGETHER = 100  # words of one expression
FAR = 1_000_000  # words; no field is longer


class Vocabulary(Protocol):
    """Whatever knows the words that a piece with wildcards stands for; None where they are too many."""

    def words(self, piece: Piece) -> list[str] | None: ...


@dataclass(frozen=True, slots=True)
class Stretch:
    """One phrase that may stand for an operand of a Near, in these columns."""

    pieces: tuple[Piece, ...]
    fields: Fields


def stretches(node: Node, fields: Fields, lines: Lines) -> list[Stretch] | None:
    """The phrases of which any stands for a node; None for a node that is more than that."""
    match node:
        case Word():
            return [Stretch(pieces_of(node), fields)]
        case Phrase(words) | Unquoted(words, "phrase"):
            return [Stretch(pieces_of_all(words), fields)]
        case Fielded(inner, names):
            return stretches(inner, fields & searched(names), lines)
        case Line(name):
            tree = tree_of(lines[name])
            return stretches(tree, fields, lines) if tree else None
        case Or(parts):
            several = [stretches(part, fields, lines) for part in parts]
            found = [each for some in several if some is not None for each in some]
            return list(dict.fromkeys(found)) if None not in several else None
    return None


def phrases(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[str] | None:
    """A phrase as phrases of FTS5, of which any may stand; none where it has no word; None where they are too many."""
    options: list[list[str]] = []
    for number, piece in enumerate(pieces):
        if word := exact(piece):
            options.append([word])
        elif number == len(pieces) - 1 and (word := stem(piece)):
            options.append([word + "*"])
        elif (words := vocabulary.words(piece)) is not None:
            options.append(words)
        else:
            return None
    if not options:
        return []
    most = MOST_PHRASES if len(options) > 1 else None
    found = [_quoted(words) for words in islice(product(*options), most and most + 1)]
    return found if most is None or len(found) <= most else None


def _quoted(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f'"{text[:-1]}"*' if text.endswith("*") else f'"{text}"'


def any_of(found: Sequence[str], fields: Fields) -> Iterator[str]:
    """Expressions that together find any of some phrases."""
    for at in range(0, len(found), TOGETHER):
        yield in_columns(" OR ".join(found[at : at + TOGETHER]), fields)


def in_columns(expression: str, fields: Fields) -> str:
    """An expression that is to be found in some columns only."""
    if fields == EVERYWHERE:
        return expression
    return f"{{{' '.join(name for name in COLUMNS if name in fields)}}} : ({expression})"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two phrases near each other. `sure`: whatever the expression finds is right, as they can share no word."""

    left: Stretch
    right: Stretch
    expression: str
    sure: bool


def pairs(left: Sequence[Stretch], right: Sequence[Stretch], k: int, vocabulary: Vocabulary) -> list[Pair] | None:
    """Two operands of a Near, in any order, written out pair by pair; None where that would be too many."""
    if len(left) * len(right) > MOST_PAIRS:
        return None
    found: list[Pair] = []
    spelled: dict[tuple[Piece, ...], list[str]] = {}  # each is looked up once, however many it is paired with
    for each in (*left, *right):
        if each.pieces not in spelled:
            if (words := phrases(each.pieces, vocabulary)) is None:
                return None
            spelled[each.pieces] = words
    for one, other in product(left, right):
        fields = one.fields & other.fields
        these, those = spelled[one.pieces], spelled[other.pieces]
        sure = not may_share(one.pieces, other.pieces)
        for first, second in product(these, those) if fields else ():
            if len(found) == MOST_PAIRS:
                return None
            near = in_columns(f"NEAR({first} {second}, {min(k, FAR)})", fields)
            found.append(Pair(one, other, near, sure))
    return found
