"""Who is signed in. For views, which do not know the tables."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from plethu_web.accounts.models import User as Person


def person_of(request: HttpRequest) -> Person:
    """The person; only for views behind `login_required`."""
    return cast(Person, request.user)


__all__ = ["Person", "person_of"]
