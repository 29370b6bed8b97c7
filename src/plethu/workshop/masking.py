"""Names of people, organisations and places inside a text: found, so that a person can decide on each.

Found are: names of the register, places and other names that are given (Welsh ones in their mutated forms too),
addresses and numbers by which somebody can be reached, and any other word that is written like a name. Finding is an
offer and not a promise: what somebody does can tell who they are without a name. So nothing goes out unless a person
has read it (`plethu.workshop.signing`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.mutations import mutated
from plethu.workshop.register import Contact

NameKind = Literal["person", "organisation", "place", "reach", "name"]
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_REACH = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|(?<!\w)@\w{2,}"
    r"|(?<!\w)\+?\d[\d ()-]{7,18}\d(?!\w)"
)
_BETWEEN_NAMES = re.compile(r"[ \-.&]{1,3}")
# Written with a capital in English or Welsh without naming anybody in particular.
EVERYDAY = frozenset((
    "i", "i'm", "i've", "i'd", "i'll", "wales", "welsh", "english", "england", "uk", "britain", "british",
    "cymru", "cymraeg", "cymreig", "saesneg", "lloegr", "nhs", "gp", "gig", "covid", "brexit", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "llun", "mawrth",
    "mercher", "iau", "gwener", "sadwrn", "sul", "ionawr", "chwefror", "ebrill", "mai", "mehefin", "gorffennaf",
    "awst", "medi", "hydref", "tachwedd", "rhagfyr",
))  # fmt: skip
SHORTEST_ALONE = 3  # letters of a first name or surname that is looked for by itself


class Found(Frozen, frozen=True, order=True):
    """Something that may tell who or where: characters `start` to `end` of the text, and what it was taken for."""

    start: int
    end: int
    kind: NameKind
    text: str


class _Token(Frozen, frozen=True):
    start: int
    end: int
    text: str
    plain: str


class Names:
    """The names to look for, ready for any number of texts."""

    def __init__(
        self,
        contacts: Iterable[Contact] = (),
        places: Iterable[str] = (),
        organisations: Iterable[str] = (),
        ordinary: Collection[str] = (),
    ) -> None:
        """`ordinary` are words in small letters that are no names, see `ordinary_words`."""
        self._ordinary = {form for word in EVERYDAY for form in mutated(word)} | {*ordinary}
        self._names: dict[tuple[str, ...], tuple[NameKind, bool]] = {}  # what it is, and whether only with a capital
        self._lengths: dict[str, list[int]] = {}  # of the names that begin with a word, longest first
        contacts = tuple(contacts)
        for contact in contacts:
            self._add_person(contact.name)
        for organisation in (*organisations, *(contact.organisation for contact in contacts)):
            self._add(organisation, "organisation", capital=False)
        for place in places:
            self._add(place, "place", capital=False)

    def _add_person(self, name: str) -> None:
        self._add(name, "person", capital=False)
        words = [token.plain for token in _tokens(name)]
        for word in words if len(words) > 1 else ():
            if len(word) >= SHORTEST_ALONE:
                self._put((word,), "person", capital=True)

    def _add(self, name: str, kind: NameKind, *, capital: bool) -> None:
        words = tuple(token.plain for token in _tokens(name))
        if not words or (len(words) == 1 and words[0] in EVERYDAY):
            return
        for first in mutated(words[0]) if kind != "person" else (words[0],):
            self._put((first, *words[1:]), kind, capital=capital or len(words) == 1)

    def _put(self, words: tuple[str, ...], kind: NameKind, *, capital: bool) -> None:
        known = self._names.setdefault(words, (kind, capital))
        if known[1] and not capital:
            self._names[words] = kind, capital
        lengths = self._lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def find(self, text: str) -> tuple[Found, ...]:
        """Everything in a text that may tell who or where, in its order, without overlaps; the longest name counts."""
        found = [Found(m.start(), m.end(), "reach", m[0]) for m in _REACH.finditer(text)]
        tokens = [
            token for token in _tokens(text) if not any(f.start < token.end and token.start < f.end for f in found)
        ]
        at = 0
        while at < len(tokens):
            length, kind = self._known(tokens, at)
            if length:
                found.append(_span(text, tokens, at, length, kind))
            at += length or 1
        return tuple(sorted([*found, *self._unknown(text, tokens, found)]))

    def _known(self, tokens: Sequence[_Token], at: int) -> tuple[int, NameKind]:
        for length in self._lengths.get(tokens[at].plain, ()):
            there = tuple(token.plain for token in tokens[at : at + length])
            kind, capital = self._names.get(there, ("name", True))
            if len(there) == length and there in self._names and (not capital or _is_capital(tokens[at].text)):
                return length, kind
        return 0, "name"

    def _unknown(self, text: str, tokens: Sequence[_Token], found: Sequence[Found]) -> Iterator[Found]:
        """Words with a capital that are no ordinary words; those that stand together are one name."""
        taken = {at for f in found for at in range(f.start, f.end)}
        like = [
            number for number, token in enumerate(tokens) if token.start not in taken and self._like_a_name(text, token)
        ]
        groups: list[list[int]] = []
        for number in like:
            last = groups[-1][-1] if groups else -2
            if number == last + 1 and _BETWEEN_NAMES.fullmatch(text[tokens[last].end : tokens[number].start]):
                groups[-1].append(number)
            else:
                groups.append([number])
        yield from (_span(text, tokens, group[0], len(group), "name") for group in groups)

    def _like_a_name(self, text: str, token: _Token) -> bool:
        if not _is_capital(token.text) or len(token.text) == 1:
            return False
        return token.plain not in self._ordinary and token.text.casefold() not in self._ordinary


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that somebody wrote in small letters. One of them with a capital only begins a sentence."""
    words = {match[0] for text in texts for match in _TOKEN.finditer(text)}
    return frozenset(_plain(word) for word in words if word[0].islower() and len(word) > 1)


def masked(text: str, chosen: Iterable[Found], places: Mapping[NameKind, str]) -> str:
    """The text with each of the chosen replaced by what stands for its kind, such as `[name]`.

    Raises ValueError where something chosen does not stand in the text as it says, or two overlap.
    """
    ordered = sorted(chosen)
    if any(a.end > b.start for a, b in pairwise(ordered)) or any(text[f.start : f.end] != f.text for f in ordered):
        raise ValueError("what is to be masked does not stand in this text")
    for each in reversed(ordered):
        text = text[: each.start] + places[each.kind] + text[each.end :]
    return text


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), m[0], _plain(m[0])) for m in _TOKEN.finditer(text)]


def _plain(word: str) -> str:
    """Small letters without accents, and without the ending of a possessive."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return re.sub(r"['’]s$", "", bare).replace("’", "'")


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name: with a capital, be it after the letters of a mutation (`nGwent`)."""
    return any(letter.isupper() for letter in word[:3])


def _span(text: str, tokens: Sequence[_Token], at: int, length: int, kind: NameKind) -> Found:
    start, end = tokens[at].start, tokens[at + length - 1].end
    return Found(start, end, kind, text[start:end])
