"""What the checks of one block look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from plethu.searching.checking.scopes import Index, Member, Scope, alternatives, scopes
from plethu.searching.checking.spelled import spelled
from plethu.searching.checking.words_found import Token
from plethu.searching.platforms import Platform, platform
from plethu.searching.strategy import Block, Strategy
from plethu.searching.tree import Line, Node, Or, walk


@dataclass(frozen=True, slots=True)
class Scene:
    """One block with its scopes. `beside` holds the alternatives of other lines that an OR joins with this one."""

    strategy: Strategy
    block: Block
    scopes: tuple[Scope, ...]
    beside: Index = field(repr=False)

    @property
    def platform(self) -> Platform:
        """What is known of the platform that the strategy was written for."""
        return platform(self.strategy.platform)

    def shown(self, node: Node) -> str:
        """The node as it was typed, or in the platform's way where it was not read from a text."""
        text = self.block.text[node.place.start : node.place.end]
        return " ".join(text.split()) or spelled(node, self.strategy.platform)

    def has(self, scope: Scope, words: tuple[Token, ...]) -> bool:
        """Whether an alternative of the scope, or of a line that an OR joins with it, finds all that the words find."""
        beside = self.beside.finding(words) if scope.top else ()
        return any(True for _ in scope.index.finding(words)) or any(True for _ in beside)


def scenes(strategy: Strategy) -> tuple[Scene, ...]:
    """A scene for each block."""
    joined = _joined_lines(strategy)
    return tuple(
        Scene(strategy, block, tuple(scopes(block.tree)), Index(_beside(strategy, joined.get(block.name, set()))))
        for block in strategy.blocks
    )


def _beside(strategy: Strategy, names: set[str]) -> tuple[Member, ...]:
    blocks = (block for block in strategy.blocks if block.name in names)
    return tuple(member for block in blocks for member in alternatives(block.tree))


def _joined_lines(strategy: Strategy) -> dict[str, set[str]]:
    """Which lines an OR joins with which others, in the formula or in a line such as `1 OR 2`."""
    joined: dict[str, set[str]] = {}
    trees = [block.tree for block in strategy.blocks] + ([strategy.formula] if strategy.formula else [])
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, Or):
                names = {part.name for part in node.parts if isinstance(part, Line)}
                for name in names:
                    joined.setdefault(name, set()).update(names - {name})
    return joined
