"""What can be asked about what somebody keeps. Whoever has the key may see it: the key is the permission."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from plethu.evidence.problems import BadInput
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import read_situation
from plethu_web.frameworks.models import SavedSituation


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept under a key. `situation` is None where the edition cannot read its `file` any more."""

    name: str
    situation: Situation | None
    file: str
    created: datetime
    changed: datetime
    expires: datetime
    origin: Kept | None = None
    origin_seen: datetime | None = None

    @property
    def is_unsaved(self) -> bool:
        """Whether anything in these answers is nowhere but here."""
        return self.origin is None or self.origin.file != self.file

    @property
    def is_origin_gone(self) -> bool:
        """Whether it was opened from something that has been deleted or has expired."""
        return self.origin is None and self.origin_seen is not None

    @property
    def is_origin_changed(self) -> bool:
        """Whether somebody changed what it was opened from since."""
        return self.origin is not None and self.origin.changed != self.origin_seen


def hash_of(token: str) -> str:
    """What is stored in place of a key."""
    return hashlib.sha256(token.encode()).hexdigest()


def live() -> QuerySet[SavedSituation]:
    """All that has not expired."""
    return SavedSituation.objects.filter(expires__gt=timezone.now())


def live_drafts() -> QuerySet[SavedSituation]:
    """Drafts that have not expired."""
    return live().filter(kind=SavedSituation.Kind.DRAFT)


def live_saved() -> QuerySet[SavedSituation]:
    """Saved situations that have not expired."""
    return live().filter(kind=SavedSituation.Kind.SAVED)


def draft(*, token: str, edition: Edition) -> Kept | None:
    """The draft under a key, with what it was opened from."""
    row = live_drafts().select_related("origin").filter(token_hash=hash_of(token)).first() if token else None
    return _kept(row, edition) if row else None


def saved(*, token: str, edition: Edition) -> Kept | None:
    """The saved situation under a key."""
    row = live_saved().filter(token_hash=hash_of(token)).first()
    return _kept(row, edition) if row else None


def _kept(row: SavedSituation, edition: Edition) -> Kept:
    origin = row.origin if row.origin and row.origin.expires > timezone.now() else None
    return Kept(
        name=row.name,
        situation=situation_in(row, edition),
        file=row.situation,
        created=row.created,
        changed=row.changed,
        expires=row.expires,
        origin=_kept(origin, edition) if origin else None,
        origin_seen=row.origin_seen,
    )


def situation_in(row: SavedSituation, edition: Edition) -> Situation | None:
    """The situation a row holds; None where a newer edition has other questions and cannot read it."""
    try:
        return read_situation(row.situation.encode(), "situation.toml", edition)
    except BadInput:
        return None
