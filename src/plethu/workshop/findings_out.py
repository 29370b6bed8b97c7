"""What a workshop found, as entries of the next edition; with a trail to the contributions, which stays inside.

An analyst writes one statement for what several contributions say. It is published with its stance and the sectors of
those who said it, as far as their labels name them, and nothing of who they are or how many.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from plethu.evidence.findings import Finding, FindingKind, Polarity, Stance
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.labels import Labelling
from plethu.workshop.reading import label_of

_NUMBER = re.compile(r"F(\d+)")


class WorkshopFinding(Frozen, frozen=True):
    """One statement of the workshop.

    It bears on an action of the edition, on a proposal that becomes one, or else on a category. `bears_on` are findings
    of the edition that it echoes, challenges or adds to; `contributions` is the trail.
    """

    id: str
    statement: Text
    stance: Stance
    contributions: tuple[str, ...]
    action: str = ""
    proposal: str = ""
    category: str = ""
    bears_on: tuple[str, ...] = ()
    also_actions: tuple[str, ...] = ()
    kind: FindingKind = "finding"
    polarity: Polarity = "supports"
    voices: tuple[str, ...] = ()
    to_reread: bool = False  # a contribution that it rested on was withdrawn since somebody last read it


class Desk(Frozen, frozen=True):
    """What findings are written from: contributions by id, the codings that hold, labels, and ids of the edition.

    `published` are the voices of findings that went out before, by id, and `rested` the contributions they rested on.
    What is published stays: a voice is not taken back when one of several speakers leaves, which would tell of whom.
    """

    contributions: Mapping[str, Contribution]
    codings: tuple[Coding, ...]
    labelling: Labelling
    actions: Collection[str]
    findings: Collection[str]
    categories: Collection[str]
    proposals: Collection[str] = ()
    published: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    rested: Collection[str] = ()


def safe_voices(contributions: Iterable[str], desk: Desk) -> tuple[str, ...]:
    """The sectors that may be named as those of the speakers of some contributions."""
    labels = (label_of(desk.contributions[id], desk.labelling) for id in contributions if id in desk.contributions)
    return tuple(sorted({label.sector for label in labels if label is not None} - {""}))


def voices_of(id: str, contributions: Iterable[str], desk: Desk) -> tuple[str, ...]:
    """The voices of a finding: those it was published with, and those that may be named now."""
    return tuple(sorted({*desk.published.get(id, ()), *safe_voices(contributions, desk)}))


def finding_refusals(finding: WorkshopFinding, desk: Desk) -> Iterator[str]:
    """Why a finding cannot go into an edition, by code."""
    if finding.statement.is_empty:
        yield "statement-empty"
    if not finding.contributions:
        yield "no-contributions"
    elif finding.to_reread:
        yield "contribution-withdrawn"
    said = [desk.contributions.get(id) for id in finding.contributions]
    if not all(said):
        yield "contribution-unknown"
    if any(each and each.hidden for each in said):
        yield "contribution-hidden"
    unheard = (each for each in said if each and each.id not in desk.rested)
    if any(label_of(each, desk.labelling) is None for each in unheard):
        yield "contribution-held"
    coded = {coding.contribution for coding in desk.codings if coding.stance == finding.stance}
    if set(finding.contributions) - coded:
        yield "stance-not-coded"
    if set(finding.voices) - set(voices_of(finding.id, finding.contributions, desk)):
        yield "voice-not-safe"
    yield from _place_refusals(finding, desk)


def _place_refusals(finding: WorkshopFinding, desk: Desk) -> Iterator[str]:
    if finding.action and finding.proposal:
        yield "action-and-proposal"
    if finding.action and finding.action not in desk.actions:
        yield "action-unknown"
    if finding.proposal and finding.proposal not in desk.proposals:
        yield "proposal-unknown"
    if not (finding.action or finding.proposal) and finding.category not in desk.categories:
        yield "bears-on-nothing"
    if set(finding.bears_on) - set(desk.findings):
        yield "finding-unknown"
    if finding.stance != "added" and not finding.bears_on and not finding.action:
        yield "stance-needs-finding"


def as_edition_finding(
    finding: WorkshopFinding, strand: str, actions: Mapping[str, str] | None = None, rests_with: str = ""
) -> Finding:
    """The entry of the edition. `actions` says which action each proposal has become. The trail is left behind.

    `rests_with`: as `resting_on_one` says; with itself is with none.
    """
    action = finding.action or (actions or {}).get(finding.proposal, finding.proposal)
    return Finding(
        id=finding.id,
        strand=strand,
        statement=finding.statement,
        kind=finding.kind,
        polarity=finding.polarity,
        action=action,
        also_actions=finding.also_actions,
        category=finding.category,
        stance=finding.stance,
        stance_basis="judged",
        voices=finding.voices,
        rests_with="" if rests_with == finding.id else rests_with,
    )


def resting_on_one(
    findings: Iterable[WorkshopFinding], contributions: Mapping[str, Contribution], apart: Collection[str]
) -> dict[str, str]:
    """The findings that rest on what one person said alone, each with the first of them that rests on the same one.

    What nobody is named for is as a person of its own. `apart` are those that went out before as resting on more: they
    do so still, or it would tell who has left since.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for finding in findings:
        speakers = {contributions[id].person or id for id in finding.contributions}
        if len(speakers) == 1 and finding.id not in apart:
            found[finding.id] = first.setdefault(speakers.pop(), finding.id)
    return found


def trail(findings: Iterable[WorkshopFinding]) -> dict[str, tuple[str, ...]]:
    """From each contribution to the findings that rest on it; `WorkshopFinding.contributions` is the way back."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        for contribution in finding.contributions:
            found.setdefault(contribution, []).append(finding.id)
    return {contribution: tuple(dict.fromkeys(ids)) for contribution, ids in found.items()}


def resting_on(findings: Iterable[WorkshopFinding], withdrawn: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The findings to look at again because contributions were withdrawn, each with what it still rests on."""
    return {
        finding.id: tuple(id for id in finding.contributions if id not in withdrawn)
        for finding in findings
        if any(id in withdrawn for id in finding.contributions)
    }


def free_ids(taken: Iterable[str]) -> Iterator[str]:
    """Ids for new findings, after the last of those there are: F281, F282 and so on."""
    last = max((int(number[1]) for id in taken if (number := _NUMBER.fullmatch(id))), default=0)
    while True:
        last += 1
        yield f"F{last:03}"
