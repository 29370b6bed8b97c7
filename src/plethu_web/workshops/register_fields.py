"""What a column of a list can be taken for, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIELD_NAMES: dict[str, Promise] = {
    "name": _("Whole name"),
    "first": _("First name"),
    "last": _("Surname"),
    "email": _("Email"),
    "organisation": _("Organisation"),
    "id": _("Code or booking number"),
    "sector": _("Sector"),
    "level": _("Kind of role"),
    "area": _("Area"),
    "scale": _("Scale they work at"),
    "language": _("Language"),
    "welsh_medium": _("A Welsh-medium group"),
    "access_needs": _("What they need to take part"),
    "motivations": _("Why they want to come"),
    "together": _("Together with"),
    "apart": _("Apart from"),
    "rounds": _("Which rounds they can be there for"),
    "facilitates": _("Looks after a group"),
    "consent": _("Whether they agree to take part"),
    "status": _("Whether they cancelled"),
    "came": _("Came"),
}
LEFT = pgettext_lazy("a column", "Leave aside")


def field_name(field: str) -> str:
    """A field in words; empty for none, its code for one that is not known any more."""
    return str(FIELD_NAMES.get(field, field))
