"""What the tables of records hold about the people who brought and mended them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, declare, names_nobody

_STAYS = _("What was done in a review stays with it, without your name.")

names_nobody("records.Record")
declare(
    Held("records.Import", _("Imports"), ("by",), ("review__title", "name", "made"), _STAYS),
    Held("records.Edit", _("Records mended"), ("by",), ("variable", "before", "after", "reason", "at"), _STAYS),
)
