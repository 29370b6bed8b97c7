"""What to write instead, in a platform's own way."""

from __future__ import annotations

from plethu.searching.platforms import platform
from plethu.searching.tree import And, Near, Node, Or, Phrase, Unquoted
from plethu.searching.writing import write


def spelled(node: Node, platform_id: str) -> str:
    """The node as the platform writes it; empty where the platform has no way to say it."""
    return write(node, platform_id).text


def quoted(pair: Unquoted) -> Phrase:
    """A pair as the phrase that was probably meant."""
    return Phrase(pair.words)


def operator_of(node: And | Or | Near, platform_id: str) -> str:
    """The operator as the platform prints it: `N2`, `adj3`, `AND`."""
    rules = platform(platform_id)
    if isinstance(node, Near):
        each = rules.proximity_for(node.k, node.ordered) or rules.proximity_for(node.k, False)
        return each.write.format(n=node.k + each.more) if each else f"[{node.k}]"
    return rules.operators.spelled("and" if isinstance(node, And) else "or")
