"""The check of a release, and what an edition changes, as rows for templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plethu.wording import say
from plethu.workshop.releases import Breach
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import WorkshopRelease
from plethu_web.workshops.release_files import what_changes


def breaches(found: Iterable[Breach]) -> list[str]:
    """What would be given away, in sentences."""
    said = []
    for each in found:
        values = {"size": each.size, "least": each.least, "inside": "; ".join(each.inside)}
        words = [say(f"workshop.breach.{each.ring}", reading(), **values)]
        if each.outside:
            words.append(say("workshop.breach.outside", reading(), outside="; ".join(each.outside)))
        said.append(" ".join(words))
    return said


def changes(row: WorkshopRelease) -> dict[str, Any]:
    """What comes with the next edition, by kind, and whose advice differs."""
    diff, advice = what_changes(row)
    kinds: dict[str, list[str]] = {}
    for kind, id in diff.added:
        kinds.setdefault(kind, []).append(id)
    return {
        "old": diff.old,
        "new": diff.new,
        "added": list(kinds.items()),
        "changed": [(each.kind, each.id) for each in diff.changed],
        "advice": [(each.name, len(each.differences)) for each in advice if each.differences],
        "situations": len(advice),
    }
