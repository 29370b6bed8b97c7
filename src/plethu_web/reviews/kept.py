"""What the tables of reviews hold about people."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.models import User
from plethu_web.accounts.personal_data import Held, Hold, at_erasing, before_erasing, declare, names_nobody
from plethu_web.pages.templatetags.plethu_texts import words as words_of
from plethu_web.reviews.actions.leaving import end_all_memberships
from plethu_web.reviews.queries.leaving import led_alone_by

_WHO_DID_IT = _("What was done in a review stays with it, without your name.")


def _hand_over(person: User) -> Iterator[Hold]:
    for review in led_alone_by(person):
        words = _now("Make somebody else a lead of “%(review)s”.") % {"review": words_of(review.name)}
        yield Hold(words, reverse("reviews:team", args=[review.slug]))


names_nobody(
    "reviews.Review", "reviews.PollQuestion", "reviews.PollAnswer", "reviews.Meeting_present", "reviews.GlossaryWord"
)
declare(
    Held("reviews.Membership", _("Memberships"), ("person",), ("review__title", "role", "began", "ended"), _WHO_DID_IT),
    Held("reviews.Invitation", _("Invitations"), ("by", "used_by"), ("review__title", "role", "made"), _WHO_DID_IT),
    Held("reviews.ProtocolDraft", _("Changes to a protocol"), ("by",), ("review__title", "number", "at"), _WHO_DID_IT),
    Held("reviews.ProtocolVersion", _("Protocols published"), ("by",), ("review__title", "number", "at"), _WHO_DID_IT),
    Held("reviews.Poll", _("Polls made"), ("by",), ("review__title", "title", "made"), _WHO_DID_IT),
    Held("reviews.Seat", _("Seats in steering groups"), ("person",), ("review__title", "role", "sector"), _WHO_DID_IT),
    Held("reviews.Meeting", _("Meetings noted"), ("by",), ("review__title", "on"), _WHO_DID_IT),
    Held(
        "reviews.InvolvementEntry",
        _("Entries of logs of involvement you noted"),
        ("by",),
        ("review__title", "title", "title_cy"),
        _WHO_DID_IT,
    ),
    Held(
        "reviews.Wording",
        _("Words and meanings you suggested or settled"),
        ("by", "settled_by"),
        ("word__review__title", "term", "term_cy", "meaning", "meaning_cy", "at", "settled"),
        _WHO_DID_IT,
    ),
    Held("reviews.Decision", _("Decisions noted"), ("by",), ("review__title", "text", "text_cy", "at"), _WHO_DID_IT),
)
before_erasing(_hand_over)
at_erasing(end_all_memberships)
