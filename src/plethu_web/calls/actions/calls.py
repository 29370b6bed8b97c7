"""What the team can do with a call."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.models import Call, Referrer
from plethu_web.calls.queries.calls import state_of
from plethu_web.reviews.queries.reviews import Access

_LETTERS = "abcdefghjkmnpqrstuvwxyz"  # none that is read as another: a key is typed from a poster
_DIGITS = "23456789"
MOST_REFERRERS = 500


class NotNow(Exception):
    """The state it is in does not allow that; perhaps somebody else was quicker."""


class AlreadyThere(Exception):
    """This body has a link for this call."""


@dataclass(frozen=True, slots=True)
class CallWords:
    """All that a form says of a call."""

    title: str
    introduction: str
    contact: str
    opens: date
    closes: date
    keep_months: int
    contact_months: int
    asks: list[str]
    licences: list[str]
    title_cy: str = ""
    introduction_cy: str = ""
    wanted: str = ""
    wanted_cy: str = ""


@transaction.atomic
def make_call(*, by: User, access: Access, words: CallWords) -> Call:
    """Make a call. It opens by itself on its first day."""
    call = Call.objects.create(review=access.review, key=_free_key(), by=by, **asdict(words))
    note("call-made", by=by.pseudonym, review=access.review.pk, thing=f"call:{call.pk}")
    return call


@transaction.atomic
def change_call(*, by: User, access: Access, call: Call, words: CallWords) -> None:
    """Change what a call says. Its address and what came through it stay."""
    row = Call.objects.select_for_update().get(pk=call.pk)
    for name, value in asdict(words).items():
        setattr(row, name, value)
    row.save()
    note("call-changed", by=by.pseudonym, review=access.review.pk, thing=f"call:{call.pk}")


@transaction.atomic
def move_call(*, by: User, access: Access, call: Call, move: str) -> None:
    """`close` a call before its last day, or `open` it again. Raises `NotNow` for what its state does not allow."""
    row = Call.objects.select_for_update().get(pk=call.pk)
    if move not in state_of(row).moves:
        raise NotNow
    row.stopped = timezone.localdate() if move == "close" else None
    row.save(update_fields=["stopped"])
    kind = "call-closed" if move == "close" else "call-opened"
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"call:{call.pk}")


@transaction.atomic
def add_referrer(*, by: User, access: Access, call: Call, name: str) -> Referrer:
    """Make a link for a body that passes the call on. Raises `AlreadyThere`."""
    if call.referrers.filter(name__iexact=name).exists() or call.referrers.count() >= MOST_REFERRERS:
        raise AlreadyThere
    try:
        with transaction.atomic():
            made = Referrer.objects.create(call=call, name=name, code=_word(5), by=by)
    except IntegrityError as error:
        raise AlreadyThere from error
    note("referrer-made", by=by.pseudonym, review=access.review.pk, thing=f"referrer:{made.pk}")
    return made


def _free_key() -> str:
    while Call.objects.filter(key=(key := _word(6))).exists():
        pass
    return key


def _word(length: int) -> str:
    """A few letters with a digit in it, so that it never is a word."""
    letters = [secrets.choice(_LETTERS) for _ in range(length - 1)]
    letters.insert(1 + secrets.randbelow(length - 2), secrets.choice(_DIGITS))
    return "".join(letters)
