"""Doing a job: take it up, run what its kind says, and write down how it ended."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass

from plethu_web.jobs import running
from plethu_web.jobs.kinds import KINDS
from plethu_web.jobs.models import Job
from plethu_web.jobs.work import Cancelled, JobFailed, Stopping, Superseded, Work

logger = logging.getLogger("plethu.jobs")


@dataclass
class InHand:
    """The attempt this process is at, for the thread that gives signs of life on its behalf."""

    work: Work | None = None


IN_HAND = InHand()


def perform(job_id: uuid.UUID) -> None:
    """Do a job, if it still waits to be done."""
    job = running.begin(job_id)
    if job is None:
        return
    work = Work(job)
    IN_HAND.work = work
    try:
        _run(job, work)
    finally:
        IN_HAND.work = None


def _run(job: Job, work: Work) -> None:
    kind = KINDS.get(job.kind)
    if kind is None:
        running.fail(job.id, work.attempt, "unknown-kind", {})
        return
    try:
        result = kind.run(work)
    except Cancelled:
        running.stop(job.id, work.attempt)
    except Superseded:
        logger.warning("job %s: attempt %d was superseded", job.id, work.attempt)
    except Stopping:
        running.put_back(job.id, work.attempt, spare=True)
    except JobFailed as error:
        running.fail(job.id, work.attempt, error.code, error.values)
    except Exception:
        logger.exception("job %s (%s), attempt %d", job.id, job.kind, work.attempt)
        _again_or_never(job, kind.retries)
    else:
        running.finish(job.id, work.attempt, result or {})


def _again_or_never(job: Job, retries: int) -> None:
    starts = job.attempts - job.spared
    if running.is_to_stop(job.id, job.attempts):
        running.stop(job.id, job.attempts)
    elif starts > retries:
        running.fail(job.id, job.attempts, "unexpected", {})
    else:
        running.put_back(job.id, job.attempts, wait=running.wait_after(starts))
