"""From what is stored to what the library understands: blocks read into trees, faults with the place to underline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plethu.reporting.search_told import fault_sentence
from plethu.searching import strategy as library
from plethu.searching.cleaning import clean
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.reading import read
from plethu.searching.strategy_reading import read_formula, read_strategy
from plethu.searching.tree import And, Fielded, Line, Node, Not, Or, Term, plain, terms, walk
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.strategies.blocks import Block, new_key
from plethu_web.strategies.marked import Mark, excerpt
from plethu_web.strategies.models import Strategy, Version
from plethu_web.strategies.queries.strategies import blocks_of


@dataclass(frozen=True, slots=True)
class Understood:
    """A version as the library reads it. `strategy` is None where nothing can be run: there are faults, or no text.

    The places of faults and remarks are those of the cleaned text of their block, or of the formula. `written` is the
    strategy for the checks, which also say what is wrong with a formula that names blocks that are not there.
    """

    strategy: library.Strategy | None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()
    empty: tuple[str, ...] = ()
    written: library.Strategy | None = None


def understand(row: Strategy, version: Version) -> Understood:
    """Read a version. Blocks that nobody has written yet are left out and named."""
    return understand_blocks(row, blocks_of(version), version.formula)


def understand_blocks(row: Strategy, blocks: Iterable[Block], formula: str) -> Understood:
    """Read blocks and a formula as they stand."""
    made: list[library.Block] = []
    faults: list[Fault] = []
    remarks: list[Fault] = []
    empty: list[str] = []
    for block in blocks:
        if not block.text.strip():
            empty.append(block.name)
            continue
        found = read(block.text, row.platform)
        faults += [replace(fault, block=block.name) for fault in found.faults]
        remarks += [replace(fault, block=block.name) for fault in found.remarks]
        if found.tree:
            made.append(library.Block(block.name, block.title, found.tree, found.cleaned.text))
    tree: Node | None = None
    is_read = bool(made) and not faults
    if formula.strip():
        tree, wrong = _formula(formula, [block.name for block in made])
        faults += wrong
        is_read = is_read and tree is not None
    whole = library.Strategy(row.platform, tuple(made), tree, row.name, row.database, formula) if is_read else None
    return Understood(None if faults else whole, tuple(faults), tuple(remarks), tuple(empty), whole)


def faults_in(text: str, platform: str) -> tuple[Fault, ...]:
    """What keeps a block's text from being read; nothing for a block that is still empty."""
    return read(text, platform).faults if text.strip() else ()


def faults_in_formula(formula: str, names: Iterable[str]) -> tuple[Fault, ...]:
    """What is wrong with a formula over blocks of these names; nothing for an empty one."""
    return tuple(_formula(formula, names)[1]) if formula.strip() else ()


def _formula(formula: str, names: Iterable[str]) -> tuple[Node | None, list[Fault]]:
    try:
        tree = read_formula(formula)
    except Unreadable as unreadable:
        return None, list(unreadable.faults)
    known = set(names)
    unknown = [line for line in lines_in(tree) if line.name not in known]
    return tree, [Fault("line-missing", line.place, {"name": line.name}) for line in unknown]


def names_used(formula: str) -> set[str]:
    """The names of the blocks that a formula joins; none where it cannot be read."""
    try:
        return {line.name for line in lines_in(read_formula(formula))} if formula.strip() else set()
    except Unreadable:
        return set()


def formula_renamed(formula: str, old: str, new: str) -> str:
    """The formula with another name for a block; as it was where it cannot be read or does not name it."""
    if old == new or old not in names_used(formula):
        return formula
    for line in sorted(lines_in(read_formula(formula)), key=lambda line: -line.place.start):
        if line.name == old:
            formula = formula[: line.place.start] + new + formula[line.place.end :]
    return formula


