"""Progress on one line of the terminal, and none where nobody is looking."""

from __future__ import annotations

import sys
import time

SECONDS = 0.2  # between two lines of progress


class Progress:
    """One line that is written over, and gone in the end."""

    def __init__(self) -> None:
        self.last, self.is_watched = 0.0, sys.stderr.isatty()

    def is_due(self) -> bool:
        """Whether it is time to show something again."""
        now = time.monotonic()
        if not self.is_watched or now - self.last < SECONDS:
            return False
        self.last = now
        return True

    def show(self, line: str) -> None:
        """Write over the line."""
        print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave the line as if nothing had been there."""
        if self.last:
            self.show("")
