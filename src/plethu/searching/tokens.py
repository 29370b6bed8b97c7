"""A search cut into tokens by the rules of one platform's profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from plethu.searching.atoms import atom_at, run_of_lines
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.limited_lines import limited_line
from plethu.searching.platforms import PLATFORMS, Platform, Proximity, pattern, platform
from plethu.searching.tree import Fields, Node, Phrase, Place
from plethu.searching.words import words_of

Kind = Literal["open", "close", "operator", "near", "field", "after", "atom", "word", "distance"]
_FIELD_BEFORE = {
    "prefix": re.compile(r"([A-Z]{2})(?=\s+[^\s)]|[(\"])"),
    "equals": re.compile(r"([A-Z]{2,3})\s?=", re.IGNORECASE),
    "call": re.compile(r"([A-Z]+(?:-[A-Z]+)*(?:,[A-Z]+)*)(?=\()", re.IGNORECASE),
    "before": re.compile(r"([a-z_.]+):"),
}
_FIELD_AFTER = {
    "dotted": re.compile(r"\.([a-z]{2}(?:,[a-z]{2})*)\.", re.IGNORECASE),
    "colon": re.compile(r":([a-z]{2,3}(?:,[a-z]{2,3})*)(?![a-z])", re.IGNORECASE),
    "bracket": re.compile(r"\[\s*([^\]\[:]{1,40}?)\s*(?::~(\d{1,4})\s*)?\]", re.IGNORECASE),
}
_STARTS = re.compile(r"[\s(]")
_ENDS = re.compile(r"[\s()\"']|$")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: `text` is the operator's name, or what a word looks like; the rest by kind."""

    kind: Kind
    place: Place
    text: str = ""
    node: Node | None = None
    fields: Fields = frozenset()
    k: int = 0
    ordered: bool = False


def tokens_of(text: str, rules: Platform) -> list[Token]:
    """All tokens of a search. Raises Unreadable with the place for what can be no token."""
    found: list[Token] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        token = _token_at(text, position, rules, found[-1] if found else None)
        found.append(token)
        position = token.place.end
    return found


def _token_at(text: str, position: int, rules: Platform, before: Token | None) -> Token:
    for read in _READERS:
        if read is _atom and before and before.kind == "word" and text[position].isdigit():
            continue  # a number among words is a word: "covid 19"
        token = read(text, position, rules)
        if token:
            return token
    raise Unreadable(Fault("odd-character", Place(position, position + 1), {"character": text[position]}))


def _bracket(text: str, position: int, rules: Platform) -> Token | None:
    kind: dict[str, Kind] = {"(": "open", ")": "close"}
    sign = text[position]
    return Token(kind[sign], Place(position, position + 1), sign) if sign in kind else None


def _atom(text: str, position: int, rules: Platform) -> Token | None:
    if position and not _STARTS.match(text[position - 1]):
        return None
    found = run_of_lines(text, position, rules) or limited_line(text, position, rules) or atom_at(text, position, rules)
    return Token("atom", found.place, node=found) if found else None


def _quoted(text: str, position: int, rules: Platform) -> Token | None:
    mark = text[position]
    if mark not in rules.quotes.read or (mark == "'" and position and text[position - 1].isalnum()):
        return None
    end = text.find(mark, position + 1)
    if end < 0:
        raise Unreadable(Fault("quote-open", Place(position, position + 1)))
    words = words_of(text, position + 1, end, rules)
    place = Place(position, end + 1)
    if not words:
        raise Unreadable(Fault("quotes-empty", place))
    return Token("atom", place, node=Phrase(words, place))


def _operator(text: str, position: int, rules: Platform) -> Token | None:
    found = _operators(rules.id).match(text, position)
    return Token("operator", Place(position, found.end()), found.lastgroup or "") if found else None


@cache
def _operators(id: str) -> re.Pattern[str]:
    """The three operators as groups by name; `not` first, since some write it AND NOT."""
    rules = platform(id).operators
    groups = []
    for name, spellings in (("not", [*rules.not_, "and not"]), ("and", rules.and_), ("or", rules.or_)):
        every = "|".join(spelling.replace(" ", r"\s+") for spelling in (*spellings, name))
        groups.append(f"(?P<{name}>{every})")
    return re.compile(f"(?:{'|'.join(groups)})(?={_ENDS.pattern})", re.IGNORECASE)


def _near(text: str, position: int, rules: Platform) -> Token | None:
    for form in rules.proximity:
        found = pattern(form.read).match(text, position)
        if found and _ENDS.match(text, found.end()):
            place = Place(position, found.end())
            return Token("near", place, found[0], k=_distance(form, found.groupdict(), place), ordered=form.ordered)
    for form in rules.proximity:
        bare = form.bare
        if bare and (found := pattern(bare.word).match(text, position)) and _ENDS.match(text, found.end()):
            return Token("near", Place(position, found.end()), found[0], k=bare.n - form.more, ordered=form.ordered)
    return None


