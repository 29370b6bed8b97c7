"""Random records and random trees over few words, so that near misses are common."""

from __future__ import annotations

import random

from plethu.searching.running import Text
from plethu.searching.tree import (
    ANY,
    MAYBE,
    ONE,
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Wildcard,
    Word,
)

_WORDS = "community communities action actions run co-run colour color été ete Straße soci social society mutual"
WORDS = _WORDS.split()
STEMS: tuple[tuple[str | Wildcard, ...], ...] = (
    ("commun", ANY), ("soci", ANY), ("colo", MAYBE, "r"), ("action", MAYBE), (ANY, "ity"), ("r", ONE, "n"),
    ("co-r", ANY), ("societ", ONE), ("act", Wildcard(2, 4)), ("soci", Wildcard(1, None)), ("ac", ANY, "n", ANY),
)  # fmt: skip
FIELDS = ("title", "abstract", "keywords", "headings", "author")
DATES = ("", "2019", "2020", "2020-03", "2020-03-15", "2021-12-31")


def text(chance: random.Random, number: int) -> Text:
    def some(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(0, most)))

    fields = {"title": some(4), "abstract": some(12), "keywords": [some(2) for _ in range(chance.randint(0, 3))]}
    languages = chance.choice(((), ("en",), ("cy",), ("cy", "en")))
    return Text(f"record {number}", fields, chance.choice(DATES), languages)


def word(chance: random.Random) -> Word:
    return Word(chance.choice(STEMS)) if chance.random() < 0.4 else Word((chance.choice(WORDS),))


def words(chance: random.Random, least: int = 1) -> tuple[Word, ...]:
    return tuple(word(chance) for _ in range(chance.randint(least, 3)))


def operand(chance: random.Random, deep: int) -> Node:
    kind = chance.choice(("word", "word", "phrase", "or", "near", "fielded", "and") if deep else ("word", "phrase"))
    match kind:
        case "phrase":
            return Phrase(words(chance))
        case "or":
            return Or(tuple(operand(chance, deep - 1) for _ in range(chance.randint(2, 3))))
        case "near":
            return near(chance, deep - 1)
        case "fielded":
            return Fielded(operand(chance, deep - 1), fields(chance))
        case "and" if chance.random() < 0.2:
            return And((word(chance), word(chance)))
    return word(chance)


def near(chance: random.Random, deep: int) -> Near:
    parts = tuple(operand(chance, deep) for _ in range(chance.choice((2, 2, 2, 3))))
    return Near(parts, chance.randint(0, 3), ordered=chance.random() < 0.3)


def fields(chance: random.Random) -> frozenset[str]:
    return frozenset(chance.sample(FIELDS, chance.randint(1, 3)))


def tree(chance: random.Random, deep: int, lines: tuple[str, ...] = ()) -> Node:
    """A tree of any kind of node."""
    leaves = ("word", "phrase", "unquoted", "near", "heading", "dated", "language", *(["line"] if lines else []))
    kind = chance.choice(("and", "or", "or", "not", "fielded", *leaves) if deep else leaves)
    match kind:
        case "and" | "or":
            parts = tuple(tree(chance, deep - 1, lines) for _ in range(chance.randint(2, 3)))
            return And(parts) if kind == "and" else Or(parts)
        case "not":
            return Not(tree(chance, deep - 1, lines), tree(chance, deep - 1, lines))
        case "fielded":
            return Fielded(tree(chance, deep - 1, lines), fields(chance))
        case "phrase":
            return Phrase(words(chance))
        case "unquoted":
            joined = chance.choice(("phrase", "near", "and", "mapped"))
            return Unquoted(words(chance, 2), joined, chance.randint(0, 3))  # type: ignore[arg-type]
        case "near":
            return near(chance, 2)
        case "heading":
            return Heading(chance.choice(WORDS), "mesh")
        case "dated":
            start, end = sorted(chance.choices(DATES, k=2))
            return Dated(start, end if chance.random() < 0.7 else "")
        case "language":
            return InLanguage(chance.choice((("en",), ("cy",), ("en", "cy"), ("de",))))
        case "line":
            return Line(chance.choice(lines))
    return word(chance)
