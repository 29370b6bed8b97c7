"""What a running job holds in its hands: its arguments, its checkpoint, and the way to say how far it is."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Any

from django.db import transaction

from plethu_web.jobs import running

if TYPE_CHECKING:
    from plethu_web.jobs.models import Job

SECONDS_BETWEEN_SIGNS = 1.0
STOPPING = Event()  # set when this process has been asked to end


class Cancelled(Exception):
    """Somebody asked for the job to stop."""


class Superseded(Exception):
    """The job has been given to another worker since; this one has no more say in it."""


class Stopping(Exception):
    """The worker is being ended in good order; the job goes back and is taken up from its checkpoint."""


class JobFailed(Exception):
    """The job cannot be done, and trying again would not help. `code` has its sentence in `kinds.ERRORS`."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class Work:
    """One attempt at a job. Every method raises Cancelled, Superseded or Stopping where it should not go on."""

    def __init__(self, job: Job) -> None:
        self.job_id: uuid.UUID = job.id
        self.attempt: int = job.attempts
        self.by: uuid.UUID | None = job.by
        self.review: uuid.UUID | None = job.review
        self.arguments: dict[str, Any] = job.arguments
        self.checkpoint: dict[str, Any] = job.checkpoint
        self.spoken_at = time.monotonic()  # when the work last showed that it does not hang
        self._said_at = 0.0
        self._note = job.note

    def progress(self, done: int, total: int | None = None, *, note: str = "") -> None:
        """Say how far it is. Call it as often as you like: it writes once a second at most.

        Inside a transaction others see it only when that ends, so long work should come in many short ones.
        """
        if STOPPING.is_set():
            raise Stopping
        now = self.spoken_at = time.monotonic()
        if now - self._said_at < SECONDS_BETWEEN_SIGNS and note == self._note and done != total:
            return
        self._said_at, self._note = now, note
        self._write(done=done, total=total, note=note)

    def save_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Keep where to go on from, should this attempt be broken off."""
        self._write(checkpoint=checkpoint)
        self.checkpoint = checkpoint

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that is kept only while this attempt is the one that counts. Save the checkpoint inside it,
        and what it stores is stored once, whatever happens.
        """
        with transaction.atomic():
            self._write()
            yield

    def _write(self, **values: Any) -> None:
        self.spoken_at = time.monotonic()
        if not running.sign(self.job_id, self.attempt, **values):
            raise Cancelled if running.is_to_stop(self.job_id, self.attempt) else Superseded
