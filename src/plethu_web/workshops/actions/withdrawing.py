"""Leaving a workshop with what one said, and deleting what its time is over for."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from plethu_web.accounts import erasures
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.withdrawing import months_after
from plethu_web.reviews.queries.reviews import Access, hash_of
from plethu_web.workshops.actions.register_lists import forget_abandoned
from plethu_web.workshops.actions.registering import NothingThere
from plethu_web.workshops.models import Contact, Participant, RegisterImport, Workshop
from plethu_web.workshops.models.registration import WORDS
from plethu_web.workshops.queries.people import plain

NAMELESS = "list.csv"  # what a list is called once its file's name, which may be somebody's, is forgotten
EMPTY: dict[str, Any] = {**dict.fromkeys((*WORDS, "welsh"), ""), "rounds": [], "apart_from_colleagues": False}
Follow = Callable[[Participant], object]
FOLLOWERS: list[Follow] = []
AT_A_TIME = 50


def follow(after: Follow) -> Follow:
    """Have this called with who withdraws, in the same transaction, so that what they wrote goes too."""
    if after not in FOLLOWERS:
        FOLLOWERS.append(after)
    return after


@transaction.atomic
def withdraw(*, token: str) -> None:
    """Withdraw with one's key: words, contact, wishes and seats go at once; a tombstone keeps the counts right.

    Raises NothingThere. What was released is taken out of its files here too (`plethu_web.workshops.actions.leaving`).
    """
    row = Participant.objects.select_for_update().filter(token_hash=hash_of(plain(token)), withdrawn=None).first()
    if row is None:
        raise NothingThere
    _withdraw([row], by=None)


@transaction.atomic
def withdraw_again(ids: Iterable[uuid.UUID]) -> int:
    """Withdraw those who came back with a restored database; how many they were."""
    found = [row for id in ids if (row := Participant.objects.filter(pk=id, withdrawn=None).first())]
    _withdraw(found, by=None)
    return len(found)


@transaction.atomic
def take_out(*, by: User, access: Access, person: Participant) -> None:
    """Take somebody out of the register for them, as when they ring up. The same goes as when they withdraw."""
    row = Participant.objects.select_for_update().get(pk=person.pk, workshop__review=access.review)
    if row.withdrawn is None:
        _withdraw([row], by=by)


def take_out_all(*, by: User, workshop: Workshop, people: Sequence[uuid.UUID]) -> None:
    """Take many out in one go, as entries that a machine wrote. The same goes as when they withdraw.

    Some at a time: whoever wants to write meanwhile need not wait for all of them.
    """
    for start in range(0, len(people), AT_A_TIME):
        with transaction.atomic():
            there = Participant.objects.select_for_update().filter(workshop=workshop, withdrawn=None)
            _withdraw(list(there.filter(pk__in=people[start : start + AT_A_TIME])), by=by)


def _withdraw(rows: Sequence[Participant], by: User | None) -> None:
    """They are on the list beside the database last: a restored one lets go of them again, or nothing was done."""
    for row in rows:
        _withdraw_one(row, by)
    erasures.append_all(settings.HOME, [row.pk for row in rows], timezone.now())


def _withdraw_one(row: Participant, by: User | None) -> None:
    for after in FOLLOWERS:
        after(row)
    Contact.objects.filter(participant=row).delete()
    row.wishes.all().delete()
    row.workshop.wishes.filter(other=row).delete()
    row.seats.all().delete()
    for name, value in EMPTY.items():
        setattr(row, name, value)
    row.token_hash, row.withdrawn = None, timezone.now()
    row.save()
    thing = f"participants:{row.workshop_id}"
    pseudonym = by.pseudonym if by else None
    note("participant-withdrawn", by=pseudonym, review=row.workshop.review_id, thing=thing)


def purge_workshops(*, today: date | None = None) -> int:
    """Delete contacts, and later what people said of themselves, as long after as their workshop says. How many."""
    today = today or timezone.localdate()
    found = Workshop.objects.filter(ends__date__lt=today).values_list("pk", flat=True)
    return sum(_purge(pk, today) for pk in list(found)) + forget_abandoned()


@transaction.atomic
def _purge(pk: uuid.UUID, today: date) -> int:
    row = Workshop.objects.select_for_update().get(pk=pk)
    ended = timezone.localtime(row.ends).date()
    done = _forget_contacts(row) if today > ended + timedelta(days=row.contact_days) else 0
    return done + (_forget_the_rest(row) if today > months_after(ended, row.keep_months) else 0)


def _forget_contacts(row: Workshop) -> int:
    """Names, addresses and organisations, whom people named, what they need, facilitators' names and links.

    What could not be understood of a list goes too: it stands there as it was written.
    """
    number, _by_table = Contact.objects.filter(participant__workshop=row).delete()
    row.wishes.exclude(words="").filter(other=None).delete()
    row.wishes.exclude(words="").update(words="")
    row.facilitators.exclude(label="").update(label="")
    row.facilitators.filter(ended=None).update(ended=timezone.now())
    for each in row.imports.exclude(report={}):
        bare = {**each.report, **{part: [] for part in ("remarks", "refused", "duplicates")}}
        RegisterImport.objects.filter(pk=each.pk).update(report=bare, name=NAMELESS)
    number += row.participants.exclude(access_needs="").update(access_needs="")
    if number:
        note("contacts-deleted", by=None, review=row.review_id, thing=f"participants:{row.pk}", number=number)
    return number


def _forget_the_rest(row: Workshop) -> int:
    """What people said of themselves, and with or apart from whom they were to sit."""
    number, _by_table = row.wishes.all().delete()
    number += row.participants.exclude(**EMPTY).update(**EMPTY)
    if number:
        note("register-emptied", by=None, review=row.review_id, thing=f"participants:{row.pk}", number=number)
    return number
