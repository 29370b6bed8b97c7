"""What the team does with the register: taking in a list, mending it, noting who came, giving out links."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from plethu.workshop.register_import import RegisterImport as Found
from plethu.workshop.register_import import RowRemark
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access, hash_of
from plethu_web.workshops.actions.registering import MOST_PEOPLE, Full, Said, free_code, write
from plethu_web.workshops.codes import new_token
from plethu_web.workshops.models import Contact, Facilitator, Participant, RegisterImport, Wish, Workshop

MOST_REMARKS = 500  # of each kind, in a report
MOST_LINKS = 300  # for facilitators


@transaction.atomic
def take_in(*, by: User, access: Access, workshop: Workshop, found: Found) -> RegisterImport:
    """Put the people of a list into the register, all or nobody. Raises Full where there are too many."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if row.participants.filter(withdrawn=None).count() + len(found.people) > MOST_PEOPLE:
        raise Full
    made = {}
    for person, contact in zip(found.people, found.contacts, strict=True):
        one = Participant.objects.create(
            workshop=row,
            code=free_code(row),
            route="import",
            motivation="; ".join(person.motivations)[:1000],
            language=person.language,
            welsh="wants" if person.welsh_medium else "",
            access_needs=person.access_needs,
            rounds=list(person.rounds),
            came=person.came,
            **{name: getattr(person, name) for name in ("sector", "level", "area", "scale")},
        )
        made[person.id] = one
        reached = {"name": contact.name[:200], "email": contact.email[:254], "organisation": contact.organisation[:200]}
        Contact.objects.create(participant=one, **reached)
    _wishes_of(row, found, made)
    listed = RegisterImport.objects.create(
        workshop=row, name=found.file[:200], taken=len(made), report=_report(found), by=by
    )
    _note("participants-imported", by, access, row, taken=len(made), rows=found.rows)
    return listed


@transaction.atomic
def change_person(*, by: User, access: Access, person: Participant, said: Said, facilitates: int) -> None:
    """Mend what is noted of somebody, and say which group they look after: -1 for any, 0 for none."""
    person.facilitates = facilitates
    write(person, said)
    _note("participant-changed", by, access, person.workshop)


@transaction.atomic
def add_person(*, by: User, access: Access, workshop: Workshop, said: Said, facilitates: int) -> Participant:
    """Put somebody into the register who rang up or stands at the door. Raises Full."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if row.participants.filter(withdrawn=None).count() >= MOST_PEOPLE:
        raise Full
    person = Participant(workshop=row, code=free_code(row), route="team", facilitates=facilitates)
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
    """Note who of those that were `seen` on the page came; the others of them did not."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    row.participants.filter(pk__in=seen, withdrawn=None).update(came=False)
    row.participants.filter(pk__in=set(came) & set(seen), withdrawn=None).update(came=True)
    _note("attendance-noted", by, access, row, came=len(set(came) & set(seen)))


@transaction.atomic
def make_links(*, by: User, access: Access, workshop: Workshop) -> list[tuple[Participant, str]]:
    """A key for everybody who has none yet, each with the person. They can be told only now."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    made = []
    for person in row.participants.filter(withdrawn=None, token_hash=None).select_related("contact"):
        token = new_token()
        Participant.objects.filter(pk=person.pk).update(token_hash=hash_of(token))
        made.append((person, token))
    _note("participant-links-made", by, access, row, number=len(made))
    return made


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


def _wishes_of(workshop: Workshop, found: Found, made: dict[str, Participant]) -> None:
    Wish.objects.bulk_create(
        Wish(workshop=workshop, participant=made[person.id], other=made[other], kind=kind)
        for person in found.people
        for kind in ("together", "apart")
        for other in getattr(person, kind)
        if other in made
    )


def _report(found: Found) -> dict[str, Any]:
    """What became of the list, without what would name somebody."""
    return {
        "rows": found.rows,
        "people": len(found.people),
        "sha256": found.sha256,
        "encoding": found.encoding,
        "columns": [[column.name[:200], column.field] for column in found.columns],
        **{name: _remarks(getattr(found, name)) for name in ("duplicates", "refused", "remarks")},
    }


def _remarks(rows: Sequence[RowRemark]) -> list[list[Any]]:
    return [[row.line, row.code, row.field, row.values if row.field != "id" else {}] for row in rows[:MOST_REMARKS]]


def _note(kind: str, by: User, access: Access, workshop: Workshop, **details: Any) -> None:
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"participants:{workshop.pk}", **details)
