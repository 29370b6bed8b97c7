"""A job in words of the reader's language, with what can be done about it: what a page shows."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plethu_web.jobs import states
from plethu_web.jobs.kinds import ERRORS, KINDS, NOTES
from plethu_web.jobs.models import Job
from plethu_web.jobs.queries import is_worker_alive

logger = logging.getLogger("plethu.jobs")
LONG_WAIT = timedelta(minutes=1)
STATE_NAMES = {
    states.WAITING: gettext_lazy("Waiting to start"),
    states.RUNNING: gettext_lazy("Under way"),
    states.DONE: gettext_lazy("Done"),
    states.FAILED: gettext_lazy("Could not be done"),
    states.CANCELLED: gettext_lazy("Stopped"),
}
BUTTONS = {"cancel": gettext_lazy("Stop this"), "retry": gettext_lazy("Try again")}


@dataclass(frozen=True, slots=True)
class Button:
    """Something that a person may ask for."""

    move: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class ToldJob:
    """What `_components/job.html` shows. `said` is what was announced last, as a code that comes back with a poll."""

    id: uuid.UUID
    name: str
    state: str
    state_name: str
    address: str
    has_ended: bool
    done: int
    total: int | None
    how_far: str
    note: str
    error: str
    said: str
    announcement: str
    leads_to: str
    buttons: tuple[Button, ...]


def tell(job: Job) -> ToldJob:
    """The job in words."""
    kind = KINDS.get(job.kind)
    how_far = _how_far(job)
    name = str(kind.label) if kind else _("Work of another version of the site")
    state_name = str(STATE_NAMES[job.state])
    error = error_sentence(job) if job.state == states.FAILED else ""
    stopping = _("It is being stopped.") if job.cancel_wanted and job.state == states.RUNNING else ""
    return ToldJob(
        id=job.id,
        name=name,
        state=job.state,
        state_name=state_name,
        address=reverse("jobs:job", args=[job.id]),
        has_ended=job.state in states.ENDED,
        done=job.done,
        total=job.total,
        how_far=how_far,
        note=stopping or _note(job),
        error=error,
        said=f"{job.state}-{_quarters(job)}",
        announcement=" ".join(filter(None, (f"{name}: {state_name}.", how_far, error))),
        leads_to=kind.leads_to(job) if kind and kind.leads_to and job.state == states.DONE else "",
        buttons=() if stopping else tuple(_buttons(job)),
    )


def error_sentence(job: Job) -> str:
    """What went wrong. Where the code has no sentence, that it went wrong: a code is never shown."""
    sentence = str(ERRORS.get(job.error) or ERRORS["unexpected"])
    try:
        return sentence % job.error_values
    except (KeyError, TypeError, ValueError):
        logger.exception("job %s: the values do not fit the sentence of %r", job.id, job.error)
        return str(ERRORS["unexpected"])


def _how_far(job: Job) -> str:
    if job.state == states.DONE or not job.done:
        return ""
    if job.total:
        return _("%(done)s of %(total)s so far.") % {"done": f"{job.done:,}", "total": f"{job.total:,}"}
    return _("%(done)s so far.") % {"done": f"{job.done:,}"}


def _note(job: Job) -> str:
    if job.state == states.RUNNING:
        return str(NOTES.get(job.note, ""))
    if job.state != states.WAITING:
        return ""
    if job.due and job.due > timezone.now():
        return _("It went wrong once and is tried again shortly.")
    if _waiting_since(job) < timezone.now() - LONG_WAIT and not is_worker_alive():
        return _("Nothing on the site does such work at the moment. Tell whoever runs the site.")
    return ""


def _waiting_since(job: Job) -> datetime:
    return job.started or job.made


def _quarters(job: Job) -> int:
    return min(4, 4 * job.done // job.total) if job.total else 0


def _buttons(job: Job) -> list[Button]:
    moves = states.offered(job.state)
    return [Button(move, str(BUTTONS[move]), reverse(f"jobs:{move}", args=[job.id])) for move in moves]
