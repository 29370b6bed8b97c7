"""The platforms' own rules, read from `profiles/*.toml`: dated, each with its source, for a librarian to correct.

Where vendors or guides contradict each other a rule is marked `contested`, and whatever is written by it says so.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.searching.tree import Fields, Joined, Wildcard

PLATFORMS = ("ebsco", "ovid", "scopus", "wos", "pubmed", "proquest", "embase", "cochrane", "lens")
READABLE = PLATFORMS[:-1]
Style = Literal["prefix", "dotted", "equals", "call", "bracket", "colon", "before"]
Named = Literal["and", "or", "not"]


class Source(Frozen, frozen=True):
    """Where a rule was read, how strong the source is (vendor, guide, secondary), and what it says in our words."""

    id: str
    title: str
    seen: str
    strength: str
    says: str
    address: str = ""


class Operators(Frozen, frozen=True):
    """Spellings of the three operators, the first is written. `order`: what is worked out first; together: in turn."""

    order: tuple[tuple[str, ...], ...]
    and_: tuple[str, ...] = msgspec.field(name="and")
    or_: tuple[str, ...] = msgspec.field(name="or")
    not_: tuple[str, ...] = msgspec.field(name="not")
    most: int | None = None
    source: str = ""

    def spelled(self, name: Named) -> str:
        """How the operator is written."""
        return {"and": self.and_, "or": self.or_, "not": self.not_}[name][0]


class Bare(Frozen, frozen=True):
    """The number that a proximity operator stands for when none is given."""

    word: str
    n: int


class Proximity(Frozen, frozen=True):
    """One proximity operator. The number printed is k + `more`; `only`: it has no number and is this k alone."""

    read: str
    write: str
    more: int = 0
    ordered: bool = False
    only: int | None = None
    bare: Bare | None = None
    contested: bool = False
    source: str = ""


class NearRules(Frozen, frozen=True):
    """How proximity is said at all: an operator, PubMed's field with a distance, or Lucene's slop after a phrase."""

    style: Literal["operator", "field", "slop"] = "operator"
    fields: tuple[frozenset[str], ...] = ()
    groups_contested: bool = False
    mixed_contested: bool = False
    source: str = ""


class UnquotedRule(Frozen, frozen=True):
    """How two words side by side without quotation marks are taken."""

    joined: Joined
    k: int = 0
    contested: bool = False
    source: str = ""


class Wildcards(Frozen, frozen=True):
    """Signs and how many letters they stand for (-1: any number). `stem`: letters that must stand before the first.

    `any_word`: `*` as a word of its own inside a phrase stands for any one word.
    """

    signs: dict[str, tuple[int, int]]
    limited: str = ""
    write_limited: str = ""
    most: int | None = None
    stem: int = 1
    leading: bool = True
    end_only: bool = False
    in_quotes: bool = True
    any_word: bool = False
    contested: tuple[str, ...] = ()
    source: str = ""

    @property
    def reserved(self) -> frozenset[str]:
        """Signs that are read as a wildcard, or as the beginning of one, wherever they stand in a word."""
        return frozenset(sign for sign in "*?#$" if sign in self.signs or f"\\{sign}" in self.limited)

    def sign_of(self, wildcard: Wildcard) -> str | None:
        """The sign for exactly this wildcard."""
        asked = (wildcard.least, -1 if wildcard.most is None else wildcard.most)
        return next((sign for sign, means in self.signs.items() if means == asked), None)

    def meaning(self, sign: str) -> Wildcard:
        """What a sign stands for."""
        least, most = self.signs[sign]
        return Wildcard(least, None if most < 0 else most)


class Tag(Frozen, frozen=True):
    """A field code and the fields it searches; `written` where it is also the one to write."""

    tag: str
    means: frozenset[str]
    written: bool = True


class FieldRules(Frozen, frozen=True, dict=True):
    """Field codes, where they stand, and what is searched without one. `joins`: codes can be joined by commas."""

    style: Style
    default: frozenset[str]
    tags: tuple[Tag, ...]
    joins: bool = False
    groups: bool = True
    source: str = ""

    @cached_property
    def by_code(self) -> dict[str, Fields]:
        """What each code searches, the code in lower case."""
        return {tag.tag.lower(): tag.means for tag in self.tags}

    def codes_for(self, fields: Fields) -> tuple[str, ...]:
        """The codes that search exactly these fields: one, or where codes join several. Empty where there are none."""
        single = next((tag.tag for tag in self.tags if tag.written and tag.means == fields), None)
        if single:
            return (single,)
        if not self.joins:
            return ()
        parts: list[Tag] = []
        for tag in self.tags:
            if tag.written and tag.means <= fields and not any(tag.means <= part.means for part in parts):
                parts = [part for part in parts if not part.means <= tag.means] + [tag]
        found: Fields = frozenset().union(*(part.means for part in parts))
        return tuple(part.tag for part in parts) if found == fields else ()


class HeadingForm(Frozen, frozen=True):
    """One way to ask for a subject heading; without `write` it is read only."""

    read: str
    vocabulary: str
    write: str = ""
    explode: bool = False
    major: bool = False


class DateForm(Frozen, frozen=True):
    """One way to limit by date. `day`: how a day is written; without it the form knows years alone."""

    read: str
    write: str = ""
    day: str = ""
    open: tuple[str, str] = ("", "")
    contested: bool = False
    source: str = ""


class LanguageForm(Frozen, frozen=True):
    """How one language is asked for."""

    read: str
    write: str


class LineRules(Frozen, frozen=True):
    """How another line of the search is named, a run of lines, and a line with limits; empty where there are none.

    `count` is how the hits of a line stand behind it where a search history is copied, besides those behind a tab.
    """

    read: str = ""
    write: str = ""
    range: str = ""
    limit: str = ""
    count: str = ""


class Quotes(Frozen, frozen=True):
    """The quotation mark that is written and those that are read."""

    write: str = '"'
    read: str = '"'


class Platform(Frozen, frozen=True):
    """All that is known of how one platform is searched. `checked`: when a person last went through it."""

    id: str
    name: str
    checked: str
    operators: Operators
    unquoted: UnquotedRule
    wildcards: Wildcards
    fields: FieldRules
    sources: tuple[Source, ...]
    proximity: tuple[Proximity, ...] = ()
    near: NearRules = NearRules()
    quotes: Quotes = Quotes()
    headings: tuple[HeadingForm, ...] = ()
    dates: tuple[DateForm, ...] = ()
    languages: LanguageForm | None = None
    lines: LineRules = LineRules()
    reads: bool = True
    thesaurus: bool = False

    def source(self, id: str) -> Source | None:
        """The source of a rule."""
        return next((source for source in self.sources if source.id == id), None)

    def proximity_for(self, k: int, ordered: bool) -> Proximity | None:
        """The operator that says this distance exactly."""
        for each in self.proximity:
            if each.ordered == ordered and each.only in (None, k):
                return each
        return None


@cache
def platform(id: str) -> Platform:
    """The profile of a platform. Raises KeyError for one that is not known."""
    if id not in PLATFORMS:
        raise KeyError(id)
    text = (files("plethu.searching") / "profiles" / f"{id}.toml").read_text("utf-8")
    return msgspec.convert({"id": id, **tomllib.loads(text)}, Platform)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A rule's pattern, without regard to case."""
    return re.compile(text, re.IGNORECASE)
