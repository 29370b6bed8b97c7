"""Coding what was said, undoing it, proposing and merging new actions, and writing statements."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from plethu.workshop.codings import Coding, CodingEvent, coding_refusals, current_codings, event_refusals
from plethu.workshop.proposals import Merge, merge_refusals
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import CodingChange, Participant, Proposal, Remark, Signing, Statement, Workshop
from plethu_web.workshops.queries import coding as queries


class Refused(Exception):
    """It cannot be done; `codes` say why, of the kind of sentence they belong to."""

    def __init__(self, kind: str, codes: list[str]) -> None:
        super().__init__(kind, codes)
        self.kind, self.codes = kind, codes


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something to which workshop."""

    by: User
    access: Access
    workshop: Workshop

    def locked(self) -> Workshop:
        """The workshop, so that nobody changes its analysis at the same time."""
        return Workshop.objects.select_for_update().get(pk=self.workshop.pk, review=self.access.review)

    def note(self, event: str) -> None:
        """Write it into the audit trail."""
        note(event, by=self.by.pseudonym, review=self.access.review.pk, thing=f"workshop:{self.workshop.pk}")


@transaction.atomic
def code(*, doing: Doing, contribution: str, fields: dict[str, Any], of: str = "") -> None:
    """Code a contribution, or change one's own coding `of`. Raises Refused."""
    workshop = doing.locked()
    said = queries.contributions_of(workshop)
    coding = Coding(id=of or uuid.uuid4().hex, contribution=contribution, coder=str(doing.by.pseudonym), **fields)
    codes = list(coding_refusals(coding, queries.known_to(workshop, said)))
    if of:
        codes += _not_own(doing, workshop, contribution, of)
    if codes:
        raise Refused("coding", codes)
    stored = {**fields, "voices": list(fields.get("voices", ()))}
    CodingChange.objects.create(workshop=workshop, contribution=contribution, of=coding.id, coding=stored, by=doing.by)
    doing.note("contribution-coded")


@transaction.atomic
def take_out_coding(*, doing: Doing, contribution: str, of: str) -> None:
    """Take out one's own coding. Raises Refused."""
    workshop = doing.locked()
    if codes := _not_own(doing, workshop, contribution, of):
        raise Refused("coding", codes)
    CodingChange.objects.create(workshop=workshop, contribution=contribution, of=of, by=doing.by)
    doing.note("contribution-coded")


def _not_own(doing: Doing, workshop: Workshop, contribution: str, of: str) -> list[str]:
    standing = current_codings(queries.events_of(workshop, contribution)).get(of)
    return [] if standing and standing.coder == str(doing.by.pseudonym) else ["nothing-to-change"]


@transaction.atomic
def undo(*, doing: Doing, change: int) -> str:
    """Undo a change of one's own, or an undoing; the contribution it was of. Raises Refused."""
    workshop = doing.locked()
    row = CodingChange.objects.filter(workshop=workshop, pk=change, by=doing.by).first()
    if row is None:
        raise Refused("coding", ["undo-unknown"])
    events = queries.events_of(workshop, row.contribution)
    event = CodingEvent("new", str(doing.by.pseudonym), "", undoes=str(row.pk))
    if codes := list(event_refusals(event, events)):
        raise Refused("coding", codes)
    CodingChange.objects.create(workshop=workshop, contribution=row.contribution, undoes=row, by=doing.by)
    doing.note("coding-undone")
    return row.contribution


@transaction.atomic
def remark(*, doing: Doing, contribution: str, words: str) -> None:
    """Say something to the other coder."""
    queries.contribution_of(doing.workshop, contribution)
    Remark.objects.create(workshop=doing.workshop, contribution=contribution, words=words, by=doing.by)


@transaction.atomic
def propose(*, doing: Doing, fields: dict[str, str]) -> Proposal:
    """Propose a new action."""
    row = Proposal.objects.create(workshop=doing.locked(), by=doing.by, **fields)
    doing.note("action-proposed")
    return row


@transaction.atomic
def merge(*, doing: Doing, proposal: int, into: str, reason: str) -> None:
    """Merge a proposal into another or into an action of the edition. Raises Refused."""
    workshop = doing.locked()
    rows = queries.proposals_of(workshop)
    by_id = {queries.proposal_id(row): row for row in rows}
    row = next((row for row in rows if row.pk == proposal), None)
    known = queries.known_to(workshop, {})
    is_proposal = into in by_id
    wanted = Merge(
        queries.proposal_id(row) if row else "",
        str(doing.by.pseudonym),
        reason,
        into=into if is_proposal else "",
        into_action="" if is_proposal else into,
    )
    codes = list(merge_refusals(wanted, queries.merges_in(rows), by_id, known.actions))
    if codes or row is None:
        raise Refused("merge", codes)
    row.into, row.into_action = by_id.get(wanted.into), wanted.into_action
    row.merged_reason, row.merged_by = reason, doing.by
    row.save()
    doing.note("proposal-merged")


@transaction.atomic
def part(*, doing: Doing, proposal: int) -> None:
    """Undo a merge: the proposal stands by itself again."""
    doing.locked()
    row = Proposal.objects.filter(workshop=doing.workshop, pk=proposal)
    if row.update(into=None, into_action="", merged_reason="", merged_by=None):
        doing.note("proposal-parted")


@transaction.atomic
def write_statement(*, doing: Doing, fields: dict[str, Any], pk: int | None = None) -> None:
    """Write a statement, or change one. What is in the way of publishing it is said where it is published."""
    workshop = doing.locked()
    row = queries.statement_of(workshop, pk) if pk else Statement(workshop=workshop)
    for name, value in fields.items():
        setattr(row, name, value)
    row.by = doing.by
    row.save()
    doing.note("statement-written")


@transaction.atomic
def take_out_statement(*, doing: Doing, pk: int) -> None:
    """Take a statement out."""
    queries.statement_of(doing.locked(), pk).delete()
    doing.note("statement-taken-out")


def forget_words_of(person: Participant) -> None:
    """When somebody withdraws: how their cards were coded and read goes too, and statements rest on them no more.

    What was released stays as it went out.
    """
    ids = {f"card-{pk}" for pk in person.cards.values_list("pk", flat=True)}
    for table in (CodingChange, Remark, Signing):
        table._default_manager.filter(workshop=person.workshop_id, contribution__in=ids).delete()
    for row in Statement.objects.filter(workshop=person.workshop_id):
        if ids & set(row.contributions):
            row.contributions = [id for id in row.contributions if id not in ids]
            row.save(update_fields=["contributions"])
