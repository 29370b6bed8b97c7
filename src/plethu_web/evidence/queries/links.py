"""Addresses of the pages, worked out once for each language. Django's own `reverse` would cost more than the page."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language


def href(name: str, *args: str) -> str:
    """The address of a page of the evidence, in the reader's language."""
    return _reversed(get_language() or "en", get_script_prefix(), name, args)


def filtered(name: str, **filters: str) -> str:
    """The address of a list, with filters set."""
    return f"{href(name)}?{urlencode(filters)}"


@lru_cache(maxsize=8192)
def _reversed(language: str, prefix: str, name: str, args: tuple[str, ...]) -> str:
    return reverse(f"evidence:{name}", args=args)
