"""What can be asked about polls: those of a review, the one behind a link, an answer by its key, what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.crypto import salted_hmac

from plethu.evidence.polls import Answer, Question, Tally, by_sector, tally
from plethu_web.reviews.models import Decision, Poll, PollAnswer, PollQuestion, PollState
from plethu_web.reviews.queries.reviews import Access, hash_of


@dataclass(frozen=True, slots=True)
class Result:
    """What came together on a question, and what was decided because of it."""

    row: PollQuestion
    question: Question
    tally: Tally
    sectors: dict[str, Tally]
    decisions: list[Decision]


def polls_of(access: Access) -> QuerySet[Poll]:
    """All polls of a review with how many answers they have."""
    return access.review.polls.annotate(count=Count("answers"))


def poll_of(access: Access, pk: int) -> Poll:
    """One poll; Http404 where there is none in this review."""
    found = access.review.polls.filter(pk=pk).select_related("review").first()
    if found is None:
        raise Http404
    return found


def question_of(poll: Poll, pk: int) -> PollQuestion:
    """One question; Http404 where there is none in this poll."""
    found = poll.questions.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def poll_behind(key: str) -> Poll:
    """The poll that a link leads to. Http404 where there is none, or it was never opened."""
    found = Poll.objects.filter(key=key).exclude(state=PollState.PREPARED).select_related("review").first()
    if found is None:
        raise Http404
    return found


def public_results(key: str) -> Poll:
    """The poll whose results everybody may see. Http404 until it is over and the lead has opened them."""
    poll = poll_behind(key)
    if not (poll.is_done and poll.results_public):
        raise Http404
    return poll


def token_for(poll: Poll, secret: str) -> str:
    """The key of the answer that a browser with this secret gives to a poll: always the same one."""
    return salted_hmac("plethu.poll", f"{poll.key} {secret}").hexdigest()[:40]


def answer_with(poll: Poll, token: str) -> PollAnswer | None:
    """The answer that a key opens."""
    return PollAnswer.objects.filter(poll=poll, token_hash=hash_of(token)).first() if token else None


def answers_to(poll: Poll) -> list[Answer]:
    """All answers, as the library counts them."""
    return [answer_in(row) for row in PollAnswer.objects.filter(poll=poll).only("given", "sector")]


def answer_in(row: PollAnswer) -> Answer:
    """The answer that a row holds."""
    return msgspec.convert({"given": row.given, "sector": row.sector}, Answer)


def results_of(poll: Poll) -> tuple[int, list[Result]]:
    """How many answered, and the result of each question; no result before the poll is over.

    While it runs, two looks with one answer between them would give that answer away.
    """
    answers = answers_to(poll)
    if not poll.is_done:
        return len(answers), []
    results = []
    for row in poll.questions.prefetch_related("decisions__version", "decisions__by"):
        question = row.question
        sectors = by_sector(question, answers)
        results.append(Result(row, question, tally(question, answers), sectors, list(row.decisions.all())))
    return len(answers), results


def plain_answers(poll: Poll) -> list[dict[str, Any]]:
    """All answers without sector and day, in an order that does not tell when they came; none before it is over."""
    if not poll.is_done:
        return []
    encoded = sorted(msgspec.json.encode(answer.given, order="deterministic") for answer in answers_to(poll))
    return [msgspec.json.decode(answer) for answer in encoded]
