"""Runs: asking for one over the review's own records, storing what it gave, and logging one at a database."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from plethu.searching.searchlog import checksum
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.searches import SearchMade, log_search
from plethu_web.jobs.actions import start_job
from plethu_web.records.models import Import, Record
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.models import LoggedRun, Run, Version
from plethu_web.strategies.queries.runs import JOB, still_there
from plethu_web.strategies.stored_result import named_in, without


@transaction.atomic
def start_run(
    *, by: User, access: Access, version: Version, known_text: str, known_import: Import | None, targets: list[str]
) -> Run:
    """Ask for a run of a version over the review's records: a row for it, and a job that fills it."""
    row = Run.objects.create(
        strategy=version.strategy,
        version=version,
        known_text=known_text,
        known_import=known_import,
        targets=targets,
        by=by,
    )
    job = start_job(kind=JOB, by=by.pseudonym, arguments={"run": str(row.pk)}, review=access.review.pk)
    Run.objects.filter(pk=row.pk).update(job=job.pk)
    row.job = job.pk
    thing = f"strategy:{version.strategy_id}"
    note("strategy-run", by=by.pseudonym, review=access.review.pk, thing=thing, version=version.number)
    return row


def finish_run(run: Run, *, result: dict[str, Any], found: list[int]) -> None:
    """The run is through. What was withdrawn while it ran is left out. Part of the caller's transaction."""
    gone = named_in(result) - still_there(named_in(result))
    result, found = without(result, gone), [key for key in found if key not in gone]
    Run.objects.filter(pk=run.pk).update(result=result, found=found, done=timezone.now())


def forget_record(record: Record) -> None:
    """Take a record that is withdrawn out of what runs have stored. Part of the caller's transaction."""
    for run in Run.objects.filter(strategy__review=record.review_id).exclude(done=None).select_for_update():
        found = [key for key in run.found if key != record.pk]
        Run.objects.filter(pk=run.pk).update(result=without(run.result, {record.pk}), found=found)


@transaction.atomic
def log_run(
    *, by: User, access: Access, version: Version, platform: str, text: str, lines: list[dict[str, Any]],
    made: SearchMade,
) -> LoggedRun:  # fmt: skip
    """Log a run at a database: an entry of the log of searches, and the strategy exactly as it was run."""
    search = log_search(by=by, access=access, made=made)
    row = LoggedRun.objects.create(
        search=search,
        version=version,
        platform=platform,
        text=text,
        sha256=checksum(text),
        lines=lines,
        by=by,
    )
    thing = f"strategy:{version.strategy_id}"
    note("strategy-run-logged", by=by.pseudonym, review=access.review.pk, thing=thing, platform=platform)
    return row


@transaction.atomic
def note_appendix(*, by: User, access: Access, format: str) -> None:
    """Note that the appendix of searches was taken away."""
    note("searches-appendix-taken", by=by.pseudonym, review=access.review.pk, format=format)
