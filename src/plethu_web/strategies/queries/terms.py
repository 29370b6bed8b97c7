"""Terms of a strategy: those that stand in it with where they come from, and those that wait or were declined."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plethu_web.reviews.models import Poll
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import Strategy, Term, Version
from plethu_web.strategies.queries.strategies import versions_of


def terms_of(strategy: Strategy) -> QuerySet[Term]:
    """All that was noted about terms, the earliest first."""
    return strategy.terms.select_related("by", "settled_by")


def term_of(strategy: Strategy, pk: int) -> Term:
    """One term; Http404 where there is none in this strategy."""
    found = terms_of(strategy).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def waiting(access: Access) -> dict[int, int]:
    """By strategy, how many terms wait for an answer."""
    found = Strategy.objects.filter(review=access.review).annotate(
        open_terms=Count("terms", filter=Q(terms__state=Term.State.PROPOSED))
    )
    return {strategy.pk: strategy.open_terms for strategy in found if strategy.open_terms}


def versions_from_the_first(strategy: Strategy) -> list[Version]:
    """All versions, the first one first."""
    return list(versions_of(strategy).order_by("number"))


def poll_titles(access: Access) -> list[str]:
    """The titles of the review's polls, to choose from."""
    return list(Poll.objects.filter(review=access.review).values_list("title", flat=True))
