"""What the pages of one strategy share: the strategy, the version that counts, and the way between its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plethu.searching.platforms import platform
from plethu_web.reviews.access import Access
from plethu_web.strategies.models import Strategy, Version
from plethu_web.strategies.queries import strategies as queries

PARTS = (
    ("strategy", _("Blocks and formula")),
    ("terms", _("Terms")),
    ("translations", _("Translations")),
    ("checks", _("Checks")),
    ("runs", _("Run here")),
    ("databases", _("At databases")),
    ("press", _("Peer review")),
    ("versions", _("Versions")),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A strategy of a review, as somebody opened it."""

    access: Access
    strategy: Strategy
    version: Version

    def context(self, part: str, **more: Any) -> dict[str, Any]:
        """What the templates of its pages need. `part` is the entry of the way that is this page."""
        slug, pk = self.access.review.slug, self.strategy.pk
        parts = [(reverse(f"strategies:{name}", args=[slug, pk]), words, name == part) for name, words in PARTS]
        return {
            "access": self.access,
            "strategy": self.strategy,
            "version": self.version,
            "platform_name": platform(self.strategy.platform).name,
            "parts": parts,
            "may_write": self.access.can("write-strategies") and not self.strategy.is_aside,
            **more,
        }

    def to(self, name: str, *more: object, done: str = "") -> HttpResponse:
        """Go to one of its pages."""
        response = redirect(f"strategies:{name}", self.access.review.slug, self.strategy.pk, *more)
        response["Location"] += f"?done={done}" if done else ""
        return response


def opened(access: Access, pk: int) -> Opened:
    """The strategy with its latest version; Http404 where the review has none of that number."""
    found = queries.strategy_of(access, pk)
    return Opened(access, found, queries.latest(found))


def opened_for_change(access: Access, pk: int) -> Opened:
    """The strategy, to be changed. One that is set aside stays as it is until it is taken back: PermissionDenied."""
    found = opened(access, pk)
    if found.strategy.is_aside:
        raise PermissionDenied
    return found


def sent(request: HttpRequest) -> bool:
    """Whether a form was sent, rather than opened or only shown in the other language."""
    return request.method == "POST" and "switch_language" not in request.POST


def form_of(request: HttpRequest, kind: type[forms.Form], initial: dict[str, Any] | None = None, **options: Any) -> Any:
    """The form as it was sent, or as it begins, or as it was typed when only the language was changed."""
    if sent(request):
        return kind(request.POST, **options)
    if request.method == "POST":
        typed = {name: given if len(given) > 1 else given[0] for name, given in request.POST.lists()}
        return kind(initial={**(initial or {}), **typed}, **options)
    return kind(initial=initial, **options)
