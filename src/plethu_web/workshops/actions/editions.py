"""Keeping an edition with a review, and deleting one that no workshop is held on."""

from __future__ import annotations

import zlib

from django.db import transaction
from django.db.models import RestrictedError

from plethu.framework.canonical import canonical
from plethu.framework.discussing import highest_number
from plethu.framework.edition import Edition
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import HeldEdition, WorkshopRelease
from plethu_web.workshops.models.edition import LONGEST_TITLE
from plethu_web.workshops.origins import Origin

MOST_EDITIONS = 50  # of a review


class TooMany(Exception):
    """The review has as many editions as it can."""


class InUse(Exception):
    """A workshop is held on it."""


@transaction.atomic
def keep_edition(
    *,
    by: User,
    access: Access,
    edition: Edition,
    origin: Origin,
    file: str = "",
    release: WorkshopRelease | None = None,
) -> HeldEdition:
    """Keep an edition that was checked; one with the same content stays as it is. Raises TooMany."""
    review = Review.objects.select_for_update().get(pk=access.review.pk)
    if same := HeldEdition.objects.filter(review=review, hash=edition.hash).first():
        return same
    if HeldEdition.objects.filter(review=review).count() >= MOST_EDITIONS:
        raise TooMany
    row = HeldEdition.objects.create(
        review=review,
        hash=edition.hash,
        edition=edition.id,
        version=edition.version[:80],
        title=edition.title.en[:LONGEST_TITLE],
        title_cy=edition.title.cy[:LONGEST_TITLE],
        origin=origin,
        file=file[:200],
        release=release,
        packed=zlib.compress(canonical(edition) + b"\n"),
        findings=len(edition.findings),
        highest=highest_number(finding.id for finding in edition.findings),
        strands=[strand.id for strand in edition.strands],
        by=by,
    )
    note("edition-kept", by=by.pseudonym, review=review.pk, thing=f"edition:{row.pk}", origin=str(origin))
    return row


@transaction.atomic
def delete_edition(*, by: User, access: Access, row: HeldEdition) -> None:
    """Delete an edition. Raises InUse where a workshop is held on it."""
    try:
        HeldEdition.objects.filter(review=access.review, pk=row.pk).delete()
    except RestrictedError as error:
        raise InUse from error
    note("edition-deleted", by=by.pseudonym, review=access.review.pk, thing=f"edition:{row.pk}")
