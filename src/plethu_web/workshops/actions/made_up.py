"""Making a made-up workshop with something in all of its pages, and deleting it again."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu.reporting.workshop_made_up import both
from plethu.workshop.synthetic.people import SEED
from plethu.workshop.synthetic.saying import Topic
from plethu.workshop.synthetic.whole import make_up
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.actions import made_up_analysis as analysis
from plethu_web.workshops.actions import made_up_room as room
from plethu_web.workshops.actions.workshops import WorkshopWords, make_workshop, move_workshop
from plethu_web.workshops.defaults import ASKS, half_day
from plethu_web.workshops.models import MadeUp, Round, Workshop
from plethu_web.workshops.queries.made_up import made_up_in

LENGTH, ENDS_AT = timedelta(hours=4), 14  # o'clock


class NotMadeUp(Exception):
    """The workshop is a real one: it is not deleted."""


@transaction.atomic
def make_made_up(*, by: User, access: Access, edition: Edition, seed: int = SEED) -> Workshop:
    """A made-up workshop on an edition, held and coded. A review has one at most: asked again, it is that one."""
    review = Review.objects.select_for_update().get(pk=access.review.pk)
    there = made_up_in(review)
    if there is not None:
        return there
    workshop = make_workshop(by=by, access=access, words=_words(), edition=edition, parts=half_day(edition))
    rounds = list(workshop.rounds.filter(kind="groups").order_by("number").prefetch_related("topics"))
    findings: dict[str, list[str]] = {}
    for finding in edition.findings:
        findings.setdefault(finding.action, []).append(finding.id)
    made = make_up([_topics(each, findings) for each in rounds], seed)
    first, second = (_coder(both(f"coder.{place}")) for place in ("first", "second"))
    MadeUp.objects.create(workshop=workshop, seed=seed, first=first, second=second)
    people = room.seat(workshop, by, made)
    said = room.say_all(workshop, rounds, people, made, edition)
    analysis.analyse(workshop, (first, second), made, said, edition)
    for code in ("open", "begin", "close"):
        move_workshop(by=by, access=access, workshop=workshop, code=code)
    note("workshop-made-up", by=by.pseudonym, review=review.pk, thing=f"workshop:{workshop.pk}", seed=seed)
    return Workshop.objects.get(pk=workshop.pk)


@transaction.atomic
def delete_made_up(*, by: User, access: Access, workshop: Workshop) -> None:
    """Delete a made-up workshop with all that is in it, and its made-up coders. Raises NotMadeUp."""
    made = MadeUp.objects.select_for_update().filter(workshop=workshop, workshop__review=access.review).first()
    if made is None:
        raise NotMadeUp
    coders = [made.first, made.second]
    note("made-up-deleted", by=by.pseudonym, review=access.review.pk, thing=f"workshop:{workshop.pk}")
    Workshop.objects.get(pk=workshop.pk).delete()
    for each in coders:
        each.delete()


def _topics(round: Round, findings: dict[str, list[str]]) -> list[Topic]:
    refs = [topic.ref for topic in round.topics.all() if topic.kind == "action"]
    return [Topic(ref, tuple(findings.get(ref, ()))) for ref in refs]


def _words() -> WorkshopWords:
    title, purpose, consent, contact = map(both, ("title", "purpose", "consent", "contact"))
    yesterday = timezone.localtime() - timedelta(days=1)
    ends = yesterday.replace(hour=ENDS_AT, minute=0, second=0, microsecond=0)
    return WorkshopWords(
        starts=ends - LENGTH,
        ends=ends,
        title=title.en,
        title_cy=title.cy,
        purpose=purpose.en,
        purpose_cy=purpose.cy,
        consent=consent.en,
        consent_cy=consent.cy,
        contact=f"{contact.en} / {contact.cy}",
        asks=list(ASKS),
    )


def _coder(name: Text) -> User:
    """Somebody who cannot sign in and says what they are in both languages, since a name has none."""
    coder = User(name=f"{name.en} / {name.cy}", is_active=False)
    coder.set_unusable_password()
    coder.save()
    return coder
