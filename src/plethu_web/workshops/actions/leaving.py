"""When somebody withdraws: their words leave every release that this site still gives out, and what was made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from plethu.evidence.text import Text
from plethu.workshop.leaving import still_resting
from plethu_web.reviews.models import Review
from plethu_web.workshops import release_files
from plethu_web.workshops.actions.editions import leave_editions
from plethu_web.workshops.models import Participant, WorkshopRelease


def leave_releases(person: Participant) -> None:
    """Take what they said out of what was released, with the statements that rest on nothing else.

    Files are made of what a release keeps each time somebody takes one away, so they are without it from now on. Who
    took one away before still has it; how groups were counted stays in the ledger. Editions that the review keeps are
    without these statements too.
    """
    gone = {f"card-{pk}" for pk in person.cards.values_list("pk", flat=True)}
    review = Review.objects.select_for_update().get(pk=person.workshop.review_id)
    rows = list(WorkshopRelease.objects.select_for_update().filter(workshop=person.workshop_id))
    before = _statements(rows)
    for row in rows:
        row.content = without(row.content, gone)
        row.save(update_fields=["content"])
    if left := before - _statements(rows):
        leave_editions(review.pk, left)


def _statements(rows: Iterable[WorkshopRelease]) -> set[tuple[str, Text]]:
    return {(each.id, each.statement) for row in rows for each in release_files.findings_in(row)}


def without(content: dict[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """What a release keeps, without some contributions. Numbers of findings stay taken."""
    said = content.get("said", [[] for _each in content["published"]])
    texts = [
        (row, [id for id in ids if id not in gone], ids) for row, ids in zip(content["published"], said, strict=True)
    ]
    texts_left = [(row, left) for row, left, before in texts if left or not before]
    trail = still_resting(content["trail"], gone)
    findings = [each for each in content["findings"] if each["id"] in trail or not content["trail"].get(each["id"])]
    ids, actions = {each["id"] for each in findings}, {each.get("action", "") for each in findings}
    return {
        **content,
        "published": [row for row, _left in texts_left],
        "said": [left for _row, left in texts_left],
        "findings": findings,
        "numbers": sorted({*content.get("numbers", ()), *(each["id"] for each in content["findings"])}),
        "trail": {id: list(left) for id, left in trail.items()},
        "bears_on": {id: on for id, on in content.get("bears_on", {}).items() if id in ids},
        "proposals": [each for each in content["proposals"] if each["id"] in actions],
        "taken_out": content.get("taken_out", False) or len(texts_left) < len(texts) or findings != content["findings"],
    }
