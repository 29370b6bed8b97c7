"""Visitors that walks through pages share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ..conftest import PATIENCE


@pytest.fixture
def plain_page(chromium: Any, live_server: Any) -> Iterator[Any]:
    """An old phone: 320 pixels, no JavaScript."""
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, viewport={"width": 320, "height": 568}
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
