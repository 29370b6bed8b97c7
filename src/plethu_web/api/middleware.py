"""What holds for every address under /api/: no cookies, problems as JSON, and reading from any site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse

from plethu_web.api.refusals import MEDIA_TYPE, refusal

PREFIX = "/api/"
CARRIED_OVER = ("Retry-After", "Allow")


class ApiRules:
    """Stands outside of all that may refuse a request, so that each refusal leaves as a problem in JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)  # who asks plays no part here, so no forged request can use it
        response = self._answer(request)
        if response.status_code in (200, 304) and request.method != "POST":
            del response["Vary"]  # both languages stand in it
        if request.method in ("GET", "HEAD"):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not _is_utf8(request.META.get("QUERY_STRING", "")):
            return refusal(request, 400)
        response = self.get_response(request)
        if response.status_code < 400 or response.get("Content-Type") == MEDIA_TYPE:
            return response
        problem = refusal(request, response.status_code)
        for name in CARRIED_OVER:
            if name in response:
                problem[name] = response[name]
        return problem


def _is_utf8(query: str) -> bool:
    try:
        unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        return False
    return True
