"""A search as a tree that says what is meant, whatever the platform's way to write it.

Distances are kept as `k`: the most words allowed *between* the operands. EBSCO's N2, Ovid's ADJ3 and Embase's NEAR/3
are all k = 2. Wildcards are kept as how many letters they stand for. Each node knows where it stood in what was read
(`place`); places take no part in comparing trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Fields: TypeAlias = frozenset[str]
Joined: TypeAlias = Literal["phrase", "near", "and", "mapped"]
MOST_DEEP = 60


@dataclass(frozen=True, slots=True)
class Place:
    """From which character to which (not included) of the text that was read. Both 0: not read from anywhere."""

    start: int = 0
    end: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Letters left open: at least `least`, at most `most` (None: any number)."""

    least: int
    most: int | None


ANY = Wildcard(0, None)
ONE = Wildcard(1, 1)
MAYBE = Wildcard(0, 1)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, cut at its wildcards: `colo`, MAYBE, `r`. A hyphen stays inside; searched, it parts words."""

    parts: tuple[str | Wildcard, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order; typed in quotation marks, also where it is one word."""

    words: tuple[Word, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unquoted:
    """Two or more words typed side by side without quotation marks, and how the platform takes them.

    `mapped` is PubMed's automatic term mapping: run here as AND. `k` counts for `near` alone.
    """

    words: tuple[Word, ...]
    joined: Joined
    k: int = 0
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: tuple[Node, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more parts."""

    parts: tuple[Node, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Not:
    """What the first finds without what the second finds."""

    kept: Node
    dropped: Node
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Parts in one field with at most `k` other words between them.

    Two parts: `k` words between the end of one and the start of the other; they may not overlap. `ordered`: the first
    part stands first. More than two parts (PubMed's `"a b c"[tiab:~k]`): all in one stretch that holds at most `k`
    words besides theirs. A part is a Word, a Phrase, an Or of those, or another Near.
    """

    parts: tuple[Node, ...]
    k: int
    ordered: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fielded:
    """A part searched in these fields only. Without it, a search is made in the fields that the platform defaults to.

    `title`, `abstract`, `keywords` (the authors'), `headings` (of the database), `author`, `affiliation`, `journal`,
    `full` (the full text).
    """

    node: Node
    fields: Fields
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A subject heading of one vocabulary (`mesh`, `cinahl`, `apa`, `emtree`, `subject` for what names none)."""

    term: str
    vocabulary: str
    explode: bool = False
    major: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """Published from `start` to `end`, both included: `2020`, `2020-03` or `2020-03-01`; empty is open."""

    start: str
    end: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Written in one of these languages: ISO 639-1 codes."""

    codes: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """Whatever another line or block found, by its name: `A`, `3`."""

    name: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Node: TypeAlias = Word | Phrase | Unquoted | And | Or | Not | Near | Fielded | Heading | Dated | InLanguage | Line
Term: TypeAlias = Word | Phrase | Unquoted | Heading


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, left to right; the words of a phrase are no parts of their own."""
    match node:
        case And(parts) | Or(parts) | Near(parts):
            return parts
        case Not(kept, dropped):
            return (kept, dropped)
        case Fielded(inner, _):
            return (inner,)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, each before its parts, left to right."""
    waiting = [node]
    while waiting:
        now = waiting.pop()
        yield now
        waiting.extend(reversed(children(now)))


def terms(node: Node) -> Iterator[Term]:
    """Words, phrases, unquoted pairs and headings, left to right."""
    for each in walk(node):
        if isinstance(each, Word | Phrase | Unquoted | Heading):
            yield each


def plain(node: Term) -> str:
    """A term in one neutral way to write it: `*` any letters, `?` one, `~` one or none, `"` where it was quoted."""
    match node:
        case Word(parts):
            return "".join(part if isinstance(part, str) else _sign(part) for part in parts)
        case Phrase(words):
            return '"' + " ".join(map(plain, words)) + '"'
        case Unquoted(words):
            return " ".join(map(plain, words))
        case Heading(term):
            return term


def _sign(wildcard: Wildcard) -> str:
    known = {ANY: "*", ONE: "?", MAYBE: "~"}
    return known.get(wildcard) or f"*{{{wildcard.least},{wildcard.most}}}"
