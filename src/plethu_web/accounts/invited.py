"""Who may make an account. Closed to strangers: an accepted invitation opens the door for the browser that holds it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

_INVITED = "plethu_invited"


def allow_signup(request: HttpRequest, *, email: str = "") -> None:
    """Let this browser make an account. Call it when an invitation was found good; `email` fills in the form."""
    request.session[_INVITED] = {"email": email}


def may_sign_up(request: HttpRequest) -> bool:
    """Whether this browser may make an account."""
    return bool(settings.PLETHU_OPEN_SIGNUP) or _INVITED in request.session


def invited_email(request: HttpRequest) -> str:
    """The address the invitation went to; empty if unknown."""
    return str(request.session.get(_INVITED, {}).get("email", ""))


def forget(request: HttpRequest) -> None:
    """An invitation makes one account."""
    request.session.pop(_INVITED, None)
