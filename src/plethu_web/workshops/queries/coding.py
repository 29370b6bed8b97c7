"""What was said at a workshop and how it is coded, as the library's rules read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import Http404
from msgspec.structs import replace

from plethu.workshop.codings import Coding, CodingEvent, Known, codings_when_done, current_codings
from plethu.workshop.contributions import Contribution
from plethu.workshop.proposals import Merge, codings_after_merging, merged_proposals
from plethu.workshop.proposals import Proposal as Proposed
from plethu_web.accounts.models import User
from plethu_web.workshops.models import (
    Caution,
    CodedBy,
    CodingChange,
    Proposal,
    Remark,
    Statement,
    StatementChange,
    Workshop,
)
from plethu_web.workshops.queries.said import contribution_of, contributions_of
from plethu_web.workshops.subjects import edition_of, voices_of

__all__ = ["contribution_of", "contributions_of"]  # of this room too


def put_to_groups(workshop: Workshop) -> dict[str, str]:
    """The findings and actions that were put to the groups, each with its kind."""
    return dict(workshop.rounds.exclude(topics=None).values_list("topics__ref", "topics__kind"))


def discussed_in_round(workshop: Workshop, number: int) -> set[str]:
    """The findings and actions that a round put to the groups."""
    return set(workshop.rounds.filter(number=number).exclude(topics=None).values_list("topics__ref", flat=True))


def events_of(workshop: Workshop, contribution: str = "") -> list[CodingEvent]:
    """The changes of codings, oldest first. A coding's coder is who made it."""
    rows = CodingChange.objects.filter(workshop=workshop).order_by("pk")
    rows = rows.filter(contribution=contribution) if contribution else rows
    return [
        _event(*row) for row in rows.values_list("pk", "contribution", "of", "coding", "undoes_id", "by_id", "made")
    ]


def _event(
    pk: int, contribution: str, of: str, stored: dict[str, Any], undoes: int | None, by: Any, made: datetime
) -> CodingEvent:
    coding = None
    if stored:
        fields = {**stored, "voices": tuple(stored.get("voices", ()))}
        coding = Coding(id=of, contribution=contribution, coder=str(by), **fields)
    return CodingEvent(str(pk), str(by), made.isoformat(), of, coding, str(undoes or ""))


def changes_of(workshop: Workshop, contribution: str = "") -> list[CodingChange]:
    """The same as rows, newest first, for showing who did what."""
    rows = CodingChange.objects.filter(workshop=workshop).select_related("by", "undoes")
    return list((rows.filter(contribution=contribution) if contribution else rows).order_by("-pk"))


def coder_names(workshop: Workshop) -> dict[str, str]:
    """Whoever has coded something, by pseudonym, as the team knows them."""
    coders = CodingChange.objects.filter(workshop=workshop).values("by_id")
    return {str(user.pseudonym): str(user) for user in User.objects.filter(pseudonym__in=coders)}


def changes_seen_by(workshop: Workshop, coder: str) -> list[CodingChange]:
    """The changes that a coder may see, newest first: where coding is blind, only theirs until both are done."""
    changes = changes_of(workshop)
    if not is_blind(workshop, coder):
        return changes
    unfinished = still_at(workshop)
    done = {(each.contribution, str(each.by_id)) for each in changes} - unfinished
    return [
        each
        for each in changes
        if str(each.by_id) == coder or {(each.contribution, coder), (each.contribution, str(each.by_id))} <= done
    ]


