"""Codes that people type and keys that only they have: letters and digits that are not read as others."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator

from django.conf import settings

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_CAPITALS = "ABCDEFGHJKLMNPRSTUVWXYZ"
KEY_SIGNS = 10  # of a workshop: 49 bits, and whoever has it can only register
TOKEN_SIGNS = 20  # of a person: 99 bits
MANY_CODES = 6000  # of 11,776 with three digits


def new_key() -> str:
    """A code by which a workshop is found."""
    return _word(KEY_SIGNS)


def new_token() -> str:
    """A key for one person."""
    return _word(TOKEN_SIGNS)


def new_action() -> str:
    """The id of an action that a workshop proposes: 49 bits, so that no two are the same on any site."""
    return f"workshop-action-{_word(KEY_SIGNS)}"


def token_for(once: str) -> str:
    """The key that a form leads to, always the same for the same mark of sending, and no other can work it out."""
    number = int.from_bytes(hmac.new(settings.SECRET_KEY.encode(), once.encode(), hashlib.sha256).digest())
    signs = []
    for _ in range(TOKEN_SIGNS):
        number, rest = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[rest])
    return "".join(signs)


def screen_codes(taken: set[str]) -> Iterator[str]:
    """What stands for people on screens, one after the other: none that is `taken`, in no order that tells anything.

    A letter and three digits; five where so many are taken that free ones would be hard to find.
    """
    taken = set(taken)
    while True:
        digits = 3 if len(taken) < MANY_CODES else 5
        code = secrets.choice(_CAPITALS) + "".join(secrets.choice("23456789") for _ in range(digits))
        if code not in taken:
            taken.add(code)
            yield code


def in_fours(token: str) -> str:
    """A key as it is read out or written down."""
    return "-".join(token[i : i + 4] for i in range(0, len(token), 4))


def _word(length: int) -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(length))
