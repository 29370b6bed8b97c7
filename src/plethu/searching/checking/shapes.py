"""Groups of terms as they can be found again in another translation: by what they hold, not by where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from plethu.searching.checking.words_found import Token, tokens
from plethu.searching.tree import ANY, And, Heading, Near, Node, Or, Term, Wildcard, terms, walk

Words: TypeAlias = tuple[Token, ...]
Held: TypeAlias = frozenset[Words]
MOST_LEFT = 50  # groups without the same parts: more are not compared one by one
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


def paired(first: Iterable[Group], second: Iterable[Group]) -> list[tuple[Group, Group | None]]:
    """Each group of the first with its counterpart in the second; none is the counterpart of two.

    Those that are the same go first, then those with the same parts, then of proximities and ANDs the most alike.
    """
    mine, left = list(first), list(second)
    found: dict[int, Group] = {}
    for alike in (_same, _same_parts, None):
        for group in mine:
            if id(group) not in found and (other := _counterpart(group, left, alike)):
                found[id(group)] = other
                left = [each for each in left if each is not other]
    return [(group, found.get(id(group))) for group in mine]


def _counterpart(group: Group, left: list[Group], alike: Callable[[Group, Group], bool] | None) -> Group | None:
    if alike:
        return next((other for other in left if alike(group, other)), None)
    if isinstance(group.node, Or):
        return None
    near = [(likeness(group, other), other) for other in left[:MOST_LEFT] if isinstance(other.node, And | Near)]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _same(one: Group, two: Group) -> bool:
    return _kind(one) == _kind(two) and one.parts == two.parts


def _same_parts(one: Group, two: Group) -> bool:
    return one.parts == two.parts


def _kind(group: Group) -> tuple[object, ...]:
    node = group.node
    return (Near, node.k, node.ordered) if isinstance(node, Near) else (type(node),)


def likeness(one: Group, two: Group) -> float:
    """The share of all terms of two groups that both hold, 0 to 1."""
    together = one.held | two.held
    return len(one.held & two.held) / len(together) if together else 0.0
