"""The editions that a review holds beside the site's, and what is taken of numbers and strands by its workshops."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.http import Http404

from plethu.framework.next_edition import free_strand
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import HeldEdition, Workshop, WorkshopRelease
from plethu_web.workshops.subjects import edition_of

STRAND = "workshop-{0:%Y-%m}"


def editions_of(access: Access) -> QuerySet[HeldEdition]:
    """The editions of a review, the newest first, without their files."""
    return HeldEdition.objects.filter(review=access.review).defer("packed").select_related("by", "release__workshop")


def held_edition(access: Access, pk: uuid.UUID | str) -> HeldEdition:
    """One of them; Http404 where the review has none of that id."""
    found = editions_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def workshops_on(row: HeldEdition) -> list[Workshop]:
    """The workshops that are held on it."""
    return list(row.workshops.order_by("-starts"))


def _beside(workshop: Workshop, edition: str) -> QuerySet[HeldEdition]:
    return HeldEdition.objects.filter(review=workshop.review_id, edition=edition)


def numbers_taken(workshop: Workshop, edition: str) -> Iterator[str]:
    """Numbers of findings that its workshop must not give: released in this review, or in what was made since.

    `edition` is what the workshop's edition calls itself. Numbers are given to nothing else once they were published.
    """
    for release in WorkshopRelease.objects.filter(workshop__review=workshop.review_id).values_list(
        "content", flat=True
    ):
        yield from (finding["id"] for finding in release.get("findings", ()))
        yield from release.get("numbers", ())  # also of statements that have left since
    for highest in _beside(workshop, edition).values_list("highest", flat=True):
        yield f"F{highest:03}"


def strands_taken(workshop: Workshop, edition: str) -> set[str]:
    """Strands that are those of other workshops of the review, or of what was made from its edition."""
    others = WorkshopRelease.objects.filter(workshop__review=workshop.review_id).exclude(workshop=workshop)
    taken = {str(content.get("strand", "")) for content in others.values_list("content", flat=True)}
    return taken | _all(
        _beside(workshop, edition).exclude(release__workshop=workshop).values_list("strands", flat=True)
    )


def strand_of(workshop: Workshop) -> str:
    """The strand its findings stand in: that of its first release, else one that nothing else in the review has."""
    for content in workshop.releases.order_by("number").values_list("content", flat=True):
        return str(content.get("strand") or STRAND.format(workshop.starts))
    edition = edition_of(workshop.edition)
    taken = strands_taken(workshop, edition.id if edition else "")
    taken |= {strand.id for strand in edition.strands} if edition else set()
    return free_strand(STRAND.format(workshop.starts), taken)


def _all(lists: Iterable[list[str]]) -> set[str]:
    return {each for one in lists for each in one}
