"""What this browser holds: the key of its answers, in a cookie that no script can read."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu_web.frameworks import queries
from plethu_web.frameworks.actions import DRAFT_KEPT

COOKIE = "plethu_answers"


@dataclass(frozen=True, slots=True)
class Held:
    """The answers of this browser, if it has any."""

    token: str
    kept: queries.Kept | None
    situation: Situation

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been answered yet."""
        return self.situation == Situation(edition=self.situation.edition)


def held_by(request: HttpRequest, edition: Edition) -> Held:
    """The answers that the key in the request opens; none where there is no key or nothing under it."""
    token = token_of(request)
    kept = queries.draft(token=token, edition=edition)
    situation = kept.situation if kept else None
    return Held(token, kept, situation or Situation(edition=edition.id))


def token_of(request: HttpRequest) -> str:
    """The key in the request's cookie, or nothing."""
    return request.COOKIES.get(COOKIE, "")


def hold(response: HttpResponseBase, token: str) -> None:
    """Give the browser the key."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(DRAFT_KEPT.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def let_go(response: HttpResponseBase) -> None:
    """Take the key from the browser."""
    response.delete_cookie(COOKIE, samesite="Lax")
