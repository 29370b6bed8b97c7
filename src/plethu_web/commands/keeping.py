"""Keeping a worker beside the server: started with it, started again when it dies, ended with it."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Thread

logger = logging.getLogger("plethu.jobs")
COMMAND = (sys.executable, "-P", "-m", "plethu_web.commands.worker", "--with-parent")
LONG_ENOUGH = 60.0  # seconds; a worker that lived that long is replaced at once
LONGEST_WAIT = 60.0
SECONDS_TO_STOP = 10


class KeptWorker(Thread):
    """A worker process that is there as long as this one is.

    It reads the end of a pipe that only we hold: were we killed outright, the pipe would close and the worker end.
    """

    def __init__(self, command: Sequence[str] = COMMAND, *, first_wait: float = 1.0) -> None:
        super().__init__(name="plethu-keeper", daemon=True)
        self._command, self._first_wait = command, first_wait
        self._enough = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Start it, wait for its end, start it again: at once, then ever later while it keeps dying."""
        wait = self._first_wait
        while not self._enough.is_set():
            begun = time.monotonic()
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603
            if self._enough.is_set():
                self._end()
            code = self._process.wait()
            if self._enough.is_set():
                return
            lived = time.monotonic() - begun
            wait = self._first_wait if lived > LONG_ENOUGH else wait
            logger.warning("the worker ended with %d after %d s; the next starts in %d s", code, lived, wait)
            self._enough.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    def enough(self) -> None:
        """End the worker in good order, and wait for its end."""
        self._enough.set()
        self._end()
        self.join(timeout=SECONDS_TO_STOP + 2)

    def _end(self) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        if process.stdin:
            with suppress(OSError):
                process.stdin.close()
        try:
            process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
