"""Requests that no page of ours ever sends: bodies over the limit, and NUL in an address.

The limit is small. Addresses to which people send files have a larger one: `LARGER_BODIES` in the settings.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from plethu_web.config import errors

Receive = Callable[[], Awaitable[dict[str, Any]]]
Application = Callable[[dict[str, Any], Receive, Any], Awaitable[None]]
OVERSIZED = "plethu.oversized"


class RefuseOversized:
    """Answers 413 for a body over the limit and 400 for a NUL, each with a page in the reader's language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.bad_request(request)
        if getattr(request, "scope", {}).get(OVERSIZED) or declared(request.META.get("CONTENT_LENGTH")) > _limit(
            request.path_info
        ):
            return errors.too_large(request, most=_limit(request.path_info))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.too_large(request) if isinstance(exception, RequestDataTooBig) else None


def bounded(application: Application) -> Application:
    """The application, which never sees a body that is over the limit or does not say how long it is.

    Django would first store such a body whole; here it is read past, and the scope is marked for the middleware.
    """

    async def call(scope: dict[str, Any], receive: Receive, send: Any) -> None:
        if scope["type"] == "http" and _oversized(dict(scope["headers"]), scope["path"]):
            await application({**scope, OVERSIZED: True}, empty_body(receive), send)
        else:
            await application(scope, receive, send)

    return call


def _oversized(headers: dict[bytes, bytes], path: str) -> bool:
    return b"transfer-encoding" in headers or declared(headers.get(b"content-length")) > _limit(path)


def empty_body(receive: Receive) -> Receive:
    """No body, and what comes of one is read past."""
    state = {"body": True}

    async def instead() -> dict[str, Any]:
        if state.pop("body", False):
            return {"type": "http.request", "body": b"", "more_body": False}
        while (message := await receive())["type"] == "http.request":
            pass
        return message

    return instead


def declared(length: str | bytes | None) -> int:
    """How long a body says it is."""
    return int(length) if length and length.isdigit() else 0


def is_large(path: str, length: int) -> bool:
    """Whether a body is larger than others may be, as it may where files are sent."""
    return takes_files(path) and length > (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)


def takes_files(path: str) -> bool:
    """Whether this is one of the addresses to which people send files."""
    return any(re.fullmatch(address, path) for address, _ in settings.LARGER_BODIES)


def _limit(path: str) -> int:
    usual = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    return next((largest for address, largest in settings.LARGER_BODIES if re.fullmatch(address, path)), usual)
