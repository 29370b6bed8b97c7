"""The designs a workshop can be made from, by their code."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.framework.edition import Edition
from plethu_web.workshops.defaults import Part, half_day, two_hours

Design = Callable[[Edition], tuple[Part, ...]]
DESIGNS: dict[str, tuple[Promise, Promise, Design]] = {
    "half-day": (
        _("Four hours online for about seventy people"),
        _("A summary, a round of groups for each family of actions, one for what is missing, and the end together."),
        half_day,
    ),
    "two-hours": (
        _("Two hours for up to forty people"),
        _("A summary, a short round of groups for each family of actions, and the end together."),
        two_hours,
    ),
    "empty": (_("An empty agenda"), _("You put the rounds together yourselves."), lambda edition: ()),
}
