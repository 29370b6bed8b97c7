"""What is kept of answers belongs to whoever has the link; it leads to no person."""

from __future__ import annotations

from plethu_web.accounts.personal_data import names_nobody

names_nobody("frameworks.SavedSituation")
