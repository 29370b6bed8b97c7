"""What is stored of reviews. Models stand by topic in the modules beside this one."""

from plethu_web.reviews.models.protocol import ProtocolDraft, ProtocolVersion
from plethu_web.reviews.models.review import Invitation, Membership, Review
from plethu_web.reviews.models.steering import Decision, DecisionStatus

__all__ = ["Decision", "DecisionStatus", "Invitation", "Membership", "ProtocolDraft", "ProtocolVersion", "Review"]
