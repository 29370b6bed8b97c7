"""Editions with made-up findings in them say so in version, notice and provenance; so do all made from them."""

from __future__ import annotations

from msgspec.structs import replace

from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.edition import Edition
from plethu.framework.reading import content_hash

SUFFIX = "made-up"


def is_made_up(edition: Edition) -> bool:
    """Whether an edition says that it has made-up findings in it."""
    return edition.version.endswith(SUFFIX)


def mark_made_up(edition: Edition, notice: Text, provenance: Text = NO_TEXT) -> Edition:
    """The edition as one that has made-up findings in it. `notice` stands before its own, once."""
    if is_made_up(edition):
        return edition
    own = edition.notice
    notices = Text(f"{notice.en} {own.en}".strip(), f"{notice.cy} {own.cy}".strip(), own.cy_status)
    made = replace(
        edition,
        version=f"{edition.version}-{SUFFIX}",
        notice=own if own.en.startswith(notice.en) else notices,
        provenance=edition.provenance if provenance.is_empty else (provenance, *edition.provenance),
    )
    return replace(made, hash=content_hash(made))
