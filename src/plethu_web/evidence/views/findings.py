"""All findings with search and filters, one finding, and what can be downloaded."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.forms import FindingFilters
from plethu_web.evidence.queries import downloads
from plethu_web.evidence.queries.filters import find, read_filters
from plethu_web.evidence.queries.findings import finding_page, item
from plethu_web.evidence.queries.shelf import Shelf, shelf
from plethu_web.evidence.views.showing import Head, found, ignored_filters, shortened, show
from plethu_web.pages.templatetags.plethu_texts import reading

A_PAGE = 25


@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    """The whole page, or for htmx the results alone."""
    held = shelf()
    filters, ignored = read_filters(request.GET, held)
    results = Paginator(find(filters, held), A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "results": results,
        "items": [item(held, finding) for finding in results],
        "ignored": ignored_filters(ignored),
        "asked": filters.asked(),
        "total": len(held.edition.findings),
    }
    if request.htmx and not request.htmx.history_restore_request:  # type: ignore[attr-defined]
        response = render(request, "evidence/_findings_results.html", {**context, "only_results": True})
    else:
        description = _("Every finding of the evidence: search, filter, read, download.")
        head = Head(_("Evidence"), description)
        response = show(request, "findings", held, head, {**context, "form": FindingFilters(filters, held)})
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def finding(request: HttpRequest, id: str) -> HttpResponse:
    """Everything about a finding."""
    held = shelf()
    asked = found(held.index.findings, id)
    title = _("Finding %(id)s") % {"id": asked.id}
    if asked.statement.language(reading()) == reading():  # a title cannot say that it is in another language
        title = f"{asked.id}: {shortened(asked.statement)}"
    head = Head(title, asked.statement, (("findings", _("Evidence")),), short=asked.id)
    return show(request, "finding", held, head, finding_page(held, asked))


@require_safe
def findings_csv(request: HttpRequest) -> HttpResponse:
    """The filtered findings as a table for a spreadsheet."""
    held, filters = _asked(request)
    response = HttpResponse(downloads.csv(held, find(filters, held)), content_type="text/csv; charset=utf-8")
    return _as_file(response, "findings.csv")


@require_safe
def findings_json(request: HttpRequest) -> HttpResponse:
    """The filtered findings as data."""
    held, filters = _asked(request)
    content = downloads.json(held, find(filters, held), filters.asked())
    return _as_file(JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1}), "findings.json")


def _asked(request: HttpRequest) -> tuple[Shelf, Any]:
    held = shelf()
    return held, read_filters(request.GET, held)[0]


def _as_file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
