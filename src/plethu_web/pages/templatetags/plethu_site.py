"""What the frame around every page needs. A tag, so that answers without a page do not pay for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest

from plethu_web.pages import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site(context: dict[str, Any]) -> frame.Frame:
    """Navigation, languages and version for the page being shown. Works without a request too."""
    request = context.get("request")
    if request is None:
        return frame.build("/", "")
    query = request.META.get("QUERY_STRING", "") if request.method in ("GET", "HEAD") else ""
    return frame.build(request.path, query, signed_in=context.get("status") != 500 and _is_signed_in(request))


def _is_signed_in(request: HttpRequest) -> bool:
    """Asks the session only where the browser has one: a visitor's page neither reads it nor varies by it."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "user"):
        return False
    return request.user.is_authenticated


@register.simple_tag
def elided(page: Page[Any]) -> Iterator[int | str]:
    """The page numbers to show, with gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
