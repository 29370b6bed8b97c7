"""What was sent with a form, told apart from the language being changed on its page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent; None where the page was only opened, or its language changed."""
    return request.POST if request.method == "POST" and "switch_language" not in request.POST else None


def typed(request: HttpRequest, initial: dict[str, Any] | None = None) -> dict[str, Any]:
    """What a form shows at first: what was typed before the language was changed, else `initial`."""
    if "switch_language" not in request.POST:
        return initial or {}
    return {**(initial or {}), **{name: sent if len(sent) > 1 else sent[0] for name, sent in request.POST.lists()}}


def status_of(form: Any) -> int:
    """400 for a form that was sent and is not in order."""
    return 400 if form.is_bound and not form.is_valid() else 200
