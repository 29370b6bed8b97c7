"""The pages for what went wrong, each in the reader's language. Templates: errors/NUMBER.html."""

from __future__ import annotations

import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be read."""
    return _page(request, 400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The person may not do that."""
    return _page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without proof that it was ours; most often an old page or refused cookies."""
    return _page(request, 403, {"form_expired": True})


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing at this address."""
    return _page(request, 404)


def too_large(request: HttpRequest, most: int = 1024 * 1024) -> HttpResponse:
    """What was sent is over the limit, which is `most` bytes here."""
    megabytes = most // (1024 * 1024)
    return _page(request, 413, {"megabytes": megabytes, "for_files": megabytes > 1})


def too_many(request: HttpRequest, *, wait: float) -> HttpResponse:
    """The address sent too many requests; `wait` is in seconds."""
    seconds = max(1, math.ceil(wait))
    response = _page(request, 429, {"seconds": seconds})
    response["Retry-After"] = str(seconds)
    return response


def too_often(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Signing in was tried too often."""
    return too_many(request, wait=60)


@requires_csrf_token
def failed(request: HttpRequest) -> HttpResponse:
    """Our fault."""
    return _page(request, 500)


def _page(request: HttpRequest, status: int, context: dict[str, object] | None = None) -> HttpResponse:
    return render(request, f"errors/{status}.html", {"status": status, **(context or {})}, status=status)
