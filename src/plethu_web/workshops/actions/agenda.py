"""The agenda of a workshop: adding, changing, moving and taking away its parts, and its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, RestrictedError

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import Prompt, Round, Topic, Workshop
from plethu_web.workshops.states import rule_of

MOST_PARTS = 40
MOST_BREAKOUTS = 12
_FAR = 1000  # out of the way of all numbers while rows change places


class AgendaFixed(Exception):
    """The workshop runs or is over, or something was written under this part: its agenda does not change any more."""


class TooMany(Exception):
    """More parts, or more rounds of groups, than a workshop has."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """What a form says of a part of the agenda. `topics` are pairs of kind and id."""

    kind: str
    minutes: int
    title: str
    title_cy: str
    topics: tuple[tuple[str, str], ...] = ()


@transaction.atomic
def save_part(*, by: User, access: Access, workshop: Workshop, part: PartWords, round: Round | None = None) -> None:
    """Change a part of the agenda, or add one at the end. Raises AgendaFixed or TooMany."""
    row = _changeable(workshop)
    breakouts = row.rounds.filter(kind="groups").exclude(pk=round.pk if round else 0).count()
    if (round is None and row.rounds.count() >= MOST_PARTS) or (part.kind == "groups" and breakouts >= MOST_BREAKOUTS):
        raise TooMany
    place = round.position if round else row.rounds.count() + 1
    values = {"kind": part.kind, "minutes": part.minutes, "title": part.title, "title_cy": part.title_cy}
    values |= {"number": 0 if part.kind == "together" else (round.number if round else 0) or _FAR}
    saved, _new = Round.objects.update_or_create(workshop=row, position=place, defaults=values)
    _put_topics(saved, part.topics)
    number_rounds(row)
    _note(by, access, row)


@transaction.atomic
def move_part(*, by: User, access: Access, workshop: Workshop, round: Round, up: bool) -> None:
    """Let a part change places with the one before it, or after it; at the end of the agenda nothing happens."""
    row = _changeable(workshop)
    order = list(row.rounds.all())
    here = next(number for number, each in enumerate(order) if each.pk == round.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    _in_order(row, order)
    _note(by, access, row)


@transaction.atomic
def remove_part(*, by: User, access: Access, workshop: Workshop, round: Round) -> None:
    """Take a part out of the agenda. Raises AgendaFixed where something was written in it."""
    row = _changeable(workshop)
    if round.boards.filter(cards__isnull=False).exists():
        raise AgendaFixed
    row.rounds.filter(pk=round.pk).delete()
    _in_order(row, list(row.rounds.all()))
    _note(by, access, row)


@transaction.atomic
def save_prompts(*, by: User, access: Access, workshop: Workshop, prompts: Sequence[tuple[str, str]]) -> None:
    """Put these questions, each in English and Welsh, in the place of those before, by their order."""
    row = _changeable(workshop)
    for place, (words, words_cy) in enumerate(prompts, start=1):
        Prompt.objects.update_or_create(workshop=row, position=place, defaults={"words": words, "words_cy": words_cy})
    try:
        row.prompts.filter(position__gt=len(prompts)).delete()
    except RestrictedError as error:
        raise AgendaFixed from error
    _note(by, access, row)


def number_rounds(workshop: Workshop) -> None:
    """Count the rounds of groups from 1, in the order of the agenda. Part of the caller's transaction."""
    rows = list(workshop.rounds.filter(kind="groups").order_by("position"))
    workshop.rounds.filter(kind="groups").update(number=F("number") + 2 * _FAR)
    for number, row in enumerate(rows, start=1):
        Round.objects.filter(pk=row.pk).update(number=number)


def _in_order(workshop: Workshop, order: Sequence[Round]) -> None:
    workshop.rounds.update(position=F("position") + _FAR)
    for place, each in enumerate(order, start=1):
        Round.objects.filter(pk=each.pk).update(position=place)
    number_rounds(workshop)


def _put_topics(round: Round, topics: Sequence[tuple[str, str]]) -> None:
    """Those that stay keep their row, since what was written stands under it."""
    there = {(topic.kind, topic.ref): topic for topic in round.topics.all()}
    try:
        for key, topic in there.items():
            if key not in topics:
                topic.delete()
    except RestrictedError as error:
        raise AgendaFixed from error
    for place, (kind, ref) in enumerate(topics, start=1):
        Topic.objects.update_or_create(round=round, kind=kind, ref=ref, defaults={"position": place})


def _changeable(workshop: Workshop) -> Workshop:
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not rule_of(row.state).changes_agenda:
        raise AgendaFixed
    return row


def _note(by: User, access: Access, workshop: Workshop) -> None:
    thing = f"workshop:{workshop.pk}"
    note("workshop-agenda-changed", by=by.pseudonym, review=access.review.pk, thing=thing)
