"""Who registered for a workshop, as its team sees it and as the library's rules read it."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.http import Http404

from plethu.workshop import register as library
from plethu.workshop.register_names import Named
from plethu_web.workshops.models import Contact, Participant, RegisterImport, Wish, Workshop

SOON, MANY = timedelta(seconds=30), 20


def register_of(workshop: Workshop) -> QuerySet[Participant]:
    """Everybody who registered and has not withdrawn, with how to reach them, by their code."""
    return workshop.participants.filter(withdrawn=None).select_related("contact")


def by_name(people: Iterable[Participant]) -> list[Participant]:
    """Them as on a list at a door: by name, and after these by their codes those without one."""
    return sorted(people, key=lambda each: (not name_of(each), name_of(each).casefold(), each.code))


def person_in(workshop: Workshop, pk: uuid.UUID) -> Participant:
    """One of them; Http404 where there is none."""
    found = register_of(workshop).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def contact_of(person: Participant) -> Contact:
    """How to reach somebody; an empty one, not stored, where it is deleted or was never given."""
    found = Contact.objects.filter(participant=person).first()
    return found or Contact(participant=person)


def name_of(person: Participant) -> str:
    """The name, where it is there."""
    contact = getattr(person, "contact", None)
    return contact.name if contact else ""


def counts_by_sector(workshop: Workshop) -> dict[str, int]:
    """How many have registered from each sector, by its id; empty for who did not say."""
    return dict(Counter(register_of(workshop).values_list("sector", flat=True)))


def withdrawn_from(workshop: Workshop) -> int:
    """How many have withdrawn."""
    return workshop.participants.exclude(withdrawn=None).count()


def is_full(workshop: Workshop) -> bool:
    """Whether there is no room for anybody more who comes by the form."""
    return register_of(workshop).count() >= workshop.most_people


def sent_in_quick_succession(people: Iterable[Participant]) -> list[list[Participant]]:
    """Those who registered by the form one so soon after the other as if they sat in one room, or a machine wrote them.

    Each list is of at least MANY, between whom never more than SOON passed.
    """
    runs: list[list[Participant]] = [[]]
    for person in sorted((p for p in people if p.route == "form"), key=lambda p: p.made):
        if runs[-1] and person.made - runs[-1][-1].made > SOON:
            runs.append([])
        runs[-1].append(person)
    return [run for run in runs if len(run) >= MANY]


def wishes_of(workshop: Workshop) -> list[Wish]:
    """Whom people want to sit with or apart from, of those who are still there."""
    found = workshop.wishes.filter(participant__withdrawn=None)
    return list(found.select_related("participant", "participant__contact", "other"))


def imports_of(workshop: Workshop) -> QuerySet[RegisterImport]:
    """The lists that were taken in."""
    return workshop.imports.filter(sha256="")


def import_of(workshop: Workshop, pk: int) -> RegisterImport:
    """A list, taken in or waiting to be; Http404 where there is none."""
    found = workshop.imports.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def participants_of(workshop: Workshop) -> list[library.Participant]:
    """The register as the library reads it, in the order of codes. Wishes about people nobody found are not in it."""
    people = list(register_of(workshop).order_by("code"))
    wishes: dict[tuple[uuid.UUID, str], list[str]] = {}
    for wish in workshop.wishes.exclude(other=None).exclude(other__withdrawn__isnull=False):
        wishes.setdefault((wish.participant_id, wish.kind), []).append(str(wish.other_id))
    colleagues = _colleagues(people)
    return [_as_read(person, wishes, colleagues) for person in people]


def kept_from_colleagues(people: list[Participant]) -> dict[str, tuple[str, ...]]:
    """For those who wish it, the ids of the others of their organisation."""
    colleagues = _colleagues(people)
    return {str(p.pk): colleagues[str(p.pk)] for p in people if p.apart_from_colleagues and str(p.pk) in colleagues}


def named(people: list[Participant]) -> list[Named]:
    """The register with all that somebody may be called, for finding whom a wish means."""
    return [Named(str(person.pk), (person.code, *reached(person)[:2])) for person in people]


def _colleagues(people: list[Participant]) -> dict[str, tuple[str, ...]]:
    contacts = (p.contact for p in people if getattr(p, "contact", None))
    return library.of_one_organisation(
        library.Contact(str(c.participant_id), organisation=c.organisation) for c in contacts
    )


def _as_read(
    person: Participant, wishes: dict[tuple[uuid.UUID, str], list[str]], colleagues: dict[str, tuple[str, ...]]
) -> library.Participant:
    id = str(person.pk)
    apart = wishes.get((person.pk, "apart"), []) + list(colleagues.get(id, ()) if person.apart_from_colleagues else ())
    together = wishes.get((person.pk, "together"), [])
    return library.Participant(
        id=id,
        sector=person.sector,
        level=person.level,
        area=person.area,
        scale=person.scale,
        language="cy" if person.language == "cy" else "en",
        welsh_medium=person.welsh == "wants",
        can_welsh=person.welsh == "can",
        rounds=tuple(person.rounds),
        together=tuple(dict.fromkeys(together)),
        apart=tuple(dict.fromkeys(other for other in apart if other not in together)),
        facilitates=person.facilitates,
        motivations=(person.motivation,) if person.motivation else (),
        access_needs=person.access_needs,
        came=person.came,
    )


def contacts_of(workshop: Workshop) -> list[library.Contact]:
    """How to reach those in the register, as the library reads it."""
    found = Contact.objects.filter(participant__workshop=workshop)
    return [library.Contact(str(c.participant_id), c.name, c.email, c.organisation) for c in found]


def known_in(workshop: Workshop) -> list[library.Contact]:
    """Those in the register by their codes and how to reach them, so that a list brings only who is new."""
    people = register_of(workshop)
    return [library.Contact(person.code, *reached(person)) for person in people]


def reached(person: Participant) -> tuple[str, str, str]:
    """Name, address and organisation; empty where they are not there."""
    contact = getattr(person, "contact", None)
    return (contact.name, contact.email, contact.organisation) if contact else ("", "", "")


def lists_held() -> Iterable[str]:
    """The sums of files of lists that wait to be taken in."""
    return RegisterImport.objects.exclude(sha256="").values_list("sha256", flat=True).distinct()
