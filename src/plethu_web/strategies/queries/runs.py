"""Runs over the review's own records, and the texts they search."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from django.http import Http404

from plethu_web.accounts.models import User
from plethu_web.jobs.models import Job
from plethu_web.records.models import Import, Record
from plethu_web.reviews.models import Membership
from plethu_web.reviews.queries.reviews import Access
from plethu_web.reviews.roles import may
from plethu_web.strategies.models import Run, Strategy

JOB = "strategy-run"


def runs_of(strategy: Strategy) -> QuerySet[Run]:
    """All runs of a strategy, the latest first; what was found stays in the database."""
    return strategy.runs.select_related("version", "by").defer("found")


def run_of(strategy: Strategy, id: uuid.UUID) -> Run:
    """One run; Http404 where there is none of this strategy."""
    found = runs_of(strategy).filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def run_to_do(id: uuid.UUID) -> Run:
    """The run that a job is to do. Only jobs ask this; people come through `run_of`."""
    return Run.objects.select_related("version", "strategy").get(pk=id)


def run_before(run: Run) -> Run | None:
    """The latest run of the same strategy that was through before this one was asked for."""
    return Run.objects.filter(strategy=run.strategy_id, done__lt=run.made).order_by("-done").first()


def words_known(strategy: Strategy) -> list[str]:
    """The words that the latest run found in the records for the strategy's open-ended words; none before a run."""
    run = Run.objects.filter(strategy=strategy).exclude(done=None).only("result").order_by("-done").first()
    return list(run.result.get("words", ())) if run else []


def records_to_search(strategy: Strategy) -> QuerySet[Record]:
    """The records of the review whose imports are there."""
    found = Record.objects.filter(review=strategy.review_id, source__state=Import.State.THERE)
    return found.order_by("pk")


def still_there(keys: set[int]) -> set[int]:
    """Those of the keys whose records have not been deleted."""
    return set(Record.objects.filter(pk__in=keys).values_list("pk", flat=True))


def records_by_key(access: Access, keys: list[int]) -> dict[int, Record]:
    """Records of the review by their keys; those that are gone since are not among them."""
    found = Record.objects.filter(review=access.review, source__state=Import.State.THERE, pk__in=keys)
    return {record.pk: record for record in found.only("pk", "title", "authors", "printed_date", "doi")}


def imports_there(access: Access) -> list[Import]:
    """The imports that can serve as a set of known items."""
    return list(Import.objects.filter(review=access.review, state=Import.State.THERE))


def may_see_job(job: Job, person: User) -> bool:
    """Whether somebody may follow and stop a run that another one asked for."""
    if job.kind != JOB:
        return False
    found = Membership.objects.filter(review=job.review, person=person, ended=None).first()
    return found is not None and may(found.role, "write-strategies")
