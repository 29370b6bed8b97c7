"""What went out of a workshop before, as later releases have to take it into account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from plethu.evidence.text import Language
from plethu.workshop.labels import Label
from plethu.workshop.publishing import Published
from plethu_web.workshops.models import Workshop


def _contents(workshop: Workshop) -> Iterator[dict[str, Any]]:
    yield from workshop.releases.order_by("number").values_list("content", flat=True)


def published_before(workshop: Workshop) -> dict[str, tuple[Label, Language]]:
    """With what label and in which language each text went out last, by the id of the contribution."""
    found: dict[str, tuple[Label, Language]] = {}
    for content in _contents(workshop):
        rows = msgspec.convert(tuple(content["published"]), tuple[Published, ...])
        for row, ids in zip(rows, content.get("said", ()), strict=False):
            found.update(dict.fromkeys(ids, (row.label, row.language)))
    return found


def voices_before(workshop: Workshop) -> dict[str, tuple[str, ...]]:
    """The voices that findings were published with, by their ids."""
    found: dict[str, set[str]] = {}
    for content in _contents(workshop):
        for finding in content.get("findings", ()):
            found.setdefault(finding["id"], set()).update(finding.get("voices", ()))
    return {id: tuple(sorted(voices)) for id, voices in found.items()}


def apart_before(workshop: Workshop) -> set[str]:
    """The findings that went out last as resting on more than what one person said."""
    found: set[str] = set()
    for content in _contents(workshop):
        found = (found | {finding["id"] for finding in content["findings"]}) - {*content.get("of_one", ())}
    return found


def rested_before(workshop: Workshop) -> set[str]:
    """The contributions that published findings rested on."""
    return {id for content in _contents(workshop) for ids in content.get("trail", {}).values() for id in ids}


def said_before(workshop: Workshop, what: str) -> set[str]:
    """What a release said was `spoken` of, or was so in words that are `unpublished`."""
    return {id for content in _contents(workshop) for id in content.get(what, ())}
