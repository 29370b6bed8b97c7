"""What a worker writes about jobs. Each is one conditional statement, so that two workers never both succeed."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from plethu_web.jobs import queue
from plethu_web.jobs.models import Job
from plethu_web.jobs.states import RUNNING, WAITING, sources, target

MOST_DEATHS = 3
LONGEST_WAIT = timedelta(minutes=10)


def begin(job_id: uuid.UUID) -> Job | None:
    """Take up a job that waits: None where it does not wait any more."""
    now = timezone.now()
    taken = Job.objects.filter(pk=job_id, state__in=sources("begin")).update(
        state=target("begin", WAITING), attempts=F("attempts") + 1, started=now, heartbeat=now, due=None
    )
    return Job.objects.get(pk=job_id) if taken else None


def sign(job_id: uuid.UUID, attempt: int, **values: Any) -> bool:
    """Give a sign of life, and write what else is known. False where the attempt is to stop or counts no more."""
    return bool(_held(job_id, attempt).filter(cancel_wanted=False).update(heartbeat=timezone.now(), **values))


def is_to_stop(job_id: uuid.UUID, attempt: int) -> bool:
    """Whether the attempt counts, and somebody asked for it to stop."""
    return _held(job_id, attempt).filter(cancel_wanted=True).exists()


def finish(job_id: uuid.UUID, attempt: int, result: dict[str, Any]) -> bool:
    """The work is done."""
    return _end("finish", job_id, attempt, result=result, error="", error_values={})


def fail(job_id: uuid.UUID, attempt: int, code: str, values: dict[str, Any]) -> bool:
    """The work cannot be done."""
    return _end("fail", job_id, attempt, error=code, error_values=values)


def stop(job_id: uuid.UUID, attempt: int) -> bool:
    """The work was broken off because somebody asked for it."""
    return _end("stop", job_id, attempt)


@transaction.atomic
def put_back(job_id: uuid.UUID, attempt: int, *, wait: timedelta = timedelta(0), spare: bool = False) -> bool:
    """Let the job wait again: not before `wait` is over. `spare`: this start is not counted."""
    due = timezone.now() + wait if wait else None
    back = _held(job_id, attempt).update(
        state=target("put-back", RUNNING), heartbeat=None, due=due, spared=F("spared") + int(spare)
    )
    if back:
        Job.objects.filter(pk=job_id).update(ticket=queue.enqueue(job_id, due))
    return bool(back)


def wait_after(starts: int) -> timedelta:
    """How long to wait after so many starts: 5, 20, 80 seconds and so on, ten minutes at most."""
    return min(timedelta(seconds=settings.JOB_WAIT_SECONDS * 4 ** (starts - 1)), LONGEST_WAIT)


def reap(now: datetime) -> int:
    """Take jobs away from workers that have fallen silent, and put jobs that fell out of the queue back into it."""
    limit = now - timedelta(seconds=settings.JOB_QUIET_SECONDS)
    silent = Job.objects.filter(state=RUNNING, heartbeat__lt=limit)
    lost = Job.objects.filter(state=WAITING, made__lt=limit).exclude(ticket__in=queue.tickets_in_hand(limit))
    return sum(_take_away(job, limit) for job in silent) + sum(_queue_again(job) for job in lost)


def _take_away(job: Job, limit: datetime) -> bool:
    with transaction.atomic():
        held = Job.objects.select_for_update().filter(pk=job.pk, attempts=job.attempts, heartbeat__lt=limit)
        if held.filter(state=RUNNING).first() is None:
            return False
        if job.cancel_wanted:
            return stop(job.pk, job.attempts)
        if job.attempts - job.spared >= MOST_DEATHS:
            return fail(job.pk, job.attempts, "died", {})
        return put_back(job.pk, job.attempts)


@transaction.atomic
def _queue_again(job: Job) -> bool:
    waiting = Job.objects.select_for_update().filter(pk=job.pk, state=WAITING, ticket=job.ticket)
    if waiting.first() is None:
        return False
    return bool(waiting.update(ticket=queue.enqueue(job.pk, job.due)))


def _held(job_id: uuid.UUID, attempt: int) -> QuerySet[Job]:
    return Job.objects.filter(pk=job_id, state=RUNNING, attempts=attempt)


def _end(move: str, job_id: uuid.UUID, attempt: int, **values: Any) -> bool:
    values = {**values, "ended": timezone.now(), "heartbeat": None, "cancel_wanted": False}
    return bool(_held(job_id, attempt).update(state=target(move, RUNNING), **values))
