"""The sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.forms import SourceFilterForm
from plethu_web.evidence.queries import references
from plethu_web.evidence.queries import sources as queries
from plethu_web.evidence.queries.ends import short_source
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, found, ignored_filters, show


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """All sources, as a list of references for each strand."""
    held = shelf()
    filters, ignored = queries.read_source_filters(request.GET, held)
    listed = queries.find_sources(filters, held)
    context = {
        "form": SourceFilterForm(filters, held),
        "ignored": ignored_filters(ignored),
        "groups": references.by_strand(held, listed),
        "count": len(listed),
        "total": len(held.edition.sources),
        "without_list": [s for s in held.edition.strands if s.included and s.listed is None],
    }
    head = Head(_("Sources"), _("The academic and grey literature behind the evidence, and where each is cited."))
    return show(request, "sources", held, head, context)


@require_safe
def source(request: HttpRequest, id: str) -> HttpResponse:
    """A source: how it is listed and where it is cited."""
    held = shelf()
    asked = found(held.index.sources, id)
    title = f"{asked.id}: {short_source(asked.csl)}"
    head = Head(title, str(asked.csl.get("title", "")), (("sources", _("Sources")),), short=asked.id)
    context = {**queries.source_page(held, asked), **references.in_full(held, asked)}
    return show(request, "source", held, head, context)
