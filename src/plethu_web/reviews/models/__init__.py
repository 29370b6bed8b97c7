"""What is stored of reviews. Models stand by topic in the modules beside this one."""

from plethu_web.reviews.models.review import Invitation, Membership, Review

__all__ = ["Invitation", "Membership", "Review"]
