"""What is said to browsers and search engines about pages that show somebody's own answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def private(view: View) -> View:
    """Kept by no cache and found by no search engine."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def behind_link(view: View) -> View:
    """Private, and the address, which holds the key, is told to nobody.

    `strict-origin` and not `no-referrer`: after the latter a browser says `Origin: null` when it sends a form, which
    is what a forged form looks like. Either way no path leaves the page.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = private(view)(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    return shown
