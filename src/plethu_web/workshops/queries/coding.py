"""What was said at a workshop and how it is coded, as the library's rules read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.http import Http404
from msgspec.structs import replace

from plethu.evidence.text import Language
from plethu.workshop.codings import Coding, CodingEvent, Known, current_codings
from plethu.workshop.contributions import Contribution, SpokenStance
from plethu.workshop.proposals import Merge, codings_after_merging, merged_proposals
from plethu.workshop.proposals import Proposal as Proposed
from plethu_web.workshops.models import (
    Card,
    Caution,
    CodingChange,
    NoteVersion,
    Proposal,
    Remark,
    Signing,
    Statement,
    Workshop,
)
from plethu_web.workshops.models.board import Placed
from plethu_web.workshops.subjects import edition_of, voices_of

Edited = Card | NoteVersion


def contributions_of(workshop: Workshop) -> dict[str, Contribution]:
    """All that was said, by id, round by round: cards that were not withdrawn, and the newest notes of each place."""
    languages = {s.contribution: s.language for s in Signing.objects.filter(workshop=workshop).exclude(state="unread")}
    cards = Card.objects.filter(board__round__workshop=workshop, withdrawn=None)
    notes = NoteVersion.objects.filter(board__round__workshop=workshop)
    about = ("board__round", "topic", "prompt", "author")
    newest = {(note.board_id, note.place): note for note in notes.select_related(*about).order_by("number")}
    found = [*(_of_card(card) for card in cards.select_related(*about)), *map(_of_note, newest.values())]
    made = [
        replace(each, language=cast(Language, languages.get(each.id, each.language)))
        for each in found
        if each.text.strip()
    ]
    return {each.id: each for each in sorted(made, key=lambda each: (each.round, each.group, each.finding, each.id))}


def _of_card(card: Card) -> Contribution:
    author = card.author
    return Contribution(
        id=f"card-{card.pk}",
        by="facilitator" if card.said_by == "facilitator" else "participant",
        person=str(card.author_id or ""),
        spoken=cast(SpokenStance, card.stance or "unsure"),
        hidden=bool(card.hidden),
        language="cy" if author and author.language == "cy" else "en",
        **_placed(card),
    )


def _of_note(note: NoteVersion) -> Contribution:
    return Contribution(id=f"note-{note.board_id}-{note.place}", by="facilitator", language="en", **_placed(note))


def _placed(row: Edited) -> dict[str, Any]:
    placed: Placed = row
    return {
        "text": row.words,
        "group": row.board.group,
        "round": row.board.round.number,
        "finding": placed.topic.ref if placed.topic else "",
        "prompt": str(placed.prompt) if placed.prompt else "",
    }


def contribution_of(workshop: Workshop, id: str) -> Contribution:
    """One thing said; Http404 where there is none, or it was withdrawn."""
    found = contributions_of(workshop).get(id)
    if found is None:
        raise Http404
    return found


def put_to_groups(workshop: Workshop) -> dict[str, str]:
    """The findings and actions that were put to the groups, each with its kind."""
    return dict(workshop.rounds.exclude(topics=None).values_list("topics__ref", "topics__kind"))


def events_of(workshop: Workshop, contribution: str = "") -> list[CodingEvent]:
    """The changes of codings, oldest first. A coding's coder is who made it."""
    rows = CodingChange.objects.filter(workshop=workshop)
    rows = rows.filter(contribution=contribution) if contribution else rows
    return [_event(row) for row in rows.order_by("pk")]


def _event(row: CodingChange) -> CodingEvent:
    coding = None
    if row.coding:
        fields = {**row.coding, "voices": tuple(row.coding.get("voices", ()))}
        coding = Coding(id=row.of, contribution=row.contribution, coder=str(row.by_id), **fields)
    undoes = str(row.undoes_id or "")
    return CodingEvent(str(row.pk), str(row.by_id), row.made.isoformat(), row.of, coding, undoes)


def changes_of(workshop: Workshop, contribution: str = "") -> list[CodingChange]:
    """The same as rows, newest first, for showing who did what."""
    rows = CodingChange.objects.filter(workshop=workshop).select_related("by", "undoes")
    return list((rows.filter(contribution=contribution) if contribution else rows).order_by("-pk"))


def standing_codings(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """All codings of what is still there, by whichever coder."""
    return tuple(c for c in current_codings(events_of(workshop)).values() if c.contribution in contributions)


def first_codings(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Those that count: of each contribution, the codings of whoever coded it first. A second coder's are a check."""
    codings = tuple(codings)
    first: dict[str, str] = {}
    for coding in codings:
        first.setdefault(coding.contribution, coding.coder)
    return tuple(coding for coding in codings if first[coding.contribution] == coding.coder)


def as_two_coders(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    """Whoever coded a contribution first as `first`, the next as `second`; later ones are left out."""
    order: dict[str, list[str]] = {}
    found = []
    for coding in codings:
        coders = order.setdefault(coding.contribution, [])
        if coding.coder not in coders:
            coders.append(coding.coder)
        place = coders.index(coding.coder)
        if place < 2:
            found.append(replace(coding, coder=("first", "second")[place]))
    return tuple(found)


def counting_codings(workshop: Workshop, contributions: Mapping[str, Contribution]) -> tuple[Coding, ...]:
    """The codings that count, with merged proposals replaced by what they became."""
    proposals = proposals_of(workshop)
    ends = merged_proposals(map(as_proposed, proposals), merges_in(proposals))
    return codings_after_merging(first_codings(standing_codings(workshop, contributions)), ends)


def proposals_of(workshop: Workshop) -> list[Proposal]:
    """The new actions that were proposed, merged or not."""
    return list(workshop.proposals.select_related("by", "into").order_by("pk"))


def as_proposed(row: Proposal) -> Proposed:
    """A proposal as the library reads it."""
    return Proposed(proposal_id(row), row.called, row.category, str(row.by_id), row.what)


def proposal_id(row: Proposal) -> str:
    """The id by which codings and the next edition know it."""
    return f"workshop-action-{row.pk}"


def merges_in(proposals: Iterable[Proposal]) -> list[Merge]:
    """The merges that hold."""
    return [
        Merge(
            proposal_id(row),
            str(row.merged_by_id or ""),
            row.merged_reason,
            into=proposal_id(row.into) if row.into else "",
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
        proposals={proposal_id(row) for row in proposals_of(workshop)},
    )


def remarks_on(workshop: Workshop, contribution: str) -> list[Remark]:
    """What coders wrote to each other about it."""
    return list(workshop.remarks.filter(contribution=contribution).select_related("by"))


def statements_of(workshop: Workshop) -> list[Statement]:
    """The statements written so far."""
    return list(workshop.statements.order_by("pk"))


def statement_of(workshop: Workshop, pk: int) -> Statement:
    """One of them; Http404 where there is none."""
    found = workshop.statements.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def caution_of(workshop: Workshop) -> Caution:
    """What the owner chose; the usual where they chose nothing, not stored."""
    return Caution.objects.filter(workshop=workshop).first() or Caution(workshop=workshop)
