"""The audit trail. What is done is noted here in the same transaction; nothing is ever changed or taken away.

Each app declares the kinds of its events with a name for people; an undeclared kind is refused, so that no page has to
show a code.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.models import Event

KINDS: dict[str, Promise] = {
    "administrator-made": _("Made an administrator"),
    "administrator-unmade": _("Took away the right to administer the site"),
    "account-made": _("Made an account"),
    "link-made": _("Link to set a password made"),
    "details-changed": _("Changed a name or a language"),
    "data-taken-away": _("Took away what is kept about a person"),
    "person-erased": _("Erased a person"),
}


def declare(kinds: Mapping[str, Promise]) -> None:
    """Add kinds of events, each with its name. Called once by each app when it is ready."""
    KINDS.update(kinds)


def note(
    kind: str,
    *,
    by: uuid.UUID | None,
    about: uuid.UUID | None = None,
    review: uuid.UUID | None = None,
    thing: object = "",
    **details: Any,
) -> Event:
    """Note that something was done. `by`, `about`: pseudonyms; `thing`: kind and id of what it was done to.

    Has to be called inside the transaction that does it: RuntimeError otherwise, KeyError for an undeclared kind.
    `details` are plain values without names, addresses or texts that people wrote.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is noted in the transaction of what it tells of")
    if kind not in KINDS:
        raise KeyError(kind)
    return Event.objects.create(kind=kind, by=by, about=about, review=review, thing=str(thing), details=details)
