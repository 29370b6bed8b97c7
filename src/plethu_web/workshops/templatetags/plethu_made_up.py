"""The banner on every page of a made-up workshop, and the button that makes one."""

from __future__ import annotations

from typing import Any

from django import template

from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import Workshop
from plethu_web.workshops.queries.made_up import is_made_up, made_up_in

register = template.Library()


@register.inclusion_tag("workshops/made_up/banner.html")
def made_up_banner(workshop: Workshop | None, access: Access | None = None) -> dict[str, Any]:
    """That a workshop is made up; for its team with the way to delete it. Nothing for a real one."""
    shows = isinstance(workshop, Workshop) and is_made_up(workshop)
    may_delete = isinstance(access, Access) and access.can("run-workshops")
    return {"shows": shows, "workshop": workshop, "access": access, "may_delete": may_delete}


@register.inclusion_tag("workshops/made_up/make.html", takes_context=True)
def make_made_up(context: dict[str, Any]) -> dict[str, Any]:
    """The button, for whoever may run workshops of a review that has no made-up one."""
    access: Access = context["access"]
    shows = access.can("run-workshops") and made_up_in(access.review) is None
    return {"shows": shows, "access": access, "csrf_token": context.get("csrf_token", "")}
