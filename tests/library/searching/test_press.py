"""Peer review of a strategy: what can be said when, who waits for whom, and the file that carries it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plethu.searching.checking import Press
from plethu.searching.press import (
    Judgement,
    NotAReview,
    NotNow,
    PeerReview,
    State,
    accept,
    from_json,
    judge,
    respond,
    send,
    state_of,
    summary,
    to_json,
    version_of,
)

from .checked import strategy

MADE = strategy("A. Music\nchoir*\nB. Places\nvillage*\nA + B")


def judged(**asked: str) -> PeerReview:
    """A review with every element judged; those named are asked to be revised, with this comment."""
    review = PeerReview("a librarian", "2024-03-01", version_of(MADE), "Music in villages")
    for element in Press:
        comment = asked.get(element.name.lower(), "")
        review = judge(review, element, Judgement.REQUIRED if comment else Judgement.NONE, comment)
    return review


def refused(code: str):
    return pytest.raises(NotNow, match=f"^{code}$")


def test_a_review_goes_from_draft_to_accepted():
    review = judged(limits="Say the years.")
    assert state_of(review) is State.DRAFT
    review = send(review, "2024-03-02")
    assert state_of(review) is State.WAITING
    review = respond(review, Press.LIMITS, "Done.", "the authors", "2024-03-05")
    assert state_of(review) is State.ANSWERED
    assert state_of(accept(review, "2024-03-06")) is State.ACCEPTED


def test_a_review_that_asks_for_nothing_is_accepted_when_it_is_sent():
    assert state_of(send(judged(), "2024-03-02")) is State.ACCEPTED


def test_a_judgement_takes_the_place_of_the_one_before_and_keeps_the_order_of_the_form():
    review = judge(judged(), Press.QUESTION, Judgement.SUGGESTED, "One concept is missing.")
    assert [each.element for each in review.judged] == list(Press)
    found = review.on(Press.QUESTION)
    assert found is not None
    assert found.judgement is Judgement.SUGGESTED


def test_what_is_not_allowed_yet_or_any_more():
    draft = PeerReview("a librarian", "2024-03-01", "x")
    with refused("no-comment"):
        judge(draft, Press.LIMITS, Judgement.REQUIRED, "  ")
    with refused("not-judged"):
        send(draft, "2024-03-02")
    with refused("not-sent"):
        respond(draft, Press.LIMITS, "Done.", "the authors", "2024-03-05")
    with refused("not-sent"):
        accept(draft, "2024-03-05")
    sent = send(judged(limits="Say the years."), "2024-03-02")
    with refused("sent"):
        judge(sent, Press.LIMITS, Judgement.NONE)
    with refused("sent"):
        send(sent, "2024-03-03")
    with refused("nothing-asked"):
        respond(sent, Press.HEADINGS, "Done.", "the authors", "2024-03-05")
    with refused("no-response"):
        respond(sent, Press.LIMITS, "", "the authors", "2024-03-05")
    with refused("not-answered"):
        accept(sent, "2024-03-05")
    closed = accept(respond(sent, Press.LIMITS, "Done.", "the authors", "2024-03-05"), "2024-03-06")
    with refused("accepted"):
        respond(closed, Press.LIMITS, "Changed.", "the authors", "2024-03-07")


def test_a_summary_counts_and_says_what_waits():
    review = send(judged(limits="Say the years.", headings="None used."), "2024-03-02")
    review = respond(review, Press.LIMITS, "Done.", "the authors", "2024-03-05")
    found = summary(review, version_of(MADE))
    assert (found.none, found.suggested, found.required) == (4, 0, 2)
    assert found.waiting == (Press.HEADINGS,)
    assert found.missing == ()
    assert not found.outdated


def test_a_strategy_that_changed_since_makes_the_review_outdated():
    longer = strategy("A. Music\nchoir* OR band*\nB. Places\nvillage*\nA + B")
    other_formula = strategy("A. Music\nchoir*\nB. Places\nvillage*\nA or B")
    assert summary(judged(), version_of(longer)).outdated
    assert summary(judged(), version_of(other_formula)).outdated
    assert version_of(MADE) == version_of(replace(MADE, name="Another name"))


def test_a_review_comes_back_from_its_file():
    review = send(judged(limits="Dywedwch y blynyddoedd."), "2024-03-02")
    review = respond(review, Press.LIMITS, "Wedi'i wneud “nawr”.", "the authors", "2024-03-05")
    assert from_json(to_json(review)) == review


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "plethu-press/2"}',
        b'{"format": "plethu-press/1", "reviewer": "x", "date": "2024", "version": 7}',
        b'{"format": "plethu-press/1", "reviewer": "x", "date": "", "version": "", '
        b'"judged": [{"element": "limits", "judgement": "none"}, {"element": "limits", "judgement": "none"}]}',
        b'{"format": "plethu-press/1", "reviewer": "x", "date": "", "version": "", '
        b'"judged": [{"element": "seventh", "judgement": "none"}]}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_review_is_refused(data):
    with pytest.raises(NotAReview):
        from_json(data)
