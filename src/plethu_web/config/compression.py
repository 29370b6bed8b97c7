"""Pages are sent compressed to browsers that can take it.

A page can hold a key beside words that somebody sent. Django's middleware adds a random number of bytes to each answer,
so that its length does not give the key away (BREACH), and marks an ETag as weak.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

LEAST = 1024  # bytes from which on compressing is worth it


class CompressPages(GZipMiddleware):
    """Compresses whole pages of HTML. Files and data stay as they are, with their ETags."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed where it is a page of some length."""
        is_page = response.get("Content-Type", "").startswith("text/html")
        if response.streaming or not is_page or len(getattr(response, "content", b"")) < LEAST:
            return response
        return super().process_response(request, response)
