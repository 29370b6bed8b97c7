"""Taking something back, and deleting what its time is over for. What is left is a tombstone."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.actions.erasing import erase_person
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.actions.drafts import purge_drafts, throw_away
from plethu_web.calls.actions.files import forget
from plethu_web.calls.actions.sending import NothingThere
from plethu_web.calls.models import Submission
from plethu_web.calls.models.submission import REMARKS, WORDS
from plethu_web.calls.states import LIVE, State, rule_of
from plethu_web.reviews.queries.reviews import Access, hash_of

Follow = Callable[[str], None]
FOLLOWERS: list[Follow] = []


def follow(after: Follow) -> Follow:
    """Have this called with the id of what is withdrawn or expired, in the same transaction, so that copies go too."""
    if after not in FOLLOWERS:
        FOLLOWERS.append(after)
    return after


@transaction.atomic
def withdraw(*, token: str) -> None:
    """Take something back with its key: a draft is deleted, anything sent becomes a tombstone.

    Withdrawn already, nothing happens. Raises NothingThere, or NotNow where its time was over before.
    """
    row = Submission.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    if row is None:
        raise NothingThere
    _withdraw(row, by=None)


@transaction.atomic
def withdraw_suggestion(*, by: User, access: Access, submission: Submission) -> None:
    """Take back a source that one suggested oneself."""
    row = Submission.objects.select_for_update().get(pk=submission.pk, review=access.review, sender=by)
    _withdraw(row, by=by)


@transaction.atomic
def delete_set_aside(*, by: User, access: Access, submission: Submission) -> None:
    """Delete what was set aside, such as junk, with its words and files. Raises NotNow where it is not set aside."""
    row = Submission.objects.select_for_update().get(pk=submission.pk, review=access.review)
    if row.state != State.ASIDE:
        raise NotNow
    _empty(row, State.DELETED)
    note("submission-deleted", by=by.pseudonym, review=row.review_id, thing=f"submission:{row.pk}")


@transaction.atomic
def purge_calls(*, today: date | None = None) -> int:
    """Delete drafts after a day, contacts and then all else as long after the end as their call says. How many."""
    today = today or timezone.localdate()
    found = Submission.objects.filter(call__isnull=False, state__in=LIVE).values_list("pk", flat=True)
    return purge_drafts() + sum(_purge(pk, today) for pk in list(found))


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def _purge(pk: uuid.UUID, today: date) -> int:
    row = Submission.objects.select_for_update().get(pk=pk)
    call = row.call
    if call is None or row.state not in LIVE:
        return 0
    if today > months_after(call.ended, call.keep_months):
        _empty(row, State.EXPIRED)
        note("submission-expired", by=None, review=row.review_id, thing=f"submission:{row.pk}")
        return 1
    if row.sender and today > months_after(call.ended, call.contact_months):
        return _forget_sender(row, row.sender)
    return 0


def _withdraw(row: Submission, by: User | None) -> None:
    if row.state == State.WITHDRAWN:
        return
    if not rule_of(row.state).sender_withdraws:
        raise NotNow
    if row.state == State.DRAFT:
        throw_away(row)
        return
    _empty(row, State.WITHDRAWN)
    note("submission-withdrawn", by=by.pseudonym if by else None, review=row.review_id, thing=f"submission:{row.pk}")


def _empty(row: Submission, state: State) -> None:
    sums, sender = list(row.files.values_list("sha256", flat=True)), row.sender
    row.files.all().delete()
    for name in (*WORDS, *REMARKS, "date_printed", "edtf", "tier", "relevance", "licence", "written_in"):
        setattr(row, name, "")
    row.sectors, row.uses, row.authorities = [], [], []
    row.sender = row.duplicate_of = None
    row.state, row.gone = state, timezone.now()
    row.save()
    _let_go(sender, for_good=state == State.WITHDRAWN)
    for after in FOLLOWERS:
        after(str(row.pk))
    transaction.on_commit(lambda: forget(sums))


def _forget_sender(row: Submission, sender: User) -> int:
    if has_account(sender) or not (sender.name or sender.contact or row.passed_on):
        return 0
    sender.name = sender.contact = row.passed_on = ""  # who passed the call on can be a name too
    sender.save(update_fields=["name", "contact"])
    row.save(update_fields=["passed_on"])
    note("sender-forgotten", by=None, review=row.review_id, thing=f"submission:{row.pk}")
    return 1


def has_account(person: User) -> bool:
    """Whether somebody can sign in. What they keep here is theirs to delete."""
    return bool(person.email) or person.has_usable_password()


def _let_go(sender: User | None, *, for_good: bool) -> None:
    """Erase a sender who has no account. `for_good`: also from a backup that is put in the place of this database."""
    if sender is None or has_account(sender):
        return
    if for_good:
        erase_person(pseudonym=sender.pseudonym, by=None)
    else:
        sender.delete()


def withdraw_all_of(person: User, by: uuid.UUID | None) -> None:
    """When a sender without an account is erased, what they sent in goes too: nobody else can withdraw it for them."""
    if has_account(person):
        return
    for row in Submission.objects.select_for_update().filter(sender=person).exclude(state=State.DRAFT):
        row.sender = None
        _withdraw(row, by=None)
