"""Plans of groups, and the register as the library's rules of groups read it: people by the codes of screens."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plethu.workshop.breakouts.people import Design, Person, Seats, Welsh
from plethu.workshop.register_names import perhaps_one_person
from plethu_web.accounts.models import User
from plethu_web.jobs.models import Job
from plethu_web.jobs.states import ENDED
from plethu_web.reviews.models import Membership
from plethu_web.reviews.roles import may
from plethu_web.workshops.models import Contact, Participant, Plan, Workshop
from plethu_web.workshops.queries.register import known_in, name_of, participants_of, register_of

JOB = "breakouts"
BALANCED = ("sector", "area", "level")
_DESIGN = ("groups", "rounds", "balance", "repeat_weight", "smallest", "largest", "welsh_groups")
_WELSH: Mapping[str, Welsh] = {"can": "can", "wants": "wants"}


def plans_of(workshop: Workshop) -> QuerySet[Plan]:
    """All plans, the latest first."""
    return workshop.plans.select_related("changed_from")


def plan_of(workshop: Workshop, pk: uuid.UUID) -> Plan:
    """One plan of this workshop; Http404 where there is none."""
    found = plans_of(workshop).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def plan_to_make(pk: uuid.UUID) -> Plan:
    """The plan that a job is to make. Only jobs ask this; people come through `plan_of`."""
    return Plan.objects.select_related("workshop", "workshop__review", "by").get(pk=pk)


def unfinished_plan(workshop: Workshop) -> Plan | None:
    """The plan that waits to be made, or is being made."""
    jobs = dict(workshop.plans.filter(ready=False).exclude(job=None).values_list("job", "pk"))
    job = Job.objects.filter(pk__in=jobs).exclude(state__in=ENDED).first()
    return workshop.plans.get(pk=jobs[job.pk]) if job else None


def others_of_search(plan: Plan) -> list[Plan]:
    """The other plans that one search found."""
    if plan.job is None or not plan.ready:
        return []
    return list(plan.workshop.plans.filter(job=plan.job, ready=True).exclude(pk=plan.pk).order_by("number"))


def emails_by_code(workshop: Workshop) -> dict[str, str]:
    """The email addresses that are still held, by the codes of those whose they are."""
    found = Contact.objects.filter(participant__workshop=workshop, participant__withdrawn=None).exclude(email="")
    return dict(found.values_list("participant__code", "email"))


def design_of(plan: Plan) -> Design:
    """What a plan was asked for, as the library reads it."""
    return Design(**{name: plan.design[name] for name in _DESIGN if name in plan.design})


def people_to_seat(workshop: Workshop, *, with_absent: bool = False) -> tuple[Person, ...]:
    """Everybody who has not withdrawn and is not known to have stayed away, by their codes."""
    there = register_of(workshop).order_by("code")
    rows = {str(row.pk): row for row in there if with_absent or row.came is not False}
    read = [each for each in participants_of(workshop) if each.id in rows]
    return tuple(
        Person(
            key=rows[each.id].code,
            values={name: getattr(each, name) for name in BALANCED},
            rounds=each.rounds,
            facilitates=rows[each.id].facilitates,
            welsh=_WELSH.get(rows[each.id].welsh, ""),
            together=tuple(rows[id].code for id in each.together if id in rows),
            apart=tuple(rows[id].code for id in each.apart if id in rows),
        )
        for each in read
    )


def ids_by_code(workshop: Workshop) -> dict[str, uuid.UUID]:
    """The participants' ids by their codes."""
    return dict(workshop.participants.filter(withdrawn=None).values_list("code", "pk"))


def absent_from(workshop: Workshop) -> set[str]:
    """The codes of those who are known to have stayed away."""
    return set(workshop.participants.filter(withdrawn=None, came=False).values_list("code", flat=True))


def seats_in(plan: Plan) -> Seats:
    """Who sits where, by codes: for each round its groups in order."""
    design = design_of(plan)
    found: list[list[list[str]]] = [[[] for _ in range(design.groups)] for _ in range(design.rounds)]
    for round, group, code in plan.seats.order_by("pk").values_list("round", "group", "participant__code"):
        found[round - 1][group - 1].append(code)
    return tuple(tuple(tuple(group) for group in groups) for groups in found)


def labels_of(workshop: Workshop, people: Sequence[Participant] | None = None) -> dict[str, str]:
    """What stands for each code on screens and lists: the code alone, or the name with it where names are shown."""
    rows = register_of(workshop) if people is None else people
    if workshop.codes_on_screen:
        return {row.code: row.code for row in rows}
    return {row.code: f"{name_of(row)} ({row.code})" if name_of(row) else row.code for row in rows}


def perhaps_twice(workshop: Workshop) -> list[list[dict[str, Any]]]:
    """Those of the register who may be one person, each with the id and what stands for them on screens."""
    labels, ids = labels_of(workshop), ids_by_code(workshop)
    alike = perhaps_one_person(known_in(workshop))
    return [[{"id": ids[code], "label": labels[code]} for code in codes] for codes in alike]


def may_see_job(job: Job, person: User) -> bool:
    """Whether somebody may follow and stop the planning that another one asked for."""
    if job.kind != JOB:
        return False
    found = Membership.objects.filter(review=job.review, person=person, ended=None).first()
    return found is not None and may(found.role, "run-workshops")
