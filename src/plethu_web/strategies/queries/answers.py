"""Answers to findings, and peer reviews."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from plethu.searching.checking import Answer
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import FindingAnswer, PeerReview, Strategy

OF_THE_REVIEW = ("database-without-strategy", "database-not-listed")  # found alike beside each of its strategies


def answers_of(strategy: Strategy) -> QuerySet[FindingAnswer]:
    """The answers that findings have. What is of the whole review is answered once for all its strategies."""
    of_all = Q(strategy__review=strategy.review_id, code__in=OF_THE_REVIEW)
    return FindingAnswer.objects.filter(Q(strategy=strategy) | of_all).select_related("by")


def answered(strategy: Strategy) -> dict[str, Answer]:
    """The answers as the library takes them, by the key of the finding."""
    return {
        each.key: Answer(each.by.name, each.reason, f"{timezone.localtime(each.at):%Y-%m-%d}")
        for each in answers_of(strategy)
    }


def peer_reviews_of(strategy: Strategy) -> QuerySet[PeerReview]:
    """All peer reviews of a strategy, the latest first."""
    found = PeerReview.objects.filter(version__strategy=strategy)
    return found.select_related("version", "by", "responded_by")


def peer_review_of(strategy: Strategy, pk: int) -> PeerReview:
    """One peer review; Http404 where the strategy has none of that number."""
    found = peer_reviews_of(strategy).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def all_peer_reviews(access: Access) -> list[PeerReview]:
    """All peer reviews of a review's strategies, the earliest first."""
    found = PeerReview.objects.filter(version__strategy__review=access.review, version__strategy__is_aside=False)
    return list(found.select_related("version__strategy", "by", "responded_by").order_by("at", "pk"))
