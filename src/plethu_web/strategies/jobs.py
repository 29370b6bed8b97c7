"""The job that runs a strategy over the review's records: an index made for it, everything counted, the index gone."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plethu.searching import strategy as library
from plethu.searching.running import Index, Text
from plethu.searching.running.texts import text_of
from plethu_web.jobs.kinds import declare_errors, declare_notes, job_kind
from plethu_web.jobs.models import Job
from plethu_web.jobs.work import JobFailed, Work
from plethu_web.strategies.actions.runs import finish_run
from plethu_web.strategies.models import Run, Strategy
from plethu_web.strategies.queries.runs import JOB, records_to_search, run_to_do
from plethu_web.strategies.running_here import counted
from plethu_web.strategies.understanding import understand

declare_errors(
    {
        "strategy-unread": _("The strategy cannot be read as it stands. Look at its blocks and its formula."),
        "no-records": _("The review has no records yet. Import some first."),
    }
)
declare_notes({"indexing": _("Reading the records."), "counting": _("Counting.")})


def _leads_to(job: Job) -> str:
    run = Run.objects.select_related("strategy__review").get(pk=uuid.UUID(job.arguments["run"]))
    return reverse("strategies:run", args=[run.strategy.review.slug, run.strategy_id, run.pk])


@job_kind(JOB, label=_("Running a search strategy over the records"), leads_to=_leads_to)
def run_here(work: Work) -> dict[str, Any]:
    """Run a version over the records of its review. What is stored of it is stored once, whole."""
    run = run_to_do(uuid.UUID(work.arguments["run"]))
    understood = understand(run.strategy, run.version)
    if understood.strategy is None:
        raise JobFailed("strategy-unread")
    records = records_to_search(run.strategy)
    total = records.count()
    if not total:
        raise JobFailed("no-records")
    with _folder() as folder, _index(Path(folder), run.strategy, total, work) as index:
        result, found = _counted(work, run, understood.strategy, index)
    with work.writing():
        finish_run(run, result=result, found=found)
    return {"records": total, "hits": result["hits"]}


def _counted(work: Work, run: Run, strategy: library.Strategy, index: Index) -> tuple[dict[str, Any], list[int]]:
    far = [0, len(strategy.blocks)]

    def say(done: int, total: int) -> None:
        far[:] = done, total
        pause()

    def pause() -> bool:
        work.progress(*far, note="counting")
        return False

    return counted(run, strategy, index, say, pause)


def _folder() -> tempfile.TemporaryDirectory[str]:
    """A private folder that is gone with the job: nothing of the records outlives it beside the database."""
    home = Path(settings.HOME)
    return tempfile.TemporaryDirectory(dir=home if home.is_dir() else None, prefix="index-")


def _index(folder: Path, strategy: Strategy, total: int, work: Work) -> Index:
    return Index.build(folder / "index", _texts(strategy), total=total, progress=_progress(work, "indexing"))


def _texts(strategy: Strategy) -> Iterator[Text]:
    rows = records_to_search(strategy).values_list("pk", "csl").iterator(chunk_size=500)
    return (text_of(str(pk), csl) for pk, csl in rows)


def _progress(work: Work, note: str) -> Callable[[int, int], None]:
    def say(done: int, total: int) -> None:
        work.progress(done, total, note=note)

    return say
