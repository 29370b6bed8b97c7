"""What all tests of the site share."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import close_old_connections, connection
from django_tasks_db.management.commands import db_worker


@pytest.fixture(autouse=True)
def forget_attempts() -> None:
    """All tests come from one address: what one of them tried does not count against the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def connection_of_a_test_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers and streams close connections that are not fresh; what they do inside a test shares the test's."""
    from plethu_web.workshops import live_reading

    def close() -> None:
        if not connection.in_atomic_block:
            close_old_connections()

    for part in (db_worker, live_reading):
        monkeypatch.setattr(part, "close_old_connections", close)
