"""What can be asked about jobs."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from plethu_web.jobs.access import may_see
from plethu_web.jobs.models import Job, Worker
from plethu_web.jobs.states import ENDED, FAILED, WAITING

if TYPE_CHECKING:
    from plethu_web.accounts.models import User


def job_for(user: User, job_id: uuid.UUID) -> Job | None:
    """The job, if there is one and the person may see it."""
    job = Job.objects.filter(pk=job_id).first()
    return job if job and may_see(job, user) else None


def jobs_of_review(review: uuid.UUID, *, kind: str = "", unfinished: bool = False) -> list[Job]:
    """The jobs of a review, the newest first. Who asks has been let into the review."""
    jobs = Job.objects.filter(review=review)
    if kind:
        jobs = jobs.filter(kind=kind)
    return list(jobs.exclude(state__in=ENDED) if unfinished else jobs)


def is_worker_alive() -> bool:
    """Whether any worker gave a sign of life within the quiet period."""
    limit = timezone.now() - timedelta(seconds=settings.JOB_QUIET_SECONDS)
    return Worker.objects.filter(seen__gte=limit).exists()


def late(before: datetime) -> int:
    """How many jobs still wait that could have been begun before a time."""
    due = Q(due__isnull=True, made__lt=before) | Q(due__lt=before)
    return Job.objects.filter(due, state=WAITING).count()


def failed_since(at: datetime) -> int:
    """How many jobs failed since a time."""
    return Job.objects.filter(state=FAILED, ended__gte=at).count()
