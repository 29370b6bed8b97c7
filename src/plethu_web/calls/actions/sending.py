"""What a sender can do with their key until the team decides: correct, add files, say who they are, send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone

from plethu_web import stored
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.actions.drafts import WordsSent, write_words
from plethu_web.calls.actions.files import forget, is_there
from plethu_web.calls.models import Submission, SubmissionFile
from plethu_web.calls.states import State, rule_of
from plethu_web.reviews.models import Review
from plethu_web.reviews.queries.reviews import hash_of

MB = 1024 * 1024
LARGEST_FILE = 50 * MB
MOST_AT_A_TIME = 60 * MB  # of a request: LARGER_BODIES in the settings
MOST_FILES = 20
MOST_OF_ONE = 200 * MB
MOST_OF_A_CALL = 5 * 1024 * MB


class NothingThere(Exception):
    """There is nothing under this key."""


class NotComplete(Exception):
    """Something is missing that has to be there before it is sent."""


class TooManyFiles(stored.NotKept):
    """More files, or more bytes, than one submission or one call takes. The form says the limits."""


@dataclass(frozen=True, slots=True)
class AboutSender:
    """How the call reached them, what they allow, and who they are if they say so."""

    route: str
    passed_on: str
    uses: list[str]
    licence: str
    name: str
    contact: str
    language: str


def change_words(*, token: str, words: WordsSent) -> None:
    """Change what was written. Raises NothingThere, or NotNow once the team has decided."""
    with transaction.atomic():
        row = _changeable(token)
        write_words(row, words)
        _corrected(row)


def add_files(*, token: str, files: Iterable[UploadedFile]) -> None:
    """Keep files, all of them or, where one cannot be kept, those before it. Raises NotKept, NothingThere or NotNow."""
    for file in files:
        kept = stored.keep(file, LARGEST_FILE)
        try:
            with transaction.atomic():
                row = _changeable(token)
                name = stored.plain_name(file.name or "")
                if not row.files.filter(sha256=kept.sha256, name=name).exists():
                    _refuse_too_many(row, kept.size)
                    SubmissionFile.objects.create(submission=row, name=name, sha256=kept.sha256, size=kept.size)
                    _corrected(row)
        except BaseException:
            forget([kept.sha256])
            raise
        if not is_there(kept.sha256):  # deleted with somebody else's at this very moment
            SubmissionFile.objects.filter(submission__token_hash=hash_of(token), sha256=kept.sha256).delete()
            raise stored.NotKept


def remove_file(*, token: str, pk: int) -> None:
    """Take a file away again; nothing where it is not there."""
    with transaction.atomic():
        row = _changeable(token)
        sums = list(row.files.filter(pk=pk).values_list("sha256", flat=True))
        row.files.filter(pk=pk).delete()
        if sums:
            _corrected(row)
        transaction.on_commit(lambda: forget(sums))


def describe_sender(*, token: str, about: AboutSender) -> None:
    """Note how the call reached them, what they allow, and who they are, in the one table of people."""
    with transaction.atomic():
        row = _changeable(token)
        row.route, row.passed_on, row.uses, row.licence = about.route, about.passed_on, about.uses, about.licence
        row.agreed = row.agreed or timezone.now()
        row.sender = _sender(row.sender, about)
        row.save()
        _corrected(row)


def send(*, token: str) -> bool:
    """Send it to the team: whether it was this that sent it. Sent before, nothing happens. Raises NotComplete."""
    with transaction.atomic():
        row = _changeable(token)
        if row.state != State.DRAFT:
            return False
        if not is_complete(row):
            raise NotComplete
        row.state, row.sent, row.number = State.NEW, timezone.now(), next_number(row.review)
        row.save()
        note("submission-sent", by=None, review=row.review_id, thing=f"submission:{row.pk}", route=row.route)
        return True


def is_complete(row: Submission) -> bool:
    """Whether it can be sent: agreed to, with something in it."""
    return bool(row.agreed and row.licence and (row.story or row.links or row.files.exists()))


def next_number(review: Review) -> int:
    """The next number in a review. The review's row is locked, so that no two get the same."""
    Review.objects.select_for_update().get(pk=review.pk)
    highest = Submission.objects.filter(review=review).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def _changeable(token: str) -> Submission:
    row = Submission.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    if row is None:
        raise NothingThere
    if not rule_of(row.state).sender_changes:
        raise NotNow
    return row


def _corrected(row: Submission) -> None:
    """Once sent, a change by the sender is noted, and an answer to what was asked back makes it new again."""
    if row.state == State.DRAFT:
        return
    if row.state == State.ASKED:
        row.state = State.NEW
    row.save()
    note("submission-corrected", by=None, review=row.review_id, thing=f"submission:{row.pk}")


def _refuse_too_many(row: Submission, size: int) -> None:
    of_call = SubmissionFile.objects.filter(submission__call=row.call_id).aggregate(total=Sum("size"))["total"] or 0
    of_one = row.files.aggregate(total=Sum("size"))["total"] or 0
    if row.files.count() >= MOST_FILES or of_one + size > MOST_OF_ONE or of_call + size > MOST_OF_A_CALL:
        raise TooManyFiles


def _sender(before: User | None, about: AboutSender) -> User:
    """A person without an account, also where they leave name and contact empty: it is who can be erased later."""
    user = before or User(is_active=False)
    user.name, user.contact, user.language = about.name, about.contact, about.language
    if user.pk is None:
        user.set_unusable_password()
    user.save()
    return user
