"""What would be published now, all of it: texts, statements, new actions, and names in these that nobody has read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from plethu.evidence.text import Text
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import Names
from plethu.workshop.proposals import Proposal
from plethu.workshop.publishing import Published, Waiting
from plethu.workshop.signing import hash_of
from plethu_web.workshops.models import Workshop
from plethu_web.workshops.queries import coding as coded
from plethu_web.workshops.queries import releasing as queries
from plethu_web.workshops.queries.statements import Written, written


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement or a new action as it would be published, and what in it may name somebody. `of` is of its words."""

    id: str
    words: tuple[Text, ...]
    of: str
    found: tuple[str, ...] = ()
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class GoingOut:
    """What would go out. `left`: how many withdrew who were counted in a release."""

    labelled: queries.Labelled
    said: Mapping[str, Contribution]
    codings: tuple[Coding, ...]
    texts: Mapping[Published, tuple[str, ...]]
    waiting: Waiting
    statements: tuple[Written, ...]
    blocked: int
    proposals: tuple[Proposal, ...]
    worded: tuple[Worded, ...]
    left: int

    @property
    def may_go_out(self) -> bool:
        """Whether there are people enough, and nobody is given away."""
        return self.labelled.prepared.may_go_out

    @property
    def of(self) -> str:
        """By which it is known whether anything has changed since somebody looked."""
        cells = [[output.name, output.cells] for output in self.labelled.prepared.release.outputs]
        words = [[each.id, each.of] for each in self.worded]
        findings = [each.finding for each in self.statements]
        return hashlib.sha256(msgspec.json.encode([[*self.texts], findings, words, cells])).hexdigest()

    @property
    def uncoded(self) -> int:
        """How many things said nobody has coded yet; hidden ones are not coded."""
        coded_ones = {each.contribution for each in self.codings}
        return sum(1 for each in self.said.values() if not each.hidden and each.id not in coded_ones)

    @property
    def unread(self) -> tuple[Worded, ...]:
        """The statements and new actions in which something was found that nobody has decided on."""
        return tuple(each for each in self.worded if not each.is_read)


def going_out(workshop: Workshop, with_table: bool) -> GoingOut:
    """All that would go out now."""
    said = coded.contributions_of(workshop)
    found, codings = queries.labelled(workshop, with_table), coded.counting_codings(workshop, said)
    all_of_them = written(workshop, said, found.labelling, codings)
    statements = tuple(each for each in all_of_them if not each.refusals)
    borne_out = {each.finding.proposal for each in statements}  # an edition has no action that no finding speaks for
    standing = map(coded.as_proposed, coded.standing_proposals(workshop))
    proposals = tuple(each for each in standing if each.id in borne_out)
    return GoingOut(
        labelled=found,
        said=said,
        codings=codings,
        texts=queries.publishable(workshop, said, codings, found),
        waiting=queries.waiting_in(workshop, said, codings, found),
        statements=statements,
        blocked=len(all_of_them) - len(statements),
        proposals=proposals,
        worded=tuple(_worded(workshop, statements, proposals)),
        left=len(queries.left_of(workshop)),
    )


def _worded(workshop: Workshop, statements: Iterable[Written], proposals: Iterable[Proposal]) -> Iterator[Worded]:
    names, signings = queries.names_in(workshop), queries.newest_signings(workshop)
    words = [(f"statement-{each.row.pk}", (each.finding.statement,)) for each in statements]
    for id, texts in [*words, *((each.id, (each.name, each.summary)) for each in proposals)]:
        of, found = hash_of_words(texts), tuple(_names_in(names, texts))
        read = id in signings and signings[id].of == of
        yield Worded(id, texts, of, found, read or not found)


def _names_in(names: Names, texts: Iterable[Text]) -> Iterator[str]:
    found = (each.text for text in texts for words in (text.en, text.cy) for each in names.find(words))
    yield from dict.fromkeys(found)


def hash_of_words(texts: Iterable[Text]) -> str:
    """By which the words of a statement or an action are known again, in both languages."""
    return hash_of("\0".join(words for text in texts for words in (text.en, text.cy)))
