"""The glossary, and what good collaboration looks like."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.queries import concepts as queries
from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, show
from plethu_web.pages.templatetags.plethu_texts import reading


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """The terms of this edition."""
    held = shelf()
    head = Head(_("Glossary"), _("What the words of this evidence mean here."))
    return show(request, "glossary", held, head, {"entries": queries.glossary(held, reading())})


@require_safe
def concepts(request: HttpRequest) -> HttpResponse:
    """Features, factors and functions of collaboration: Figures 3 and 4, rebuilt."""
    held = shelf()
    description = _("What good collaboration looks like, what supports it, and what it is for.")
    context = {
        "groups": queries.concepts(held),
        "figures": [
            (drawings.concepts(held), queries.figure_note(held, "figure-3")),
            (drawings.functions(held), queries.figure_note(held, "figure-4")),
        ],
    }
    head = Head(_("Features, factors and functions"), description, (("glossary", _("Glossary")),))
    return show(request, "concepts", held, head, context)
