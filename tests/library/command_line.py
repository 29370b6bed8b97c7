"""Running a command in this process, as the tests of the command line do."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest

from plethu.cli.main import main


class Done(NamedTuple):
    """What a command left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


class Typed:
    """Types a command; what it reads from standard input is given as `stdin`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capfd = capfd

    def __call__(self, *words: object, stdin: bytes = b"") -> Done:
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self.capfd.readouterr()
        code = main([str(word) for word in words])
        sys.stderr.flush()
        return Done(code, *self.capfd.readouterr())
