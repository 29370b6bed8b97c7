"""What people can do with jobs. `by` is the pseudonym of who does it, None for the server's command line."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.jobs import queue
from plethu_web.jobs.kinds import KINDS
from plethu_web.jobs.models import Job
from plethu_web.jobs.states import RUNNING, sources, target


class NotNow(Exception):
    """The job is not in a state in which that can be done; it may just have ended."""


@transaction.atomic
def start_job(
    *, kind: str, by: uuid.UUID | None, arguments: dict[str, Any] | None = None, review: uuid.UUID | None = None
) -> Job:
    """Start a job as part of the caller's transaction: undone with it, and seen by no worker before it.

    `arguments` are plain values. KeyError for a kind that nobody declared.
    """
    job = Job.objects.create(kind=KINDS[kind].name, by=by, review=review, arguments=arguments or {})
    job.ticket = queue.enqueue(job.pk)
    job.save(update_fields=["ticket"])
    note("job-started", by=by, review=review, thing=f"job {job.pk}", job_kind=kind)
    return job


@transaction.atomic
def cancel_job(*, job_id: uuid.UUID, by: uuid.UUID | None) -> Job:
    """Take back a job that waits; ask one that runs to stop. Raises NotNow where it has ended."""
    job = _in_state(job_id, "cancel")
    if job.state == RUNNING:
        job.cancel_wanted = True
    else:
        job.state, job.ended, job.due = target("cancel", job.state), timezone.now(), None
    job.save(update_fields=["state", "ended", "due", "cancel_wanted"])
    note("job-cancelled", by=by, review=job.review, thing=f"job {job.pk}", job_kind=job.kind)
    return job


@transaction.atomic
def retry_job(*, job_id: uuid.UUID, by: uuid.UUID | None) -> Job:
    """Let a job that failed or was cancelled wait again; it goes on from its checkpoint. Raises NotNow otherwise."""
    job = _in_state(job_id, "retry")
    Job.objects.filter(pk=job.pk).update(
        state=target("retry", job.state),
        spared=F("attempts"),
        ended=None,
        heartbeat=None,
        due=None,
        error="",
        error_values={},
        cancel_wanted=False,
        ticket=queue.enqueue(job.pk),
    )
    note("job-retried", by=by, review=job.review, thing=f"job {job.pk}", job_kind=job.kind)
    return Job.objects.get(pk=job.pk)


def _in_state(job_id: uuid.UUID, move: str) -> Job:
    job = Job.objects.select_for_update().filter(pk=job_id, state__in=sources(move)).first()
    if job is None:
        raise NotNow(move)
    return job
