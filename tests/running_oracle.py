"""A slow reading of a search, written apart from the library: every place, every order, no shortcut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations, product

from plethu.searching.running import Text
from plethu.searching.tree import (
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

FIELDS = ("title", "abstract", "keywords")
Stretch = tuple[str, int, int]  # a field, the first word, the word after the last


def parted(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if unicodedata.category(c)[0] != "M")
    return re.sub(r"[\W_]", " ", bare.casefold()).split()


class Oracle:
    """One record, read again for each question."""

    def __init__(self, text: Text, lines: Mapping[str, Node]) -> None:
        self.text, self.lines = text, lines
        self.words: dict[str, list[str | None]] = {}
        for field in FIELDS:
            value = text.fields.get(field, "")
            if isinstance(value, str) and field != "keywords":
                self.words[field] = list(parted(value))
                continue
            self.words[field] = [None]
            for each in [value] if isinstance(value, str) else value:
                self.words[field] += [*parted(each), None] if parted(each) else []

    def finds(self, node: Node, fields: Sequence[str] = FIELDS) -> bool:
        match node:
            case And(parts):
                return all(self.finds(part, fields) for part in parts)
            case Unquoted(words, joined) if joined in ("and", "mapped"):
                return all(self.finds(word, fields) for word in words)
            case Or(parts):
                return any(self.finds(part, fields) for part in parts)
            case Not(kept, dropped):
                return self.finds(kept, fields) and not self.finds(dropped, fields)
            case Fielded(inner, names):
                return self.finds(inner, _both(fields, names))
            case Line(name):
                return self.finds(self.lines[name], fields)
            case Heading(term):
                return any(parted(value) == parted(term) for value in self.text.fields.get("keywords", ()))
            case Dated(start, end):
                return not (start or end) or (bool(self.text.date) and self._is_between(start, end))
            case InLanguage(codes):
                return any(code in self.text.languages for code in codes)
        return any(self.stretches(node, fields))

    def _is_between(self, start: str, end: str) -> bool:
        """By as many letters of the dates as both have."""
        date = self.text.date
        after = not start or date[: len(start)] >= start[: len(date)]
        return after and (not end or date[: len(end)] <= end[: len(date)])

    def stretches(self, node: Node, fields: Sequence[str]) -> Iterator[Stretch]:
        match node:
            case Word():
                yield from self._next_to_each_other((node,), fields)
            case Phrase(words):
                yield from self._next_to_each_other(words, fields)
            case Unquoted(words, "phrase"):
                yield from self._next_to_each_other(words, fields)
            case Unquoted(words, "near", k):
                yield from self._near(words, k, False, fields)
            case Near(parts, k, ordered):
                yield from self._near(parts, k, ordered, fields)
            case Or(parts):
                for part in parts:
                    yield from self.stretches(part, fields)
            case Fielded(inner, names):
                yield from self.stretches(inner, _both(fields, names))
            case Line(name):
                yield from self.stretches(self.lines[name], fields)

    def _near(self, parts: Sequence[Node], k: int, ordered: bool, fields: Sequence[str]) -> Iterator[Stretch]:
        for field in fields:
            options = [sorted(set(self.stretches(part, [field]))) for part in parts]
            for chosen in product(*options):
                for row in [chosen] if ordered else permutations(chosen):
                    gaps = [after[1] - before[2] for before, after in pairwise(row)]
                    if all(gap >= 0 for gap in gaps) and sum(gaps) <= k:
                        yield field, row[0][1], row[-1][2]

    def _next_to_each_other(self, words: Sequence[Word], fields: Sequence[str]) -> Iterator[Stretch]:
        patterns = [pattern for word in words for pattern in _patterns(word)]
        for field in fields if patterns else ():
            there = self.words[field]
            for start in range(len(there) - len(patterns) + 1):
                pairs = zip(patterns, there[start : start + len(patterns)], strict=True)
                if all(word is not None and re.fullmatch(pattern, word) for pattern, word in pairs):
                    yield field, start, start + len(patterns)


def _both(fields: Sequence[str], names: frozenset[str]) -> list[str]:
    return [field for field in fields if field in names or (field == "keywords" and "headings" in names)]


def _patterns(word: Word) -> list[str]:
    """The regular expressions of a word, one for each of the words into which hyphens part it."""
    text = ""
    for part in word.parts:
        if isinstance(part, Wildcard):
            text += f".{{{part.least},{'' if part.most is None else part.most}}}"
        else:
            bare = unicodedata.normalize("NFKD", part.casefold())
            text += "".join(c if c.isalnum() else " " for c in bare if unicodedata.category(c)[0] != "M")
    return text.split(" ") if " " not in text else [each for each in text.split(" ") if each]
