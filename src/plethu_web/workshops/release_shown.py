"""The check of a release, and what an edition changes, as rows for templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.framework.edition import Edition
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import WorkshopRelease
from plethu_web.workshops.release_files import edition_after, what_changes

# What a release can bring to an edition: one of them, several, and where an entry has its name.
KINDS: dict[str, tuple[Promise, str]] = {
    "strands": (_("Strands"), "name"),
    "findings": (_("Findings"), "statement"),
    "actions": (_("Actions"), "name"),
    "voices": (_("Voices"), "name"),
}


def changes(row: WorkshopRelease) -> dict[str, Any]:
    """What comes with the next edition, by kind and name, and whose advice differs."""
    after = edition_after(row)
    diff, advice = what_changes(row, reading())
    changed = [(each.kind, each.id) for each in diff.changed]
    return {
        "old": diff.old,
        "new": diff.new,
        "added": _by_kind(diff.added, after),
        "changed": _by_kind(changed, after),
        "advice": [(each.name, len(each.differences)) for each in advice if each.differences],
        "situations": len(advice),
    }


def _by_kind(entries: Iterable[tuple[str, str]], edition: Edition) -> list[tuple[Promise, list[dict[str, Any]]]]:
    """Entries by kind in words; each with its number where it is known by one, and its name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, id in entries:
        if kind in KINDS:
            item = next(each for each in getattr(edition, kind) if each.id == id)
            found.setdefault(kind, []).append(
                {"number": id if kind == "findings" else "", "name": getattr(item, KINDS[kind][1])}
            )
    return [(KINDS[kind][0], items) for kind, items in found.items()]
