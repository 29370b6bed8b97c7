"""What the pages of one workshop share: the workshop, and the way between its pages."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plethu_web.reviews.access import Access
from plethu_web.workshops.models import Workshop
from plethu_web.workshops.queries import workshops as queries
from plethu_web.workshops.states import Rule, State, rule_of

# The pages of a workshop: the name of its address, the ability it takes, its name.
PARTS = (
    ("workshop", "read-workshops", _("Overview")),
    ("agenda", "read-workshops", _("Agenda")),
    ("register", "run-workshops", pgettext_lazy("of people", "Register")),
    ("breakouts", "run-workshops", _("Groups")),
    ("facilitators", "run-workshops", _("Facilitators")),
    ("room:lead", "run-workshops", _("The room")),
    ("analysis", "read-workshops", _("Analysis")),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A workshop of a review, as somebody opened it."""

    access: Access
    workshop: Workshop

    @property
    def rule(self) -> Rule:
        """What is possible in its state."""
        return rule_of(self.workshop.state)

    def context(self, part: str, **more: Any) -> dict[str, Any]:
        """What the templates of its pages need. `part` is the entry of the way that is this page."""
        parts = [
            (self.address(name), words, name == part) for name, ability, words in PARTS if self.access.can(ability)
        ]
        return {
            "access": self.access,
            "workshop": self.workshop,
            "state": State(self.workshop.state).label,
            "rule": self.rule,
            "may_run": self.access.can("run-workshops"),
            "parts": parts,
            "is_overview": part == "workshop",
            **more,
        }

    def address(self, name: str, *more: object) -> str:
        """The address of one of its pages, or into its room."""
        if name.startswith("room:"):
            return reverse(name, args=[self.workshop.key])
        return reverse(f"workshops:{name}", args=[self.access.review.slug, self.workshop.pk, *more])

    def to(self, name: str, *more: object, done: str = "") -> HttpResponse:
        """Go to one of its pages, or into its room."""
        return redirect(self.address(name, *more) + (f"?done={done}" if done else ""))


def opened(access: Access, pk: uuid.UUID) -> Opened:
    """The workshop; Http404 where the review has none of that id."""
    return Opened(access, queries.workshop_of(access, pk))
