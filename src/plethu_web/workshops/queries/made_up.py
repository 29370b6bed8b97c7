"""Made-up workshops: whether one is, and whether a review has one."""

from __future__ import annotations

from plethu_web.reviews.models import Review
from plethu_web.workshops.models import MadeUp, Workshop


def is_made_up(workshop: Workshop) -> bool:
    """Whether a workshop was made up, to try things out."""
    return MadeUp.objects.filter(workshop=workshop).exists()


def made_up_in(review: Review) -> Workshop | None:
    """The made-up workshop of a review, if it has one."""
    return Workshop.objects.filter(review=review, made_up__isnull=False).first()
