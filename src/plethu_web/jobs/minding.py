"""A second thread beside the work: gives signs of life, takes jobs from workers that fell silent, ends what hangs."""

from __future__ import annotations

import logging
import os
import socket
import time
import uuid
from datetime import timedelta
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from plethu_web.jobs import queue, running
from plethu_web.jobs.models import Worker
from plethu_web.jobs.performing import IN_HAND

logger = logging.getLogger("plethu.jobs")
HUNG = 3
SECONDS_BETWEEN_TIDYING = 3600


class Minder(Thread):
    """Minds one worker process until `enough` is called."""

    def __init__(self) -> None:
        super().__init__(name="plethu-minder", daemon=True)
        self.worker_id = uuid.uuid4()
        self._every = settings.JOB_QUIET_SECONDS / 4
        self._enough = Event()
        self._tidied = 0.0

    def run(self) -> None:
        """Mind, again and again; a database that is busy or away is tried again the next time."""
        while True:
            try:
                close_old_connections()
                self.mind()
            except (DatabaseError, OSError):
                logger.exception("worker %s could not give a sign of life", self.worker_id)
            if self._enough.wait(self._every):
                connection.close()
                return

    def enough(self) -> None:
        """Stop minding, and take the worker off the list."""
        self._enough.set()
        self.join(timeout=5)
        try:
            Worker.objects.filter(pk=self.worker_id).delete()
        except DatabaseError:
            logger.warning("worker %s could not be taken off the list", self.worker_id)

    def mind(self) -> None:
        """What is done each time."""
        self._sign_for_what_is_in_hand()
        now = timezone.now()
        here = {"host": socket.gethostname()[:120], "process": os.getpid(), "seen": now}
        Worker.objects.update_or_create(pk=self.worker_id, defaults=here)
        if taken := running.reap(now):
            logger.warning("%d jobs were taken from workers that fell silent", taken)
        if time.monotonic() - self._tidied > SECONDS_BETWEEN_TIDYING or not self._tidied:
            self._tidied = time.monotonic()
            queue.forget_old()
            Worker.objects.filter(seen__lt=now - timedelta(days=1)).delete()

    def _sign_for_what_is_in_hand(self) -> None:
        work = IN_HAND.work
        if work is None:
            return
        if time.monotonic() - work.spoken_at > settings.JOB_HANGS_SECONDS:
            logger.error("job %s has said nothing for %d s; ending", work.job_id, settings.JOB_HANGS_SECONDS)
            os._exit(HUNG)  # the thread that hangs cannot be ended otherwise; the job is taken up by the next worker
        running.sign(work.job_id, work.attempt)
