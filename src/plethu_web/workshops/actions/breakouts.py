"""Plans of groups: asking for one, storing what the job found, putting one to use, re-planning on the day."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Max

from plethu.workshop.breakouts.certificate import Certificate, certify_changed
from plethu.workshop.breakouts.companions import companions
from plethu.workshop.breakouts.constraints import Impossible
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.planning import Breakouts
from plethu.workshop.breakouts.repair import repair
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.jobs.actions import start_job
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.actions.register import link_facilitator
from plethu_web.workshops.models import Plan, Seat, Workshop
from plethu_web.workshops.queries import breakouts as queries
from plethu_web.workshops.queries.breakouts import JOB

MOST_PLANS = 200


class NotReady(Exception):
    """The plan is not made, or could not be made."""


class TooMany(Exception):
    """The workshop has more plans than anybody can tell apart."""


class BeingMade(Exception):
    """A plan of the workshop waits to be made, or is being made."""


class InUse(Exception):
    """The workshop goes by the plan, or it is being made."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks of a plan. `balance`: weights by attribute; `seconds`: how long to search."""

    groups: int
    rounds: int
    balance: dict[str, int] = field(default_factory=dict)
    repeat_weight: int = 1
    smallest: int = 3
    largest: int = 8
    seconds: int = 10


@transaction.atomic
def ask_for_plan(*, by: User, access: Access, workshop: Workshop, wanted: Wanted) -> Plan:
    """Ask for a plan: a row for it, and a job that fills it. Raises TooMany, or BeingMade: one at a time."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if queries.unfinished_plan(row):
        raise BeingMade
    seed = random.SystemRandom().randrange(1, 1_000_000)
    names = ("groups", "rounds", "balance", "repeat_weight", "smallest", "largest", "seconds")
    plan = _new(row, by, {**{name: getattr(wanted, name) for name in names}, "seed": seed})
    job = start_job(kind=JOB, by=by.pseudonym, arguments={"plan": str(plan.pk)}, review=access.review.pk)
    Plan.objects.filter(pk=plan.pk).update(job=job.pk)
    plan.job = job.pk
    _note("breakouts-planned", by, access, row, plan=plan.number)
    return plan


def finish_plan(plan: Plan, found: Breakouts) -> None:
    """Store the plans that were found: the best in the row that was asked for, others as further versions.

    Part of the caller's transaction. A plan that is stored already stays. Where there is no room for all versions,
    those that would be offered beside the best are left out.
    """
    workshop = Workshop.objects.select_for_update().get(pk=plan.workshop_id)
    if Plan.objects.get(pk=plan.pk).ready:
        return
    ids = queries.ids_by_code(workshop)
    room = MOST_PLANS - workshop.plans.count()
    for place, each in enumerate(found.plans[: 1 + max(0, room)]):
        row = plan if place == 0 else _new(workshop, plan.by, {**plan.design, "choice": place + 1}, job=plan.job)
        _seat(row, each.rounds, ids)
        row.certificate = {"made": msgspec.to_builtins(each.certificate)}
        row.ready = True
        row.save(update_fields=["certificate", "ready"])


def note_impossible(plan: Plan, error: Impossible) -> None:
    """Keep why no plan can be made. Part of the caller's transaction."""
    certificate = {"clashes": msgspec.to_builtins(error.clashes), "drop": msgspec.to_builtins(error.drop)}
    Plan.objects.filter(pk=plan.pk, ready=False).update(certificate=certificate)


@transaction.atomic
def use_plan(*, by: User, access: Access, plan: Plan) -> None:
    """Let the workshop go by this plan. Raises NotReady."""
    workshop = Workshop.objects.select_for_update().get(pk=plan.workshop_id)
    row = Plan.objects.get(pk=plan.pk)
    if not row.ready:
        raise NotReady
    _use(workshop, row)
    _note("breakouts-used", by, access, workshop, plan=row.number)


