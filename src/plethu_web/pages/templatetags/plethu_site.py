"""What the frame around every page needs. A tag, so that answers without a page do not pay for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.core.paginator import Page

from plethu_web.pages import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site(context: dict[str, Any]) -> frame.Frame:
    """Navigation, languages and version for the page being shown. Works without a request too."""
    request = context.get("request")
    if request is None:
        return frame.build("/", "")
    return frame.build(request.path, request.META.get("QUERY_STRING", "") if request.method in ("GET", "HEAD") else "")


@register.simple_tag
def elided(page: Page[Any]) -> Iterator[int | str]:
    """The page numbers to show, with gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
