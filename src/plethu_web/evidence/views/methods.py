"""How the evidence was found and read, what stays open, and what an editor has to settle."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries import methods as queries
from plethu_web.evidence.queries.concepts import figure_note
from plethu_web.evidence.queries.labels import Words
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, show


@require_safe
def methods(request: HttpRequest) -> HttpResponse:
    """Strands and their flow, the search, criteria, figures, caveats, provenance."""
    held = shelf()
    head = Head(_("Methods"), _("How the evidence was found, chosen and read, and what is not reported."))
    context = {"figure": drawings.flow(held), "note": figure_note(held, "figure-2"), **queries.methods_page(held)}
    return show(request, "methods", held, head, context)


@require_safe
def open_points(request: HttpRequest) -> HttpResponse:
    """What the report leaves open, and what we decided."""
    held = shelf()
    head = Head(_("Open points"), _("What the report leaves open, and what we decided for this edition."), _above())
    context = {"groups": queries.open_points(held), "total": len(held.edition.open_points)}
    return show(request, "open_points", held, head, context)


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The editor's desk."""
    held = shelf()
    head = Head(_("The editor’s desk"), _("What does not agree in the report, as printed and as we read it."), _above())
    return show(request, "desk", held, head, queries.desk(held))


@require_safe
def welsh(request: HttpRequest) -> HttpResponse:
    """What has no Welsh yet, and what nobody fluent has read."""
    held = shelf()
    head = Head(_("Welsh in this edition"), _("What has Welsh, what has none yet, what is a draft."), _above())
    return show(request, "welsh", held, head, {"rows": queries.welsh(held), "incomplete": held.lacks_welsh})


def _above() -> tuple[tuple[str, Words], ...]:
    return (("methods", _("Methods")),)
