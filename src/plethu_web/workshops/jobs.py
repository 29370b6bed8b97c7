"""The job that plans breakout groups. It can be followed and stopped; what it stores is stored once, whole."""

from __future__ import annotations

import time
import uuid
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plethu.workshop.breakouts.budget import Budget, Progress
from plethu.workshop.breakouts.constraints import Impossible
from plethu.workshop.breakouts.planning import plan_breakouts
from plethu_web.jobs.kinds import declare_errors, declare_notes, job_kind
from plethu_web.jobs.models import Job
from plethu_web.jobs.work import JobFailed, Work
from plethu_web.workshops.actions.breakouts import finish_plan, note_impossible
from plethu_web.workshops.queries.breakouts import JOB, design_of, people_to_seat, plan_to_make

declare_errors({"nobody-to-seat": _("Nobody has registered who could be put into groups.")})
declare_notes({"seating": _("Looking for better groups.")})


def _leads_to(job: Job) -> str:
    plan = plan_to_make(uuid.UUID(job.arguments["plan"]))
    return reverse("workshops:plan", args=[plan.workshop.review.slug, plan.workshop_id, plan.pk])


@job_kind(JOB, label=_("Planning breakout groups"), leads_to=_leads_to)
def make_plan(work: Work) -> dict[str, Any]:
    """Plan the groups for everybody who is in the register now."""
    plan = plan_to_make(uuid.UUID(work.arguments["plan"]))
    people, design = people_to_seat(plan.workshop), design_of(plan)
    if not people:
        raise JobFailed("nobody-to-seat")

    def say(progress: Progress) -> None:
        work.progress(min(99, int(progress.share * 100)), 100, note="seating")

    budget = Budget(int(plan.design.get("moves", 0)), seconds=plan.design["seconds"], now=time.monotonic, progress=say)
    try:
        found = plan_breakouts(people, design, seed=plan.design["seed"], budget=budget)
    except Impossible as error:
        with work.writing():
            note_impossible(plan, error)
        return {"impossible": len(error.clashes)}
    with work.writing():
        finish_plan(plan, found)
    return {"plans": len(found.plans), "repeats": found.best.score.repeats}
