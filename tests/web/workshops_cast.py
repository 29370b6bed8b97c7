"""A workshop and people who registered for it, made as people make them, for tests. None of it is real."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from plethu.framework.editions import default_edition
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.reviews.roles import Role
from plethu_web.workshops.actions import workshops as actions
from plethu_web.workshops.defaults import ASKS, CONSENT, half_day, two_hours
from plethu_web.workshops.models import Participant, Workshop

from .cast import a_review, access_of, in_role

SAID = {
    "name": "Mared Member",
    "email": "mared@example.org",
    "organisation": "Beans Together",
    "sector": "community",
    "level": "member",
    "area": "W06000015",
    "scale": "neighbourhood",
    "motivation": "To hear how others do it",
    "language": "en",
    "welsh": "can",
    "access_needs": "Captions",
    "together": "Ifan Interpreter",
    "apart": "Bethan Boss",
    "agreed": "on",
}
FORM = {
    "title": "What do you make of it?",
    "title_cy": "Beth yw eich barn?",
    "purpose": "We hold the findings against what you know.",
    "purpose_cy": "",
    "consent": CONSENT.en,
    "consent_cy": CONSENT.cy,
    "day": "2030-03-04",
    "begins": "10:00",
    "ends_at": "14:00",
    "place": "https://meet.example/beans",
    "covers": "Wales",
    "contact": "Rhys, 029 0000 0000",
    "languages": ["en", "cy"],
    "asks": list(ASKS),
    "most_people": "100",
    "codes_on_screen": "on",
    "contact_days": "7",
    "keep_months": "24",
    "design": "half-day",
}


def words_of_a_workshop(**more: Any) -> actions.WorkshopWords:
    """What a workshop says."""
    starts = timezone.now().replace(microsecond=0) + timedelta(days=7)
    said: dict[str, Any] = {
        "title": "What do you make of it?",
        "title_cy": "Beth yw eich barn?",
        "consent": CONSENT.en,
        "consent_cy": CONSENT.cy,
        "contact": "Rhys, 029 0000 0000",
        "starts": starts,
        "ends": starts + timedelta(hours=4),
        "asks": list(ASKS),
    }
    return actions.WorkshopWords(**{**said, **more})


def a_workshop(review: Review | None = None, *, state: str = "open", short: bool = False, **more: Any) -> Workshop:
    """A workshop of four hours, or of two, in a state."""
    review = review or a_review()
    lead = in_role(review, Role.LEAD)
    access, edition = access_of(review, lead, "run-workshops"), default_edition()
    design = two_hours if short else half_day
    row = actions.make_workshop(
        by=lead, access=access, words=words_of_a_workshop(**more), edition=edition, parts=design(edition)
    )
    for code in {"drafted": (), "open": ("open",), "running": ("open", "begin"), "closed": ("open", "begin", "close")}[
        state
    ]:
        actions.move_workshop(by=lead, access=access, workshop=row, code=code)
    return Workshop.objects.get(pk=row.pk)


def registered(workshop: Workshop, client: Client | None = None, **more: Any) -> str:
    """Somebody who registered by the form; their key, from the letter they were sent where they gave an address."""
    client = client or Client()
    if "name" in more:
        more.setdefault("email", f"{more['name'].split()[0].lower()}@example.org")
    address = f"/en/workshops/register/{workshop.key}/"
    once = re.search(r'name="once" value="([\w-]+)"', client.get(address).content.decode())
    assert once
    response = client.post(address, {**SAID, "once": once[1], **more})
    assert response.status_code == 302, response.content.decode()
    if response["Location"] == f"{address}sent/":
        return own_page_in(str(mail.outbox[-1].body)).split("/")[4]
    return response["Location"].split("/")[4]


def own_page_in(letter: str) -> str:
    """The path of somebody's own page in a letter."""
    found = re.search(r"/(?:en|cy)/workshops/yours/[a-z2-9]+/", letter)
    assert found, letter
    return found[0]


def person_of(token: str) -> Participant:
    """Who has a key."""
    return Participant.objects.get(token_hash=hash_of(token))


def some_people(workshop: Workshop, number: int, **more: Any) -> list[Participant]:
    """So many who registered, of several sectors and areas, put straight into the register."""
    sectors = ("local-government", "health", "third-sector", "community", "private")
    areas = ("W06000001", "W06000015", "W06000011", "W06000022")
    return [
        Participant.objects.create(
            workshop=workshop,
            code=f"P{place:03}",
            route="import",
            **{
                "sector": sectors[place % len(sectors)],
                "area": areas[place % len(areas)],
                "level": ("leading", "delivering", "member")[place % 3],
                "agreed": timezone.now(),
                **more,
            },
        )
        for place in range(1, number + 1)
    ]


def of(workshop: Workshop, path: str = "", language: str = "en") -> str:
    """The address of one of a workshop's pages for its team."""
    return f"/{language}/reviews/{workshop.review.slug}/workshops/{workshop.pk}/{path}"


def moved(workshop: Workshop, *codes: str) -> Workshop:
    """The workshop after these moves."""
    lead = in_role(workshop.review, Role.LEAD)
    access = access_of(workshop.review, lead, "run-workshops")
    for code in codes:
        actions.move_workshop(by=lead, access=access, workshop=workshop, code=code)
    return Workshop.objects.get(pk=workshop.pk)


def ended(workshop: Workshop, days_ago: int) -> datetime:
    """Let the workshop have ended so many days ago."""
    ends = timezone.now() - timedelta(days=days_ago)
    Workshop.objects.filter(pk=workshop.pk).update(starts=ends - timedelta(hours=4), ends=ends)
    return ends
