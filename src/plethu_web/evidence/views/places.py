"""Places and case studies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries import places as queries
from plethu_web.evidence.queries.concepts import figure_note
from plethu_web.evidence.queries.labels import Words
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, found, shortened, show
from plethu_web.pages.templatetags.plethu_texts import reading


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Case studies by tier and by council area."""
    held = shelf()
    head = Head(_("Places"), _("Where the case studies of practice come from: on a map, by tier and by council."))
    context = {
        "figure": drawings.cartogram(held),
        "note": figure_note(held, "figure-1"),
        **queries.places_page(held, reading()),
    }
    return show(request, "places", held, head, context)


@require_safe
def authority(request: HttpRequest, code: str) -> HttpResponse:
    """A council area and its cases."""
    held = shelf()
    asked = found(held.index.authorities, code)
    head = Head(asked.name, _("Case studies of practice from this council area."), _above())
    return show(request, "authority", held, head, queries.authority_page(held, asked))


@require_safe
def case(request: HttpRequest, id: str) -> HttpResponse:
    """A case study."""
    held = shelf()
    asked = found(held.index.cases, id)
    head = Head(f"{asked.id}: {shortened(asked.title)}", asked.title, _above(), short=asked.id)
    return show(request, "case", held, head, queries.case_page(held, asked))


def _above() -> tuple[tuple[str, Words], ...]:
    return (("places", _("Places")),)
