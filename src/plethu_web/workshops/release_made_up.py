"""The mark on everything that leaves a made-up workshop: every text, the JSON, the next edition, names of files."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from plethu.evidence.findings import Finding
from plethu.evidence.text import NO_TEXT, Language, Text
from plethu.framework.edition import Edition
from plethu.framework.made_up import SUFFIX, is_made_up, mark_made_up
from plethu.reporting.workshop_made_up import both, with_mark
from plethu.wording import say
from plethu.workshop.proposals import Proposal
from plethu.workshop.publishing import Published
from plethu_web.workshops.models import WorkshopRelease
from plethu_web.workshops.queries import made_up as queries

LANGUAGES: tuple[Language, Language] = ("en", "cy")


def is_marked(row: WorkshopRelease) -> bool:
    """Whether it is the release of a made-up workshop."""
    return queries.is_made_up(row.workshop)


def published(row: WorkshopRelease, found: tuple[Published, ...]) -> tuple[Published, ...]:
    """Contributions, each marked in its language, also those that somebody added by hand."""
    if not is_marked(row):
        return found
    return tuple(replace(each, text=with_mark(each.text, each.language)) for each in found)


def findings(row: WorkshopRelease, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Statements, likewise."""
    return tuple(replace(each, statement=_both(each.statement)) for each in found) if is_marked(row) else found


def proposals(row: WorkshopRelease, found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Additional actions, likewise."""
    found = tuple(found)
    if not is_marked(row):
        return found
    return tuple(replace(each, name=_both(each.name), summary=_both(each.summary)) for each in found)


def name(row: WorkshopRelease) -> Text:
    """What the strand of its findings is called."""
    return _both(row.workshop.name) if is_marked(row) else row.workshop.name


def invited(row: WorkshopRelease, usual: Text) -> Text:
    """How people came to be there."""
    return both("invited") if is_marked(row) else usual


def edition(row: WorkshopRelease, before: Edition, made: Edition) -> Edition:
    """The next edition: marked if the workshop is made up, or if the edition it was held on was."""
    if not (is_marked(row) or is_made_up(before)):
        return made
    return mark_made_up(made, both("mark"), both("notice"), _provenance(name(row)) if is_marked(row) else NO_TEXT)


def json(row: WorkshopRelease, made: bytes) -> bytes:
    """A JSON file that says whether it is made up before it says anything else."""
    if not is_marked(row):
        return made
    held = {"made_up": True, "notice": both("purpose"), **msgspec.json.decode(made)}
    return msgspec.json.format(msgspec.json.encode(held), indent=2) + b"\n"


def prefix(row: WorkshopRelease) -> str:
    """What the names of files begin with."""
    return f"{SUFFIX}-" if is_marked(row) else ""


def _provenance(strand: Text) -> Text:
    en, cy = (say("workshop.made-up.provenance", n, strand=strand.text(n)) for n in LANGUAGES)
    return Text(en, cy, "draft")


def _both(text: Text) -> Text:
    return replace(text, en=with_mark(text.en, "en"), cy=with_mark(text.cy, "cy"))
