"""What is deleted when its time is over: by `plethu purge`, and once a day by whatever does the background jobs."""

from __future__ import annotations

import logging
import time

SECONDS_BETWEEN = 24 * 3600


def delete_what_is_over() -> int:
    """Delete what visitors kept or sent in, contacts of workshops and accounts never confirmed. How many things."""
    from plethu_web.accounts.actions import purge_unconfirmed
    from plethu_web.calls.actions.withdrawing import purge_calls
    from plethu_web.frameworks.actions import purge_expired
    from plethu_web.workshops.actions.withdrawing import purge_workshops

    return purge_expired() + purge_calls() + purge_workshops() + purge_unconfirmed()


class Daily:
    """Deletes once a day, at the first call and then a day later. What fails is logged and tried again the next day."""

    def __init__(self) -> None:
        self._next = 0.0

    def delete_if_due(self) -> None:
        """Delete what is over, if a day has passed."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + SECONDS_BETWEEN
        try:
            delete_what_is_over()
        except Exception:
            logging.getLogger("plethu.jobs").exception("what is over could not be deleted")
