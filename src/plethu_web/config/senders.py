"""Who may have a large body taken in. Django stores it whole before any view is asked, so this is asked before it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, close_old_connections
from django.http import Http404, HttpRequest, parse_cookie

from plethu_web.accounts.models import User
from plethu_web.calls.queries.submissions import sent_with
from plethu_web.calls.states import rule_of
from plethu_web.config.limits import declared, empty_body, is_large
from plethu_web.reviews.queries.reviews import review_for

Receive = Callable[[], Awaitable[dict[str, Any]]]
Application = Callable[[dict[str, Any], Receive, Any], Awaitable[None]]
_IMPORT = re.compile(r"/[a-z]{2}/reviews/(?P<slug>[\w-]+)/imports/new/")
_EDITION = re.compile(r"/[a-z]{2}/reviews/(?P<slug>[\w-]+)/workshops/editions/new/")
_SENT = re.compile(r"/[a-z]{2}/call/yours/(?P<token>[\w-]+)/files/")
_OF_A_BODY = (b"content-length", b"content-type")


def known(application: Application) -> Application:
    """The application, which sees a request without its body where a large one comes from nobody who may send it.

    What answers then is what answers an empty form: a page that says what is missing.
    """

    async def call(scope: dict[str, Any], receive: Receive, send: Any) -> None:
        if scope["type"] == "http" and is_large(scope["path"], declared(dict(scope["headers"]).get(b"content-length"))):
            if not await sync_to_async(_asked)(scope):
                headers = [header for header in scope["headers"] if header[0] not in _OF_A_BODY]
                scope, receive = {**scope, "headers": headers}, empty_body(receive)
        await application(scope, receive, send)

    return call


def may_send(path: str, cookies: str) -> bool:
    """Whether whoever has these cookies may send a large body to an address."""
    try:
        for pattern, ability in ((_IMPORT, "import"), (_EDITION, "run-workshops")):
            if found := pattern.fullmatch(path):
                review_for(_signed_in(cookies), found["slug"], ability)
                return True
        found = _SENT.fullmatch(path)
        return bool(found and rule_of(sent_with(found["token"]).state).sender_changes)
    except (Http404, PermissionDenied):
        return False


def _asked(scope: dict[str, Any]) -> bool:
    cookies = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    close_old_connections()
    try:
        return may_send(scope["path"], cookies.decode("latin-1"))
    except DatabaseError:
        return False
    finally:
        close_old_connections()


def _signed_in(cookies: str) -> User:
    request = HttpRequest()
    request.session = SessionStore(parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME))
    person = get_user(request)
    if not isinstance(person, User):
        raise Http404
    return person
