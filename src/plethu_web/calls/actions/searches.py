"""What can be done with the log of searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.models import Search
from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class SearchMade:
    """All that is logged of one search."""

    branch: str
    place: str
    searched: date
    strand: str = ""
    platform: str = ""
    address: str = ""
    query: str = ""
    starts_from: str = ""
    limits: str = ""
    hits: int | None = None
    looked: int | None = None
    taken: int | None = None
    notes: str = ""


@transaction.atomic
def log_search(*, by: User, access: Access, made: SearchMade) -> Search:
    """Put a search into the log."""
    row = Search.objects.create(review=access.review, by=by, **asdict(made))
    note("search-logged", by=by.pseudonym, review=access.review.pk, thing=f"search:{row.pk}")
    return row


@transaction.atomic
def change_search(*, by: User, access: Access, search: Search, made: SearchMade) -> None:
    """Change what the log says of a search. Who made it stays."""
    row = Search.objects.select_for_update().get(pk=search.pk, review=access.review)
    changed = [name for name, value in asdict(made).items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, getattr(made, name))
    row.save()
    note("search-changed", by=by.pseudonym, review=access.review.pk, thing=f"search:{row.pk}", fields=changed)


@transaction.atomic
def strike_search(*, by: User, access: Access, search: Search) -> None:
    """Take a search out of the log. That it was there, the audit trail knows."""
    Search.objects.filter(pk=search.pk, review=access.review).delete()
    note(
        "search-struck",
        by=by.pseudonym,
        review=access.review.pk,
        thing=f"search:{search.pk}",
        branch=search.branch,
        searched=search.searched.isoformat(),
    )


@transaction.atomic
def import_searches(*, by: User, access: Access, made: Sequence[SearchMade]) -> int:
    """Bring searches into the log; those that are there already are left out. How many were new."""
    there = (
        {tuple(row) for row in Search.objects.filter(review=access.review).values_list(*asdict(made[0]))}
        if made
        else set()
    )
    fresh = [search for search in dict.fromkeys(made) if tuple(asdict(search).values()) not in there]
    Search.objects.bulk_create(Search(review=access.review, by=by, **asdict(search)) for search in fresh)
    note("searches-imported", by=by.pseudonym, review=access.review.pk, searches=len(fresh))
    return len(fresh)
