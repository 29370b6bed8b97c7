"""Words of the glossary where they are used: a link with a dotted line, and a list of the words that a page uses.

No script: a link leads to the meaning, by touch and by keyboard; a pointer that rests on it shows the meaning too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from plethu.evidence.protocol import Protocol
from plethu.evidence.text import Language, Text
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.queries.glossary import Review, settled_in
from plethu_web.reviews.queries.reviews import Access

register = template.Library()


@dataclass(frozen=True, slots=True)
class Explained:
    """A word, its meaning, and where that stands."""

    term: Text
    meaning: Text
    href: str


@register.simple_tag
def glossary_of(access: Access) -> list[Explained]:
    """The settled words of a review, for `explained` and `used_in`."""
    start = reverse("reviews:glossary", args=[access.review.slug])
    return [Explained(term, meaning, f"{start}#word-{code}") for code, term, meaning in settled_in(access.review)]


@register.simple_tag
def glossary_for(review: Review) -> list[Explained]:
    """The settled words of a review for readers who are not in its team: no page of it is open to them."""
    return [Explained(term, meaning, "") for _code, term, meaning in settled_in(review)]


@register.simple_tag
def glossary_in(protocol: Protocol) -> list[Explained]:
    """The words that a protocol defines, which stand on its own page."""
    return [Explained(d.term, d.meaning, f"#word-{d.id}") for d in protocol.definitions]


@register.filter
def explained(text: Text, words: Sequence[Explained] | str = ()) -> SafeString:
    """A text for the page with each word of the glossary linked to its meaning where it first stands."""
    language = text.language(reading())
    html = _linked(text.text(language), [word for word in words or () if isinstance(word, Explained)], language)
    return html if language == reading() else format_html('<span lang="{}">{}</span>', language, html)


@register.filter
def used_in(words: Iterable[Explained], texts: Iterable[Text]) -> list[Explained]:
    """The words that at least one of the texts uses, in either language."""
    pairs = [(language, text.text(language)) for text in texts for language in _LANGUAGES]
    return [w for w in words if any(_find(w, language, [said]) for language, said in pairs)]


_LANGUAGES: tuple[Language, ...] = ("en", "cy")


def _find(word: Explained, language: Language, texts: list[str]) -> bool:
    term = getattr(word.term, language)
    return bool(term) and any(_pattern(term).search(text) for text in texts)


@lru_cache(maxsize=2048)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


def _linked(text: str, words: list[Explained], language: Language) -> SafeString:
    """The text escaped, with the first place of each word a link. Longer words go before the shorter ones in them."""
    found: list[tuple[int, int, Explained]] = []
    folded = text.casefold()  # most words are in no text: not to be looked for is quicker than not to be found
    for word in sorted(words, key=lambda word: -len(getattr(word.term, language))):
        term = getattr(word.term, language)
        for place in _pattern(term).finditer(text) if term and term.casefold() in folded else ():
            if all(place.end() <= start or place.start() >= end for start, end, _ in found):
                found.append((place.start(), place.end(), word))
                break
    parts, at = [], 0
    for start, end, word in sorted(found, key=lambda each: each[0]):
        parts += [escape(text[at:start]), _link(text[start:end], word, language)]
        at = end
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308  # every part is escaped above


def _link(words: str, word: Explained, language: Language) -> SafeString:
    meaning = getattr(word.meaning, language)
    if not meaning:
        return format_html('<a class="term" href="{}">{}</a>', word.href, words)
    return format_html('<a class="term" href="{}" title="{}">{}</a>', word.href, meaning, words)
