"""What is stored of reviews. Models stand by topic in the modules beside this one."""

from plethu_web.reviews.models.glossary import GlossaryWord, Wording
from plethu_web.reviews.models.involvement import InvolvementEntry
from plethu_web.reviews.models.poll import Poll, PollAnswer, PollQuestion, PollState
from plethu_web.reviews.models.protocol import ProtocolDraft, ProtocolVersion
from plethu_web.reviews.models.review import Invitation, Membership, Review
from plethu_web.reviews.models.steering import Decision, DecisionStatus, Meeting, Seat

__all__ = [
    "Decision",
    "DecisionStatus",
    "GlossaryWord",
    "Invitation",
    "InvolvementEntry",
    "Meeting",
    "Membership",
    "Poll",
    "PollAnswer",
    "PollQuestion",
    "PollState",
    "ProtocolDraft",
    "ProtocolVersion",
    "Review",
    "Seat",
    "Wording",
]