def lines_in(node: Node) -> list[Line]:
    """The names in a tree, left to right."""
    return [each for each in walk(node) if isinstance(each, Line)]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was made of a pasted strategy: blocks and the formula, or the faults.

    Places of faults are those of the text of their block, which `texts` has by name.
    """

    blocks: list[Block]
    formula: str
    faults: tuple[Fault, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


def from_pasted(text: str, platform: str) -> Pasted:
    """Blocks and formula of a whole strategy; one empty block for no text at all."""
    if not text.strip():
        return Pasted([Block(new_key(), "A")], "", ())
    found = read_strategy(text, platform)
    if found.strategy is None:
        return Pasted([], "", found.faults, found.texts)
    blocks = [Block(new_key(), each.name, each.title, each.text) for each in found.strategy.blocks]
    return Pasted(blocks, found.strategy.formula_text, ())


def told(faults: Sequence[Fault], text: str, field: str) -> list[dict[str, Any]]:
    """Faults of one text for a page: the sentence, the field it leads to, and the text with the place underlined."""
    return told_of(faults, {fault.block: clean(text).text for fault in faults}, field)


def told_of(faults: Sequence[Fault], texts: Mapping[str, str], field: str) -> list[dict[str, Any]]:
    """Faults of several blocks, whose texts are given by name."""
    return [
        {"text": sentence(fault), "href": f"#{field}", "shown": underlined(texts.get(fault.block, ""), fault)}
        for fault in faults
    ]


def sentence(fault: Fault) -> str:
    """What is wrong and what to write instead."""
    said = fault_sentence(fault, reading())
    return _("Line %(line)s: %(words)s") % {"line": fault.line, "words": said} if fault.line else said


def underlined(text: str, fault: Fault) -> SafeString:
    """The text around the place of a fault."""
    return excerpt(text, Mark(fault.place.start, fault.place.end))


def terms_in(node: Node) -> list[str]:
    """The terms of a block in the neutral writing, each once."""
    return list(dict.fromkeys(plain(term) for term in terms(node)))


def with_term(text: str, typed: str, platform: str) -> str | None:
    """The text of a block with another term joined by OR, where it stands beside the others; None where it cannot.

    What was typed before stays as it is, letter by letter. Every place that could be right is tried, and the first is
    taken in which the text then reads as the old search OR the term.
    """
    term = read(typed, platform).tree
    if term is None:
        return None
    if not text.strip():
        return typed
    before = read(text, platform).tree
    if before is None:
        return None
    for tried in _tries(text, typed, before):
        after = read(tried, platform).tree
        if after is not None and _is_joined(before, term, after):
            return tried
    return None


def _tries(text: str, typed: str, before: Node) -> Iterable[str]:
    inner = next((node for node in walk(before) if isinstance(node, Or)), None)
    body = text.rstrip()
    tail = text[len(body) :]
    if inner is not None and clean(text).text == text:
        for end in (inner.place.end, inner.place.end - 1):
            yield f"{text[:end]} OR {typed}{text[end:]}"
    if not isinstance(before, And | Not):  # where AND comes first, brackets are not needed, but people misread it
        yield f"{body} OR {typed}{tail}"
    yield f"({body}) OR {typed}{tail}"


def _is_joined(before: Node, term: Node, after: Node) -> bool:
    """Whether the new tree is the old one with the term in its first group of alternatives, or beside all of it."""
    added = term.parts if isinstance(term, Or) else (term,)
    if after in (Or((before, *added)), Or((before, term))):
        return True
    inner = next((node for node in walk(before) if isinstance(node, Or)), None)
    if inner is None or not _only_fields_above(before, inner):
        return False
    changed = _put(before, inner, Or((*inner.parts, *added)))
    return after == changed


def _only_fields_above(node: Node, inner: Node) -> bool:
    while node is not inner:
        if not isinstance(node, Fielded):
            return False
        node = node.node
    return True


def _put(node: Node, old: Node, new: Node) -> Node:
    if node is old:
        return new
    assert isinstance(node, Fielded)
    return replace(node, node=_put(node.node, old, new))


def suggested(typed: str) -> str:
    """A term in everyday words as a search takes it: several words in quotation marks."""
    words = " ".join(typed.split())
    return f'"{words}"' if " " in words and not any(sign in words for sign in '"()*?#$') else words


def plain_of(typed: str, platform: str) -> str:
    """The neutral writing of what was typed, for finding it again; empty where it is not one term."""
    tree = read(typed, platform).tree
    found: list[Term] = list(terms(tree)) if tree else []
    return plain(found[0]) if len(found) == 1 else ""
