"""Relations and tensions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.forms import RelationFilterForm
from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries import relations as queries
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, found, ignored_filters, show


@require_safe
def relations(request: HttpRequest) -> HttpResponse:
    """All relations: a picture, and a table with filters."""
    held = shelf()
    filters, ignored = queries.read_relation_filters(request.GET, held)
    context = {
        "form": RelationFilterForm(filters, held),
        "ignored": ignored_filters(ignored),
        "rows": queries.relations(filters, held),
        "total": len(held.edition.relations),
        "tensions_count": len(held.edition.tensions),
        "figure": drawings.relations(held),
    }
    head = Head(_("Relations"), _("How the actions of the framework bear on each other and on a collaboration."))
    return show(request, "relations", held, head, context)


@require_safe
def relation(request: HttpRequest, id: str) -> HttpResponse:
    """Everything about a relation."""
    held = shelf()
    asked = found(held.index.relations, id)
    head = Head(asked.title, asked.why, (("relations", _("Relations")),))
    return show(request, "relation", held, head, queries.relation_page(held, asked))


@require_safe
def tensions(request: HttpRequest) -> HttpResponse:
    """Findings that pull apart, both sides."""
    held = shelf()
    description = _("Findings that pull apart. Neither side removes the other.")
    head = Head(_("Tensions"), description, (("relations", _("Relations")),))
    return show(request, "tensions", held, head, {"tensions": queries.tensions(held)})
