"""A term taken less strictly, to see whether a record nearly has it: other endings, British and American spelling."""

from __future__ import annotations

import re
from dataclasses import replace

from plethu.searching.tree import MAYBE, ONE, And, Fielded, Near, Node, Not, Or, Phrase, Unquoted, Wildcard, Word

SHORTEST, ENDING = 4, 3  # letters that stay at least; letters that may follow beside those left open
_SPELLINGS = re.compile(r"(?<=i)[sz](?=[aei])|(?<=o)u?(?=r)")  # organise, organize; behaviour, behavior


def loosened(node: Node) -> Node:
    """The node with each word's ending left open, and its letters where British and American spelling differ."""
    match node:
        case Word(parts):
            return replace(node, parts=tuple(open_ for part in parts for open_ in _spelled(part, part is parts[-1])))
        case Phrase(words):
            return replace(node, words=tuple(map(_word, words)))
        case Unquoted(words):
            return replace(node, words=tuple(map(_word, words)))
        case Near(parts) | Or(parts) | And(parts):
            return replace(node, parts=tuple(map(loosened, parts)))
        case Not(kept):
            return replace(node, kept=loosened(kept))
        case Fielded(inner):
            return replace(node, node=loosened(inner))
    return node


def _word(word: Word) -> Word:
    found = loosened(word)
    assert isinstance(found, Word)
    return found


def _spelled(part: str | Wildcard, is_last: bool) -> list[str | Wildcard]:
    if isinstance(part, Wildcard):
        return [part]
    kept = part[: max(SHORTEST, len(part) - len(part) * 3 // 10)] if is_last else part
    found: list[str | Wildcard] = []
    at = 0
    for each in _SPELLINGS.finditer(kept.lower()) if len(part) > SHORTEST else ():
        found += [kept[at : each.start()], ONE if each[0] in ("s", "z") else MAYBE]
        at = each.end()
    found.append(kept[at:])
    if is_last and len(part) >= SHORTEST:
        found.append(Wildcard(0, len(part) - len(kept) + ENDING))
    return [each for each in found if each != ""]
