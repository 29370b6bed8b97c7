"""Whether a term, as it is written for a platform, is read there as that term and as nothing else."""

from __future__ import annotations

from functools import lru_cache

from plethu.searching.faults import Unreadable
from plethu.searching.platforms import Platform, platform
from plethu.searching.printing import term_text
from plethu.searching.tokens import tokens_of
from plethu.searching.tree import Node, Unquoted, Word

_FIELD_AFTER = {"dotted": ".{}.", "colon": ":{}", "bracket": "[{}]"}


def is_read_back(node: Word | Unquoted, rules: Platform) -> bool:
    """Whether a word, or words side by side, stay what they are between operators and before a field code."""
    words = node.words if isinstance(node, Unquoted) else (node,)
    text = term_text(node, rules)
    if _words_between_operators(text, rules.id) != words:
        return False
    after = _FIELD_AFTER.get(rules.fields.style, "").format(rules.fields.tags[0].tag)
    return not after or _words_between_operators(text, rules.id, after) == words


@lru_cache(maxsize=8192)
def _words_between_operators(text: str, platform_id: str, after: str = "") -> tuple[Node | None, ...]:
    """The words that are read from a text between two operators; none where anything there is read otherwise.

    What follows is `x/`, a heading on Ovid, so that `exp` before it shows.
    """
    rules = platform(platform_id)
    joined = rules.operators.spelled("and")
    try:
        tokens = tokens_of(f"x {joined} {text}{after} {joined} x/", rules)
    except Unreadable:
        return ()
    kinds = [token.kind for token in tokens]
    tail = ["after", "operator"] if after else ["operator"]
    inner = tokens[2 : -len(tail) - 1]
    is_apart = kinds[:2] == ["word", "operator"] and kinds[-len(tail) - 1 : -1] == tail
    return tuple(token.node for token in inner) if is_apart and all(each.kind == "word" for each in inner) else ()
