"""Which terms of a tree are alternatives of each other, and which of them finds all that another finds.

Every term is looked up by its words or by how they begin and end, so ten thousand take no longer than they should.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from plethu.searching.checking.words_found import Token, covers, ending, is_open, literal, side_by_side, tokens
from plethu.searching.tree import Fielded, Fields, Heading, Node, Or, Phrase, Term, Unquoted, Word, children

MOST_ALIKE = 20  # of terms that begin and end alike and differ within: more are not compared
MOST_WORDS = 12  # of a longer term only the first words of a broader one are compared


@dataclass(frozen=True, slots=True)
class Member:
    """One of the alternatives of an OR, and the fields it is searched in; None is what the platform defaults to."""

    node: Node
    fields: Fields | None = None

    @property
    def term(self) -> Word | Phrase | Unquoted | None:
        """The node where it is words."""
        return self.node if isinstance(self.node, Word | Phrase | Unquoted) else None

    def includes(self, other: Member) -> bool:
        """Whether it is searched wherever the other is."""
        if self.fields is None or other.fields is None:
            return self.fields == other.fields
        return self.fields >= other.fields


@dataclass(frozen=True)
class Scope:
    """Alternatives of one OR, brackets within brackets laid open; a term that stands in no OR is a scope of its own.

    `top`: the alternatives are those of a whole block.
    """

    members: tuple[Member, ...]
    top: bool = False

    def terms(self) -> Iterator[tuple[Member, Word | Phrase | Unquoted]]:
        """The alternatives that are words or phrases, each once."""
        seen = set()
        for member in self.members:
            if term := member.term:
                kind = (member.fields, type(term), tokens(term))
                if kind not in seen:
                    seen.add(kind)
                    yield member, term

    @cached_property
    def index(self) -> Index:
        """Its terms, ready to be asked."""
        return Index(self.members)


@dataclass
class Index:
    """Terms whose words stand side by side: by all of their words, with wildcards by how they begin and end."""

    members: Iterable[Member]
    whole: dict[tuple[Token, ...], list[Member]] = field(default_factory=dict)
    by_ends: dict[str, dict[str, list[tuple[tuple[Token, ...], Member]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for member in self.members:
            if (term := member.term) and side_by_side(term):
                words = tokens(term)
                self.whole.setdefault(words, []).append(member)
                if any(map(is_open, words)):
                    with_start = self.by_ends.setdefault(literal(words[0]), {})
                    with_start.setdefault(ending(words[0]), []).append((words, member))

    def finding(self, words: tuple[Token, ...], apart: bool = False) -> Iterator[Member]:
        """Members that find all that these words find. `apart`: the words need not stand side by side."""
        longest = 1 if apart else min(len(words), MOST_WORDS)
        for start in range(len(words)):
            yield from self._from(words, start, longest)

    def _from(self, words: tuple[Token, ...], start: int, longest: int) -> Iterator[Member]:
        for length in range(1, min(longest, len(words) - start) + 1):
            yield from self.whole.get(words[start : start + length], ())
        for broad, by in self._alike(literal(words[start]), ending(words[start])):
            here = words[start : start + len(broad)]
            if len(broad) <= longest and len(here) == len(broad) and all(map(covers, broad, here)):
                yield by

    def _alike(self, first: str, last: str) -> Iterator[tuple[tuple[Token, ...], Member]]:
        """Terms with wildcards whose first word begins and ends with letters that these begin and end with."""
        for end in range(len(first) + 1):
            if by_end := self.by_ends.get(first[:end]):
                for start in range(len(last) + 1):
                    yield from islice(by_end.get(last[start:], ()), MOST_ALIKE)


def scopes(tree: Node) -> Iterator[Scope]:
    """Every scope of a tree. Each term stands in exactly one."""
    waiting: list[tuple[Node, Fields | None, bool]] = [(tree, None, True)]
    while waiting:
        node, fields, top = waiting.pop()
        if isinstance(node, Fielded):
            waiting.append((node.node, node.fields, top))
            continue
        members = tuple(alternatives(node, fields))
        if isinstance(node, Or) or members[0].term or isinstance(node, Heading):
            yield Scope(members, top)
        inner = [m for m in members if not m.term] if isinstance(node, Or) else [Member(node, fields)]
        waiting += [(part, m.fields, False) for m in reversed(inner) for part in reversed(children(m.node))]


def alternatives(node: Node, fields: Fields | None = None) -> Iterator[Member]:
    """The alternatives of an OR, through brackets and fields; of any other node, the node itself."""
    waiting: list[tuple[Node, Fields | None]] = [(node, fields)]
    while waiting:
        now, within = waiting.pop()
        if isinstance(now, Or):
            waiting += [(part, within) for part in reversed(now.parts)]
        elif isinstance(now, Fielded):
            waiting.append((now.node, now.fields))
        else:
            yield Member(now, within)


def words_of(term: Term) -> tuple[Word, ...]:
    """The words of a term as typed; none of a heading."""
    return (term,) if isinstance(term, Word) else term.words if isinstance(term, Phrase | Unquoted) else ()
