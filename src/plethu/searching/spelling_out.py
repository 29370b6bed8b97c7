"""Words in what a platform's wildcards can say; where they cannot, other spellings and what that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product

from plethu.searching.changes import Change
from plethu.searching.known_words import KnownWords
from plethu.searching.platforms import Platform, Wildcards
from plethu.searching.running.patterns import pieces_of
from plethu.searching.tree import ANY, Wildcard, Word
from plethu.searching.words import has_letters

MOST_SPELLINGS = 200


@dataclass(frozen=True, slots=True)
class Spelled:
    """The words to write instead of one (none where it is impossible), and what that did, by code of the note."""

    words: tuple[Word, ...]
    notes: tuple[tuple[str, Change, dict[str, str]], ...] = ()


def spelled(word: Word, rules: Platform, words: KnownWords | None) -> Spelled:
    """A word in the platform's wildcards. `words`: all words known, to write out what it cannot say."""
    wildcards = [part for part in word.parts if isinstance(part, Wildcard)]
    if not wildcards:
        return Spelled((word,))
    if _fits(word, rules.wildcards):
        return Spelled((word,))
    if variants := _without_maybe(word, rules.wildcards):
        return Spelled(variants, (("spelled-out", Change.EXACT, {"count": str(len(variants))}),))
    if words is not None and not any(isinstance(part, str) and re.search(r"[\W_]", part) for part in word.parts):
        return _from_list(word, words)
    return _loosened(word, rules.wildcards) or _cut(word, rules.wildcards)


def _sayable(wildcard: Wildcard, rules: Wildcards) -> bool:
    if rules.sign_of(wildcard):
        return True
    return bool(rules.write_limited) and wildcard.least == 0 and 0 < (wildcard.most or 0) <= (rules.most or 99)


def _fits(word: Word, rules: Wildcards) -> bool:
    if not all(_sayable(part, rules) for part in word.parts if isinstance(part, Wildcard)):
        return False
    if rules.write_limited.endswith("{n}") and _runs_into_a_digit(word):
        return False
    first = next(n for n, part in enumerate(word.parts) if isinstance(part, Wildcard))
    before = "".join(part for part in word.parts[:first] if isinstance(part, str))
    if rules.end_only and first != len(word.parts) - 1:
        return False
    stem = len(re.split(r"[\W_]+", before)[-1])
    return stem >= rules.stem or (stem == 0 and rules.leading and not rules.end_only and rules.stem == 1)


def _runs_into_a_digit(word: Word) -> bool:
    """Whether a digit stands behind a wildcard: on Ovid `mp*3k` is at most three letters and `k`."""
    pairs = zip(word.parts, word.parts[1:], strict=False)
    return any(isinstance(a, Wildcard) and isinstance(b, str) and b[:1].isdigit() for a, b in pairs)


def _without_maybe(word: Word, rules: Wildcards) -> tuple[Word, ...]:
    """Each `none or one` as two spellings, with the letter and without it, where the platform can say one letter.

    None where it stands alone between hyphens: there is no word without a letter, so that it means one letter there.
    """
    choices: list[tuple[tuple[str | Wildcard, ...], ...]] = []
    for part in word.parts:
        if isinstance(part, Wildcard) and not _sayable(part, rules) and (part.least, part.most) == (0, 1):
            choices.append(((), (Wildcard(1, 1),)))
        else:
            choices.append(((part,),))
    if len(choices) > 8 or all(len(choice) == 1 for choice in choices):
        return ()
    found = tuple(replace(word, parts=_closed(sum(each, ()))) for each in product(*choices))
    parted = len(pieces_of(word))
    return found if all(_can_be_written(each, rules) and len(pieces_of(each)) == parted for each in found) else ()


def _can_be_written(word: Word, rules: Wildcards) -> bool:
    """Whether it has letters at all, and no wildcard that cannot be said."""
    return has_letters(word) and (all(isinstance(part, str) for part in word.parts) or _fits(word, rules))


def _closed(parts: tuple[str | Wildcard, ...]) -> tuple[str | Wildcard, ...]:
    """Parts with neighbouring letters put together."""
    found: list[str | Wildcard] = []
    for part in parts:
        if found and isinstance(part, str) and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)


def _from_list(word: Word, words: KnownWords) -> Spelled:
    found = words.matching(word)
    if found is None:
        return Spelled((), (("words-too-many-to-look-up", Change.IMPOSSIBLE, {}),))
    values = {"count": str(len(found))}
    if not found or len(found) > MOST_SPELLINGS:
        code = "no-word-known" if not found else "too-many-words"
        return Spelled((), ((code, Change.IMPOSSIBLE, values | {"most": str(MOST_SPELLINGS)}),))
    spelled_out = tuple(replace(word, parts=(known,)) for known in found)
    return Spelled(spelled_out, (("words-written-out", Change.NARROWER, values),))


def _loosened(word: Word, rules: Wildcards) -> Spelled | None:
    """Each wildcard that cannot be said as the next wider one; or all letters from the first of them on left open."""
    wider = tuple(ANY if isinstance(part, Wildcard) and not _sayable(part, rules) else part for part in word.parts)
    loose = replace(word, parts=wider)
    if wider != word.parts and rules.sign_of(ANY) and _fits(loose, rules):
        return Spelled((loose,), (("wildcard-wider", Change.WIDER, {}),))
    first = next(n for n, part in enumerate(word.parts) if isinstance(part, Wildcard))
    cut = replace(word, parts=(*word.parts[:first], ANY))
    if cut.parts != word.parts and rules.sign_of(ANY) and _fits(cut, rules):
        return Spelled((cut,), (("letters-left-open", Change.WIDER, {}),))
    return None


def _cut(word: Word, rules: Wildcards) -> Spelled:
    """What remains without the wildcard: as many letters as the platform allows, the bare stem, or nothing."""
    if word.parts[-1] == ANY and not rules.sign_of(ANY) and rules.most:
        limited = replace(word, parts=(*word.parts[:-1], Wildcard(0, rules.most)))
        if _fits(limited, rules):
            return Spelled((limited,), (("truncation-limit", Change.NARROWER, {"most": str(rules.most)}),))
    inner = [part for part in word.parts[:-1] if isinstance(part, Wildcard)]
    last = word.parts[-1]
    if len(word.parts) == 2 and not inner and isinstance(last, Wildcard) and last.least == 0:
        bare = replace(word, parts=word.parts[:1])
        return Spelled((bare,), (("stem-too-short", Change.NARROWER, {"stem": str(rules.stem)}),))
    return Spelled((), (("wildcard-impossible", Change.IMPOSSIBLE, {}),))
