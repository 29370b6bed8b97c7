"""A whole strategy for another platform: line by line, as numbered lines, and as one search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plethu.searching.changes import Change, Note, Written
from plethu.searching.known_words import KnownWords, known_words
from plethu.searching.platforms import platform
from plethu.searching.strategy import Strategy, formula_of, whole
from plethu.searching.tree import Fields, Line, Node, walk
from plethu.searching.writing import write

MOST_NODES = 200_000


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One block as it is written. `name` and `title` are the block's; `number` is its line there, from 1."""

    name: str
    title: str
    number: int
    written: Written


@dataclass(frozen=True, slots=True)
class WrittenStrategy:
    """A strategy for one platform.

    `formula` joins the lines by their numbers; `whole` is all as one search; `numbered` is what databases that run line
    by line take, empty where the platform has no lines. `whole.text` is empty where the formula cannot run.
    """

    platform: str
    lines: tuple[WrittenLine, ...]
    formula: Written
    whole: Written
    numbered: str

    @property
    def effects(self) -> tuple[Change, ...]:
        """What happened to the meaning of the lines, each kind once."""
        found = {change for line in self.lines for change in line.written.effects} - {Change.EXACT}
        return tuple(change for change in Change if change in found) or (Change.EXACT,)


def write_strategy(
    strategy: Strategy, platform_id: str, *, words: Sequence[str] | None = None, fields: Fields | None = None
) -> WrittenStrategy:
    """Write a strategy for a platform; `words` and `fields` as for `write`."""
    known = known_words(words)
    lines, formula = write_lines(strategy, platform_id, words=known, fields=fields)
    return WrittenStrategy(
        platform_id,
        lines,
        formula,
        _whole(strategy, platform_id, known, fields),
        _numbered(platform_id, lines, formula, formula_of(strategy)),
    )


def write_lines(
    strategy: Strategy,
    platform_id: str,
    *,
    words: Sequence[str] | KnownWords | None = None,
    fields: Fields | None = None,
) -> tuple[tuple[WrittenLine, ...], Written]:
    """The lines of a strategy and the formula over their numbers: quick, whatever the lines unfold to."""
    words = known_words(words)
    numbers = {block.name: str(number) for number, block in enumerate(strategy.blocks, 1)}
    lines = tuple(
        WrittenLine(
            block.name,
            block.title,
            number,
            write(block.tree, platform_id, source=strategy.platform, words=words, fields=fields, lines=numbers),
        )
        for number, block in enumerate(strategy.blocks, 1)
    )
    return lines, write(formula_of(strategy), platform_id, lines=numbers)


def _whole(strategy: Strategy, platform_id: str, words: KnownWords | None, fields: Fields | None) -> Written:
    """All as one search; impossible where names are missing, turn in a circle, or unfold beyond measure."""
    nothing = Note("whole-impossible", Change.IMPOSSIBLE)
    trees = {block.name: block.tree for block in reversed(strategy.blocks)}
    try:
        if _unfolded(formula_of(strategy), trees, {}) > MOST_NODES:
            return Written("", (nothing,))
        return write(whole(strategy), platform_id, source=strategy.platform, words=words, fields=fields)
    except (KeyError, RecursionError):
        return Written("", (nothing,))


def _unfolded(node: Node, trees: Mapping[str, Node], sizes: dict[str, int]) -> int:
    """How many nodes there are once every name is what it stands for, found without unfolding anything.

    Lines that name others several times double with each step. Raises KeyError and RecursionError as `whole` does.
    """
    count = 0
    for each in walk(node):
        if isinstance(each, Line):
            if each.name not in sizes:
                sizes[each.name] = _unfolded(trees[each.name], trees, sizes)
            count += sizes[each.name]
        else:
            count += 1
    return count


def _numbered(platform_id: str, lines: tuple[WrittenLine, ...], formula: Written, joining: Node) -> str:
    """Each line behind its number, the formula last; empty where a line is impossible or the platform has no lines."""
    form = platform(platform_id).lines.write
    texts = [line.written.text for line in lines]
    if not isinstance(joining, Line):
        texts.append(formula.text)
    if not (form and all(texts)):
        return ""
    return "\n".join(f"{form.format(name=number)}\t{text}" for number, text in enumerate(texts, 1)) + "\n"
