"""What everybody may read without an account: the published protocol, where the lead has opened it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plethu_web.reviews.queries import protocol as queries
from plethu_web.reviews.views.protocol import as_file, front_of


@require_safe
def protocol(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """A published version, the newest if none is named."""
    row = queries.public_version(slug, number)
    context = {"version": row, "protocol": queries.protocol_in(row), "numbers": queries.numbers_of(row.review)}
    return render(request, "reviews/public_protocol.html", {**context, "review": row.review})


@require_safe
def protocol_as(request: HttpRequest, slug: str, number: int, ending: str) -> HttpResponse:
    """A published version as a file."""
    row = queries.public_version(slug, number)
    return as_file(queries.protocol_in(row), ending, f"{slug}-{number}", front_of(row))
