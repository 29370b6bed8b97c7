"""What can be done with the log of involvement. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import InvolvementEntry
from plethu_web.reviews.queries.reviews import Access


class AlreadyNoted(Exception):
    """The poll or the meeting is in the log already."""


def note_involvement(*, by: User, access: Access, columns: Mapping[str, Any]) -> InvolvementEntry:
    """Note how people were involved. Raises `AlreadyNoted` for a poll or a meeting that is in the log."""
    try:
        with transaction.atomic():
            made = InvolvementEntry.objects.create(review=access.review, by=by, **columns)
            note("involvement-noted", by=by.pseudonym, review=access.review.pk, thing=f"involvement:{made.pk}")
    except IntegrityError as error:
        raise AlreadyNoted from error
    return made


@transaction.atomic
def change_involvement(*, by: User, access: Access, entry: InvolvementEntry, columns: Mapping[str, Any]) -> None:
    """Change an entry."""
    InvolvementEntry.objects.filter(pk=entry.pk).update(**columns)
    note("involvement-changed", by=by.pseudonym, review=access.review.pk, thing=f"involvement:{entry.pk}")


@transaction.atomic
def remove_involvement(*, by: User, access: Access, entry: InvolvementEntry) -> None:
    """Take an entry out of the log."""
    InvolvementEntry.objects.filter(pk=entry.pk).delete()
    note("involvement-removed", by=by.pseudonym, review=access.review.pk, thing=f"involvement:{entry.pk}")
