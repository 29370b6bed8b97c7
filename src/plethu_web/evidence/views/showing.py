"""What every page of the evidence shows around its own content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from plethu_web.evidence.forms import NAMES
from plethu_web.evidence.queries.labels import Words
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf
from plethu_web.pages.templatetags.plethu_texts import words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page is called, what it is about, and what stands above it: names of pages with their titles.

    `short` is what it is called where the whole would be too long.
    """

    title: Words
    description: Words
    above: tuple[tuple[str, Words], ...] = ()
    short: Words = ""


def show(request: HttpRequest, template: str, shelf: Shelf, head: Head, context: Mapping[str, Any]) -> HttpResponse:
    """A page of the evidence."""
    frame = {
        "edition": shelf.edition,
        "head": head,
        "crumbs": [
            *({"label": title, "href": href(name)} for name, title in head.above),
            {"label": head.short or head.title},
        ],
        "permanent": request.build_absolute_uri(request.path),
    }
    return render(request, f"evidence/{template}.html", {**frame, **context})


def found(items: Mapping[str, T], id: str) -> T:
    """The item under an id. Raises Http404 where there is none."""
    if id not in items:
        raise Http404(id)
    return items[id]


def ignored_filters(ignored: list[tuple[str, str]]) -> list[tuple[Words, str]]:
    """Filters that were left out because there is no such value, with their names."""
    return [(NAMES[name], value) for name, value in ignored]


def shortened(text: Words, longest: int = 90) -> str:
    """The beginning of a text, for a title."""
    whole = str(words(text))
    return whole if len(whole) <= longest else f"{whole[:longest].rsplit(' ', 1)[0]} …"
