"""Keeping an edition with a review, deleting one that no workshop is held on, and leaving those that are kept."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import RestrictedError

from plethu.evidence.text import Text
from plethu.framework.canonical import canonical
from plethu.framework.discussing import highest_number
from plethu.framework.edition import Edition
from plethu.framework.next_edition import without_statements
from plethu.framework.reading import read_kept
from plethu.wording import say
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops import release_files
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
        packed=_packed(edition),
        findings=len(edition.findings),
        highest=highest_number(finding.id for finding in edition.findings),
        strands=[strand.id for strand in edition.strands],
        by=by,
    )
    note("edition-kept", by=by.pseudonym, review=review.pk, thing=f"edition:{row.pk}", origin=str(origin))
    return row


def _packed(edition: Edition) -> bytes:
    return zlib.compress(canonical(edition) + b"\n")


@transaction.atomic
def keep_release(*, by: User, access: Access, release: WorkshopRelease) -> HeldEdition:
    """Keep the next edition of a release as it is now, with the review locked so that nobody leaves it meanwhile.

    Raises TooMany.
    """
    Review.objects.select_for_update().get(pk=access.review.pk)
    release.refresh_from_db(fields=["content"])
    edition = release_files.edition_after(release)
    return keep_edition(by=by, access=access, edition=edition, origin=Origin.RELEASE, release=release)


def leave_editions(review: UUID, gone: Collection[tuple[str, Text]]) -> None:
    """Take statements that went with somebody's words out of all editions that a review keeps, whence they came too.

    Workshops that are held on an edition follow it to its new hash.
    """
    code = "workshop.release.withdrawn"
    instead = Text(say(code, "en"), say(code, "cy"), "draft")
    contents = WorkshopRelease.objects.filter(workshop__review=review).values_list("content", flat=True)
    spoken_for = {finding["action"] for content in contents for finding in content["findings"]}
    for row in HeldEdition.objects.select_for_update().filter(review=review):
        made = without_statements(read_kept(row.built), gone, spoken_for, instead)
        if made.hash == row.hash:
            continue
        if twin := HeldEdition.objects.filter(review=review, hash=made.hash).first():
            row.workshops.update(edition=twin.hash, held=twin)
            row.delete()
            continue
        row.hash, row.packed = made.hash, _packed(made)
        row.save(update_fields=["hash", "packed"])
        row.workshops.update(edition=made.hash)


@transaction.atomic
def delete_edition(*, by: User, access: Access, row: HeldEdition) -> None:
    """Delete an edition. Raises InUse where a workshop is held on it."""
    try:
        HeldEdition.objects.filter(review=access.review, pk=row.pk).delete()
    except RestrictedError as error:
        raise InUse from error
    note("edition-deleted", by=by.pseudonym, review=access.review.pk, thing=f"edition:{row.pk}")
