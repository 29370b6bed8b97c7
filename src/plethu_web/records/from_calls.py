"""What an open call accepted, taken in beside the files: one import for the call, to which later ones are added."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.queries.records import accepted_as_records
from plethu_web.records.models import Import, Record
from plethu_web.records.rows import row_of
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import Access

FORMAT = "call"
Forget = Callable[[Record], None]
FORGETTING: list[Forget] = []


def before_forgetting(forget: Forget) -> Forget:
    """Have this called with a record before it is deleted because it was withdrawn, so that what quotes it goes too."""
    if forget not in FORGETTING:
        FORGETTING.append(forget)
    return forget


@transaction.atomic
def take_in_accepted(*, by: User, access: Access) -> int:
    """Take in what the call accepted and is not there yet; how many. What is there stays as it is, mended or not."""
    Review.objects.select_for_update().get(pk=access.review.pk)  # two at once would number them twice
    source = _import_of_the_call(by, access)
    there = set(source.records.values_list("outside_id", flat=True))
    fresh = [(id, record) for id, record in accepted_as_records(access) if id not in there]
    for id, record in fresh:
        row = row_of(source, record)
        row.outside_id = id
        row.place_printed = record.first("place_printed")[:300]
        row.place, row.tier = record.first("place_corrected")[:300], record.first("tier")
        row.authority = record.first("authorities")[:12]
        row.save()
    if fresh:
        source.records_read = source.records.count()
        source.save(update_fields=["records_read"])
        note(
            "import-finished", by=by.pseudonym, review=access.review.pk, thing=f"import:{source.pk}", records=len(fresh)
        )
    return len(fresh)


def forget_withdrawn(id: str) -> None:
    """What was withdrawn or whose time is over leaves no copy here. Part of the caller's transaction."""
    for row in Record.objects.filter(outside_id=id, source__format=FORMAT).select_related("source"):
        note("record-withdrawn", by=None, review=row.review_id, thing=f"record:{row.pk}")
        source = row.source
        for forget in FORGETTING:
            forget(row)
        row.delete()
        Import.objects.filter(pk=source.pk).update(records_read=source.records.count())


def _import_of_the_call(by: User, access: Access) -> Import:
    digest = hashlib.sha256(f"call:{access.review.pk}".encode()).hexdigest()  # no file: a sum that stands for the call
    found = access.review.imports.filter(sha256=digest, format=FORMAT).first()
    return found or Import.objects.create(
        review=access.review,
        name=FORMAT,
        sha256=digest,
        size=0,
        format=FORMAT,
        state=Import.State.THERE,
        branch=Import.Branch.CALL,
        by=by,
    )
