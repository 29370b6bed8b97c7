"""What can be done with what somebody keeps. There are no accounts here: whoever has the key acts by it."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import write_situation
from plethu_web.frameworks.models import SavedSituation
from plethu_web.frameworks.queries import hash_of, live_drafts, live_saved, situation_in

DRAFT_KEPT = timedelta(days=1)
SAVED_KEPT = timedelta(days=180)
MOST_BYTES = 64 * 1024  # of a situation as a file; all questions answered at length fill a fraction
KEPT = {SavedSituation.Kind.DRAFT: DRAFT_KEPT, SavedSituation.Kind.SAVED: SAVED_KEPT}


class NothingThere(Exception):
    """There is nothing under this key: it never was, has expired or was deleted."""


class ChangedSince(Exception):
    """What was saved has been changed by somebody else since it was opened."""


class TooMuch(RequestDataTooBig):
    """The answers are longer than anything the questions ask for."""


@transaction.atomic
def change_answers(*, token: str, edition: Edition, change: Callable[[Situation], Situation]) -> str:
    """Change the answers of the draft under a key, or start a draft where there is none. Gives the draft's key."""
    row = live_drafts().select_for_update().filter(token_hash=hash_of(token)).first() if token else None
    before = (situation_in(row, edition) if row else None) or Situation(edition=edition.id)
    after = change(before)
    if row is None:
        return _make_draft(after)
    _write(row, after)
    return token


@transaction.atomic
def replace_answers(*, token: str, situation: Situation) -> str:
    """Begin anew with a whole situation, from a file or an example. Gives the draft's key."""
    _forget(token)
    return _make_draft(situation)


@transaction.atomic
def forget_answers(*, token: str) -> None:
    """Delete the draft under a key. What was saved stays."""
    _forget(token)


@transaction.atomic
def save_situation(*, draft_token: str, name: str, edition: Edition) -> str:
    """Keep the draft's answers under a private key of their own, which is given back and stored nowhere.

    The same answers sent again under the same name, as by a double click, give the same key.
    """
    draft = _draft(draft_token)
    situation = replace(situation_in(draft, edition) or Situation(edition=edition.id), name=name)
    now = timezone.now()
    if (before := draft.origin) and before.expires > now and before.situation == write_situation(situation):
        token = _key_of_saved(draft_token, before.created)
        if hash_of(token) == before.token_hash:
            return token
    token = _key_of_saved(draft_token, now)
    purge_expired()
    draft.origin = SavedSituation(token_hash=hash_of(token), kind=SavedSituation.Kind.SAVED, created=now)
    _write(draft.origin, situation)
    draft.origin_seen = draft.origin.changed
    draft.save(update_fields=["origin", "origin_seen"])
    _write(draft, situation)
    return token


@transaction.atomic
def update_saved(*, draft_token: str, edition: Edition, anyway: bool = False) -> None:
    """Put the draft's answers into the saved situation it was opened from, which is then kept anew.

    Raises ChangedSince where that was changed since, unless it is to be done anyway.
    """
    draft = _draft(draft_token)
    situation = situation_in(draft, edition)
    row = live_saved().select_for_update().filter(drafts=draft).first()
    if row is None or situation is None:
        raise NothingThere
    if row.changed != draft.origin_seen and not anyway:
        raise ChangedSince
    _write(row, situation)
    draft.origin_seen = row.changed
    draft.save(update_fields=["origin_seen"])


@transaction.atomic
def open_saved(*, token: str, draft_token: str, edition: Edition, as_new: bool) -> str:
    """Take a saved situation up as the draft: to change it, or as the start of a new one. Gives the draft's key."""
    row = live_saved().select_for_update().filter(token_hash=hash_of(token)).first()
    situation = situation_in(row, edition) if row else None
    if row is None or situation is None:
        raise NothingThere
    _forget(draft_token)
    if as_new:
        return _make_draft(replace(situation, name=""))
    return _make_draft(situation, origin=row)


@transaction.atomic
def delete_saved(*, token: str) -> None:
    """Delete a saved situation. Drafts that were opened from it stay, and say that it is gone."""
    row = live_saved().select_for_update().filter(token_hash=hash_of(token)).first()
    if row is None:
        raise NothingThere
    row.delete()


@transaction.atomic
def purge_expired() -> int:
    """Delete all that has expired; how many there were."""
    deleted, _ = SavedSituation.objects.filter(expires__lte=timezone.now()).delete()
    return deleted


def _make_draft(situation: Situation, origin: SavedSituation | None = None) -> str:
    purge_expired()
    token = secrets.token_urlsafe(32)
    row = SavedSituation(token_hash=hash_of(token), kind=SavedSituation.Kind.DRAFT, created=timezone.now())
    row.origin, row.origin_seen = origin, origin.changed if origin else None
    _write(row, situation)
    return token


def _key_of_saved(draft_token: str, created: datetime) -> str:
    """As hard to guess as the draft's key; from that and the time, this site alone can say it again."""
    made = salted_hmac("plethu saved situation", f"{draft_token} {created.isoformat()}", algorithm="sha256")
    return urlsafe_b64encode(made.digest()).decode().rstrip("=")


def _write(row: SavedSituation, situation: Situation) -> None:
    row.situation = write_situation(situation)
    if len(row.situation.encode()) > MOST_BYTES:
        raise TooMuch
    row.name = situation.name[:120]
    row.changed = timezone.now()
    row.expires = row.changed + KEPT[SavedSituation.Kind(row.kind)]
    row.save(update_fields=["situation", "name", "changed", "expires"] if row.pk else None)


def _draft(token: str) -> SavedSituation:
    row = live_drafts().select_for_update().filter(token_hash=hash_of(token)).first() if token else None
    if row is None:
        raise NothingThere
    return row


def _forget(token: str) -> None:
    if token:
        live_drafts().filter(token_hash=hash_of(token)).delete()
