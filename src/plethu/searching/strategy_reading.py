"""A whole strategy from text: blocks under lettered headings with a formula, or numbered lines that name each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plethu.searching.cleaning import clean
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.platforms import pattern, platform
from plethu.searching.reading import read
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import MOST_DEEP, And, Line, Node, Not, Or, Place

MOST_BLOCKS = 500
LONGEST_HEADING = 120
LONGEST_FORMULA = 20_000
_MARKDOWN = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>\S.*)")
_LETTERED = re.compile(r"(?P<name>[A-Z])[.:)]\s+(?P<title>[^\"*$?()]{1,80})")
_LETTERED_WITH_TEXT = re.compile(r"(?P<name>[A-Z])(?:[.:)]|\s*[:=])\s+(?P<text>\S.*)")
_NUMBERED = re.compile(r"\[?[#S]?(?P<name>\d{1,4})[.:)\]]?\s+(?P<text>\S.*)")
_COUNT = r"(?:\t(?:[\d,. ]+|\d\d:\d\d:\d\d|Advanced|Basic))+"  # hits, PubMed's time of day, Ovid's kind of search
_ABOVE = re.compile(  # what a copied search history has above its first line
    r"databases?(?:\(s\))?\s*:.*|search (?:strategy|history)\s*:?|[-–—_=]{3,}|#?\s*search(?:es)?\s+results\b.*", re.I
)
_FORMULA_TOKEN = re.compile(r"[()+&]|(?P<word>[A-Za-z0-9]{1,12})")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR|ADJ\d*|[NW]\d+|W/\d+)\b")


@dataclass(frozen=True, slots=True)
class StrategyRead:
    """A strategy, or the faults that keep it from being read. Faults and remarks name their block and line of the text.

    `text` is the text after cleaning. Places of faults count within the text of their block, which `texts` has by name;
    the formula's by an empty one.
    """

    strategy: Strategy | None
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    text: str
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Part:
    """A block while its lines come in; `line` is that of its first text, of its heading before there is any.

    `A: community` is a heading where a search stands below it, and else a search of one word (`may_be_text`).
    """

    name: str
    title: str
    line: int
    lines: list[str] = field(default_factory=list)
    may_be_text: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def add(self, text: str, number: int) -> None:
        self.line = self.line if self.lines else number
        self.lines.append(text)

    def close(self) -> None:
        if self.may_be_text and not self.lines:
            self.title, self.lines = "", [self.title]


def read_strategy(text: str, platform_id: str) -> StrategyRead:
    """Read a strategy. Never raises for what somebody typed."""
    cleaned = clean(text).text
    name, cut, formula_text, formula_line = _cut(cleaned, platform(platform_id).lines.count)
    parts = [part for part in cut if part.lines]
    if not parts:
        return StrategyRead(None, (Fault("nothing"),), (), cleaned)
    if len(parts) > MOST_BLOCKS:
        return StrategyRead(None, (Fault("too-many-blocks", values={"most": str(MOST_BLOCKS)}),), (), cleaned)
    faults, remarks, blocks = list(_names_twice(parts)), list(_empty(cut)), []
    for part in parts:
        found = read(part.text, platform_id)
        faults += [replace(fault, block=part.name, line=part.line) for fault in found.faults]
        remarks += [replace(remark, block=part.name, line=part.line) for remark in found.remarks]
        if found.tree:
            blocks.append(Block(part.name, part.title, found.tree, part.text, line=part.line))
    formula = None
    if formula_text:
        try:
            formula = read_formula(formula_text)
        except Unreadable as unreadable:
            faults += [replace(fault, line=formula_line) for fault in unreadable.faults]
    texts = {"": formula_text, **{part.name: part.text for part in parts}}
    if faults:
        return StrategyRead(None, tuple(faults), tuple(remarks), cleaned, texts)
    strategy = Strategy(platform_id, tuple(blocks), formula, name, formula_text=formula_text)
    return StrategyRead(strategy, (), tuple(remarks), cleaned, texts)


def _empty(parts: list[_Part]) -> Iterator[Fault]:
    for part in parts:
        if not part.lines:
            yield Fault("block-empty", values={"name": part.name}, line=part.line)


def _names_twice(parts: list[_Part]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for part in parts:
        if part.name in seen:
            yield Fault("name-twice", values={"name": part.name, "first": str(seen[part.name])}, line=part.line)
        seen.setdefault(part.name, part.line)


def _cut(text: str, count: str) -> tuple[str, list[_Part], str, int]:
    """The strategy's name, its parts, its formula and the formula's line. `count`: how hits stand behind a line."""
    counted = pattern(f"(?:{_COUNT}{'|' + count if count else ''})$")
    name, formula, formula_line = "", "", 0
    parts: list[_Part] = []
    names: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        heading = _MARKDOWN.fullmatch(line.rstrip())
        bare = heading["text"].rstrip("# \t").strip("* ") if heading else line.strip()
        if not bare or (not parts and not heading and _ABOVE.fullmatch(bare)):
            continue
        if part := _part_begun(bare, number, is_heading=heading is not None):
            parts.append(part)
            names.add(part.name)
        elif heading:
            name = name or bare
        elif _is_formula(bare, names):
            formula, formula_line = bare, number
        elif named := _NUMBERED.fullmatch(bare) or _LETTERED_WITH_TEXT.fullmatch(bare):
            parts.append(_Part(named["name"], "", number, [counted.sub("", named["text"])]))
            names.add(named["name"])
        elif parts:
            parts[-1].add(bare, number)
        else:
            parts.append(_Part("1", "", number, [bare]))
    for part in parts:
        part.close()
    if _is_newest_first(parts):
        parts.reverse()
    return name, parts, formula, formula_line


def _is_newest_first(parts: list[_Part]) -> bool:
    """Whether numbered lines stand as most screens list a history: the last one, which joins the others, on top."""
    numbers = [int(part.name) for part in parts if part.name.isdecimal()]
    return len(numbers) == len(parts) > 1 and all(later > earlier for later, earlier in pairwise(numbers))


def _part_begun(line: str, number: int, *, is_heading: bool) -> _Part | None:
    """The block that a lettered heading begins. Longer lines are searches."""
    found = _LETTERED.fullmatch(line) if len(line) <= LONGEST_HEADING else None
    if not found or (not is_heading and _OPERATOR.search(found["title"])):
        return None
    return _Part(found["name"], found["title"].strip("* "), number, may_be_text=not is_heading and line[1] == ":")


def _is_formula(text: str, names: set[str]) -> bool:
    """Whether a line holds names of blocks, operators and brackets alone; at least one name is known."""
    if re.search(r"[^A-Za-z0-9\s()+&]", text):
        return False
    words = [match["word"] for match in _FORMULA_TOKEN.finditer(text) if match["word"]]
    named = [word for word in words if word.lower() not in ("and", "or", "not")]
    letters = {word for word in named if len(word) == 1 and word.isupper()}
    return len(named) > 1 and set(named) == letters and bool(letters & names)


def read_formula(text: str) -> Node:
    """The tree of a formula over names of blocks: `A + (B or C) + D`. `+` is AND. Raises Unreadable."""
    if len(text) > LONGEST_FORMULA:
        raise Unreadable(Fault("too-long", values={"most": str(LONGEST_FORMULA)}))
    tokens = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        found = _FORMULA_TOKEN.match(text, position)
        if not found:
            raise Unreadable(Fault("formula-character", Place(position, position + 1), {"character": text[position]}))
        tokens.append((found[0], Place(position, found.end())))
        position = found.end()
    tree, at = _formula(tokens, 0, 0)
    if at < len(tokens):
        raise Unreadable(Fault("formula-odd", tokens[at][1], {"found": tokens[at][0]}))
    return tree


def _formula(tokens: list[tuple[str, Place]], at: int, deep: int) -> tuple[Node, int]:
    """An expression from here to a closing bracket or the end, and where it ends."""
    if deep > MOST_DEEP:
        raise Unreadable(Fault("too-deep", tokens[at][1] if at < len(tokens) else Place(), {"most": str(MOST_DEEP)}))
    first, at = _formula_part(tokens, at, deep)
    parts, joining = [first], ""
    while at < len(tokens) and tokens[at][0] != ")":
        text, place = tokens[at]
        operator = {"+": "and", "&": "and"}.get(text, text.lower())
        if operator not in ("and", "or", "not"):
            raise Unreadable(Fault("formula-odd", place, {"found": text}))
        if joining and (operator != joining or operator == "not"):
            raise Unreadable(Fault("formula-mixed", place))
        part, at = _formula_part(tokens, at + 1, deep)
        joining = operator
        parts.append(part)
    if not joining:
        return first, at
    place = Place(parts[0].place.start, parts[-1].place.end)
    if joining == "not":
        return Not(parts[0], parts[1], place), at
    return (And if joining == "and" else Or)(tuple(parts), place), at


def _formula_part(tokens: list[tuple[str, Place]], at: int, deep: int) -> tuple[Node, int]:
    if at >= len(tokens):
        raise Unreadable(Fault("formula-ends", tokens[-1][1] if tokens else Place()))
    text, place = tokens[at]
    if text == "(":
        node, after = _formula(tokens, at + 1, deep + 1)
        if after >= len(tokens):
            raise Unreadable(Fault("bracket-open", place))
        return node, after + 1
    if text in (")", "+", "&") or text.lower() in ("and", "or", "not"):
        raise Unreadable(Fault("formula-odd", place, {"found": text}))
    return Line(text, place), at + 1
