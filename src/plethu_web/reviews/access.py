"""Every address of a review is opened through one door: signed in, in the team, with a role that may do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access, review_for

View = Callable[..., HttpResponseBase]


def in_review(ability: str) -> Callable[[View], View]:
    """A view of `slug` that gets the `Access` in place of it. A test walks all of them with every role."""

    def decorate(view: View) -> View:
        @login_required
        @never_cache
        @wraps(view)
        def shown(request: HttpRequest, slug: str, **rest: Any) -> HttpResponseBase:
            return view(request, review_for(cast(User, request.user), slug, ability), **rest)

        cast(Any, shown).ability = ability
        return shown

    return decorate


def person_of(request: HttpRequest) -> User:
    """Who is signed in."""
    return cast(User, request.user)


__all__ = ["Access", "in_review", "person_of"]
