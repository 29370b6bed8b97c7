"""A strategy in a review, made through the pages and actions, for the tests of strategies."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.test import Client

from plethu_web.records.models import Import, Record
from plethu_web.records.rows import describe
from plethu_web.reviews.models import Review
from plethu_web.strategies.models import Strategy

TEXT = """A. Community
community OR "third sector"

B. Working together
partner* OR (joint N2 (working OR plan*))

A + B
"""


def of(review: Review, what: str = "", language: str = "en") -> str:
    """An address of the review's strategies."""
    return f"/{language}/reviews/{review.slug}/strategies/{what}"


def page(response: Any) -> str:
    """What a page says."""
    return unescape(response.content.decode())


def a_strategy(review: Review, team: Client, text: str = TEXT, **more: str) -> Strategy:
    """A strategy begun from a text by somebody who may."""
    given = {"name": "Main search", "platform": "ebsco", "database": "CINAHL", "text": text, **more}
    response = team.post(of(review, "new/"), given)
    assert response.status_code == 302, page(response)
    return Strategy.objects.filter(review=review).latest("pk")


def key_of(strategy: Strategy, name: str) -> str:
    """The key of a block."""
    version = strategy.versions.order_by("-number")[0]
    return next(str(block["key"]) for block in version.blocks if block["name"] == name)


def some_records(review: Review, *items: dict[str, Any]) -> list[Record]:
    """Records taken in from one file."""
    number = Import.objects.count()
    source = Import.objects.create(
        review=review,
        name=f"file-{number}.ris",
        sha256=f"{number:064d}",
        size=1,
        state=Import.State.THERE,
        by=review.memberships.select_related("person")[0].person,
    )
    made = []
    for place, csl in enumerate(items, 1):
        row = Record(review=review, source=source, number=place, fields=[], csl_read=csl, csl=csl)
        describe(row)
        row.save()
        made.append(row)
    return made
