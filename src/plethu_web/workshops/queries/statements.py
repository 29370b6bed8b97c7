"""Statements of a workshop as findings of the next edition, each with what is in the way of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from msgspec.structs import replace

from plethu.evidence.findings import CROSS_CUTTING
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.findings_out import Desk, WorkshopFinding, finding_refusals, free_ids, voices_of
from plethu.workshop.labels import Labelling
from plethu.workshop.proposals import merged_proposals
from plethu_web.workshops.models import Statement, Workshop
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.editions import numbers_taken
from plethu_web.workshops.queries.released import rested_before, voices_before
from plethu_web.workshops.subjects import edition_of


@dataclass(frozen=True, slots=True)
class Written:
    """A statement, the finding it becomes, and the codes of what is in its way."""

    row: Statement
    finding: WorkshopFinding
    refusals: tuple[str, ...]


def desk_of(
    workshop: Workshop, said: Mapping[str, Contribution], labelling: Labelling, codings: tuple[Coding, ...] | None
) -> Desk:
    """What statements are written from."""
    edition = edition_of(workshop.edition)
    return Desk(
        contributions=said,
        codings=queries.counting_codings(workshop, said) if codings is None else codings,
        labelling=labelling,
        actions=[action.id for action in edition.actions] if edition else (),
        findings=[finding.id for finding in edition.findings] if edition else (),
        categories=[*(category.id for category in edition.categories), CROSS_CUTTING] if edition else (),
        proposals=[row.ref for row in queries.standing_proposals(workshop)],
        published=voices_before(workshop),
        rested=rested_before(workshop),
    )


def written(
    workshop: Workshop,
    said: Mapping[str, Contribution],
    labelling: Labelling,
    codings: tuple[Coding, ...] | None = None,
) -> list[Written]:
    """All statements, with the ids they have in the next edition, or would have if it were published now."""
    desk = desk_of(workshop, said, labelling, codings)
    proposals = queries.proposals_of(workshop)
    ends = merged_proposals(map(queries.as_proposed, proposals), queries.merges_in(proposals))
    edition = edition_of(workshop.edition)
    ids = free_ids([*desk.findings, *numbers_taken(workshop, edition.id if edition else "")])
    found = []
    for row in queries.statements_of(workshop):
        finding = _finding(row, desk, ends)
        refusals = tuple(finding_refusals(finding, desk))
        finding = finding if refusals or finding.id else replace(finding, id=next(ids))
        found.append(Written(row, finding, refusals))
    return found


def _finding(row: Statement, desk: Desk, ends: Mapping[str, tuple[str, str]]) -> WorkshopFinding:
    kind, _colon, ref = row.on.partition(":")
    proposal, action = ends.get(ref, (ref, "")) if kind == "proposal" else ("", ref if kind == "action" else "")
    return WorkshopFinding(
        id=row.published_as,
        statement=row.said,
        stance=cast(Any, row.stance),
        contributions=tuple(row.contributions),
        action=action,
        proposal=proposal,
        category=ref if kind == "category" else "",
        bears_on=tuple(row.bears_on),
        polarity="mixed" if row.stance == "challenged" else "supports",
        voices=voices_of(row.published_as, row.contributions, desk),
        to_reread=row.to_reread and not row.published_as,  # what is out stays, or it would tell whose words went
    )
