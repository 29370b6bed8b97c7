"""A few named people and their review, made through actions, for the tests of reviews. None of them is real."""

from __future__ import annotations

from typing import Any

from django.test import Client

from plethu_web.accounts.models import User
from plethu_web.reviews.actions import reviews as actions
from plethu_web.reviews.models import Membership, Review
from plethu_web.reviews.queries.reviews import Access, review_for
from plethu_web.reviews.roles import Role

NAMES = {
    Role.LEAD: "Lowri Lead",
    Role.REVIEWER: "Rhys Reviewer",
    Role.STEERING: "Siân Steering",
    Role.CONTRIBUTOR: "Cai Contributor",
    Role.OBSERVER: "Olwen Observer",
}


def somebody(name: str = "Nia Nobody", **more: Any) -> User:
    """A person with an account."""
    address = name.lower().replace(" ", ".").replace("â", "a") + "@example.org"
    return User.objects.create(name=name, email=address, **more)


def a_review(title: str = "Gardens together", by: User | None = None) -> Review:
    """A review with a lead."""
    return actions.start_review(by=by or somebody(NAMES[Role.LEAD]), title=title)


def in_role(review: Review, role: str) -> User:
    """Somebody with that role in the review; the same person when asked again."""
    found = Membership.objects.filter(review=review, role=role, ended=None).select_related("person").first()
    if found is not None:
        return found.person
    lead = in_role(review, Role.LEAD)
    person = somebody(NAMES[Role(role)])
    token = actions.invite(by=lead, access=access_of(review, lead, "manage"), role=role)
    actions.accept_invitation(by=person, token=token)
    return person


def access_of(review: Review, person: User, ability: str = "read") -> Access:
    """The review as this person may see it."""
    return review_for(person, review.slug, ability)


def browser_of(person: User) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person)
    return client
