"""Forms of a word that a term leaves out: its plural, its form with or without a hyphen; and stems cut too short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding, Severity
from plethu.searching.checking.joining import STOP_WORDS
from plethu.searching.checking.scenes import Scene
from plethu.searching.checking.scopes import Scope, words_of
from plethu.searching.checking.spelled import spelled
from plethu.searching.checking.word_lists import words_of as listed
from plethu.searching.checking.words_found import is_open, literal, tokens
from plethu.searching.tree import ANY, Or, Phrase, Term, Unquoted, Wildcard, Word, plain

SHORT_STEM = 4  # letters; shorter ones bring words of every kind
SHORTEST_OPEN = 4  # letters after the hyphen that a cut word must still have to be told by
PLURALS_FOUND = frozenset({"scopus"})  # platforms that find a plural by its singular, in quotation marks too
AS_THEY_STAND = frozenset({"ovid", "pubmed"})  # platforms that find no plural by a singular without quotation marks
IRREGULAR = {"child": "children", "person": "people", "woman": "women", "man": "men"}


def singular_only(scene: Scene) -> Iterator[Finding]:
    """Phrases that end in a noun in the singular, where nothing in the same OR finds the plural.

    On platforms that look for every word as it stands, single words too.
    """
    platform_id = scene.strategy.platform
    if platform_id in PLURALS_FOUND:
        return
    for scope in scene.scopes:
        for _, term in scope.terms():
            if not isinstance(term, Phrase) and not (isinstance(term, Word) and platform_id in AS_THEY_STAND):
                continue
            last = _countable(term)
            if last and not scene.has(scope, tokens(_ending(term, plural(last)))):
                yield _with_plural(scene, term, last)


def _countable(term: Phrase | Word) -> str:
    """The last word where it is the noun that is named, in the singular: in `sense of place` it is not."""
    words = tokens(term)
    if not words or is_open(words[-1]) or any(literal(word) in STOP_WORDS for word in words):
        return ""
    if isinstance(term, Phrase) and len(words) < 2 and len(term.words) < 2:
        return ""
    last = literal(words[-1])
    return last if last in listed("count_nouns") else ""


def _with_plural(scene: Scene, term: Phrase | Word, last: str) -> Finding:
    stem = last[:-1] if plural(last).endswith("ies") else last
    platform = scene.platform
    least = max(platform.wildcards.stem, SHORT_STEM if isinstance(term, Word) else 0)
    cut = (platform.wildcards.in_quotes or isinstance(term, Word)) and len(stem) >= least and last not in IRREGULAR
    instead = _ending(term, stem, open_end=True) if cut else Or((term, _ending(term, plural(last))))
    return found(
        "singular-only",
        plain(term),
        block=scene.block.name,
        place=term.place,
        instead=spelled(instead, platform.id),
        term=scene.shown(term),
        plural=plural(last),
    )


def plural(noun: str) -> str:
    """The plural of a noun in small letters."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _ending(term: Phrase | Word, letters: str, open_end: bool = False) -> Phrase | Word:
    last = term.words[-1] if isinstance(term, Phrase) else term
    before, hyphen, _ = last.parts[0].rpartition("-") if isinstance(last.parts[0], str) else ("", "", "")
    parts: tuple[str | Wildcard, ...] = (before + hyphen + letters,)
    word = Word((*parts, ANY) if open_end else parts)
    return Phrase((*term.words[:-1], word)) if isinstance(term, Phrase) else word


def hyphens(scene: Scene) -> Iterator[Finding]:
    """`co-design` does not find *codesign*, nor the other way round: the platform parts words at a hyphen."""
    for scope in scene.scopes:
        for _, term in scope.terms():
            yield from _closed(scene, scope, term)
            if len(tokens(term)) == 1 and (word := _opened(words_of(term)[0])):
                if not scene.has(scope, tokens(Phrase((word,)))):
                    yield _hyphen(scene, "open-form-missing", term, Phrase((word,)) if len(word.parts) == 1 else word)


def _closed(scene: Scene, scope: Scope, term: Term) -> Iterator[Finding]:
    words = words_of(term)
    made = tuple(_closed_up(word) or word for word in words)
    if made == words or not isinstance(term, Word | Phrase | Unquoted):
        return
    twin: Term = made[0] if len(made) == 1 else Phrase(made)
    if not scene.has(scope, tokens(twin)):
        yield _hyphen(scene, "closed-form-missing", term, twin)


def _hyphen(scene: Scene, code: str, term: Term, twin: Term) -> Finding:
    platform = scene.strategy.platform
    return found(
        code,
        plain(term),
        block=scene.block.name,
        place=term.place,
        instead=spelled(Or((term, twin)), platform),
        term=scene.shown(term),
        twin=spelled(twin, platform),
    )


def _closed_up(word: Word) -> Word | None:
    """The word without its hyphen, where it is one that is written so too."""
    first = word.parts[0] if word.parts else ""
    if not isinstance(first, str) or first.count("-") != 1:
        return None
    before, _, after = first.casefold().partition("-")
    known = before in listed("closed_prefixes") or f"{before}-{after}" in listed("open_forms")
    if known and after.isalpha() and after not in ("and", "or", "not"):
        return replace(word, parts=(before + after, *word.parts[1:]))
    return None


def _opened(word: Word) -> Word | None:
    """The word with its hyphen, where it is in the list of those."""
    letters = word.parts[0] if word.parts else ""
    if not isinstance(letters, str):
        return None
    letters = letters.casefold()
    cut = len(word.parts) > 1
    for closed, at in _open_forms().get(letters[:3], ()):
        whole = letters in (closed, closed + "s")
        if whole or (cut and len(letters) >= at + SHORTEST_OPEN and closed.startswith(letters)):
            return replace(word, parts=(f"{letters[:at]}-{letters[at:]}", *word.parts[1:]))
    return None


@cache
def _open_forms() -> dict[str, list[tuple[str, int]]]:
    forms: dict[str, list[tuple[str, int]]] = {}
    for form in sorted(listed("open_forms")):
        closed = form.replace("-", "", 1)
        forms.setdefault(closed[:3], []).append((closed, form.index("-")))
    return forms


def short_stems(scene: Scene) -> Iterator[Finding]:
    """Words cut after so few letters that the platform refuses them, or, alone, that they bring words of every kind."""
    least = scene.platform.wildcards.stem
    for scope in scene.scopes:
        for _, term in scope.terms():
            words = [token for token in tokens(term) if is_open(token) and _is_cut(token)]
            short = next((literal(word) for word in words if len(literal(word)) < least), None)
            noisy = len(tokens(term)) == 1 and bool(words) and len(literal(words[0])) < SHORT_STEM
            if short is None and not noisy:
                continue
            stem = short if short is not None else literal(words[0])
            yield found(
                "stem-short",
                plain(term),
                block=scene.block.name,
                place=term.place,
                severity=None if short is None else Severity.ERROR,
                term=scene.shown(term),
                stem=stem,
                least=str(least if short is not None else SHORT_STEM),
                way="noisy" if short is None else "refused",
            )


def _is_cut(token: tuple[str | Wildcard, ...]) -> bool:
    """Whether the word is left open at its first wildcard for any number of letters."""
    first = next(part for part in token if isinstance(part, Wildcard))
    return first.most is None
