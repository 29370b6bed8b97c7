"""The kinds of jobs. An app declares its own in its module `jobs`, with the function that does the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from plethu_web.jobs.models import Job
    from plethu_web.jobs.work import Work

Run = Callable[["Work"], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class JobKind:
    """A kind of job: its name for people, how often it is tried again by itself, where its result is shown."""

    name: str
    label: Promise
    run: Run
    retries: int
    leads_to: Callable[[Job], str] | None


KINDS: dict[str, JobKind] = {}
ERRORS: dict[str, Promise] = {
    "unexpected": _("Something went wrong that we did not foresee. It has been noted for the administrator."),
    "died": _("The work broke off three times before it was finished. It has been noted for the administrator."),
    "unknown-kind": _("This version of the site does not know this kind of work."),
}
NOTES: dict[str, Promise] = {}


def job_kind(
    name: str, *, label: Promise, retries: int = 2, leads_to: Callable[[Job], str] | None = None
) -> Callable[[Run], Run]:
    """Register `run(work)` as what a kind of job does. `leads_to` gives the address of what came of a job that is done.

    A job runs at least once: killed in the middle, it starts again, with the checkpoint it saved. What it writes inside
    `with work.writing():` is written once. What `run` gives back, plain values, is kept as the job's result.
    """

    def register(run: Run) -> Run:
        if name in KINDS and KINDS[name].run is not run:
            raise ValueError(f"two kinds of jobs are called {name}")
        KINDS[name] = JobKind(name, label, run, retries, leads_to)
        return run

    return register


def declare_errors(sentences: Mapping[str, Promise]) -> None:
    """Add what can go wrong, each with its sentence; its placeholders are the values that JobFailed carries."""
    ERRORS.update(sentences)


def declare_notes(sentences: Mapping[str, Promise]) -> None:
    """Add what a job can be at, each with a few words."""
    NOTES.update(sentences)
