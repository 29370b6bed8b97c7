"""What the tables of records hold about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, declare, names_nobody

STAYS = _("What was done in a review stays with it, without your name.")

names_nobody("records.Record")  # whose names are those of authors, as published
declare(Held("records.Import", _("Files of records you sent in"), ("by",), ("name", "made"), STAYS))
declare(Held("records.Edit", _("Records you mended"), ("by",), ("variable", "reason", "at"), STAYS))
