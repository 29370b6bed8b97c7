"""What a reason rests on, as lines under it: finding or relation, with all that leads back to the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu import wording
from plethu.evidence.text import Language
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Bullets, Item, Line, Run, line, listed
from plethu.reporting.told import Ground, ToldNeed, ToldReason, Words

REPORT: Language = "en"  # the language in which headings and citations of the report are printed


BOILERPLATE = ("finding-helps-when", "finding-hinders", "general-caution")  # say little beside the statement itself


class Grounds:
    """Writes what reasons rest on, under one heading: each ground in full where it first comes, then its statement."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._seen: set[str] = set()

    def line(self, ground: Ground, stated: bool = False) -> Line:
        """`Statement. F134 (academic research, echoed). Section: ... Cited: ...`; `stated` where it was just said."""
        id = Run(ground.id, self.language, strong=True)
        statement = () if stated else (sentence(ground.words),)
        if ground.id in self._seen:
            return line(*statement, id, "(", label("above", self.language), ")", language=self.language)
        self._seen.add(ground.id)
        about = [words for words in (ground.strand_name, ground.stance_name) if words]
        names: list[Words | str] = ["(", *listed(about, self.language), ")"] if about else []
        why = (sentence(ground.why),) if ground.why else ()
        return line(*statement, *why, id, *names, *self._back_to_the_report(ground), language=self.language)

    def _back_to_the_report(self, ground: Ground) -> Iterator[Words | str]:
        before = Words(ground.id, self.language)
        for key, values in (("voices", ground.voices), ("section", ground.sections), ("cited", ground.citations)):
            if values:
                words = listed((v if isinstance(v, Words) else Words(v, REPORT) for v in values), self.language, ";")
                yield from (*self._ending(before), label(key, self.language), *words)
                before = words[-1]

    def _ending(self, words: Words) -> list[Words | str]:
        return [] if words.text.rstrip().endswith((".", "!", "?")) else ["."]

    def reason(self, reason: ToldReason) -> Item:
        """A reason: the statement of what it rests on, the answers that lead to it, its basis; under it the grounds."""
        said = line(*self._said(reason), "(", reason.basis_name, ")", language=self.language)
        under = [self.line(ground, stated=number == 0) for number, ground in enumerate(reason.grounds)]
        if reason.sections:
            names = listed((Words(section, REPORT) for section in reason.sections), self.language, ";")
            under.append(line(label("section", self.language), *names, language=self.language))
        return Item(said, tuple(under))

    def short_reason(self, reason: ToldReason) -> Item:
        """A reason in a line: statement, answers, and the id that leads to the rest."""
        first = next(iter(reason.grounds), None)
        where = (first and first.strand_name) or reason.basis_name
        ids = (f"{', '.join(ground.id for ground in reason.grounds)},",) if first else ()
        return item(*self._said(reason), "(", *ids, where, ")", language=self.language)

    def _said(self, reason: ToldReason) -> Iterator[Words]:
        statement = statement_of(reason)
        if statement and statement.text not in reason.words.text:
            yield sentence(statement)
        words = beside_the_statement(reason)
        if words.text:
            yield words

    def reasons(self, reasons: Iterable[ToldReason]) -> Bullets:
        """Reasons as a list; those that say the same of several findings or relations are one item."""
        items: dict[Line, list[Line]] = {}
        for reason in reasons:
            made = self.reason(reason)
            items.setdefault(made.line, []).extend(made.under)
        return Bullets(tuple(Item(said, tuple(dict.fromkeys(under))) for said, under in items.items()))

    def strongest(self, reasons: Iterable[ToldReason], most: int) -> tuple[Item, ...]:
        """The first reasons, each in a line; none of them twice."""
        return tuple(dict.fromkeys(self.short_reason(reason) for reason in reasons))[:most]

    def need(self, need: ToldNeed) -> Item:
        """A need with its state, and the relation it comes from."""
        said = line(need.words, "(", need.state_name, ")", language=self.language)
        return Item(said, (self.line(need.ground),))

    def short_need(self, need: ToldNeed) -> Item:
        """A need in a line, with the statement that it comes from."""
        back = (sentence(need.ground.words), "(", need.ground.id, ")")
        return item(need.words, *back, language=self.language)


def statement_of(reason: ToldReason) -> Words | None:
    """What the finding or relation itself says, on which a reason rests first of all."""
    return reason.grounds[0].words if reason.grounds else None


def beside_the_statement(reason: ToldReason) -> Words:
    """What a reason says beside the statement: which answers lead to it, without a phrase that every reason has."""
    words = reason.words
    if not reason.grounds or reason.code not in BOILERPLATE:
        return words
    phrase = wording.say(f"reason.{reason.code}", words.language, Answers="")
    return Words(words.text.removesuffix(phrase).rstrip(), words.language, words.draft)


def sentence(words: Words) -> Words:
    """The words with a full stop where they bring no mark."""
    text = words.text.rstrip()
    return Words(text if text.endswith((".", "!", "?", "”")) else f"{text}.", words.language, words.draft)


def item(*words: Words | Run | str, language: Language) -> Item:
    """An item without lines under it."""
    return Item(line(*words, language=language))
