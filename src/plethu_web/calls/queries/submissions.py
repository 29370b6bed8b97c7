"""What can be asked about what was sent in: by the team through its review, by senders through their key."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db.models import Count, QuerySet
from django.http import Http404

from plethu_web.calls.models import Submission, SubmissionFile
from plethu_web.calls.states import LIVE, State
from plethu_web.reviews.queries.reviews import Access, hash_of

FILTERS = ("state", "kind", "route", "relevance", "tier")


def sent_to(access: Access) -> QuerySet[Submission]:
    """All that was sent to a review, tombstones included, drafts not."""
    found = Submission.objects.filter(review=access.review).exclude(state=State.DRAFT)
    return found.select_related("call", "referrer", "sender", "decided_by", "duplicate_of")


def queue(access: Access, wanted: Mapping[str, str]) -> QuerySet[Submission]:
    """What passes the filters, the newest first, each with how many `files_sent` it has."""
    found = sent_to(access).annotate(files_sent=Count("files"))
    for name in FILTERS:
        if wanted.get(name):
            found = found.filter(**{name: wanted[name]})
    return found.order_by("-sent")


def counts_by_state(access: Access) -> dict[str, int]:
    """How many there are in each state that holds any."""
    found = sent_to(access).order_by().values_list("state").annotate(number=Count("pk"))
    return dict(found)


def submission_of(access: Access, pk: uuid.UUID) -> Submission:
    """One thing that was sent to this review; Http404 where there is none."""
    found = sent_to(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def file_of(submission: Submission, pk: int) -> SubmissionFile:
    """One of its files; Http404 where there is none."""
    found = submission.files.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def number_in(access: Access, number: int, *, but: Submission) -> Submission | None:
    """What has this number in the review and can be the one that another is the same as."""
    return sent_to(access).filter(number=number, state__in=LIVE).exclude(pk=but.pk).first()


def sent_with(token: str) -> Submission:
    """What a sender's key opens, tombstones included; Http404 where it opens nothing."""
    found = Submission.objects.filter(token_hash=hash_of(token)).select_related("call__review", "review", "sender")
    row = found.first()
    if row is None:
        raise Http404
    return row


def suggested_by(access: Access) -> QuerySet[Submission]:
    """What this person suggested to this review themselves."""
    return sent_to(access).filter(call=None, sender=access.person)
