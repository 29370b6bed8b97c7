"""What a reason rests on, as lines under it: finding or relation, with all that leads back to the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu.evidence.text import Language
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Bullets, Item, Line, Run, line, listed
from plethu.reporting.told import Ground, ToldNeed, ToldReason, Words

REPORT: Language = "en"  # the language in which headings and citations of the report are printed


class Grounds:
    """Writes what reasons rest on, under one heading: each ground in full where it first comes, then by its id."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._seen: set[str] = set()

    def line(self, ground: Ground) -> Line:
        """`F134 (academic research, echoed): statement. Section: ... Cited: ...`."""
        id = Run(ground.id, self.language, strong=True)
        if ground.id in self._seen:
            return line(id, "(", label("above", self.language), ")", language=self.language)
        self._seen.add(ground.id)
        about = [words for words in (ground.strand_name, ground.stance_name) if words]
        names: list[Words | str] = ["(", *listed(about, self.language), ")"] if about else []
        why: list[Words | str] = []
        if ground.why:
            why = [*self._ending(ground.words), ground.why]
        back = self._back_to_the_report(ground)
        return line(id, *names, ":", ground.words, *why, *back, language=self.language)

    def _back_to_the_report(self, ground: Ground) -> Iterator[Words | str]:
        before = ground.why or ground.words
        for key, values in (("voices", ground.voices), ("section", ground.sections), ("cited", ground.citations)):
            if values:
                words = listed((v if isinstance(v, Words) else Words(v, REPORT) for v in values), self.language, ";")
                yield from (*self._ending(before), label(key, self.language), *words)
                before = words[-1]

    def _ending(self, words: Words) -> list[Words | str]:
        return [] if words.text.rstrip().endswith((".", "!", "?")) else ["."]

    def reason(self, reason: ToldReason) -> Item:
        """A reason with its basis, and under it what it rests on."""
        said = line(reason.words, "(", reason.basis_name, ")", language=self.language)
        under = [self.line(ground) for ground in reason.grounds]
        if reason.sections:
            names = listed((Words(section, REPORT) for section in reason.sections), self.language, ";")
            under.append(line(label("section", self.language), *names, language=self.language))
        return Item(said, tuple(under))

    def reasons(self, reasons: Iterable[ToldReason]) -> Bullets:
        """Reasons as a list; those that say the same of several findings or relations are one item."""
        items: dict[Line, list[Line]] = {}
        for reason in reasons:
            made = self.reason(reason)
            items.setdefault(made.line, []).extend(made.under)
        return Bullets(tuple(Item(said, tuple(dict.fromkeys(under))) for said, under in items.items()))

    def need(self, need: ToldNeed) -> Item:
        """A need with its state, and the relation it comes from."""
        said = line(need.words, "(", need.state_name, ")", language=self.language)
        return Item(said, (self.line(need.ground),))


def item(*words: Words | Run | str, language: Language) -> Item:
    """An item without lines under it."""
    return Item(line(*words, language=language))
