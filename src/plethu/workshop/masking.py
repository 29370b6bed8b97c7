"""Names of people, organisations and places inside a text: found, so that a person can decide on each.

Found are: names of the register, places and other names that are given (Welsh ones in their mutated forms too),
addresses and numbers by which somebody can be reached, and any other word that is written like a name. Finding is an
offer and not a promise: what somebody does can tell who they are without a name. So nothing goes out unless a person
has read it (`plethu.workshop.signing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.mutations import mutated
from plethu.workshop.name_words import (
    BOTH,
    EVERYDAY,
    GIVEN,
    NO_USE,
    OPENING,
    TOKEN,
    Use,
    begins_sentence,
    is_capital,
    plain,
)
from plethu.workshop.register import Contact

NameKind = Literal["person", "organisation", "place", "reach", "name"]
# What was known to be a name before, and not only written like one: to be taken out unless a reader thinks otherwise.
KNOWN: tuple[NameKind, ...] = ("person", "organisation", "place", "reach")
_AT, _DOT = r"[ \t]*[(\[]at[)\]][ \t]*", r"(?:\.|[ \t]*[(\[]dot[)\]][ \t]*|[ \t]+dot[ \t]+)"
_REACH = re.compile(
    rf"https?://\S*[\w/]|www\.\S*[\w/]|[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+|(?<!\w)@\w{{2,}}"
    rf"|(?<![\w.])[\w.+-]{{1,64}}{_AT}[\w-]{{1,64}}(?:{_DOT}[\w-]{{2,64}})+"
    r"|(?<![\w.])[\w.+-]{1,64}[ \t]+at[ \t]+[\w-]{1,64}(?:[ \t]+dot[ \t]+[\w-]{2,64})+"
    r"|(?<![\w.])(?:[\w-]{1,64}\.){1,4}(?:com|org|net|uk|cymru|wales|be|me|io|eu|info)(?:/\S*[\w/])?(?!\w)"
    r"|(?<!\w)(?:\+|\(?0)(?:[ ()./-]{0,2}\d){8,15}(?!\w)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?!\w)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"[ \-.&]{1,3}")
_BEFORE_PLACES = frozenset(
    (
        "in",
        "at",
        "from",
        "to",
        "near",
        "around",
        "of",
        "outside",
        "i",
        "o",
        "yn",
        "ym",
        "yng",
        "ger",
        "at",
        "dros",
        "tros",
        "drwy",
        "trwy",
        "rhwng",
    )
)
_BEFORE_MONTHS = frozenset(("mis", "fis", "in", "during", "since", "until"))
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "st", "prof", "cllr", "cyng", "y-parch"))
SHORTEST_ALONE = 2  # letters of a first name or surname that is looked for by itself
SHORTEST_SMALL = 3  # the same in small letters
MOSTLY = 0.6  # of the words of a text in capitals throughout: then a capital says nothing


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
    opens: bool  # a sentence


class Names:
    """The names to look for, ready for any number of texts."""

    def __init__(
        self,
        contacts: Iterable[Contact] = (),
        places: Iterable[str] = (),
        organisations: Iterable[str] = (),
        use: Use = NO_USE,
    ) -> None:
        """`use` is how words are written in the texts that names are looked for in, and in those beside them."""
        self._everyday = {form for word in EVERYDAY for form in mutated(word)}
        self._ordinary = self._everyday | use.ordinary | OPENING  # names only as part of a longer one: "Afon Trust"
        self._inside = (use.inside | GIVEN) - self._ordinary
        self._joined: set[str] = set()  # names written as one word, as in handles
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
        words = [token.plain for token in _tokens(name) if token.plain not in _TITLES]
        if len(words) > 1:
            self._joined.add("".join(words))
        for word in words:
            if len(word) >= SHORTEST_ALONE:
                capital = len(word) < SHORTEST_SMALL or word in BOTH or word in OPENING or word in EVERYDAY
                self._put((word,), "person", capital=capital)

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
        """Everything in a text that may tell who or where, in its order, without overlaps; the longest name counts.

        A word that begins a sentence is a name only if it is known as one, or has a capital in mid sentence too.
        """
        found = [Found(m.start(), m.end(), "reach", m[0]) for m in _REACH.finditer(text)]
        for m in _POSTCODE.finditer(text):
            if not any(f.start < m.end() and m.start() < f.end for f in found):
                found.append(Found(m.start(), m.end(), "place", m[0]))
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
            if len(there) == length and there in self._names and not (length == 1 and _is_month(tokens, at)):
                if not capital or is_capital(tokens[at].text) or (kind == "place" and _after_preposition(tokens, at)):
                    return length, kind
        return (1, "person") if tokens[at].plain.rstrip("0123456789") in self._joined else (0, "name")

    def _unknown(self, text: str, tokens: Sequence[_Token], found: Sequence[Found]) -> Iterator[Found]:
        """Words with a capital that are no ordinary words; those that stand together are one name."""
        if sum(token.text.isupper() for token in tokens) > MOSTLY * max(len(tokens), 3):
            return
        taken = {at for f in found for at in range(f.start, f.end)}
        like = {n for n, token in enumerate(tokens) if token.start not in taken and self._like_a_name(token)}
        like -= {n for n in like if tokens[n].opens and not self._opens_name(text, tokens, n, like)}
        groups: list[list[int]] = []
        for number in sorted(like):
            last = groups[-1][-1] if groups else -2
            if number == last + 1 and _stand_together(text, tokens, last):
                groups[-1].append(number)
            else:
                groups.append([number])
        names = (group for group in groups if any(tokens[n].plain not in self._ordinary for n in group))
        yield from (_span(text, tokens, group[0], len(group), "name") for group in names)

    def _like_a_name(self, token: _Token) -> bool:
        if not is_capital(token.text) or len(token.plain) == 1:
            return False
        words = {token.plain, token.text.casefold()}
        return not words & (self._ordinary if token.opens else self._everyday)

    def _opens_name(self, text: str, tokens: Sequence[_Token], at: int, like: set[int]) -> bool:
        """Whether a word that begins a sentence is a name: by itself, or with the one that follows."""
        return tokens[at].plain in self._inside or (at + 1 in like and _stand_together(text, tokens, at))


def _stand_together(text: str, tokens: Sequence[_Token], at: int) -> bool:
    between = text[tokens[at].end : tokens[at + 1].start]
    return not tokens[at + 1].opens and bool(_BETWEEN_NAMES.fullmatch(between))


def _is_month(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a word that could be somebody's name says when: `ym mis Mai`, `in April`, `3 May`."""
    before = tokens[at - 1].plain if at else ""
    return tokens[at].plain in EVERYDAY and (before in _BEFORE_MONTHS or before.isdigit())


def _after_preposition(tokens: Sequence[_Token], at: int) -> bool:
    return at > 0 and not tokens[at].opens and tokens[at - 1].plain in _BEFORE_PLACES


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
    made: list[_Token] = []
    for m in TOKEN.finditer(text):
        last = made[-1] if made else None
        opens = last is None or (begins_sentence(text[last.end : m.start()]) and last.plain not in _TITLES)
        made.append(_Token(m.start(), m.end(), m[0], plain(m[0]), opens))
    return made


def _span(text: str, tokens: Sequence[_Token], at: int, length: int, kind: NameKind) -> Found:
    start, end = tokens[at].start, tokens[at + length - 1].end
    return Found(start, end, kind, text[start:end])
