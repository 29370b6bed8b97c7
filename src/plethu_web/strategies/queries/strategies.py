"""Strategies of a review and their versions."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.blocks import Block, read_blocks
from plethu_web.strategies.models import SearchPlan, Strategy, Version


def strategies_of(access: Access) -> QuerySet[Strategy]:
    """All strategies of a review, by name."""
    return Strategy.objects.filter(review=access.review).select_related("by")


def strategy_of(access: Access, pk: int) -> Strategy:
    """One strategy; Http404 where there is none in this review."""
    found = strategies_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def versions_of(strategy: Strategy) -> QuerySet[Version]:
    """All versions, the latest first."""
    return strategy.versions.select_related("by")


def latest(strategy: Strategy) -> Version:
    """The version that counts."""
    found = versions_of(strategy).first()
    if found is None:
        raise Http404
    return found


def version_of(strategy: Strategy, number: int) -> Version:
    """One version; Http404 where there is none of that number."""
    found = versions_of(strategy).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def blocks_of(version: Version) -> list[Block]:
    """The blocks of a version, in their order."""
    return read_blocks(version.blocks)


def block_of(version: Version, key: str) -> Block:
    """One block; Http404 where the version has none of that key."""
    found = next((block for block in blocks_of(version) if block.key == key), None)
    if found is None:
        raise Http404
    return found


def plan_of(access: Access) -> SearchPlan:
    """What the review promised of its searches; an empty one where nothing has been written."""
    return SearchPlan.objects.filter(review=access.review).first() or SearchPlan(review=access.review)
