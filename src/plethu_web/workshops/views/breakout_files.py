"""A plan of breakout groups to take away: a sheet, lists of rooms, a table for Zoom, slides."""

from __future__ import annotations

import uuid
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from plethu.reporting.breakout_rooms import room_list, video_list, zoom_list
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import posted
from plethu_web.workshops import breakouts_shown as shown
from plethu_web.workshops import breakouts_told as told
from plethu_web.workshops.actions import register
from plethu_web.workshops.forms.breakouts import ZoomForm
from plethu_web.workshops.opened import opened
from plethu_web.workshops.queries import breakouts as queries
from plethu_web.workshops.views.breakouts import page

CSV = "text/csv; charset=utf-8"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FILES = {"sheet": "txt", "rooms": "csv", "video": "csv", "slides": "pptx"}


@in_review("run-workshops")
@require_POST
def zoom(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID) -> HttpResponse:
    """The rooms of one round as Zoom takes them, with the email addresses that are still held."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    form = ZoomForm(posted(request), rounds=int(row.design["rounds"]))
    if not row.ready:
        raise Http404
    if not form.is_valid():
        return page(request, found, row, zoom=form, status=400)
    register.note_taken(by=access.person, access=access, workshop=found.workshop)
    number, emails = form.cleaned_data["round"], queries.emails_by_code(found.workshop)
    plan_by_codes = msgspec.structs.replace(shown.readable(row).found, rounds=queries.seats_in(row))
    return _download(f"zoom-{row.number}-{number}.csv", zoom_list(plan_by_codes, number, emails, reading()), CSV)


@in_review("run-workshops")
@require_safe
def file(request: HttpRequest, access: Access, pk: uuid.UUID, plan: uuid.UUID, kind: str) -> HttpResponse:
    """The plan as a sheet, a list of rooms, a table for the video tool, or slides."""
    found = opened(access, pk)
    row = queries.plan_of(found.workshop, plan)
    if kind not in FILES or not row.ready:
        raise Http404
    content, media_type = _content(kind, shown.readable(row))
    return _download(f"{kind}-{row.number}.{FILES[kind]}", content, media_type)


def _download(name: str, content: str | bytes, media_type: str) -> HttpResponse:
    headers: dict[str, Any] = {
        "Content-Type": media_type,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, headers=headers)


def _content(kind: str, read: shown.Readable) -> tuple[str | bytes, str]:
    language = reading()
    if kind == "rooms":
        return "\ufeff" + room_list(read.people, read.found, language), CSV
    if kind == "video":
        return "\ufeff" + video_list(read.found, language), CSV
    if kind == "slides":
        from plethu.reporting.breakout_slides import slides  # takes a third of a second to load

        return slides(read.people, read.design, read.found, language), PPTX
    return told.written(read), "text/plain; charset=utf-8"
