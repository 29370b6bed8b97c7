"""What all tests of the site share."""

from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def forget_attempts() -> None:
    """All tests come from one address: what one of them tried does not count against the next."""
    cache.clear()
