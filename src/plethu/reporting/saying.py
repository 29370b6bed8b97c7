"""From a text in two languages to words in one."""

from __future__ import annotations

from plethu.evidence.text import Language, Text
from plethu.reporting.told import Words


def say(text: Text, language: Language, **values: object) -> Words:
    """The words of a text in the wanted language, else in English, with any `{values}` filled in."""
    words = text.text(language)
    return Words(words.format(**values) if values else words, text.language(language), text.is_draft(language))
