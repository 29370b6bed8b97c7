"""Publishing: what goes out is checked, stored and cannot be taken back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone

from plethu.workshop.findings_out import as_edition_finding, resting_on_one
from plethu.workshop.reading import anonymity, spoken_of
from plethu.workshop.releases import lowered
from plethu_web.reviews.models import Review
from plethu_web.workshops import release_files
from plethu_web.workshops.actions.coding import Doing, Refused
from plethu_web.workshops.models import Signing, Statement, WorkshopRelease
from plethu_web.workshops.queries import coding as coded
from plethu_web.workshops.queries.editions import strand_of
from plethu_web.workshops.queries.going_out import GoingOut, going_out
from plethu_web.workshops.queries.released import apart_before, said_before
from plethu_web.workshops.subjects import edition_of


class NotSafe(Exception):
    """It would give away too much, beside what was published before, or too few people took part."""


@transaction.atomic
def publish(*, doing: Doing, with_table: bool, seen: str, read: Collection[str] = ()) -> WorkshopRelease:
    """Publish what is signed off and coded, and the statements nothing is in the way of.

    `seen` is of what somebody looked at and meant. `read` are the statements and new actions of which they say that
    what was found in them names nobody. Raises NotSafe; Refused where something has changed or is unread; BadInput
    where no edition could be made of it. Nothing is stored then.
    """
    Review.objects.select_for_update().get(pk=doing.access.review.pk)  # workshops of a review share its numbers
    workshop = doing.locked()
    going = going_out(workshop, with_table)
    if not going.may_go_out:
        raise NotSafe
    if going.of != seen:
        raise Refused("release", ["changed"])
    if any(each.id not in read for each in going.unread):
        raise Refused("release", ["names-unread"])
    _note_read(doing, going)
    promised = going.labelled.promised
    row = WorkshopRelease.objects.create(
        workshop=workshop,
        number=int(going.labelled.prepared.release.id),
        labels=promised.labels,
        tables=promised.tables,
        outputs=msgspec.to_builtins(going.labelled.prepared.release.outputs),
        content=_content(doing, going),
        by=doing.by,
    )
    release_files.made_whole(row)
    for each in going.statements:
        Statement.objects.filter(pk=each.row.pk).update(published_as=each.finding.id)
    workshop.published = workshop.published or timezone.now()
    workshop.save(update_fields=["published"])
    doing.note("workshop-released")
    return row


def _note_read(doing: Doing, going: GoingOut) -> None:
    Signing.objects.bulk_create(
        Signing(workshop=doing.workshop, contribution=each.id, state="signed-off", of=each.of, by=doing.by)
        for each in going.unread
    )


def _content(doing: Doing, going: GoingOut) -> dict[str, Any]:
    """What is kept of it. `said`, `trail`, `numbers` and `of_one` are for later releases and not published."""
    workshop, promised = doing.workshop, going.labelled.promised
    strand, put = strand_of(workshop), sorted(coded.put_to_groups(workshop))
    findings = [each.finding for each in going.statements]
    of_one = resting_on_one(findings, going.said, apart_before(workshop))
    spoken, unpublished = spoken_of(going.codings, going.said.values(), going.labelled.labelling)
    content = {
        "published": [*going.texts],
        "said": [*going.texts.values()],
        "strand": strand,
        "findings": [as_edition_finding(each, strand, rests_with=of_one.get(each.id, "")) for each in findings],
        "of_one": [*of_one],
        "numbers": [each.id for each in findings],
        "bears_on": {each.id: each.bears_on for each in findings},
        "trail": {each.id: each.contributions for each in findings},
        "proposals": [msgspec.structs.replace(each, by="") for each in going.proposals],
        "put": sorted({*put, *_actions_of(doing, put)}),
        # What a release has said was spoken of, later ones say too, whoever has left since.
        "spoken": sorted({*spoken, *said_before(workshop, "spoken")}),
        "unpublished": sorted({*unpublished, *said_before(workshop, "unpublished")}),
        "anonymity": anonymity(going.labelled.labelling, promised),
        "lowered": lowered(promised),
        "table": [[row.value, row.count] for row in going.labelled.rows],
    }
    made: dict[str, Any] = msgspec.to_builtins(content)
    return made


def _actions_of(doing: Doing, refs: Collection[str]) -> set[str]:
    """The actions that findings are on."""
    edition = edition_of(doing.workshop.edition)
    return {each.action for each in edition.findings if each.id in refs and each.action} if edition else set()
