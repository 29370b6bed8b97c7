"""Answers that went well: what can be kept, with a mark that changes with the edition, and what is made once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from plethu import __version__
from plethu.framework.edition import Edition

JSON = "application/json"
SCHEMA = "application/schema+json"
KEPT_FOR = "public, max-age=300"


def kept(request: HttpRequest, edition: Edition, make: Callable[[], bytes], media_type: str = JSON) -> HttpResponse:
    """What a cache may keep; nothing but its mark where the asker has it already."""
    mark = mark_of(request.get_full_path(), edition)
    if _has(request.headers.get("If-None-Match", ""), mark):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(make(), content_type=media_type)
        response["Content-Language"] = "en, cy"
    response["ETag"] = mark
    response["Cache-Control"] = KEPT_FOR
    response["Link"] = '</api/v1/edition>; rel="license"'
    return response


def made(body: bytes, language: str = "en, cy") -> HttpResponse:
    """What was made of somebody's own answers, and is kept by nobody."""
    response = HttpResponse(body, content_type=JSON)
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    response["Link"] = '</api/v1/edition>; rel="license"'
    return response


def mark_of(address: str, edition: Edition) -> str:
    """The ETag of an address: another one for another edition, another version of the software, another address."""
    digest = hashlib.sha256(f"{edition.hash} {__version__} {address}".encode()).hexdigest()
    return f'"{digest[:32]}"'


def _has(header: str, mark: str) -> bool:
    given = {part.strip().removeprefix("W/") for part in header.split(",")}
    return mark in given or "*" in given
