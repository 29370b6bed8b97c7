"""What the team decides about something that was sent in, and how it describes it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.actions.sending import next_number
from plethu_web.calls.models import Submission
from plethu_web.calls.states import GONE, State, rule_of
from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided. `seen`: what whoever decides had before them (`Submission.seen_as`)."""

    state: str
    seen: str
    reason: str = ""
    reason_words: str = ""
    note_to_sender: str = ""
    duplicate_of: Submission | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What the team says of it, beside what its sender wrote. Nothing of this leaves anything out."""

    place_corrected: str = ""
    tier: str = ""
    authorities: list[str] = field(default_factory=list)
    relevance: str = ""
    published_in: str = ""


@transaction.atomic
def decide(*, by: User, access: Access, submission: Submission, decision: Decision) -> None:
    """Decide. Raises NotNow where it is no longer as it was seen, or the table of states does not allow it."""
    row = _locked(access, submission)
    if row.seen_as != decision.seen or decision.state not in rule_of(row.state).decisions:
        raise NotNow
    aside = decision.state == State.ASIDE
    row.state = State(decision.state)
    row.reason, row.reason_words = (decision.reason, decision.reason_words) if aside else ("", "")
    row.note_to_sender = decision.note_to_sender
    row.duplicate_of = decision.duplicate_of if decision.state == State.DUPLICATE else None
    row.decided, row.decided_by = timezone.now(), by
    row.save()
    note("submission-decided", by=by.pseudonym, review=access.review.pk, thing=f"submission:{row.pk}", state=row.state)


@transaction.atomic
def describe(*, by: User, access: Access, submission: Submission, description: Description) -> None:
    """Note the place in today's spelling, its tier and areas, how relevant it is, where it was published."""
    row = _locked(access, submission)
    if row.state in GONE:
        raise NotNow
    for name, value in asdict(description).items():
        setattr(row, name, value)
    row.save()
    note("submission-described", by=by.pseudonym, review=access.review.pk, thing=f"submission:{row.pk}")


@transaction.atomic
def suggest(*, by: User, access: Access, title: str, story: str, links: str, kind: str) -> Submission:
    """A member suggests a source. It goes where all that is sent in goes. The same again changes nothing."""
    again = Submission.objects.filter(
        review=access.review, call=None, sender=by, title=title, story=story, links=links, state=State.NEW
    )
    if before := again.first():
        return before
    row = Submission.objects.create(
        review=access.review,
        state=State.NEW,
        sent=timezone.now(),
        number=next_number(access.review),
        route="member",
        sender=by,
        kind=kind,
        title=title,
        story=story,
        links=links,
        licence="not-mine",
    )
    note("source-suggested", by=by.pseudonym, review=access.review.pk, thing=f"submission:{row.pk}")
    return row


def _locked(access: Access, submission: Submission) -> Submission:
    return Submission.objects.select_for_update().get(pk=submission.pk, review=access.review)
