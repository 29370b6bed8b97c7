"""Lost links: who may be sent a way back to their page now, and a new key when they follow it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.workshops.codes import new_token
from plethu_web.workshops.models import Contact, Participant
from plethu_web.workshops.queries.people import all_with_address

PAUSE = timedelta(minutes=10)  # between two letters to one person
MOST_LETTERS = 5  # for one asking


def to_be_sent(*, email: str) -> list[Participant]:
    """Those with this address who are to get a letter now: nobody who got one a short while ago."""
    return [person for person in all_with_address(email)[:MOST_LETTERS] if may_be_sent(person=person)]


def may_be_sent(*, person: Participant) -> bool:
    """Whether somebody may be sent a letter now, which then counts as sent."""
    now = timezone.now()
    quiet = Contact.objects.filter(participant=person).filter(Q(mailed=None) | Q(mailed__lt=now - PAUSE))
    return bool(quiet.update(mailed=now))


@transaction.atomic
def renew(*, person: Participant) -> str:
    """A new key for somebody who followed the letter; the old one ends. Http404 where the letter was used already."""
    token = new_token()
    there = Participant.objects.filter(pk=person.pk, withdrawn=None, token_hash=person.token_hash)
    if not there.update(token_hash=hash_of(token)):
        raise Http404
    thing = f"participants:{person.workshop_id}"
    note("participant-link-renewed", by=None, review=person.workshop.review_id, thing=thing)
    return token
