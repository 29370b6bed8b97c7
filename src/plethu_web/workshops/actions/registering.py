"""Registering for a workshop without an account, and changing what one said, with a key that only oneself has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.workshops.codes import new_token, screen_codes, token_for
from plethu_web.workshops.models import Contact, Participant, Wish, Workshop
from plethu_web.workshops.queries.people import plain, with_address
from plethu_web.workshops.queries.register import is_full
from plethu_web.workshops.states import rule_of

MOST_WISHES = 10  # of one kind
ABOUT = ("sector", "level", "area", "scale", "motivation", "language", "access_needs", "welsh", "rounds",
         "apart_from_colleagues")  # fmt: skip
REACHED = ("name", "email", "organisation")


class NotOpen(Exception):
    """Registration is not open."""


class Full(Exception):
    """The workshop has as many people as there is room for."""


class SentBefore(Exception):
    """This very form was taken before, and whoever registered with it has withdrawn since, or has a newer link."""


class NothingThere(Exception):
    """There is nothing under this key."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of themselves. `together` and `apart` are names in their own words, one a line."""

    name: str = ""
    email: str = ""
    organisation: str = ""
    sector: str = ""
    level: str = ""
    area: str = ""
    scale: str = ""
    motivation: str = ""
    language: str = "en"
    access_needs: str = ""
    welsh: str = ""
    rounds: list[int] = field(default_factory=list)
    apart_from_colleagues: bool = False
    together: str = ""
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """The key of who was registered; or `first`, who has that address already, and then nobody was registered.

    `again`: the same form had come before, and nothing was written now.
    """

    token: str = ""
    again: bool = False
    first: Participant | None = None


@transaction.atomic
def register(*, workshop: Workshop, once: str, said: Said, by_letter: bool = False) -> Registered:
    """Register somebody. The same form sent again, as by a double click, gives the same person.

    With `by_letter` an address registers once: whoever has it can be led to what they said before. Raises NotOpen, Full
    or SentBefore.
    """
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    token = token_for(f"{row.pk} {once}") if once else new_token()
    before = Participant.objects.filter(once=hash_of(token)).first()
    if before is not None and before.token_hash != before.once:
        raise SentBefore
    if before is not None:
        return Registered(token, again=True)
    if not rule_of(row.state).registers or row.is_over:
        raise NotOpen
    if is_full(row):  # also for an address that is known, or this would tell which are
        raise Full
    if by_letter and said.email and (first := with_address(said.email, row)):
        return Registered(first=first)
    person = Participant(workshop=row, code=next(free_codes(row)), token_hash=hash_of(token), once=hash_of(token))
    person.route, person.agreed = "form", timezone.now()
    write(person, said)
    note("participant-registered", by=None, review=row.review_id, thing=f"participants:{row.pk}")
    return Registered(token)


@transaction.atomic
def agree(*, token: str) -> None:
    """Note that somebody agrees, whom the team or a list put into the register. Raises NothingThere."""
    person = Participant.objects.select_for_update().filter(token_hash=hash_of(plain(token)), withdrawn=None).first()
    if person is None:
        raise NothingThere
    if person.agreed is None:
        Participant.objects.filter(pk=person.pk).update(agreed=timezone.now())
        thing = f"participants:{person.workshop_id}"
        note("participant-agreed", by=None, review=person.workshop.review_id, thing=thing)


@transaction.atomic
def change_said(*, token: str, said: Said) -> None:
    """Change what somebody said of themselves. Raises NothingThere."""
    person = Participant.objects.select_for_update().filter(token_hash=hash_of(plain(token)), withdrawn=None).first()
    if person is None:
        raise NothingThere
    write(person, said)
    workshop = person.workshop
    note("participant-changed", by=None, review=workshop.review_id, thing=f"participants:{workshop.pk}")


def write(person: Participant, said: Said) -> None:
    """Put what somebody said into the tables: of themselves, how to reach them, and their wishes."""
    for name in ABOUT:
        setattr(person, name, getattr(said, name))
    person.save()
    reached = {name: getattr(said, name) for name in REACHED}
    if any(reached.values()):
        Contact.objects.update_or_create(participant=person, defaults=reached)
    else:
        Contact.objects.filter(participant=person).delete()
    for kind, words in (("together", said.together), ("apart", said.apart)):
        _write_wishes(person, kind, words)


def free_codes(workshop: Workshop) -> Iterator[str]:
    """Codes for screens that nobody in this workshop has, nor had before they withdrew."""
    return screen_codes(set(workshop.participants.values_list("code", flat=True)))


def _write_wishes(person: Participant, kind: str, words: str) -> None:
    """Those that stay keep whom the team found; a wish the team added, without words, stays."""
    lines = list(dict.fromkeys(line.strip()[:200] for line in words.splitlines() if line.strip()))[:MOST_WISHES]
    there = person.wishes.filter(kind=kind).exclude(words="")
    there.exclude(words__in=lines).delete()
    known = set(there.values_list("words", flat=True))
    Wish.objects.bulk_create(
        Wish(workshop=person.workshop, participant=person, kind=kind, words=line) for line in lines if line not in known
    )
