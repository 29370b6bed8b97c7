"""Answering findings of the checks, and peer review by PRESS."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.strategies.models import FindingAnswer, PeerReview, Strategy, Version


@transaction.atomic
def answer_finding(*, by: User, strategy: Strategy, key: str, code: str, reason: str) -> None:
    """Answer a finding as a false alarm. Answered twice, the first answer stays."""
    _row, made = FindingAnswer.objects.get_or_create(
        strategy=strategy, key=key, defaults={"code": code, "reason": reason, "by": by}
    )
    if made:
        thing = f"strategy:{strategy.pk}"
        note("finding-answered", by=by.pseudonym, review=strategy.review_id, thing=thing, finding=code)


@transaction.atomic
def reopen_finding(*, by: User, answer: FindingAnswer) -> None:
    """Take an answer back, so that the finding is shown again."""
    if FindingAnswer.objects.filter(pk=answer.pk).delete()[0]:
        thing, review = f"strategy:{answer.strategy_id}", answer.strategy.review_id
        note("finding-reopened", by=by.pseudonym, review=review, thing=thing, finding=answer.code)


@transaction.atomic
def review_version(*, by: User, version: Version, elements: dict[str, dict[str, str]], overall: str) -> PeerReview:
    """Put in a peer review of a version. Whether the reviewer wrote any of the strategy is noted with it."""
    strategy = version.strategy
    is_own = strategy.versions.filter(by=by).exists()
    row = PeerReview.objects.create(version=version, elements=elements, overall=overall, is_own=is_own, by=by)
    thing = f"strategy:{strategy.pk}"
    note("strategy-reviewed", by=by.pseudonym, review=strategy.review_id, thing=thing, version=version.number)
    return row


@transaction.atomic
def respond(*, by: User, review: PeerReview, responses: dict[str, str]) -> None:
    """Keep what the authors say to a peer review."""
    PeerReview.objects.filter(pk=review.pk).update(responses=responses, responded=timezone.now(), responded_by=by)
    strategy = review.version.strategy
    thing = f"strategy:{strategy.pk}"
    note("strategy-review-answered", by=by.pseudonym, review=strategy.review_id, thing=thing)


@transaction.atomic
def accept_response(*, by: User, review: PeerReview) -> None:
    """The reviewer is content. Only they can say so, and only once."""
    if PeerReview.objects.filter(pk=review.pk, by=by, accepted=None).update(accepted=timezone.now()):
        strategy = review.version.strategy
        thing = f"strategy:{strategy.pk}"
        note("strategy-review-accepted", by=by.pseudonym, review=strategy.review_id, thing=thing)
