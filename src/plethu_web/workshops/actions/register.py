"""What the team does with the register: mending it, settling wishes, noting who came, giving out links."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access, hash_of
from plethu_web.workshops.actions.registering import Full, NothingThere, Said, free_codes, write
from plethu_web.workshops.codes import new_token
from plethu_web.workshops.models import Facilitator, Participant, Wish, Workshop
from plethu_web.workshops.models.workshop import MOST_PEOPLE

MOST_LINKS = 300  # for facilitators


@transaction.atomic
def change_person(*, by: User, access: Access, person: Participant, said: Said, facilitates: int) -> None:
    """Mend what is noted of somebody, and say which group they look after: -1 for any, 0 for none.

    Raises NothingThere for who has withdrawn meanwhile.
    """
    row = Participant.objects.select_for_update().filter(pk=person.pk, withdrawn=None).first()
    if row is None:
        raise NothingThere
    row.facilitates = facilitates
    write(row, said)
    _note("participant-changed", by, access, row.workshop)


@transaction.atomic
def add_person(*, by: User, access: Access, workshop: Workshop, said: Said, facilitates: int) -> Participant:
    """Put somebody into the register who rang up or stands at the door. Raises Full."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if row.participants.filter(withdrawn=None).count() >= MOST_PEOPLE:
        raise Full
    person = Participant(workshop=row, code=next(free_codes(row)), route="team", facilitates=facilitates)
    write(person, said)
    _note("participant-registered", by, access, row)
    return person


@transaction.atomic
def settle_wishes(*, by: User, access: Access, workshop: Workshop, others: dict[int, Participant | None]) -> None:
    """Note who is meant by each wish, by its number; None where nobody is."""
    for wish in workshop.wishes.filter(pk__in=others):
        other = others[wish.pk]
        Wish.objects.filter(pk=wish.pk).update(other=None if other and other.pk == wish.participant_id else other)
    _note("participant-changed", by, access, workshop)


@transaction.atomic
def note_attendance(
    *, by: User, access: Access, workshop: Workshop, seen: Collection[uuid.UUID], came: Collection[uuid.UUID]
) -> None:
    """Note who of those that were `seen` on the page came. Of the others seen, nothing is noted any more."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    row.participants.filter(pk__in=seen, withdrawn=None, came=True).exclude(pk__in=came).update(came=None)
    row.participants.filter(pk__in=set(came) & set(seen), withdrawn=None).update(came=True)
    _note("attendance-noted", by, access, row, came=len(set(came) & set(seen)))


@transaction.atomic
def note_the_rest(*, by: User, access: Access, workshop: Workshop, came: bool) -> int:
    """Note of everybody of whom nothing is noted yet that they came, or that they did not; how many they were."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    number = row.participants.filter(came=None, withdrawn=None).update(came=came)
    _note("attendance-noted", by, access, row, came=number if came else 0)
    return number


@transaction.atomic
def make_links(*, by: User, access: Access, workshop: Workshop, again: bool = False) -> list[tuple[Participant, str]]:
    """A key for everybody who has none yet, each with the person. They can be told only now.

    With `again` everybody gets a new one, and those they had open nothing any more.
    """
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    people = row.participants.filter(withdrawn=None).select_related("contact")
    made = [(person, _new_key(person)) for person in (people if again else people.filter(token_hash=None))]
    _note("participant-links-made", by, access, row, number=len(made), again=again)
    return made


@transaction.atomic
def renew_link(*, by: User, access: Access, person: Participant) -> str:
    """A new key for somebody who lost theirs; what they had opens nothing any more. Raises NothingThere."""
    row = Participant.objects.select_for_update().filter(pk=person.pk, withdrawn=None).first()
    if row is None:
        raise NothingThere
    token = _new_key(row)
    _note("participant-link-renewed", by, access, person.workshop)
    return token


@transaction.atomic
def note_taken(*, by: User, access: Access, workshop: Workshop) -> None:
    """Note that the register was taken away as a file."""
    _note("register-taken-away", by, access, workshop)


@transaction.atomic
def link_facilitator(*, by: User, access: Access, workshop: Workshop, label: str, group: int) -> str:
    """Make a link for somebody who looks after a group, 0 for all of them; its key. Raises Full."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if row.facilitators.count() >= MOST_LINKS:
        raise Full
    token = new_token()
    Facilitator.objects.create(workshop=row, token_hash=hash_of(token), label=label, group=group, by=by)
    _note("facilitator-linked", by, access, row, group=group)
    return token


@transaction.atomic
def end_facilitator(*, by: User, access: Access, facilitator: Facilitator) -> None:
    """Let a facilitator's link open nothing any more."""
    Facilitator.objects.filter(pk=facilitator.pk, ended=None).update(ended=timezone.now())
    _note("facilitator-ended", by, access, facilitator.workshop)


def _new_key(person: Participant) -> str:
    token = new_token()
    Participant.objects.filter(pk=person.pk).update(token_hash=hash_of(token))
    return token


def _note(kind: str, by: User, access: Access, workshop: Workshop, **details: Any) -> None:
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"participants:{workshop.pk}", **details)
