"""Making a workshop, from a design or from another one, changing it, and moving it from state to state."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F

from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.actions.agenda import number_rounds
from plethu_web.workshops.codes import new_key
from plethu_web.workshops.defaults import PROMPTS, Part
from plethu_web.workshops.models import HeldEdition, Prompt, Room, Round, Topic, Workshop
from plethu_web.workshops.models.workshop import MOST_PEOPLE
from plethu_web.workshops.states import State, moves_from


class NothingPlanned(Exception):
    """A workshop without an agenda cannot begin."""


class NotNow(Exception):
    """The state it is in does not allow that; perhaps somebody else was quicker."""


@dataclass(frozen=True, slots=True)
class WorkshopWords:
    """All that the form of a workshop says."""

    starts: datetime
    ends: datetime
    contact: str
    title: str = ""
    title_cy: str = ""
    purpose: str = ""
    purpose_cy: str = ""
    consent: str = ""
    consent_cy: str = ""
    place: str = ""
    covers: str = "Wales"
    languages: list[str] = field(default_factory=lambda: ["en", "cy"])
    asks: list[str] = field(default_factory=list)
    most_people: int = MOST_PEOPLE
    codes_on_screen: bool = True
    names_on_cards: bool = False
    contact_days: int = 7
    keep_months: int = 24


@transaction.atomic
def make_workshop(
    *,
    by: User,
    access: Access,
    words: WorkshopWords,
    edition: Edition,
    parts: tuple[Part, ...],
    held: HeldEdition | None = None,
) -> Workshop:
    """Make a workshop on the site's edition, or on one that the review holds, with a design and the usual questions."""
    key = held.hash if held else edition.id
    row = Workshop.objects.create(review=access.review, key=_free_key(), edition=key, held=held, by=by, **asdict(words))
    for place, part in enumerate(parts, start=1):
        topics = [*(("action", id) for id in part.actions), *(("finding", id) for id in part.findings)]
        _round(row, place, part.name, part.minutes, part.is_groups, topics)
    number_rounds(row)
    for place, text in enumerate(PROMPTS, start=1):
        Prompt.objects.create(workshop=row, position=place, words=text.en, words_cy=text.cy)
    note("workshop-made", by=by.pseudonym, review=access.review.pk, thing=f"workshop:{row.pk}")
    return row


@transaction.atomic
def clone_workshop(*, by: User, access: Access, workshop: Workshop, words: WorkshopWords) -> Workshop:
    """Make a workshop with the agenda and the questions of another. Nobody who registered comes along."""
    row = Workshop.objects.create(
        review=access.review,
        key=_free_key(),
        edition=workshop.edition,
        held=workshop.held,
        by=by,
        **asdict(words),
    )
    for each in workshop.rounds.prefetch_related("topics"):
        topics = [(topic.kind, topic.ref) for topic in each.topics.all()]
        _round(row, each.position, each.name, each.minutes, each.number > 0, topics)
    number_rounds(row)
    for prompt in workshop.prompts.all():
        Prompt.objects.create(workshop=row, position=prompt.position, words=prompt.words, words_cy=prompt.words_cy)
    note("workshop-made", by=by.pseudonym, review=access.review.pk, thing=f"workshop:{row.pk}")
    return row


@transaction.atomic
def change_workshop(*, by: User, access: Access, workshop: Workshop, words: WorkshopWords) -> None:
    """Change what a workshop says. Its code and who registered stay."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    for name, value in asdict(words).items():
        setattr(row, name, value)
    row.save()
    note("workshop-changed", by=by.pseudonym, review=access.review.pk, thing=f"workshop:{row.pk}")


@transaction.atomic
def move_workshop(*, by: User, access: Access, workshop: Workshop, code: str) -> None:
    """Move a workshop to another state. Raises `NotNow` for what its state does not allow, or `NothingPlanned`."""
    row = Workshop.objects.select_for_update().get(pk=workshop.pk)
    move = next((move for move in moves_from(row.state) if move.code == code), None)
    if move is None:
        raise NotNow
    if move.target == State.RUNNING and not row.rounds.exists():
        raise NothingPlanned
    row.state = move.target
    row.save(update_fields=["state"])
    Room.objects.filter(workshop=row).update(version=F("version") + 1)  # so that boards that are open hear of it
    note(move.event, by=by.pseudonym, review=access.review.pk, thing=f"workshop:{row.pk}")


def _round(
    workshop: Workshop, place: int, name: Text, minutes: int, is_groups: bool, topics: list[tuple[str, str]]
) -> None:
    row = Round.objects.create(
        workshop=workshop,
        position=place,
        kind="groups" if is_groups else "together",
        number=place if is_groups else 0,
        title=name.en[:200],
        title_cy=name.cy[:200],
        minutes=minutes,
    )
    Topic.objects.bulk_create(
        Topic(round=row, position=number, kind=kind, ref=ref) for number, (kind, ref) in enumerate(topics, start=1)
    )


def _free_key() -> str:
    while Workshop.objects.filter(key=(key := new_key())).exists():
        pass
    return key
