"""What can be done with a review and its team. Each is one transaction with its event in it."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from plethu.evidence.text import Text
from plethu.framework.editions import example_protocol
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.actions.protocol import replace_draft
from plethu_web.reviews.models import Invitation, Membership, Review
from plethu_web.reviews.queries.reviews import Access, hash_of, invitation_with
from plethu_web.reviews.roles import Role

INVITATION_LASTS = timedelta(days=14)
RESERVED = frozenset({"start", "join", "protocols", "polls"})  # parts of addresses that are no review


class LastLead(Exception):
    """A review needs somebody who leads it."""


class NotOpen(Exception):
    """The invitation has been used or withdrawn, or its time is over."""


@transaction.atomic
def start_review(*, by: User, title: str, title_cy: str = "", about: str = "", about_cy: str = "") -> Review:
    """Start a review. Who starts it leads it."""
    review = Review.objects.create(
        slug=_free_address(title), title=title, title_cy=title_cy, about=about, about_cy=about_cy
    )
    Membership.objects.create(review=review, person=by, role=Role.LEAD)
    note("review-started", by=by.pseudonym, review=review.pk, thing=f"review:{review.pk}")
    return review


@transaction.atomic
def start_from_example(*, by: User, title: Text, about: Text) -> Review:
    """Start a review that has the worked example as the draft of its protocol."""
    review = start_review(by=by, title=title.en, title_cy=title.cy, about=about.en, about_cy=about.cy)
    replace_draft(by=by, access=Access(review, by, Role.LEAD), protocol=example_protocol(), source="example")
    return review


@transaction.atomic
def change_review(*, by: User, access: Access, title: str, title_cy: str, about: str, about_cy: str) -> None:
    """Change what a review is called and what it says of itself. Its address stays."""
    review = Review.objects.select_for_update().get(pk=access.review.pk)
    review.title, review.title_cy, review.about, review.about_cy = title, title_cy, about, about_cy
    review.save()
    note("review-changed", by=by.pseudonym, review=review.pk, thing=f"review:{review.pk}")


@transaction.atomic
def invite(*, by: User, access: Access, role: str) -> str:
    """Make an invitation. Gives the key of its link, which is stored nowhere."""
    token = secrets.token_urlsafe(24)
    made = Invitation.objects.create(
        review=access.review,
        role=Role(role),
        token_hash=hash_of(token),
        by=by,
        expires=timezone.now() + INVITATION_LASTS,
    )
    note("invitation-made", by=by.pseudonym, review=access.review.pk, thing=f"invitation:{made.pk}", role=role)
    return token


@transaction.atomic
def withdraw_invitation(*, by: User, access: Access, invitation: Invitation) -> None:
    """Make an invitation useless."""
    Invitation.objects.filter(pk=invitation.pk, used_by=None).update(withdrawn=True)
    note("invitation-withdrawn", by=by.pseudonym, review=access.review.pk, thing=f"invitation:{invitation.pk}")


@transaction.atomic
def accept_invitation(*, by: User, token: str) -> Review:
    """Join the team by a link. Somebody who is in it already keeps the role they have. Raises `NotOpen`."""
    found = invitation_with(token)
    if found is None:
        raise NotOpen
    taken = Invitation.objects.filter(pk=found.pk, used_by=None, withdrawn=False).update(used_by=by)
    if not taken:
        raise NotOpen
    review: Review = found.review
    if not review.memberships.filter(person=by, ended=None).exists():
        Membership.objects.create(review=review, person=by, role=found.role)
        note("member-joined", by=by.pseudonym, about=by.pseudonym, review=review.pk, role=found.role)
    return review


@transaction.atomic
def change_role(*, by: User, access: Access, member: Membership, role: str) -> None:
    """Give a member another role. Raises `LastLead` where nobody would lead the review any more."""
    row = _locked(member)
    if row.role == Role.LEAD and role != Role.LEAD:
        _refuse_last_lead(row)
    row.role = Role(role)
    row.save(update_fields=["role"])
    who = row.person.pseudonym
    note("member-role-changed", by=by.pseudonym, about=who, review=access.review.pk, role=role)


@transaction.atomic
def end_membership(*, by: User, access: Access, member: Membership) -> None:
    """Somebody leaves the team; what they did stays. Raises `LastLead`."""
    row = _locked(member)
    if row.role == Role.LEAD:
        _refuse_last_lead(row)
    row.ended = timezone.now()
    row.save(update_fields=["ended"])
    note("member-left", by=by.pseudonym, about=row.person.pseudonym, review=access.review.pk)


def _locked(member: Membership) -> Membership:
    list(Membership.objects.select_for_update().filter(review=member.review_id, ended=None))  # all, so that leads count
    return Membership.objects.select_related("person").get(pk=member.pk)


def _refuse_last_lead(row: Membership) -> None:
    leads = Membership.objects.filter(review=row.review_id, role=Role.LEAD, ended=None)
    if not leads.exclude(pk=row.pk).exists():
        raise LastLead


def _free_address(title: str) -> str:
    wanted = slugify(title)[:50].strip("-") or "review"
    taken = RESERVED | set(Review.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{number}" for number in range(2, len(taken) + 3) if f"{wanted}-{number}" not in taken)
