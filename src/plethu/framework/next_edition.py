"""The edition after a workshop: the one it was held on, with what it found and the actions it added.

The earlier edition stays as it is; `compare_editions` shows what has come, `advice_changes` whose advice differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from plethu.evidence.findings import Finding
from plethu.evidence.strands import Strand
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.canonical import content_hash
from plethu.framework.checking import edition_or_problems
from plethu.framework.edition import Action, Edition, Voice
from plethu.workshop.contexts import Contexts
from plethu.workshop.proposals import Proposal


def workshop_strand(
    id: str, name: Text, description: Text, dates: str, dates_printed: str, geography: str, invited: Text
) -> Strand:
    """The strand that a workshop's findings stand in: `dates` is EDTF, `invited` says how people came to be there.

    Nothing was screened, so it has no flow.
    """
    return Strand(id, name, description, geography, dates_printed, dates, search=invited, screening=NO_TEXT)


def free_strand(id: str, taken: Collection[str]) -> str:
    """The id of a strand, or the first of `id-2`, `id-3` and so on that is not taken."""
    number, free = 1, id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    return free


def actions_of_proposals(edition: Edition, proposals: Iterable[Proposal]) -> tuple[Action, ...]:
    """The standing proposals as actions of their own, after those the edition has."""
    last = max((action.order for action in edition.actions), default=0)
    return tuple(
        Action(p.id, last + number, p.category, "workshop", name=p.name, summary=p.summary, gloss=p.summary)
        for number, p in enumerate(proposals, 1)
    )


def voices_of_sectors(contexts: Contexts, findings: Iterable[Finding]) -> tuple[Voice, ...]:
    """The sectors that speak in some findings, by their names, as voices that an edition may lack."""
    spoken = {voice for finding in findings for voice in finding.voices}
    return tuple(Voice(value.id, value.name) for value in contexts.sector if value.id in spoken)


def next_edition(
    edition: Edition,
    version: str,
    published: str,
    strand: Strand,
    findings: Sequence[Finding],
    actions: Sequence[Action] = (),
    voices: Sequence[Voice] = (),
    provenance: Text = NO_TEXT,
) -> Edition:
    """The edition with what a workshop brought. `voices` are those it may lack; ones it has stay as they are.

    Raises BadInput, as reading an edition does, if the whole no longer holds together.
    """
    known = {voice.id for voice in edition.voices}
    discussed = {id for finding in findings for id in (finding.action, *finding.also_actions)}
    made = replace(
        edition,
        version=version,
        published=published,
        strands=(*edition.strands, strand),
        findings=(*edition.findings, *findings),
        actions=(*(replace(a, discussed=a.discussed or a.id in discussed) for a in edition.actions), *actions),
        voices=(*edition.voices, *(voice for voice in voices if voice.id not in known)),
        provenance=edition.provenance if provenance.is_empty else (*edition.provenance, provenance),
    )
    return edition_or_problems(replace(made, hash=content_hash(made)), {}, f"{edition.id} {version}")


def without_statements(
    edition: Edition, gone: Collection[tuple[str, Text]], spoken_for: Collection[str], instead: Text
) -> Edition:
    """The edition with `instead` in the place of statements that somebody withdrew, each known by its id and words.

    Their ids, stances and what they bear on stay, since codings of later workshops refer to them. An action loses its
    words too once nothing else speaks for it here, nor elsewhere: `spoken_for` are actions for which something does.
    """
    findings = tuple(
        replace(each, statement=instead, voices=()) if (each.id, each.statement) in gone else each
        for each in edition.findings
    )
    left = {each.action for each in findings if each.statement != instead} | {*spoken_for}
    empty = {each.action for each in findings if each.statement == instead} - left
    actions = tuple(
        replace(each, name=instead, summary=NO_TEXT, gloss=NO_TEXT) if each.id in empty else each
        for each in edition.actions
    )
    made = replace(edition, findings=findings, actions=actions)
    return edition if made == edition else replace(made, hash=content_hash(made))
