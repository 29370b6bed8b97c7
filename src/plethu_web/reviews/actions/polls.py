"""What can be done with polls, by the team and by those who answer. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from plethu.evidence.polls import Given, Sector, Topic, faults
from plethu.wording.polls import ready_question
from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Poll, PollAnswer, PollQuestion, PollState
from plethu_web.reviews.queries.reviews import Access, hash_of

MOST_QUESTIONS = 30


class NotPrepared(Exception):
    """The poll was opened: its questions stay as they were asked."""


class NothingAsked(Exception):
    """A poll without questions cannot be opened."""


class NotOpen(Exception):
    """The poll cannot be answered now."""


class BadAnswer(Exception):
    """An answer that the form could not have sent."""


@transaction.atomic
def make_poll(*, by: User, access: Access, columns: Mapping[str, Any]) -> Poll:
    """Make a poll, to be filled with questions."""
    poll = Poll.objects.create(review=access.review, by=by, **columns)
    note("poll-made", by=by.pseudonym, review=access.review.pk, thing=f"poll:{poll.pk}")
    return poll


@transaction.atomic
def change_poll(*, by: User, access: Access, poll: Poll, columns: Mapping[str, Any]) -> None:
    """Change title, introduction, whether the sector is asked for, or the last day."""
    Poll.objects.filter(pk=poll.pk).update(**columns)
    note("poll-changed", by=by.pseudonym, review=access.review.pk, thing=f"poll:{poll.pk}")


@transaction.atomic
def add_question(*, by: User, access: Access, poll: Poll, columns: Mapping[str, Any]) -> PollQuestion:
    """Add a question, the last one. Raises `NotPrepared`."""
    _locked(poll, PollState.PREPARED)
    last = poll.questions.aggregate(last=Max("position"))["last"] or 0
    if poll.questions.count() >= MOST_QUESTIONS:
        raise NotPrepared
    question = PollQuestion.objects.create(poll=poll, position=last + 1, **columns)
    note("poll-changed", by=by.pseudonym, review=access.review.pk, thing=f"poll:{poll.pk}", what="question-added")
    return question


def add_ready(*, by: User, access: Access, poll: Poll, topic: Topic) -> PollQuestion:
    """Add the ready-made question on a topic. Raises `NotPrepared`; KeyError for a topic there is not."""
    ready = ready_question(topic)
    texts = {"words": ready.words.en, "words_cy": ready.words.cy, "hint": ready.hint.en, "hint_cy": ready.hint.cy}
    options = [{"id": option.id, "en": option.text.en, "cy": option.text.cy} for option in ready.options]
    columns = {**texts, "kind": ready.kind, "topic": topic, "options": options}
    return add_question(by=by, access=access, poll=poll, columns=columns)


@transaction.atomic
def change_question(*, by: User, access: Access, question: PollQuestion, columns: Mapping[str, Any]) -> None:
    """Change a question. Raises `NotPrepared` once the poll was opened."""
    _locked(question.poll, PollState.PREPARED)
    PollQuestion.objects.filter(pk=question.pk).update(**columns)
    note("poll-changed", by=by.pseudonym, review=access.review.pk, thing=f"poll:{question.poll.pk}", what="question")


@transaction.atomic
def remove_question(*, by: User, access: Access, question: PollQuestion) -> None:
    """Take a question out. Raises `NotPrepared` once the poll was opened."""
    poll = _locked(question.poll, PollState.PREPARED)
    PollQuestion.objects.filter(pk=question.pk).delete()
    note("poll-changed", by=by.pseudonym, review=access.review.pk, thing=f"poll:{poll.pk}", what="question-removed")


@transaction.atomic
def open_poll(*, by: User, access: Access, poll: Poll) -> None:
    """Let partners answer. A closed poll opens again, and what was answered counts on. Raises `NothingAsked`."""
    row = Poll.objects.select_for_update().get(pk=poll.pk)
    if not row.questions.exists():
        raise NothingAsked
    row.state, row.closed, row.opened = PollState.OPEN, None, row.opened or timezone.now()
    row.results_public = False
    if row.is_over:
        row.last_day = None
    row.save()
    note("poll-opened", by=by.pseudonym, review=access.review.pk, thing=f"poll:{row.pk}")


@transaction.atomic
def close_poll(*, by: User, access: Access, poll: Poll) -> None:
    """End a poll. Raises `NotOpen`."""
    row = Poll.objects.select_for_update().get(pk=poll.pk)
    if row.state != PollState.OPEN:
        raise NotOpen
    row.state, row.closed = PollState.CLOSED, timezone.now()
    row.save()
    note("poll-closed", by=by.pseudonym, review=access.review.pk, thing=f"poll:{row.pk}")


@transaction.atomic
def set_results_public(*, by: User, access: Access, poll: Poll, public: bool) -> None:
    """Let everybody see the results once the poll is over, or only the team."""
    Poll.objects.filter(pk=poll.pk).update(results_public=public)
    kind = "poll-results-public" if public else "poll-results-team"
    note(kind, by=by.pseudonym, review=access.review.pk, thing=f"poll:{poll.pk}")


@transaction.atomic
def give_answer(*, poll: Poll, token: str, given: Mapping[str, Given], sector: Sector) -> None:
    """Keep the answer under a key, in place of what was under it before. Raises `NotOpen` and `BadAnswer`.

    The trail says that there was an answer and never which.
    """
    row = Poll.objects.select_for_update().get(pk=poll.pk)
    if not row.is_open:
        raise NotOpen
    questions = {str(each.pk): each.question for each in row.questions.all()}
    kept = {id: each for id, each in given.items() if not each.is_empty}
    if not kept or any(id not in questions or list(faults(questions[id], each)) for id, each in kept.items()):
        raise BadAnswer
    values = {"given": msgspec.to_builtins(kept), "sector": sector if row.asks_sector else ""}
    _answer, made = PollAnswer.objects.update_or_create(token_hash=hash_of(token), poll=row, defaults=values)
    note("poll-answered" if made else "poll-answer-changed", by=None, review=row.review_id, thing=f"poll:{row.pk}")


@transaction.atomic
def withdraw_answer(*, poll: Poll, token: str) -> bool:
    """Take an answer back for good, open poll or not; whether there was one."""
    deleted, _ = PollAnswer.objects.filter(poll=poll, token_hash=hash_of(token)).delete()
    if deleted:
        note("poll-answer-withdrawn", by=None, review=poll.review_id, thing=f"poll:{poll.pk}")
    return bool(deleted)


def _locked(poll: Poll, state: str) -> Poll:
    row = Poll.objects.select_for_update().get(pk=poll.pk)
    if row.state != state:
        raise NotPrepared
    return row
