"""The queue. The only module that knows which: django-tasks with its tasks in our own database (docs/adr/0006)."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=1)


@task()
def perform(job_id: str) -> None:
    """What stands in the queue: a job, by its id."""
    from plethu_web.jobs.performing import perform as really  # which itself puts jobs into the queue

    really(uuid.UUID(job_id))


def enqueue(job_id: uuid.UUID, due: datetime | None = None) -> uuid.UUID:
    """Put a job into the queue, as part of the transaction one is in. Gives its ticket."""
    wanted = perform.using(run_after=due) if due else perform
    return uuid.UUID(str(wanted.enqueue(str(job_id)).id))


def run_next(worker_id: str) -> bool:
    """Do one job that is due, in this process: False where there is none."""
    if not DBTaskResult.objects.ready().exists():
        return False
    one = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    one.run()
    return True


def run_waiting(most: int = 100) -> int:
    """Do the jobs that are due, in this process, as tests and scripts want it; how many were done."""
    done = 0
    while done < most and run_next("here"):
        done += 1
    return done


def tickets_in_hand(limit: datetime) -> QuerySet[DBTaskResult, uuid.UUID]:
    """Tickets that wait, or that a worker took after `limit`."""
    ready, taken = TaskResultStatus.READY, TaskResultStatus.RUNNING
    held = Q(status=ready) | Q(status=taken, started_at__gte=limit)
    return DBTaskResult.objects.filter(held).order_by().values_list("pk", flat=True)


def forget_old() -> int:
    """Delete tickets that have been used up for a day; how many."""
    old = timezone.now() - KEPT
    used = Q(finished_at__lt=old) | Q(status=TaskResultStatus.RUNNING, started_at__lt=old)
    return DBTaskResult.objects.filter(used).delete()[0]
