"""Words in one spelling only: what the other side of the Atlantic writes is not found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding
from plethu.searching.checking.scenes import Scene
from plethu.searching.checking.scopes import words_of
from plethu.searching.checking.spelled import spelled
from plethu.searching.checking.word_lists import SpellingPair, spelling_pairs
from plethu.searching.checking.words_found import tokens
from plethu.searching.tree import Or, Phrase, Term, Unquoted, Word, plain

PREFIXES = ("", "re", "dis", "de", "un", "mis", "micro", "inter", "self")
SHORTEST, START = 4, 3


def one_spelling(scene: Scene) -> Iterator[Finding]:
    """Terms whose other spelling no alternative of the same OR finds."""
    for scope in scene.scopes:
        for _, term in scope.terms():
            twin, sides = _twin(term)
            if twin is None or scene.has(scope, tokens(twin)):
                continue
            yield found(
                "one-spelling",
                plain(term),
                block=scene.block.name,
                place=term.place,
                instead=spelled(Or((term, twin)), scene.strategy.platform),
                term=scene.shown(term),
                twin=spelled(twin, scene.strategy.platform),
                way=sides,
            )


def _twin(term: Term) -> tuple[Term | None, str]:
    """The term as the other side writes it, and whose spelling it has: `uk` or `us`. None where there is no other."""
    made = [_other(word) for word in words_of(term)]
    sides = [side for _, side in made if side]
    if not sides:
        return None, ""
    other = tuple(word for word, _ in made)
    if isinstance(term, Phrase | Unquoted):
        return replace(term, words=other), sides[0]
    return other[0], sides[0]


def _other(word: Word) -> tuple[Word, str]:
    first = word.parts[0] if word.parts else ""
    if not isinstance(first, str) or len(first) < SHORTEST:
        return word, ""
    pieces = first.casefold().split("-")
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if changed := _respelled(piece, closed=not last or len(word.parts) == 1):
            text, side = changed
            parts = ("-".join([*pieces[:number], text, *pieces[number + 1 :]]), *word.parts[1:])
            return Word(parts), side
    return word, ""


@lru_cache(50_000)
def _respelled(piece: str, closed: bool) -> tuple[str, str] | None:
    """The letters in the other spelling and the side they had; `closed`: the word ends with them."""
    for prefix in PREFIXES:
        rest = piece.removeprefix(prefix) if piece.startswith(prefix) else ""
        for pair in _pairs_by_start().get(rest[:START], ()):
            for side, mine, other in (("uk", pair.uk, pair.us), ("us", pair.us, pair.uk)):
                if side == "us" and pair.one_way:
                    continue
                if rest.startswith(mine) and _is_it(pair, rest, mine, other, closed):
                    return prefix + other + rest[len(mine) :], side
    return None


@cache
def _pairs_by_start() -> dict[str, list[SpellingPair]]:
    by_start: dict[str, list[SpellingPair]] = {}
    for pair in spelling_pairs():
        for start in {pair.uk[:START], pair.us[:START]}:
            by_start.setdefault(start, []).append(pair)
    return by_start


def _is_it(pair: SpellingPair, rest: str, mine: str, other: str, closed: bool) -> bool:
    if any(rest.startswith(word) for word in pair.others):
        return False
    if rest.startswith(other) and len(other) > len(mine):
        return False
    ending = rest[len(mine) :]
    return not pair.whole or ending in ("", "s") or (not closed and not ending)