def standing_codings(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """All codings of what is still there, by whichever coder."""
    return tuple(c for c in current_codings(events_of(workshop)).values() if c.contribution in contributions)


def still_at(workshop: Workshop, contribution: str = "") -> set[tuple[str, str]]:
    """Contributions with coders who are not done with them yet."""
    rows = CodedBy.objects.filter(workshop=workshop, is_open=True)
    rows = rows.filter(contribution=contribution) if contribution else rows
    return {(of, str(by)) for of, by in rows.values_list("contribution", "by_id")}


def codings_for_agreement(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """The codings of coders who are done, as they were when they could not see each other's yet.

    What somebody coded as a second person after they had said that they would no more is left out.
    """
    rows = CodedBy.objects.filter(workshop=workshop).exclude(last=None)
    done = {(of, str(by)): str(last) for of, by, last in rows.values_list("contribution", "by_id", "last")}
    events = events_of(workshop)
    found = codings_when_done(events, done)
    out = still_at(workshop) | _begun_late(events, stopped(workshop), two_coders_of(found))
    return tuple(c for c in found if c.contribution in contributions and (c.contribution, c.coder) not in out)


def stopped(workshop: Workshop) -> dict[str, int]:
    """Who codes no more as a second person, each with the last change that there was when they said so."""
    rows = CodedBy.objects.filter(workshop=workshop, contribution="").values_list("by_id", "last")
    return {str(by): last or 0 for by, last in rows}


def _begun_late(
    events: Iterable[CodingEvent], since: Mapping[str, int], coders: Mapping[str, tuple[str, ...]]
) -> set[tuple[str, str]]:
    """Contributions that somebody began to code who had said before that they code no more as a second person."""
    begun: dict[tuple[str, str], int] = {}
    for event in events:
        if event.coding:
            begun.setdefault((event.coding.contribution, event.by), int(event.id))
    return {
        (of, by) for (of, by), at in begun.items() if by in since and at > since[by] and coders.get(of, (by,))[0] != by
    }


def is_blind(workshop: Workshop, coder: str) -> bool:
    """Whether a coder sees others' codings only once both are done: not if they code no more as a second person."""
    return caution_of(workshop).blind and coder not in stopped(workshop)


def finished_codings(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """The codings of coders who are done, as they are now."""
    unfinished = still_at(workshop)
    return tuple(c for c in standing_codings(workshop, contributions) if (c.contribution, c.coder) not in unfinished)


def codings_each_once(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """What is coded against a finding counts under that finding, and no second time under the finding's action."""
    return tuple(replace(coding, action="") if coding.finding else coding for coding in codings)


def first_codings(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Those that count: of each contribution, the codings of whoever coded it first. A second coder's are a check."""
    codings = tuple(codings)
    first: dict[str, str] = {}
    for coding in codings:
        first.setdefault(coding.contribution, coding.coder)
    return tuple(coding for coding in codings if first[coding.contribution] == coding.coder)


def two_coders_of(codings: Iterable[Coding]) -> dict[str, tuple[str, ...]]:
    """Who coded each contribution first and second, by pseudonym."""
    order: dict[str, list[str]] = {}
    for coding in codings:
        coders = order.setdefault(coding.contribution, [])
        if coding.coder not in coders:
            coders.append(coding.coder)
    return {id: tuple(coders[:2]) for id, coders in order.items()}


def as_two_coders(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Whoever coded a contribution first as `first`, the next as `second`; later ones are left out."""
    codings = tuple(codings)
    order = two_coders_of(codings)
    return tuple(
        replace(coding, coder=("first", "second")[order[coding.contribution].index(coding.coder)])
        for coding in codings
        if coding.coder in order[coding.contribution]
    )


def counting_codings(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """The codings that count, with merged proposals replaced by what they became."""
    proposals = proposals_of(workshop)
    ends = merged_proposals(map(as_proposed, proposals), merges_in(proposals))
    return codings_after_merging(first_codings(standing_codings(workshop, contributions)), ends)


def proposals_of(workshop: Workshop) -> list[Proposal]:
    """The new actions that were proposed, merged or not."""
    found = workshop.proposals.select_related("by", "into").prefetch_related("merges", "merges__by", "merges__into")
    return list(found.order_by("pk"))


def as_proposed(row: Proposal) -> Proposed:
    """A proposal as the library reads it."""
    return Proposed(row.ref, row.called, row.category, str(row.by_id), row.what)


def merges_in(proposals: Iterable[Proposal]) -> list[Merge]:
    """The merges that hold."""
    return [
        Merge(
            row.ref,
            str(row.merged_by_id or ""),
            row.merged_reason,
            into=row.into.ref if row.into else "",
            into_action=row.into_action,
        )
        for row in proposals
        if row.into_id or row.into_action
    ]


def standing_proposals(workshop: Workshop) -> list[Proposal]:
    """Those that were not merged into anything."""
    return [row for row in proposals_of(workshop) if not (row.into_id or row.into_action)]


def known_to(workshop: Workshop, contributions: Mapping[str, Contribution]) -> Known:
    """The ids that codings may name."""
    edition = edition_of(workshop.edition)
    return Known(
        contributions=contributions,
        findings={finding.id for finding in edition.findings} if edition else set(),
        actions={action.id for action in edition.actions} if edition else set(),
        voices={voice.id for voice in voices_of(workshop.edition)},
        proposals={row.ref for row in proposals_of(workshop)},
    )


def remarks_by_contribution(workshop: Workshop, contributions: Iterable[str]) -> dict[str, list[Remark]]:
    """What coders said to each other about each of these, the oldest first; those of which nothing was said are out."""
    found: dict[str, list[Remark]] = {}
    for each in workshop.remarks.filter(contribution__in=set(contributions)).select_related("by"):
        found.setdefault(each.contribution, []).append(each)
    return found


def remarks_on(workshop: Workshop, contribution: str) -> list[Remark]:
    """What coders wrote to each other about it."""
    return list(workshop.remarks.filter(contribution=contribution).select_related("by"))


def statements_of(workshop: Workshop) -> list[Statement]:
    """The statements written so far."""
    return list(workshop.statements.filter(taken_out=False).order_by("pk"))


def statements_taken_out(workshop: Workshop) -> list[Statement]:
    """Those that were taken out, whose taking out can be undone."""
    return list(workshop.statements.filter(taken_out=True).order_by("pk"))


def statement_of(workshop: Workshop, pk: int) -> Statement:
    """One of them; Http404 where there is none."""
    found = workshop.statements.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def versions_of(row: Statement) -> list[StatementChange]:
    """All that was done to a statement, newest first."""
    return list(row.changes.select_related("by").order_by("-pk"))


def caution_of(workshop: Workshop) -> Caution:
    """What the owner chose; the usual where they chose nothing, not stored."""
    return Caution.objects.filter(workshop=workshop).first() or Caution(workshop=workshop)
