"""What can be asked about reviews and teams. Access is checked where a thing is looked up, never apart from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from plethu_web.accounts.models import Event, User
from plethu_web.reviews.models import Invitation, Membership, Review
from plethu_web.reviews.roles import may


@dataclass(frozen=True, slots=True)
class Access:
    """A review as one person may see it. Every further lookup in the review starts from here."""

    review: Review
    person: User
    role: str

    def can(self, ability: str) -> bool:
        """Whether this person may do that here."""
        return may(self.role, ability)

    @property
    def abilities(self) -> dict[str, bool]:
        """For templates: `access.abilities.import`, with low lines for hyphens."""
        from plethu_web.reviews.roles import ABILITIES

        return {name.replace("-", "_"): self.can(name) for name in ABILITIES}


def review_for(person: User, slug: str, ability: str) -> Access:
    """The review under an address, for somebody who wants to do something in it.

    Http404 for everybody outside the team, who are not told whether it exists; PermissionDenied for members whose
    role may not do it.
    """
    membership = (
        Membership.objects.filter(review__slug=slug, person=person, ended=None).select_related("review").first()
    )
    if membership is None or not person.is_active:
        raise Http404
    if not may(membership.role, ability):
        raise PermissionDenied
    return Access(membership.review, person, membership.role)


def reviews_of(person: User) -> QuerySet[Membership]:
    """A person's memberships in reviews, with the reviews."""
    found = Membership.objects.filter(person=person, ended=None).select_related("review")
    return found.order_by("review__title")


def team_of(access: Access) -> QuerySet[Membership]:
    """Who is in the team now."""
    return access.review.memberships.filter(ended=None).select_related("person").order_by("began")


def member_of(access: Access, pk: int) -> Membership:
    """One membership that has not ended; Http404 where there is none in this review."""
    found = access.review.memberships.filter(pk=pk, ended=None).select_related("person").first()
    if found is None:
        raise Http404
    return found


def open_invitations(access: Access) -> QuerySet[Invitation]:
    """Invitations that can still be used."""
    return access.review.invitations.filter(used_by=None, withdrawn=False, expires__gt=timezone.now())


def invitation_of(access: Access, pk: int) -> Invitation:
    """One invitation that can still be used; Http404 where there is none in this review."""
    found = open_invitations(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def invitation_with(token: str) -> Invitation | None:
    """The invitation that a link opens, if it can still be used."""
    found = Invitation.objects.filter(token_hash=hash_of(token), used_by=None, withdrawn=False)
    return found.filter(expires__gt=timezone.now()).select_related("review").first()


def hash_of(token: str) -> str:
    """What is stored of a key."""
    return hashlib.sha256(token.encode()).hexdigest()


def trail_of(access: Access) -> QuerySet[Event]:
    """The audit trail of a review, the newest first."""
    return Event.objects.filter(review=access.review.pk)


def names_of(pseudonyms: set[object]) -> dict[object, User]:
    """The people behind pseudonyms, for those who may see the team."""
    return {user.pseudonym: user for user in User.objects.filter(pseudonym__in=pseudonyms)}
