"""Coding what was said, undoing it, proposing and merging new actions."""

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
from plethu_web.workshops.models import CodedBy, CodingChange, Proposal, ProposalMerge, Remark, Workshop
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
def code(*, doing: Doing, contribution: str, fields: dict[str, Any], of: str = "", more: bool = False) -> None:
    """Code a contribution, or change one's own coding `of`. `more`: there is more to code in it. Raises Refused."""
    workshop = doing.locked()
    said = {contribution: queries.contribution_of(workshop, contribution)}
    coding = Coding(id=of or uuid.uuid4().hex, contribution=contribution, coder=str(doing.by.pseudonym), **fields)
    codes = list(coding_refusals(coding, queries.known_to(workshop, said)))
    if of:
        codes += _not_own(doing, workshop, contribution, of)
    if codes:
        raise Refused("coding", codes)
    stored = {**fields, "voices": list(fields.get("voices", ()))}
    change = CodingChange(workshop=workshop, contribution=contribution, of=coding.id, coding=stored, by=doing.by)
    _keep_place(doing, change, more)
    doing.note("contribution-coded")


def _keep_place(doing: Doing, change: CodingChange, more: bool) -> None:
    """Store the change, and whether its coder is done with the contribution: until they are, they code it blind."""
    key = {"workshop": change.workshop, "contribution": change.contribution, "by": doing.by}
    place = CodedBy.objects.filter(**key).first()
    is_first = not CodingChange.objects.filter(**key).exists()
    change.save()
    if place is None and is_first:
        place = CodedBy(**key)
    if place is not None:
        place.is_open = more
        place.last = place.last or (None if more else change.pk)
        place.save()


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
def stop_as_second(*, doing: Doing) -> None:
    """Code no more as a second person. That stays, since whoever says so may look at how others coded."""
    workshop = doing.locked()
    newest = CodingChange.objects.filter(workshop=workshop).order_by("pk").values_list("pk", flat=True).last()
    CodedBy.objects.get_or_create(workshop=workshop, contribution="", by=doing.by, defaults={"last": newest})


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
    by_id = {row.ref: row for row in rows}
    row = next((row for row in rows if row.pk == proposal), None)
    known = queries.known_to(workshop, {})
    is_proposal = into in by_id
    wanted = Merge(
        row.ref if row else "",
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
    ProposalMerge.objects.create(proposal=row, into=row.into, into_action=row.into_action, reason=reason, by=doing.by)
    doing.note("proposal-merged")


@transaction.atomic
def part(*, doing: Doing, proposal: int) -> None:
    """Undo a merge: the proposal stands by itself again. That it was merged stays in its history."""
    workshop = doing.locked()
    row = Proposal.objects.filter(workshop=workshop, pk=proposal).exclude(merged_by=None).first()
    if row is None:
        return
    row.into, row.into_action, row.merged_reason, row.merged_by = None, "", "", None
    row.save()
    ProposalMerge.objects.create(proposal=row, by=doing.by)
    doing.note("proposal-parted")
