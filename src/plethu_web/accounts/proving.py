"""Proof that it is still the same person at the keyboard: their password, or a code sent to their address."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.internal.ratelimit import consume
from django.forms import ValidationError
from django.http import HttpRequest

from plethu_web.accounts.models import User

_CODE = "plethu_code_to_erase"
_KEPT_FOR = 15 * 60
_TRIES = 3


def send_code(request: HttpRequest, user: User) -> bool:
    """Send a code to the person's address. False where too many were asked for."""
    if not consume(request, app="allauth.account", action="request_login_code", key=user.email):
        return False
    adapter = get_adapter(request)
    code = adapter.generate_login_code()
    request.session[_CODE] = {"code": code, "until": time.time() + _KEPT_FOR, "tries": 0}
    adapter.send_mail("accounts/email/erase_code", str(user.email), {"code": code})
    return True


def is_code_sent(request: HttpRequest) -> bool:
    """Whether a code is on its way that still works."""
    return bool(request.session.get(_CODE, {}).get("until", 0) > time.time())


def is_proved(request: HttpRequest, user: User, typed: str) -> bool:
    """Whether `typed` is the code or the password. After three wrong ones a code no longer works."""
    if is_code_sent(request):
        sent = request.session.pop(_CODE)
        if compare_user_code(actual=typed, expected=sent["code"]):
            return True
        if sent["tries"] + 1 < _TRIES:
            request.session[_CODE] = {**sent, "tries": sent["tries"] + 1}
    try:
        return user.has_usable_password() and get_adapter(request).reauthenticate(user, typed)
    except ValidationError:  # too many tries
        return False
