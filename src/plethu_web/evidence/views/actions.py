"""The actions, and one of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu_web.evidence.queries import actions as queries
from plethu_web.evidence.queries import drawings
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.evidence.views.showing import Head, found, show


@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """The framework: all actions by category."""
    held = shelf()
    head = Head(_("Actions"), _("All the actions of the framework, by category, from the review and the workshop."))
    context = {
        "categories": queries.categories(held),
        "figure": drawings.matrix(held),
        "practices": queries.serving_the_whole(held),
    }
    return show(request, "actions", held, head, context)


@require_safe
def action(request: HttpRequest, id: str) -> HttpResponse:
    """Everything about an action."""
    held = shelf()
    asked = found(held.index.actions, id)
    head = Head(asked.name, asked.summary, (("actions", _("Actions")),))
    return show(request, "action", held, head, queries.action_page(held, asked))
