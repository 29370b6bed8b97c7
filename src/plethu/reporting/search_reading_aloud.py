"""A search read aloud: what it finds, in plain words, for people who do not write searches themselves."""

from __future__ import annotations

from dataclasses import dataclass

from plethu.evidence.text import Language
from plethu.searching.tree import (
    ANY,
    MAYBE,
    ONE,
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Wildcard,
    Word,
)
from plethu.wording import say

SIGNS = {ANY: "…", ONE: "_", MAYBE: "(_)"}
SIGN_NAMES = {ANY: "any", ONE: "one", MAYBE: "maybe"}
FIELD_ORDER = ("title", "abstract", "keywords", "headings", "author", "affiliation", "journal", "full")
LIMITS = (Dated, InLanguage, Line)  # which records are or come from, rather than what they mention


@dataclass(frozen=True, slots=True)
class Aloud:
    """A piece of the reading: a few words, which end in a colon where `parts` follow as a list."""

    words: str
    parts: tuple[Aloud, ...] = ()


def read_aloud(node: Node, language: Language) -> Aloud:
    """What a search finds, as a sentence that may go on in lists. Deep trees give deep lists, never an error."""
    told = _told(node, language)
    code = "finds-that-are" if isinstance(node, LIMITS) and not isinstance(node, Line) else "finds"
    return Aloud(_say(code, language, what=told.words), told.parts)


def as_lines(aloud: Aloud, depth: int = 0) -> tuple[str, ...]:
    """The reading as lines of text, each level of the list two spaces further in."""
    mark = "  " * (depth - 1) + "- " if depth else ""
    return (mark + aloud.words, *(line for part in aloud.parts for line in as_lines(part, depth + 1)))


def _told(node: Node, language: Language) -> Aloud:
    match node:
        case And(parts):
            return Aloud(_say("all", language), _each(parts, language))
        case Or(parts):
            return Aloud(_say("any", language), _each(parts, language))
        case Not(kept, dropped):
            return Aloud(_say("not", language), _each((kept, dropped), language))
        case Near(parts, k, ordered):
            return Aloud(_near(k, ordered, language), _each(parts, language))
        case Fielded(inner, fields):
            return Aloud(_say("in-fields", language, fields=_fields(fields, language)), _each((inner,), language))
    return Aloud(_leaf(node, language))


def _each(parts: tuple[Node, ...], language: Language) -> tuple[Aloud, ...]:
    return tuple(_told(part, language) for part in parts)


def _leaf(node: Node, language: Language) -> str:
    match node:
        case Word():
            return _word(node, language)
        case Phrase(words):
            return _phrase(words, language)
        case Unquoted():
            return _unquoted(node, language)
        case Heading(term, _, explode):
            return _say("heading-below" if explode else "heading", language, term=term)
        case Dated(start, end):
            return _dated(start, end, language)
        case InLanguage(codes):
            return _say("language", language, languages=", ".join(codes))
        case Line(name):
            return _say("line", language, name=name)
    raise TypeError(node)


def _word(word: Word, language: Language) -> str:
    match word.parts:
        case (str(text),):
            return _say("word", language, word=text)
        case (str(text), Wildcard() as wildcard) if wildcard == ANY:
            return _say("word-beginning", language, word=text)
        case (Wildcard() as wildcard, str(text)) if wildcard == ANY:
            return _say("word-ending", language, word=text)
    return _say("word-open", language, word=_spelled(word), signs=_signs((word,), language))


def _phrase(words: tuple[Word, ...], language: Language) -> str:
    if len(words) == 1:
        return _word(words[0], language)
    spelled, signs = " ".join(map(_spelled, words)), _signs(words, language)
    if signs:
        return _say("phrase-open", language, words=spelled, signs=signs)
    return _say("phrase", language, words=spelled)


def _unquoted(node: Unquoted, language: Language) -> str:
    spelled = " ".join(map(_spelled, node.words))
    match node.joined:
        case "phrase":
            return _phrase(node.words, language)
        case "near":
            return _say("side-near", language, words=spelled, k=node.k)
        case "mapped":
            return _say("side-mapped", language, words=spelled)
    return _say("side-and", language, words=spelled)


def _spelled(word: Word) -> str:
    return "".join(part if isinstance(part, str) else SIGNS.get(part, "(…)") for part in word.parts)


def _signs(words: tuple[Word, ...], language: Language) -> str:
    used = dict.fromkeys(
        SIGN_NAMES.get(part, "some") for word in words for part in word.parts if isinstance(part, Wildcard)
    )
    return "; ".join(_say(f"sign-{name}", language) for name in used)


def _near(k: int, ordered: bool, language: Language) -> str:
    if k == 0:
        return _say("next-ordered" if ordered else "next-any", language)
    if k == 1:
        return _say("near-one-ordered" if ordered else "near-one", language)
    return _say("near-ordered" if ordered else "near-any", language, k=k)


def _fields(fields: frozenset[str], language: Language) -> str:
    named = [_say(f"field-{field}", language) for field in FIELD_ORDER if field in fields]
    if len(named) < 2:
        return "".join(named)
    return _say("or", language, before=", ".join(named[:-1]), last=named[-1])


def _dated(start: str, end: str, language: Language) -> str:
    if start and end:
        return _say("dated", language, start=start, end=end)
    if start:
        return _say("dated-from", language, start=start)
    return _say("dated-until", language, end=end) if end else _say("dated-open", language)


def _say(code: str, language: Language, **values: object) -> str:
    return say(f"search.reading.{code}", language, **values)
