"""How to get there, said once: what a document has told of one action, it does not tell again of the next."""

from __future__ import annotations

import re

from plethu.evidence.text import Language
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Line, line
from plethu.reporting.told import ToldAction, Words

FIRST_SENTENCE = re.compile(r".+?[.!?]”?(?= \S)")


class Ways:
    """Tells the steps of one action after another."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._paths: dict[tuple[str, ...], Words] = {}
        self._steps: dict[str, Words] = {}

    def steps(self, action: ToldAction) -> tuple[Line, ...]:
        """The steps; where all of them were told before, one line that says of which action."""
        texts = tuple(step.text for step in action.path)
        if not texts:
            return ()
        if (before := self._paths.get(texts)) and sum(map(len, texts)) > len(before.text) + 30:
            return (line(label("same-way", self.language), before, language=self.language),)
        self._paths.setdefault(texts, action.name)
        return tuple(self._step(step, action.name) for step in action.path)

    def _step(self, step: Words, of: Words) -> Line:
        before, first = self._steps.get(step.text), FIRST_SENTENCE.match(step.text)
        if before is None or first is None:
            self._steps.setdefault(step.text, of)
            return line(step, language=self.language)
        short = Words(first[0], step.language, step.draft)
        return line(short, "(", label("see", self.language), before, ")", language=self.language)
