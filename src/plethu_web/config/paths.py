"""What holds for whole parts of the site whatever answers there, a page that is missing included."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

GetResponse = Callable[[HttpRequest], HttpResponse]
_BEHIND_LINK = re.compile(
    r"/[a-z]{2}/(?:advice/saved|call/yours|workshops/(?:yours|facilitating)|reviews/join|reviews/polls/[^/]+/mine)/"
)
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")


class PrivateLinks:
    """No cache keeps, no search engine lists and no other site is told an address that may hold a key."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _BEHIND_LINK.match(request.path_info):
            response["Cache-Control"] = "private, no-store"
            response["X-Robots-Tag"] = "noindex, nofollow"
            response["Referrer-Policy"] = "strict-origin"
        return response


class PagesAreReadAndPosted:
    """405 for any other method, before a form's proof is asked for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in _METHODS and not request.path_info.startswith("/api/"):
            return HttpResponseNotAllowed(_METHODS)
        return self.get_response(request)
