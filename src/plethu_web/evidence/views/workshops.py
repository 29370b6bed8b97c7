"""What workshops said, as far as the edition has it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.queries import workshops as queries
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, show
from plethu_web.pages.templatetags.plethu_texts import reading

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


@require_safe
def workshops(request: HttpRequest) -> HttpResponse:
    """The coded findings of each workshop, by what they are on and whether they echo, challenge or add."""
    held = shelf()
    head = Head(_("The workshop"), _("What a workshop echoed, challenged and added, action by action."))
    return show(request, "workshops", held, head, {"workshops": queries.workshops(held)})


@require_safe
def chapter(request: HttpRequest, strand: str, kind: str) -> HttpResponse:
    """The chapter on a workshop, as a file."""
    edition = shelf().edition
    if strand not in [each.id for each in queries.strands_of_workshops(edition)]:
        raise Http404(strand)
    headers = {
        "Content-Type": TYPES[kind],
        "Content-Disposition": f'attachment; filename="{strand}-{reading()}.{kind}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(queries.chapter(edition, strand, reading(), kind), headers=headers)
