"""A list from another booking system: its file held while somebody says what it means, then taken in, or let go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from plethu.workshop.contexts import ATTRIBUTES
from plethu.workshop.register_import import RegisterImport as Found
from plethu.workshop.register_rows import RowRemark
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.files import forget
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.actions.registering import Full, free_codes
from plethu_web.workshops.models import Contact, Participant, RegisterImport, Wish, Workshop
from plethu_web.workshops.models.workshop import MOST_PEOPLE

HELD = timedelta(days=1)


class Gone(Exception):
    """The list has been taken in or let go meanwhile."""


def hold_list(*, by: User, workshop: Workshop, name: str, sha256: str) -> RegisterImport:
    """Note a file that is kept, for its columns to be looked at. What the same person left lying before goes."""
    with transaction.atomic():
        before = RegisterImport.objects.filter(workshop=workshop, by=by).exclude(sha256="")
        sums = [*before.values_list("sha256", flat=True)]
        before.delete()
        row = RegisterImport.objects.create(workshop=workshop, name=name[:200], sha256=sha256, by=by)
    forget(sums)
    return row


def let_go(*, row: RegisterImport) -> None:
    """Delete a list that is not taken in, with its file."""
    sha256 = row.sha256
    RegisterImport.objects.filter(pk=row.pk).exclude(sha256="").delete()
    forget([sha256] if sha256 else [])


def forget_abandoned() -> int:
    """Delete the lists that nobody took in within a day, with their files; how many."""
    found = RegisterImport.objects.exclude(sha256="").filter(made__lt=timezone.now() - HELD)
    rows = list(found)
    for row in rows:
        let_go(row=row)
    return len(rows)


def take_in(*, by: User, access: Access, row: RegisterImport, found: Found) -> None:
    """Put the people of a list into the register, all or nobody, and let its file go.

    Raises Full where there are too many, and Gone where the list has been taken in already.
    """
    sha256 = row.sha256
    with transaction.atomic():
        workshop = Workshop.objects.select_for_update().get(pk=row.workshop_id)
        if not RegisterImport.objects.filter(pk=row.pk).exclude(sha256="").exists():
            raise Gone
        if workshop.participants.filter(withdrawn=None).count() + len(found.people) > MOST_PEOPLE:
            raise Full
        made = _people_of(workshop, found)
        _wishes_of(workshop, found, made)
        row.taken, row.report, row.sha256 = len(made), _report(found), ""
        row.save(update_fields=["taken", "report", "sha256"])
        note(
            "participants-imported",
            by=by.pseudonym,
            review=access.review.pk,
            thing=f"participants:{workshop.pk}",
            taken=len(made),
            rows=found.rows,
        )
    forget([sha256])


def _people_of(workshop: Workshop, found: Found) -> dict[str, Participant]:
    """Everybody of the list, by their id in it. Nobody has agreed yet: they are asked when they come."""
    made = {
        person.id: Participant(
            workshop=workshop,
            code=code,
            route="import",
            motivation="; ".join(person.motivations),
            language=person.language,
            welsh="wants" if person.welsh_medium else "can" if person.can_welsh else "",
            access_needs=person.access_needs,
            rounds=list(person.rounds),
            facilitates=person.facilitates,
            came=person.came,
            **{name: getattr(person, name) for name in ATTRIBUTES},
        )
        for person, code in zip(found.people, free_codes(workshop), strict=False)
    }
    Participant.objects.bulk_create(made.values())
    Contact.objects.bulk_create(
        Contact(participant=made[each.participant], name=each.name, email=each.email, organisation=each.organisation)
        for each in found.contacts
    )
    return made


def _wishes_of(workshop: Workshop, found: Found, made: dict[str, Participant]) -> None:
    settled = [
        Wish(workshop=workshop, participant=made[person.id], other=made[other], kind=kind)
        for person in found.people
        for kind in ("together", "apart")
        for other in getattr(person, kind)
    ]
    open_ones = [
        Wish(workshop=workshop, participant=made[wish.participant], kind=wish.kind, words=wish.words[:200])
        for wish in found.wishes
    ]
    Wish.objects.bulk_create([*settled, *open_ones])


def _report(found: Found) -> dict[str, Any]:
    """What became of the list, without what would name somebody."""
    lacking = {name: sum(not person.value(name) for person in found.people) for name in ATTRIBUTES}
    return {
        "rows": found.rows,
        "people": len(found.people),
        "sha256": found.sha256,
        "encoding": found.encoding,
        "columns": [[column.name[:200], column.field, column.cells] for column in found.columns],
        "lacking": lacking,
        **{name: _remarks(getattr(found, name)) for name in ("duplicates", "refused", "remarks")},
    }


def _remarks(rows: Sequence[RowRemark]) -> list[list[Any]]:
    return [[row.line, row.code, row.field, row.values] for row in rows]
