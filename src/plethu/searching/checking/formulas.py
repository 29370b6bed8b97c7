"""Whether the blocks and the formula fit: every name there, none twice, none left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding
from plethu.searching.strategy import Strategy
from plethu.searching.tree import Line, Node, walk


def formulas(strategy: Strategy) -> Iterator[Finding]:
    """Names that are missing, that lead back to themselves, that stand twice or are not used."""
    names = [block.name for block in strategy.blocks]
    for name, count in Counter(names).items():
        if count > 1:
            yield found("block-name-twice", name, block=name, name=name, count=str(count))
    yield from _missing(strategy, names)
    yield from (found("formula-circular", name, block=name, name=name) for name in _circular(strategy))
    yield from _left_over(strategy, names)


def _missing(strategy: Strategy, names: list[str]) -> Iterator[Finding]:
    trees: list[tuple[str, Node]] = [(block.name, block.tree) for block in strategy.blocks]
    if strategy.formula:
        trees.append(("", strategy.formula))
    for block, tree in trees:
        said = set()
        for line in _lines(tree):
            if line.name not in names and line.name not in said:
                said.add(line.name)
                yield found(
                    "formula-name-missing",
                    line.name,
                    block=block,
                    place=line.place,
                    name=line.name,
                    names=", ".join(names),
                )


def _circular(strategy: Strategy) -> Iterator[str]:
    """Blocks that need themselves. Each name is gone through once, however often it is used."""
    needs = {block.name: {line.name for line in _lines(block.tree)} for block in reversed(strategy.blocks)}
    settled: set[str] = set()
    while True:
        ready = {
            name for name, needed in needs.items() if name not in settled and not (needed & needs.keys()) - settled
        }
        if not ready:
            break
        settled |= ready
    waiting = [name for name in needs if name not in settled]
    yield from sorted(name for name in waiting if _reaches(name, needs))


def _reaches(name: str, needs: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(needs[name])
    while waiting:
        now = waiting.pop()
        if now == name:
            return True
        if now not in seen:
            seen.add(now)
            waiting.extend(needs.get(now, ()))
    return False


def _left_over(strategy: Strategy, names: list[str]) -> Iterator[Finding]:
    if len(names) < 2:
        return
    used = {line.name for block in strategy.blocks for line in _lines(block.tree)}
    if strategy.formula:
        used |= {line.name for line in _lines(strategy.formula)}
    elif used:
        used.add(names[-1])  # the last line is the search: nothing uses it
    else:
        yield found("formula-absent", "", names=", ".join(names))
        return
    for name in dict.fromkeys(names):
        if name not in used:
            yield found("block-unused", name, block=name, name=name)


def _lines(tree: Node) -> Iterator[Line]:
    return (node for node in walk(tree) if isinstance(node, Line))
