"""What tests of the library share."""

from __future__ import annotations

import pytest

from .command_line import Typed

LANGUAGES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "PLETHU_EDITION", "PLETHU_TRACEBACK")


@pytest.fixture
def plethu(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Typed:
    """The command line, in an environment that says nothing of languages or editions."""
    for name in LANGUAGES:
        monkeypatch.delenv(name, raising=False)
    return Typed(monkeypatch, capfd)
