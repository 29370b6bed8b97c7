"""The beginning of what somebody sends: a draft, kept a day under a key that only they have."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu.evidence.dates import edtf_of
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.actions.files import forget
from plethu_web.calls.models import Call, Referrer, Submission
from plethu_web.calls.queries.calls import state_of
from plethu_web.calls.states import LIVE, State
from plethu_web.reviews.queries.reviews import hash_of

DRAFT_KEPT = timedelta(days=1)
MOST_SENT = 5000  # of a call, those that were deleted left out
MOST_DRAFTS = 10_000  # of a call at a time


class CallFull(Exception):
    """The call takes in no more."""


@dataclass(frozen=True, slots=True)
class WordsSent:
    """What somebody tells, as they write it."""

    kind: str
    title: str
    story: str = ""
    links: str = ""
    place_printed: str = ""
    date_printed: str = ""
    involved: str = ""
    outcome: str = ""
    written_in: str = ""
    sectors: list[str] = field(default_factory=list)


def begin(*, call: Call, once: str, words: WordsSent, code: str) -> str:
    """Start a draft, which is kept a day. Gives its key.

    The same form sent again, as by a double click, gives the same draft: `once` came with the form. A form left open
    after its draft was sent starts a new one.
    """
    token = once if len(once) >= 40 else secrets.token_urlsafe(32)
    with transaction.atomic():
        before = Submission.objects.select_for_update().filter(token_hash=hash_of(token)).first()
        if before is None:
            return _start(call, token, words, code)
        if before.state == State.DRAFT and before.call_id == call.pk:
            write_words(before, words)
            return token
        return _start(call, secrets.token_urlsafe(32), words, code)


def throw_away(row: Submission) -> None:
    """Delete a draft with its files and with the person, who has no other row."""
    sums, sender = list(row.files.values_list("sha256", flat=True)), row.sender
    row.delete()
    if sender:
        sender.delete()
    transaction.on_commit(lambda: forget(sums))


@transaction.atomic
def purge_drafts() -> int:
    """Throw away what nobody went on with for a day; how many."""
    old = Submission.objects.select_for_update().filter(state=State.DRAFT, changed__lt=timezone.now() - DRAFT_KEPT)
    rows = list(old)
    for row in rows:
        throw_away(row)
    return len(rows)


def _start(call: Call, token: str, words: WordsSent, code: str) -> str:
    if not state_of(call).takes:
        raise NotNow
    purge_drafts()
    drafts = call.submissions.filter(state=State.DRAFT)
    if drafts.count() >= MOST_DRAFTS or call.submissions.filter(state__in=LIVE).count() >= MOST_SENT:
        raise CallFull
    row = Submission(review=call.review, call=call, token_hash=hash_of(token))
    row.referrer = Referrer.objects.filter(call=call, code=code.lower()).first() if code else None
    try:
        with transaction.atomic():
            write_words(row, words)
    except IntegrityError:  # the same form, sent twice in the same moment
        return token
    return token


def write_words(row: Submission, words: WordsSent) -> None:
    """Put what was written into the row; the date for computing only as far as it is sure."""
    for name, value in asdict(words).items():
        setattr(row, name, value)
    row.edtf = edtf_of(words.date_printed)
    row.save()