@transaction.atomic
def replan(*, by: User, access: Access, plan: Plan, from_round: int) -> Plan:
    """A version for who stayed away, leaves early or came late, from a round on; nobody who has a seat is moved.

    It is not put to use: somebody looks at it first. Raises NotReady or TooMany.
    """
    workshop = Workshop.objects.select_for_update().get(pk=plan.workshop_id)
    before = Plan.objects.get(pk=plan.pk)
    if not before.ready:
        raise NotReady
    seats, design = queries.seats_in(before), _fixed(before)
    seated = {code for groups in seats for group in groups for code in group}
    everybody = queries.people_to_seat(workshop)
    there = [person for person in queries.people_to_seat(workshop, with_absent=True) if person.key in seated]
    late = [_without_strangers(person, everybody) for person in everybody if person.key not in seated]
    absent = queries.absent_from(workshop) & seated
    gone = [Person(key=code) for code in sorted(seated - {p.key for p in there})]
    done = repair([*there, *gone], design, seats, absent=absent, arrivals=late, from_round=from_round)
    row = _new(workshop, by, {**before.design, "welsh_groups": design.welsh_groups}, changed_from=before)
    _seat(row, done.rounds, queries.ids_by_code(workshop))
    made = msgspec.convert(before.certificate["made"], Certificate)
    codes = [*(person.key for person in late), *done.back]
    whole = (*there, *gone, *late)
    changed = certify_changed(made, whole, design, done.rounds, late=codes, since=from_round)
    beside = companions(whole)
    repaired = {
        "short": done.short, "repeats": done.repeats, "unplaced": done.unplaced, "from_round": from_round,
        "absent": sorted(absent), "early": _left_early(there, absent, seats, from_round), "late": codes,
        "beside": {code: beside[code] for code, _round in done.unplaced if code in beside},
    }  # fmt: skip
    row.certificate = msgspec.to_builtins({"made": changed, "repaired": repaired})
    row.ready = True
    row.save(update_fields=["certificate", "ready"])
    _note("breakouts-replanned", by, access, workshop, plan=row.number, absent=len(absent), late=len(codes))
    return row


@transaction.atomic
def delete_plan(*, by: User, access: Access, plan: Plan) -> None:
    """Delete a plan that nobody goes by. Raises InUse."""
    workshop = Workshop.objects.select_for_update().get(pk=plan.workshop_id)
    row, being_made = Plan.objects.get(pk=plan.pk), queries.unfinished_plan(workshop)
    if row.in_use or (being_made and being_made.pk == row.pk):
        raise InUse
    row.delete()
    _note("breakouts-deleted", by, access, workshop, plan=plan.number)


@transaction.atomic
def link_groups(*, by: User, access: Access, plan: Plan) -> list[tuple[int, str]]:
    """A link for whoever looks after each group of a plan: its number and the key. Raises Full, and makes none then."""
    groups = range(1, int(plan.design["groups"]) + 1)
    return [
        (group, link_facilitator(by=by, access=access, workshop=plan.workshop, label="", group=group))
        for group in groups
    ]


def _left_early(people: list[Person], absent: set[str], seats: Seats, from_round: int) -> list[str]:
    """The codes of those who had seats in rounds that are left and for which they are not there now."""
    later = [(r, {code for group in groups for code in group}) for r, groups in enumerate(seats, 1) if r >= from_round]
    here = [person for person in people if person.key not in absent]
    return sorted(p.key for p in here if any(p.key in seated and not p.is_there(r) for r, seated in later))


def _without_strangers(person: Person, everybody: tuple[Person, ...]) -> Person:
    known = {each.key for each in everybody}
    together = tuple(key for key in person.together if key in known)
    return msgspec.structs.replace(person, together=together)


def _fixed(plan: Plan) -> Design:
    """The design with as many Welsh-medium groups as the plan has, whoever came or stayed away since."""
    made = plan.certificate.get("made", {})
    return msgspec.structs.replace(queries.design_of(plan), welsh_groups=made.get("welsh_groups", 0))


def _new(workshop: Workshop, by: User, design: dict[str, Any], **more: Any) -> Plan:
    if workshop.plans.count() >= MOST_PLANS:
        raise TooMany
    highest = workshop.plans.aggregate(highest=Max("number"))["highest"] or 0
    return Plan.objects.create(workshop=workshop, number=highest + 1, design=design, by=by, **more)


def _seat(plan: Plan, rounds: Seats, ids: dict[str, Any]) -> None:
    Seat.objects.bulk_create(
        Seat(plan=plan, participant_id=ids[code], round=r, group=g)
        for r, groups in enumerate(rounds, start=1)
        for g, group in enumerate(groups, start=1)
        for code in group
        if code in ids  # who withdrew while the plan was made has no seat
    )


def _use(workshop: Workshop, plan: Plan) -> None:
    workshop.plans.filter(in_use=True).exclude(pk=plan.pk).update(in_use=False)
    workshop.plans.filter(pk=plan.pk).update(in_use=True)


def _note(kind: str, by: User, access: Access, workshop: Workshop, **details: Any) -> None:
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"breakouts:{workshop.pk}", **details)
