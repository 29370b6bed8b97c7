"""Phrases: sentences of `plethu.wording` with names and answers put in, in both languages as far as both are there.

A phrase is a `Text`. Where a name that goes into it has no Welsh, the phrase has none either, and is shown whole in
English: no English words end up inside a Welsh sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from plethu.evidence.text import NO_TEXT, Language, Text
from plethu.reporting.told import Words
from plethu.terms import TERMS
from plethu.wording import is_reviewed, say


class Phrases:
    """Makes phrases for one reader. `draft` says whether Welsh that no fluent person has read was shown to them."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.draft = False

    def phrase(self, code: str, /, **values: Text | str | int) -> Text:
        """The sentence of a code with these values."""
        english = say(code, "en", **{k: v.en if isinstance(v, Text) else v for k, v in values.items()})
        if self.language == "en":
            return Text(english)
        texts = [v for v in values.values() if isinstance(v, Text) and v.en]
        if not all(text.cy for text in texts):
            return Text(english)
        welsh = say(code, "cy", **{k: v.cy if isinstance(v, Text) else v for k, v in values.items()})
        reviewed = is_reviewed(code) and all(text.cy_status == "reviewed" for text in texts)
        return Text(english, welsh, "reviewed" if reviewed else "draft")

    def words(self, text: Text) -> Words:
        """A text as the reader gets it."""
        language = text.language(self.language)
        draft = text.is_draft(self.language)
        self.draft = self.draft or draft
        return Words(text.text(self.language), language, draft)

    def said(self, code: str, /, **values: Text | str | int) -> Words:
        """The sentence of a code as the reader gets it."""
        return self.words(self.phrase(code, **values))

    def term(self, key: str) -> Words:
        """A domain term as the reader gets it."""
        return self.words(TERMS[key])

    def quoted(self, text: Text) -> Text:
        """A name in quotation marks."""
        return self.phrase("quoted", text=text)

    def joined(self, how: str, texts: Iterable[Text]) -> Text:
        """Texts with "and" or "or" between them; none gives no text."""
        parts = list(texts)
        if len(parts) < 2:
            return parts[0] if parts else NO_TEXT
        before, between = parts[0], "list" if how == "list" else "comma"
        for part in parts[1:-1]:
            before = self.phrase(f"join.{between}", before=before, last=part)
        return self.phrase(f"join.{how}", before=before, last=parts[-1])

    def names(self, how: str, texts: Iterable[Text]) -> Text:
        """Names in quotation marks with "and" or "or" between them."""
        return self.joined(how, [self.quoted(text) for text in texts])


def sentence(text: Text) -> Text:
    """The text with a capital at its beginning."""
    return Text(_capital(text.en), _capital(text.cy), text.cy_status)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def without_stop(text: Text) -> Text:
    """The text without the full stop at its end, for putting it into quotation marks."""
    return Text(text.en.rstrip().removesuffix("."), text.cy.rstrip().removesuffix("."), text.cy_status)
