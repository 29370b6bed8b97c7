"""What can be done with the protocol of a review. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import msgspec
from django.db import transaction

from plethu.evidence.protocol import Definition, Entry, Protocol
from plethu.evidence.protocol_editing import (
    Way,
    entry_at,
    with_definitions,
    with_entry,
    with_fields,
    without_entry,
)
from plethu.evidence.text import Text
from plethu.framework.protocol_file import MOST_ENTRIES
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Decision, DecisionStatus, ProtocolDraft, ProtocolVersion, Review
from plethu_web.reviews.queries.protocol import draft_before, draft_in, protocol_in
from plethu_web.reviews.queries.reviews import Access


class Gone(Exception):
    """What was to be changed is there no longer."""


class ChangedSince(Exception):
    """Somebody else changed the same thing since it was opened. `now` is how it stands."""

    def __init__(self, now: Protocol | Entry) -> None:
        super().__init__()
        self.now = now


class TooMany(Exception):
    """There are as many entries as one place can have."""


class NothingNew(Exception):
    """There is nothing to publish: the draft says what the newest version says."""


@transaction.atomic
def set_fields(*, by: User, access: Access, way: Way, fields: dict[str, Any], based_on: int) -> None:
    """Write fields of an entry, or of the protocol itself. `based_on`: the number of the draft that was opened.

    Changes of others to other fields are kept. Raises `ChangedSince` where the same fields are no longer as they were
    opened, `Gone` where the entry is gone.
    """
    review = _locked(access)
    now = draft_in(review)
    before = draft_before(review, based_on)
    try:
        entry = entry_at(now.protocol, way)
        opened = entry_at(before, way) if before is not None else entry
    except KeyError as error:
        raise Gone from error
    wanted = {name for name, value in fields.items() if getattr(entry, name) != value}
    if any(getattr(entry, name) != getattr(opened, name) for name in wanted):
        raise ChangedSince(entry)
    if wanted:
        _write(by, review, with_fields(now.protocol, way, **fields), way, "changed")


@transaction.atomic
def add_entry(*, by: User, access: Access, way: Way, kind: str, make: Callable[[Collection[str]], Entry]) -> Entry:
    """Add an entry. `make` gets the ids that are taken. Raises `Gone` and `TooMany`."""
    review = _locked(access)
    now = draft_in(review)
    try:
        taken = [entry.id for entry in getattr(entry_at(now.protocol, way), kind)]
        if len(taken) >= MOST_ENTRIES:
            raise TooMany
        entry = make(taken)
        _write(by, review, with_entry(now.protocol, way, kind, entry), (*way, (kind, entry.id)), "added")
    except KeyError as error:
        raise Gone from error
    return entry


@transaction.atomic
def remove_entry(*, by: User, access: Access, way: Way) -> None:
    """Take an entry out. It stays in the earlier states of the draft. Raises `Gone`."""
    review = _locked(access)
    try:
        _write(by, review, without_entry(draft_in(review).protocol, way), way, "removed")
    except KeyError as error:
        raise Gone from error


@transaction.atomic
def set_definitions(*, by: User, access: Access, definitions: list[Definition]) -> None:
    """Say which words of the glossary the protocol takes in."""
    review = _locked(access)
    _write(by, review, with_definitions(draft_in(review).protocol, definitions), (("definitions", ""),), "changed")


@transaction.atomic
def replace_draft(*, by: User, access: Access, protocol: Protocol, source: str) -> None:
    """Put another protocol in place of the draft, from a file, an example or an earlier state (`source` says which)."""
    review = _locked(access)
    _write(by, review, protocol, (), source)


@transaction.atomic
def publish(*, by: User, access: Access, reason: Text, decisions: Collection[int]) -> ProtocolVersion:
    """Publish the draft as the next version, for a reason, and perhaps because of decisions, which it carries out.

    Raises `NothingNew` where it is what the newest version says already.
    """
    review = _locked(access)
    draft = draft_in(review)
    newest = ProtocolVersion.objects.filter(review=review).first()
    if draft.number == 0 or (newest and protocol_in(newest) == draft.protocol):
        raise NothingNew
    version = ProtocolVersion.objects.create(
        review=review,
        number=newest.number + 1 if newest else 1,
        content=_encoded(draft.protocol),
        reason=reason.en,
        reason_cy=reason.cy,
        by=by,
    )
    followed = Decision.objects.filter(review=review, pk__in=decisions, version=None)
    followed.update(version=version, status=DecisionStatus.DONE)
    note("protocol-published", by=by.pseudonym, review=review.pk, thing=f"version:{version.number}")
    return version


@transaction.atomic
def set_public(*, by: User, access: Access, public: bool) -> None:
    """Let everybody read the published protocol, or only the team."""
    Review.objects.filter(pk=access.review.pk).update(protocol_public=public)
    note("protocol-public" if public else "protocol-team-only", by=by.pseudonym, review=access.review.pk)


def _locked(access: Access) -> Review:
    return Review.objects.select_for_update().get(pk=access.review.pk)


def _write(by: User, review: Review, protocol: Protocol, way: Way, what: str) -> None:
    number = draft_in(review).number + 1
    ProtocolDraft.objects.create(review=review, number=number, content=_encoded(protocol), by=by)
    where = "/".join(filter(None, (part for pair in way for part in pair)))
    note("protocol-changed", by=by.pseudonym, review=review.pk, thing=f"draft:{number}", where=where[:200], what=what)


def _encoded(protocol: Protocol) -> str:
    return msgspec.json.encode(protocol).decode()
