"""What can be asked about the protocol of a review: its draft, its versions, what the public may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from django.db.models import QuerySet
from django.http import Http404

from plethu.evidence.protocol import Protocol
from plethu.evidence.text import Language, Text
from plethu_web.reviews.models import Decision, ProtocolDraft, ProtocolVersion, Review
from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft as it stands. `number` is 0 before anything was written."""

    number: int
    protocol: Protocol


def draft_of(access: Access) -> Draft:
    """The draft as it stands now."""
    return draft_in(access.review)


def draft_in(review: Review) -> Draft:
    """The draft of a review as it stands now."""
    row = ProtocolDraft.objects.filter(review=review).first()
    return Draft(row.number, protocol_in(row)) if row else Draft(0, Protocol())


def strand_names(access: Access, language: Language) -> list[str]:
    """The names of the strands in the draft, as a reader in this language reads them."""
    return [strand.name.text(language) for strand in draft_of(access).protocol.strands]


def draft_before(review: Review, number: int) -> Protocol | None:
    """The draft as it stood at a number; None where it never had that."""
    if number == 0:
        return Protocol()
    row = ProtocolDraft.objects.filter(review=review, number=number).first()
    return protocol_in(row) if row else None


def states_of(access: Access) -> QuerySet[ProtocolDraft]:
    """All states that the draft was in, the newest first."""
    return ProtocolDraft.objects.filter(review=access.review).select_related("by")


def state_of(access: Access, number: int) -> ProtocolDraft:
    """One state of the draft; Http404 where there is none of that number."""
    row = states_of(access).filter(number=number).first()
    if row is None:
        raise Http404
    return row


def versions_of(access: Access) -> QuerySet[ProtocolVersion]:
    """The published versions, the newest first."""
    return ProtocolVersion.objects.filter(review=access.review).prefetch_related("decisions")


def version_of(access: Access, number: int) -> ProtocolVersion:
    """One published version; Http404 where there is none of that number."""
    row = versions_of(access).filter(number=number).first()
    if row is None:
        raise Http404
    return row


def public_version(slug: str, number: int | None = None) -> ProtocolVersion:
    """A published version for everybody, the newest if none is named.

    Http404 where there is none, and where the protocol is for the team only: outsiders are not told which.
    """
    rows = ProtocolVersion.objects.filter(review__slug=slug, review__protocol_public=True).select_related("review")
    row = rows.filter(number=number).first() if number is not None else rows.first()
    if row is None:
        raise Http404
    return row


def numbers_of(review: Review) -> list[int]:
    """The numbers of all published versions, the newest first."""
    return list(ProtocolVersion.objects.filter(review=review).values_list("number", flat=True))


def loose_decisions(access: Access) -> QuerySet[Decision]:
    """Decisions that no version of the protocol follows yet."""
    return Decision.objects.filter(review=access.review, version=None).exclude(status="proposed")


def protocol_in(row: ProtocolDraft | ProtocolVersion) -> Protocol:
    """The protocol that a row holds."""
    return msgspec.json.decode(row.content, type=Protocol)


def decision_choices(decisions: Iterable[Decision]) -> list[tuple[str, Text]]:
    """Decisions as the choices of a form."""
    return [(str(decision.pk), decision.words) for decision in decisions]
