"""How text becomes words: the one definition that the index and the verifier share.

Letters are compared without case and accents (Unicode NFKD without marks). A word is a run of letters and digits:
hyphens, apostrophes and underscores part words. Scripts that write no blanks between words make one word of each run.
Between two values of a field (two keywords, say) stands a FILLER, so that no phrase runs from one into the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

FILLER = "¶"  # no letter: no word of a text or a search can be this
LONGEST = 1_000  # letters of a word that are looked at
_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_QUALIFIED = re.compile(r"(\*?[A-Z][^/]*)/(?=\*?[a-z])")


class _Folded(dict[int, str]):
    """What each character becomes, worked out when it is first met; letter by letter, so that places can be kept."""

    def __missing__(self, code: int) -> str:
        now, before = chr(code), ""
        while now != before:
            before, now = now, unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", now).casefold())
        self[code] = found = "".join(c for c in now if not unicodedata.category(c).startswith("M"))
        return found


_FOLDED = _Folded()


def folded(text: str) -> str:
    """The text without case and accents; folding again changes nothing."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def words_of(text: str) -> list[str]:
    """The words of a text, in order."""
    found = (_ASCII_WORD if text.isascii() else _WORD).findall(folded(text))
    return [word[:LONGEST] for word in found] if len(text) > LONGEST else found


def words_of_values(values: str | Sequence[str], *, is_list: bool = False) -> list[str]:
    """The words of a field. Values of a list have a FILLER before, between and after them.

    In a list a heading's qualifier (`Community Participation/methods`) is parted from it like another value.
    """
    texts = [values] if isinstance(values, str) else list(values)
    if not is_list:
        return _joined(texts)[1:-1]
    return _joined(part for text in texts for part in qualified(text))


def qualified(heading: str) -> list[str]:
    """A heading and its qualifiers, where it has some; else the value as it is."""
    found = _QUALIFIED.match(heading)
    return [found[1], *heading[found.end() :].split("/")] if found else [heading]


def _joined(texts: Iterable[str]) -> list[str]:
    words = [FILLER]
    for text in texts:
        if found := words_of(text):
            words.extend(found)
            words.append(FILLER)
    return words


def places_of(text: str) -> Iterator[tuple[int, int]]:
    """From which character to which (not included) each word of `words_of` stands in the text as it was given."""
    if text.isascii():
        yield from (found.span() for found in _ASCII_WORD.finditer(text.lower()))
        return
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for letter in _FOLDED[ord(character)]:
            letters.append(letter)
            origin.append(place)
    for found in _WORD.finditer("".join(letters)):
        yield origin[found.start()], origin[found.end() - 1] + 1
