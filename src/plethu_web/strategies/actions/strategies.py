"""Making a strategy and saving its versions. Two people at once: the second is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.blocks import Block, stored_blocks
from plethu_web.strategies.models import SearchPlan, Strategy, Version


class Conflict(Exception):
    """Somebody saved another version since the form was opened. `now` is the version that counts."""

    def __init__(self, now: Version) -> None:
        super().__init__(now.number)
        self.now = now


@transaction.atomic
def make_strategy(
    *, by: User, access: Access, name: str, platform: str, database: str, blocks: Sequence[Block], formula: str,
    pasted: str,
) -> Strategy:  # fmt: skip
    """A new strategy with its first version."""
    row = Strategy.objects.create(review=access.review, name=name, platform=platform, database=database, by=by)
    Version.objects.create(
        strategy=row, number=1, blocks=stored_blocks(blocks), formula=formula, pasted=pasted, change="made", by=by
    )
    note("strategy-made", by=by.pseudonym, review=access.review.pk, thing=f"strategy:{row.pk}", platform=platform)
    return row


@transaction.atomic
def save_version(
    *, by: User, strategy: Strategy, expected: int, blocks: Sequence[Block], formula: str, change: str, block: str = "",
) -> Version:  # fmt: skip
    """Save the next version, if the one that was read still counts. Raises Conflict otherwise.

    Where nothing differs from the version that counts, that one is given back and nothing is saved.
    """
    Strategy.objects.select_for_update().get(pk=strategy.pk)
    now = strategy.versions.order_by("-number")[0]
    if now.number != expected:
        raise Conflict(now)
    stored = stored_blocks(blocks)
    if (stored, formula) == (now.blocks, now.formula):
        return now
    made = Version.objects.create(
        strategy=strategy, number=expected + 1, blocks=stored, formula=formula, change=change, block=block[:60], by=by
    )
    kind = "strategy-restored" if change == "restored" else "strategy-changed"
    note(kind, by=by.pseudonym, review=strategy.review_id, thing=f"strategy:{strategy.pk}", version=made.number)
    return made


@transaction.atomic
def name_strategy(*, by: User, strategy: Strategy, name: str, database: str) -> None:
    """Change what a strategy is called and which database it is for."""
    if (
        Strategy.objects.filter(pk=strategy.pk)
        .exclude(name=name, database=database)
        .update(name=name, database=database)
    ):
        note("strategy-named", by=by.pseudonym, review=strategy.review_id, thing=f"strategy:{strategy.pk}")


@transaction.atomic
def set_aside(*, by: User, strategy: Strategy, aside: bool) -> None:
    """Leave a strategy out, or bring it back. Nothing of it is deleted."""
    if Strategy.objects.filter(pk=strategy.pk, is_aside=not aside).update(is_aside=aside):
        kind = "strategy-set-aside" if aside else "strategy-brought-back"
        note(kind, by=by.pseudonym, review=strategy.review_id, thing=f"strategy:{strategy.pk}")


@transaction.atomic
def change_plan(
    *, by: User, access: Access, start: str, end: str, languages: str, databases: str, reporting: dict[str, str | int]
) -> None:
    """Keep what the review promised of its searches and what it reports of them."""
    values = {"start": start, "end": end, "languages": languages, "databases": databases, "reporting": reporting}
    SearchPlan.objects.update_or_create(review=access.review, defaults=values)
    note("search-plan-changed", by=by.pseudonym, review=access.review.pk)
