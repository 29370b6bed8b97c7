"""What somebody has to hand over before they can leave everything."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from plethu_web.accounts.models import User
from plethu_web.reviews.models import Membership, Review
from plethu_web.reviews.roles import Role


def led_alone_by(person: User) -> list[Review]:
    """The reviews that would have nobody to lead them without this person."""
    leads = Membership.objects.filter(role=Role.LEAD, ended=None)
    others = leads.filter(review=OuterRef("review")).exclude(person=person)
    return [one.review for one in leads.filter(~Exists(others), person=person).select_related("review")]
