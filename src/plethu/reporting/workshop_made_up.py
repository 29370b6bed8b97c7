"""A made-up workshop in words: every text begins with the mark, in its own language."""

from __future__ import annotations

from plethu.evidence.text import Language, Text
from plethu.wording import say
from plethu.workshop.synthetic.saying import Saying


def mark(language: Language) -> str:
    """What stands before every text."""
    return say("workshop.made-up.mark", language)


def both(code: str) -> Text:
    """A sentence of a made-up workshop in both languages."""
    return Text(say(f"workshop.made-up.{code}", "en"), say(f"workshop.made-up.{code}", "cy"), "draft")


def told(said: Saying, what: str, language: Language) -> str:
    """What somebody says, with `what` it is about: a finding in its words, or an action by its name."""
    sentences = (say(f"workshop.made-up.{code}", language, what=_quoted(what)) for code in said.codes)
    return marked(*sentences, language=language)


def marked(*sentences: str, language: Language) -> str:
    """Sentences after the mark."""
    return " ".join((mark(language), *sentences))


def stated(stance: str, what: str, language: Language) -> str:
    """A statement of the made-up analysts on something."""
    return marked(say(f"workshop.made-up.statement.{stance}", language, what=_quoted(what)), language=language)


def with_mark(words: str, language: Language) -> str:
    """Words with the mark before them, once; nothing stays nothing."""
    return words if not words or words.startswith(mark(language)) else marked(words, language=language)


def _quoted(what: str) -> str:
    return what.removesuffix(".")
