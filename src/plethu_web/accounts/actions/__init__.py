"""What can be done with accounts. `by` is the pseudonym of who does it, None for the server's command line."""

from __future__ import annotations

from plethu_web.accounts.actions.erasing import HandOverFirst, erase_person
from plethu_web.accounts.actions.people import (
    AlreadyThere,
    change_details,
    create_account,
    create_administrator,
    make_password_link,
    note_export,
    purge_unconfirmed,
    set_administrator,
)

__all__ = [
    "AlreadyThere",
    "HandOverFirst",
    "change_details",
    "create_account",
    "create_administrator",
    "erase_person",
    "make_password_link",
    "note_export",
    "purge_unconfirmed",
    "set_administrator",
]
