"""Whether a term, as it is written for a platform, is read there as that term and as nothing else."""

from __future__ import annotations

from functools import lru_cache

from plethu.searching.faults import Unreadable
from plethu.searching.platforms import Platform, platform
from plethu.searching.printing import term_text
from plethu.searching.tokens import tokens_of
from plethu.searching.tree import Unquoted, Word

_FIELD_AFTER = {"dotted": ".{}.", "colon": ":{}", "bracket": "[{}]"}


def is_read_back(node: Word | Unquoted, rules: Platform) -> bool:
    """Whether a word, or words side by side, stay what they are between operators and before a field code."""
    words = node.words if isinstance(node, Unquoted) else (node,)
    return _is_read_as(words, term_text(node, rules), rules.id)


@lru_cache(maxsize=8192)
def _is_read_as(words: tuple[Word, ...], text: str, platform_id: str) -> bool:
    """What follows is `x/`, a heading on Ovid, so that `exp` before it shows."""
    rules = platform(platform_id)
    joined = rules.operators.spelled("and")
    after = _FIELD_AFTER.get(rules.fields.style, "").format(rules.fields.tags[0].tag)
    try:
        tokens = tokens_of(f"x {joined} {text} {joined} {text}{after} {joined} x/", rules)
    except Unreadable:
        return False
    kinds = ["word"] * len(words)
    expected = ["word", "operator", *kinds, "operator", *kinds, *(["after"] if after else []), "operator"]
    found = tuple(token.node for token in tokens if token.kind == "word")
    return [token.kind for token in tokens[:-1]] == expected and found[1 : 2 * len(words) + 1] == words * 2
