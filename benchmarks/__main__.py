"""`make bench`: every figure, side by side with a peer in one run. Names as arguments run only those."""

from __future__ import annotations

import importlib
import sys

ALL = ("advice", "editions", "processes", "records", "searching", "pages", "room")

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"benchmarks.{name}").run()
