"""The record desk: all records that came in, one record with all that is known of it, mending, taking away."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.records import actions, exporting, queries, showing
from plethu_web.records.forms import FilterForm, MendForm, PlaceForm
from plethu_web.reviews.access import Access, in_review

ON_A_PAGE = 50


@in_review("read")
@require_safe
def records(request: HttpRequest, access: Access) -> HttpResponse:
    """All records, narrowed to what is asked for."""
    form = _filter(request, access)
    found = queries.records_of(access, form.wanted())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "access": access,
        "filters": form,
        "page": page,
        "all": queries.records_of(access).count(),
        "rows": showing.lines(page),
        "formats": exporting.FORMATS,
        "query": request.GET.urlencode(),
    }
    return render(request, "records/records.html", context)


@in_review("export")
@require_safe
def export(request: HttpRequest, access: Access, format: str) -> HttpResponseBase:
    """The records that are shown, as a file for another program."""
    if format not in exporting.FORMATS:
        raise Http404
    found = queries.records_of(access, _filter(request, access).wanted())
    file, number = exporting.written(found, format)
    actions.note_export(by=access.person, access=access, format=format, records=number)
    name = f"{slugify(access.review.title) or 'records'}.{exporting.ENDINGS[format]}"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")


@in_review("read")
@require_safe
def record(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One record: as it is now, as it was read, where it comes from, and what was changed in it."""
    found = queries.record_of(access, pk)
    before, after = queries.next_to(access, found)
    context = {
        "access": access,
        "record": found,
        "before": before,
        "after": after,
        "done": request.GET.get("done", ""),
        "edits": showing.edits(queries.edits_of(found)),
        **showing.whole(found),
    }
    return render(request, "records/record.html", context)


@in_review("import")
@require_http_methods(["GET", "HEAD", "POST"])
def mend(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Mend a record. What was read stays, and every change can be undone."""
    found = queries.record_of(access, pk)
    sent = request.method == "POST" and "switch_language" not in request.POST
    form = MendForm(found.csl, request.POST if sent else None, initial=None if sent else request.POST.dict())
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.mend(by=access.person, access=access, record=found, typed=form.typed(), reason=reason)
        return _to_record(access, pk, "mended")
    context = {"access": access, "record": found, "form": form}
    return render(request, "records/mend.html", context, status=400 if form.is_bound else 200)


@in_review("import")
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Say where something was."""
    found = queries.record_of(access, pk)
    sent = request.method == "POST" and "switch_language" not in request.POST
    now = {"place": found.place or found.place_printed, "tier": found.tier, "authority": found.authority}
    form = PlaceForm(
        request.POST if sent else None, initial={**now, **request.POST.dict()}, authorities=showing.authorities()
    )
    if form.is_valid():
        actions.place(by=access.person, access=access, record=found, **form.cleaned_data)
        return _to_record(access, pk, "placed")
    context = {"access": access, "record": found, "form": form}
    return render(request, "records/place.html", context, status=400 if form.is_bound else 200)


@in_review("import")
@require_POST
def undo(request: HttpRequest, access: Access, pk: int, edit: int) -> HttpResponse:
    """Undo one edit."""
    found = queries.record_of(access, pk)
    actions.undo(by=access.person, access=access, record=found, edit=queries.edit_of(found, edit))
    return _to_record(access, pk, "undone")


def _to_record(access: Access, pk: int, done: str) -> HttpResponse:
    response = redirect("records:record", slug=access.review.slug, pk=pk)
    response["Location"] += f"?done={done}"
    return response


def _filter(request: HttpRequest, access: Access) -> FilterForm:
    sources: list[Any] = list(queries.imports_of(access).filter(state="there"))
    return FilterForm(request.GET, sources=sources, kinds=queries.kinds_of(access))