def _distance(form: Proximity, groups: dict[str, str | None], place: Place) -> int:
    if form.only is not None:
        return form.only
    k = int(groups["n"] or 0) - form.more
    if k < 0:
        raise Unreadable(Fault("distance-too-small", place, {"instead": form.write.format(n=form.more)}))
    return k


def _field_before(text: str, position: int, rules: Platform) -> Token | None:
    form = _FIELD_BEFORE.get(rules.fields.style)
    found = form.match(text, position) if form else None
    if not found or (position and not _STARTS.match(text[position - 1])):
        return None
    place, codes = Place(position, found.end()), found[1].lower().split(",")
    if all(code in rules.fields.by_code for code in codes):
        return Token("field", place, found[0], fields=_fields(codes, rules))
    if rules.fields.style == "prefix" or _operator(text, position, rules) or _near(text, position, rules):
        return None
    raise Unreadable(_unknown_field(found[1], place, rules))


def _field_after(text: str, position: int, rules: Platform) -> Token | None:
    form = _FIELD_AFTER.get(rules.fields.style)
    found = form.match(text, position) if form else None
    if not found:
        return None
    place, codes = Place(position, found.end()), found[1].lower().split(",")
    if not all(code in rules.fields.by_code for code in codes):
        raise Unreadable(_unknown_field(found[1], place, rules))
    distance = found[2] if rules.fields.style == "bracket" else None
    if distance is None:
        return Token("after", place, found[0], fields=_fields(codes, rules))
    return Token("distance", place, found[0], fields=_fields(codes, rules), k=int(distance))


def _fields(codes: list[str], rules: Platform) -> Fields:
    return frozenset().union(*(rules.fields.by_code[code] for code in codes))


def _unknown_field(code: str, place: Place, rules: Platform) -> Fault:
    known = ", ".join(tag.tag for tag in rules.fields.tags)
    return Fault("field-unknown", place, {"field": code, "platform": rules.name, "known": known})


def _word(text: str, position: int, rules: Platform) -> Token | None:
    found = _word_pattern(rules.id).match(text, position)
    if not found:
        return None
    end = found.end() - len(found[0]) + len(found[0].rstrip(",;"))
    if end == position:
        return None
    place = Place(position, max(end, position + 1))
    if instead := _foreign(found[0], rules):
        raise Unreadable(Fault("foreign-operator", place, {"operator": found[0], **instead}))
    words = words_of(text, position, place.end, rules)
    return Token("word", place, text[position : place.end], node=words[0]) if words else None


@cache
def _word_pattern(id: str) -> re.Pattern[str]:
    style = platform(id).fields.style
    limited = platform(id).wildcards.limited
    stops = {"bracket": r"\[", "before": r"\[\]~^"}.get(style, "")
    one = rf"[^\s()\"{stops}]"
    if style == "dotted":
        one = rf"(?!\.[a-zA-Z]{{2}}(?:,[a-zA-Z]{{2}})*\.){one}"
    if style == "colon":
        one = rf"(?!:[a-zA-Z]{{2,3}}(?:,[a-zA-Z]{{2,3}})*(?![a-zA-Z])){one}"
    return re.compile(rf"(?:{limited.replace('?P<n>', '').replace('?P<m>', '')}|{one})+" if limited else rf"(?:{one})+")


def _foreign(word: str, rules: Platform) -> dict[str, str]:
    """What to write instead of another platform's proximity operator."""
    if not re.fullmatch(r"(?:[NW]\d{1,2}|(?:NEAR|PRE|NEXT|[NWP])/\d{1,2}|ADJ\d{0,2}|NEAR)", word, re.IGNORECASE):
        return {}
    if word.islower() and not re.search(r"[/\d]", word):
        return {}
    for id in PLATFORMS:
        for form in platform(id).proximity:
            found = re.fullmatch(form.read, word, re.IGNORECASE)
            if found and id != rules.id:
                k = form.only if form.only is not None else int(found["n"]) - form.more
                own = rules.proximity_for(k, form.ordered) or rules.proximity_for(k, False)
                if rules.near.style == "operator" and own:
                    return {"from": platform(id).name, "instead": own.write.format(n=k + own.more)}
                return {"from": platform(id).name, "instead": f'"..."[tiab:~{k}]' if rules.id == "pubmed" else ""}
    return {}


_READERS: tuple[Callable[[str, int, Platform], Token | None], ...] = (
    _bracket, _field_after, _atom, _near, _operator, _field_before, _quoted, _word,
)  # fmt: skip


def operands(tokens: list[Token]) -> Iterator[Token]:
    """The tokens that are searched for."""
    return (token for token in tokens if token.kind in ("atom", "word"))
