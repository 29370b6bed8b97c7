"""Grounds: the findings and relations that advice rests on, each with all that leads back to the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from plethu.evidence.text import Language, Text
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.reporting.telling_phrases import Phrases
from plethu.reporting.told import Ground, Words
from plethu.terms import TERMS


class Grounds:
    """The grounds of one edition in one language, each made when it is first asked for."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self.phrases = Phrases(language)
        self.index = index_of(edition)
        self._made: dict[str, Ground] = {}

    def __getitem__(self, id: str) -> Ground:
        """The finding or relation of that id. Raises KeyError where the edition has neither."""
        if (made := self._made.get(id)) is None:
            made = self._made[id] = self._finding(id) if id in self.index.findings else self._relation(id)
        return made

    def __contains__(self, id: str) -> bool:
        return id in self.index.findings or id in self.index.relations

    def statement(self, id: str) -> Text:
        """What a finding says, or the title of a relation, in both languages."""
        finding = self.index.findings.get(id)
        return finding.statement if finding else self.index.relations[id].title

    def sections(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Sections of the report by number and heading, as printed."""
        found = (self.index.sections[id] for id in ids)
        return tuple(f"{section.number} {section.heading}".strip() for section in found)

    def _finding(self, id: str) -> Ground:
        finding, index = self.index.findings[id], self.index
        return Ground(
            id=id,
            kind="finding",
            words=self.phrases.words(finding.statement),
            basis="stated",
            strand=finding.strand,
            strand_name=self.phrases.words(index.strands[finding.strand].name),
            stance=finding.stance or "",
            stance_name=self._stance(finding.stance, finding.stance_basis),
            polarity=finding.polarity,
            voices=tuple(self.phrases.words(index.voices[voice].name) for voice in finding.voices),
            citations=tuple(index.citations[citation].printed for citation in finding.citations),
            sections=self.sections(finding.sections),
        )

    def _stance(self, stance: str | None, basis: str | None) -> Words | None:
        if not stance:
            return None
        if not basis:
            return self.phrases.term(f"stance.{stance}")
        return self.phrases.said("ground.stance", stance=TERMS[f"stance.{stance}"], basis=TERMS[f"basis.{basis}"])

    def _relation(self, id: str) -> Ground:
        relation = self.index.relations[id]
        return Ground(
            id=id,
            kind="relation",
            words=self.phrases.words(relation.title),
            basis=relation.basis,
            sections=self.sections(relation.sections),
            why=self.phrases.words(relation.why) if relation.why.en else None,
        )


@lru_cache(maxsize=16)
def grounds_in(edition: Edition, language: Language) -> Grounds:
    """The grounds of an edition, kept while it is in use."""
    return Grounds(edition, language)


def grounds_of(ids: Iterable[str], edition: Edition, language: Language) -> tuple[Ground, ...]:
    """The findings and relations of these ids, in their order. Raises KeyError for one the edition does not have."""
    grounds = grounds_in(edition, language)
    return tuple(grounds[id] for id in dict.fromkeys(ids))


def is_draft(ground: Ground) -> bool:
    """Whether anything of a ground is Welsh that no fluent person has read."""
    return any(words.draft for words in _words_of(ground))


def _words_of(ground: Ground) -> Iterator[Words]:
    yield from (ground.words, *ground.voices)
    yield from (words for words in (ground.strand_name, ground.stance_name, ground.why) if words)
