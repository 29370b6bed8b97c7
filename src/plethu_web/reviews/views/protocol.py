"""The protocol as it is read: the draft, the versions, two of them side by side, files of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu.evidence.protocol import Protocol, without_welsh
from plethu.evidence.protocol_differences import differences
from plethu.framework.protocol_file import write_protocol
from plethu.reporting.protocol_sides import sides as side_by_side
from plethu.reporting.protocol_words import as_markdown, tell_difference, tell_doubts
from plethu.wording import say
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.forms.protocol import CompareForm
from plethu_web.reviews.queries import glossary as glossary_queries
from plethu_web.reviews.queries import protocol as queries

MEDIA = {"json": "application/json", "md": "text/markdown; charset=utf-8"}


@in_review("read")
@require_safe
def protocol(request: HttpRequest, access: Access) -> HttpResponse:
    """The draft, with a way to change each part, and the versions that were published."""
    draft = queries.draft_of(access)
    versions = list(queries.versions_of(access))
    context = {
        "access": access,
        "draft": draft,
        "protocol": draft.protocol,
        "doubts": tell_doubts(draft.protocol, reading()) if draft.number else (),
        "without_welsh": without_welsh(draft.protocol),
        "editing": access.can("edit-protocol"),
        "versions": versions,
        "is_new": not versions or queries.protocol_in(versions[0]) != draft.protocol,
        "stale": glossary_queries.stale_in(access.review, draft.protocol),
        "done": request.GET.get("done", ""),
    }
    return render(request, "reviews/protocol.html", context)


@in_review("read")
@require_safe
def version(request: HttpRequest, access: Access, number: int) -> HttpResponse:
    """One published version, at the address that stays its own."""
    row = queries.version_of(access, number)
    held = queries.protocol_in(row)
    others = [other for other in queries.numbers_of(access.review) if other != number]
    context = {"access": access, "version": row, "protocol": held, "others": others, "before": number - 1}
    return render(request, "reviews/version.html", {**context, "doubts": tell_doubts(held, reading())})


@in_review("read")
@require_safe
def compare(request: HttpRequest, access: Access) -> HttpResponse:
    """Two versions, or a version and the draft, set side by side: what changed, in words, and both in full."""
    form = CompareForm(request.GET)
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    sides = [_side(access, asked[name]) for name in ("old", "new")]
    told = [tell_difference(each, reading()) for each in differences(sides[0][1], sides[1][1])]
    numbers = [(number, _called(number)) for number in (0, *queries.numbers_of(access.review))]
    context = {"access": access, "old": sides[0], "new": sides[1], "differences": told, "numbers": numbers}
    context["rows"] = side_by_side(sides[0][1], sides[1][1], reading())
    context["reasons"] = [row for row in queries.versions_of(access) if asked["old"] < row.number <= asked["new"]]
    return render(request, "reviews/compare.html", {**context, "old_number": asked["old"], "new_number": asked["new"]})


@in_review("read")
@require_safe
def draft_as(request: HttpRequest, access: Access, ending: str) -> HttpResponse:
    """The draft as a file."""
    return as_file(
        queries.draft_of(access).protocol, ending, access.review.slug + "-draft", [say("protocol.draft", reading())]
    )


@in_review("read")
@require_safe
def version_as(request: HttpRequest, access: Access, number: int, ending: str) -> HttpResponse:
    """A published version as a file."""
    row = queries.version_of(access, number)
    return as_file(queries.protocol_in(row), ending, f"{access.review.slug}-{number}", front_of(row))


def as_file(held: Protocol, ending: str, name: str, front: list[str]) -> HttpResponse:
    """A protocol as a file to keep. Http404 for a kind there is not."""
    if ending not in MEDIA:
        raise Http404
    data = write_protocol(held) if ending == "json" else as_markdown(held, reading(), front).encode()
    response = HttpResponse(data, content_type=MEDIA[ending])
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def front_of(row: Any) -> list[str]:
    """What stands under the title of a file of a version: number, date and reason."""
    day = date_format(localtime(row.at), "j F Y")
    heading = say("protocol.version", reading(), number=row.number, date=day)
    return [heading, f"{say('protocol.reason', reading())}: {row.why.text(reading())}"]


def _side(access: Access, number: int) -> tuple[str, Protocol]:
    if number == 0:
        return _called(0), queries.draft_of(access).protocol
    return _called(number), queries.protocol_in(queries.version_of(access, number))


def _called(number: int) -> str:
    return _("Version %(number)s") % {"number": number} if number else _("The draft")
