"""Editions with made-up findings in them say so in title, version, notice and provenance; so do all made from them."""

from __future__ import annotations

from msgspec.structs import replace

from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.canonical import content_hash
from plethu.framework.edition import Edition

SUFFIX = "made-up"


def is_made_up(edition: Edition) -> bool:
    """Whether an edition says that it has made-up findings in it."""
    return edition.version.endswith(SUFFIX)


def mark_made_up(edition: Edition, mark: Text, notice: Text, provenance: Text = NO_TEXT) -> Edition:
    """The edition as one that has made-up findings in it. `mark` stands before its title, `notice` before its own."""
    if is_made_up(edition):
        return edition
    made = replace(
        edition,
        title=_before(mark, edition.title),
        version=f"{edition.version}-{SUFFIX}",
        notice=_before(notice, edition.notice),
        provenance=edition.provenance if provenance.is_empty else (provenance, *edition.provenance),
    )
    return replace(made, hash=content_hash(made))


def _before(words: Text, own: Text) -> Text:
    """Words before others in each language, once."""
    if own.en.startswith(words.en):
        return own
    return Text(f"{words.en} {own.en}".strip(), f"{words.cy} {own.cy}".strip(), own.cy_status)
