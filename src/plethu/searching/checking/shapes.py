"""Groups of terms as they can be found again in another translation: by what they hold, not by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from plethu.searching.checking.words_found import Token, tokens
from plethu.searching.tree import ANY, And, Heading, Near, Node, Or, Term, Wildcard, terms, walk

Words: TypeAlias = tuple[Token, ...]
Held: TypeAlias = frozenset[Words]
ALIKE = 0.6  # of all terms of two groups: the share that both hold, from which they count as the same group


@dataclass(frozen=True, slots=True)
class Group:
    """An operator with what each of its parts holds."""

    node: And | Or | Near
    parts: frozenset[Held]

    @property
    def held(self) -> Held:
        """All terms in it."""
        return frozenset().union(*self.parts)


def terms_held(node: Node) -> dict[Words, Term]:
    """The terms below a node by their words; the first where several are the same."""
    found: dict[Words, Term] = {}
    for term in terms(node):
        if not isinstance(term, Heading):
            found.setdefault(_any_end(tokens(term)), term)
    return found


def _any_end(words: Words) -> Words:
    """The words with every limited open end unlimited: how long an end may be is the platform's, not the searcher's."""
    return tuple(
        tuple(ANY if isinstance(part, Wildcard) and part.least == 0 and part.most != 1 else part for part in word)
        for word in words
    )


def title_words(title: str) -> Words:
    """A title as words, to be told from terms."""
    return tuple((word,) for word in re.findall(r"\w+", title.casefold()))


def groups(tree: Node) -> Iterator[Group]:
    """The proximities and ANDs of a tree with their parts, and ORs of several such or of terms."""
    for node in walk(tree):
        if isinstance(node, And | Near | Or):
            yield Group(node, frozenset(frozenset(terms_held(part)) for part in node.parts))


def matching(group: Group, others: list[Group]) -> Group | None:
    """The group with the same parts; else of proximities and ANDs the one most alike, if any is alike enough."""
    same = next((other for other in others if other.parts == group.parts), None)
    if same or isinstance(group.node, Or):
        return same
    near = [(likeness(group, other), other) for other in others if isinstance(other.node, And | Near)]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def likeness(one: Group, two: Group) -> float:
    """The share of all terms of two groups that both hold, 0 to 1."""
    together = one.held | two.held
    return len(one.held & two.held) / len(together) if together else 0.0
