"""What can be done with what somebody keeps. There are no accounts here: whoever has the key acts by it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import write_situation
from plethu_web.frameworks.models import SavedSituation
from plethu_web.frameworks.queries import hash_of, live_drafts, live_saved, situation_in

DRAFT_KEPT = timedelta(days=1)
SAVED_KEPT = timedelta(days=180)
KEPT = {SavedSituation.Kind.DRAFT: DRAFT_KEPT, SavedSituation.Kind.SAVED: SAVED_KEPT}


class NothingThere(Exception):
    """There is nothing under this key: it never was, has expired or was deleted."""


@transaction.atomic
def change_answers(*, token: str, edition: Edition, change: Callable[[Situation], Situation]) -> str:
    """Change the answers of the draft under a key, or start a draft where there is none. Gives the draft's key."""
    row = live_drafts().select_for_update().filter(token_hash=hash_of(token)).first() if token else None
    before = (situation_in(row, edition) if row else None) or Situation(edition=edition.id)
    after = change(before)
    if row is None:
        return _make(SavedSituation.Kind.DRAFT, after)
    _write(row, after)
    return token


@transaction.atomic
def replace_answers(*, token: str, situation: Situation) -> str:
    """Begin anew with a whole situation, from a file or an example. Gives the draft's key."""
    _forget(token)
    return _make(SavedSituation.Kind.DRAFT, situation)


@transaction.atomic
def forget_answers(*, token: str) -> None:
    """Delete the draft under a key. What was saved stays."""
    _forget(token)


@transaction.atomic
def save_situation(*, draft_token: str, name: str, edition: Edition) -> str:
    """Keep the draft's answers under a private key of their own, which is given back and stored nowhere."""
    draft = _draft(draft_token)
    situation = replace(situation_in(draft, edition) or Situation(edition=edition.id), name=name)
    token = _make(SavedSituation.Kind.SAVED, situation)
    draft.origin = SavedSituation.objects.get(token_hash=hash_of(token))
    _write(draft, situation)
    return token


@transaction.atomic
def update_saved(*, draft_token: str, edition: Edition) -> None:
    """Put the draft's answers into the saved situation it was opened from, which is then kept anew."""
    draft = _draft(draft_token)
    situation = situation_in(draft, edition)
    row = live_saved().select_for_update().filter(drafts=draft).first()
    if row is None or situation is None:
        raise NothingThere
    _write(row, situation)


@transaction.atomic
def open_saved(*, token: str, draft_token: str, edition: Edition, as_new: bool) -> str:
    """Take a saved situation up as the draft: to change it, or as the start of a new one. Gives the draft's key."""
    row = live_saved().filter(token_hash=hash_of(token)).first()
    situation = situation_in(row, edition) if row else None
    if row is None or situation is None:
        raise NothingThere
    _forget(draft_token)
    if as_new:
        return _make(SavedSituation.Kind.DRAFT, replace(situation, name=""))
    return _make(SavedSituation.Kind.DRAFT, situation, origin=row)


@transaction.atomic
def delete_saved(*, token: str) -> None:
    """Delete a saved situation, and the drafts that were opened from it."""
    row = live_saved().filter(token_hash=hash_of(token)).first()
    if row is None:
        raise NothingThere
    row.drafts.all().delete()
    row.delete()


@transaction.atomic
def purge_expired() -> int:
    """Delete all that has expired; how many there were."""
    deleted, _ = SavedSituation.objects.filter(expires__lte=timezone.now()).delete()
    return deleted


def _make(kind: SavedSituation.Kind, situation: Situation, origin: SavedSituation | None = None) -> str:
    purge_expired()
    token = secrets.token_urlsafe(32)
    row = SavedSituation(token_hash=hash_of(token), kind=kind, origin=origin, created=timezone.now())
    _write(row, situation)
    return token


def _write(row: SavedSituation, situation: Situation) -> None:
    row.situation = write_situation(situation)
    row.name = situation.name[:120]
    row.changed = timezone.now()
    row.expires = row.changed + KEPT[SavedSituation.Kind(row.kind)]
    row.save()


def _draft(token: str) -> SavedSituation:
    row = live_drafts().select_for_update().filter(token_hash=hash_of(token)).first() if token else None
    if row is None:
        raise NothingThere
    return row


def _forget(token: str) -> None:
    if token:
        live_drafts().filter(token_hash=hash_of(token)).delete()
