"""Deleting a workshop in which nobody has had a part yet."""

from __future__ import annotations

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import Workshop
from plethu_web.workshops.states import State


class SomebodyWasThere(Exception):
    """People registered for it, or it was held: it is a record now."""


@transaction.atomic
def delete_workshop(*, by: User, access: Access, workshop: Workshop) -> None:
    """Delete a workshop that is being prepared and for which nobody ever registered. Raises SomebodyWasThere."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk, review=access.review)
    if not may_be_deleted(row):
        raise SomebodyWasThere
    note("workshop-deleted", by=by.pseudonym, review=access.review.pk, thing=f"workshop:{row.pk}")
    row.delete()


def may_be_deleted(workshop: Workshop) -> bool:
    """Whether nobody has had a part in it yet."""
    return workshop.state == State.DRAFTED and not workshop.participants.exists()
