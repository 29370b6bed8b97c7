"""Taking a person out of the data. What they decided stays, under a number that leads to no name."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from plethu_web.accounts import erasures, personal_data
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User


class HandOverFirst(Exception):
    """Something has to be settled before the person can be erased; `holds` says what."""

    def __init__(self, holds: list[personal_data.Hold]) -> None:
        super().__init__("; ".join(str(hold.words) for hold in holds))
        self.holds = holds


@transaction.atomic
def erase_person(*, pseudonym: uuid.UUID, by: uuid.UUID | None) -> bool:
    """Empty the row of a person and all that names them elsewhere; False where there is nobody or nothing left.

    Raises `HandOverFirst`, except for somebody whose erasure was decided before and who came back with a restored
    database. The list beside the database is written last, inside the transaction: erased for good, or not at all.
    """
    user = User.objects.select_for_update().filter(pseudonym=pseudonym).first()
    if user is None or user.erased:
        return False
    holds = personal_data.holds(user)
    if holds and pseudonym not in set(erasures.listed(settings.HOME)):
        raise HandOverFirst(holds)
    personal_data.erase_rows(user, by)
    _empty(user)
    note("person-erased", about=pseudonym, by=by)
    erasures.append(settings.HOME, pseudonym, timezone.now())
    return True


def _empty(user: User) -> None:
    user.email = None
    user.name = user.contact = ""
    user.language = "en"
    user.is_staff = user.is_superuser = user.is_active = False
    user.last_login = None
    user.erased = timezone.now()
    user.set_unusable_password()
    user.save()
