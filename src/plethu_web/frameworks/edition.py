"""The edition that this site gives advice from."""

from __future__ import annotations

from functools import lru_cache

from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.situation import Situation


def current_edition() -> Edition:
    """The edition in use, read once per process."""
    return default_edition()


@lru_cache(maxsize=2)
def examples_in(language: Language) -> dict[str, Situation]:
    """The example situations of the edition in use, by name, in a language."""
    return example_situations(current_edition(), language)
