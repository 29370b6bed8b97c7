"""A workshop with many people in its room, for `benchmarks.room`: prints what each of their browsers holds, as JSON."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from plethu_web.commands.preparing import prepare

CODE = "P{:05}"


def make(people: int, each: int) -> list[dict[str, object]]:
    """Groups of `each` in a workshop whose first round of groups runs; 0: everybody together."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from plethu.framework.editions import default_edition
    from plethu_web.accounts.models import User
    from plethu_web.reviews.models import Review
    from plethu_web.workshops.actions.room_leading import begin_round
    from plethu_web.workshops.models import Board, Participant, Plan, Prompt, Round, Seat, Topic, Workshop
    from plethu_web.workshops.queries.room import Inside

    edition, starts = default_edition(), timezone.now()
    lead = User.objects.create(name="Lead", email="lead@example.org")
    review = Review.objects.create(slug="measured", title="Measured")
    workshop = Workshop.objects.create(
        review=review, key="measured", state="running", title="Measured", edition=edition.id, by=lead, contact="-",
        starts=starts, ends=starts + timedelta(hours=4),
    )  # fmt: skip
    round = Round.objects.create(
        workshop=workshop,
        position=1,
        **({"kind": "groups", "number": 1} if each else {"kind": "together"}),
        title="Round",
        minutes=45,
    )
    for place, action in enumerate(edition.actions[:5], start=1):
        Topic.objects.create(round=round, position=place, kind="action", ref=action.id)
    Prompt.objects.create(workshop=workshop, position=1, words="What is missing?")
    plan = Plan.objects.create(workshop=workshop, number=1, ready=True, in_use=True, by=lead)
    persons = Participant.objects.bulk_create(
        Participant(workshop=workshop, code=CODE.format(number), route="import", agreed=starts)
        for number in range(people)
    )
    groups = [1 + number // each if each else 0 for number in range(people)]
    if each:
        Seat.objects.bulk_create(
            Seat(plan=plan, participant=person, round=1, group=group)
            for person, group in zip(persons, groups, strict=True)
        )
    begin_round(who=Inside(workshop, person=lead), round=round)
    boards = dict(Board.objects.values_list("group", "pk"))
    place, store, until = f"topic-{round.topics.all()[0].pk}", SessionStore(), starts + timedelta(days=1)
    held = [{"rooms": {"measured": ("participant", str(person.pk))}} for person in persons]
    sessions = Session.objects.bulk_create(
        Session(session_key=f"measured{n:024}", session_data=store.encode(data), expire_date=until)
        for n, data in enumerate(held)
    )
    return [
        {"session": row.session_key, "board": boards[group], "place": place}
        for row, group in zip(sessions, groups, strict=True)
    ]


if __name__ == "__main__":
    prepare()
    print(json.dumps(make(int(sys.argv[1]), int(sys.argv[2]))))
