"""A large body is taken in from somebody who may send it, and from nobody else."""

from __future__ import annotations

import pytest

from plethu_web.calls.actions.withdrawing import withdraw
from plethu_web.config import senders
from plethu_web.reviews.actions import reviews as actions
from plethu_web.reviews.roles import Role

from .calls_cast import a_call, begun, sent
from .cast import a_review, access_of, browser_of, in_role, somebody
from .test_house_patience import run

pytestmark = pytest.mark.django_db
MB = 1024 * 1024


def cookies_of(person):
    return f"a=b; plethu_session={browser_of(person).cookies['plethu_session'].value}"


@pytest.mark.parametrize("role", list(Role))
def test_files_of_records_come_from_those_who_may_import(role):
    review = a_review()
    allowed = senders.may_send(f"/cy/reviews/{review.slug}/imports/new/", cookies_of(in_role(review, role)))
    assert allowed is (role in (Role.LEAD, Role.REVIEWER))


def test_strangers_and_those_who_left_send_nothing_large():
    review = a_review()
    address = f"/en/reviews/{review.slug}/imports/new/"
    gone = in_role(review, Role.REVIEWER)
    cookies = cookies_of(gone)
    member = review.memberships.get(person=gone)
    lead = in_role(review, Role.LEAD)
    assert senders.may_send(address, cookies)
    actions.end_membership(by=lead, access=access_of(review, lead, "manage"), member=member)
    for theirs in ("", "plethu_session=made-up", cookies_of(somebody()), cookies):
        assert not senders.may_send(address, theirs)
    assert not senders.may_send("/en/reviews/no-such/imports/new/", cookies_of(lead))


def test_files_for_a_call_come_with_a_key_that_still_opens_something():
    call = a_call()
    draft, gone = begun(call), sent(call)
    withdraw(token=gone)
    allowed = [senders.may_send(f"/en/call/yours/{token}/files/", "") for token in (draft, gone, "made-up")]
    assert allowed == [True, False, False]


@pytest.mark.parametrize(
    ("length", "may", "arrives"),
    [(2 * MB, True, b"the body"), (2 * MB, False, b""), (MB, False, b"the body")],
)
def test_the_body_of_a_stranger_is_not_stored(monkeypatch, length, may, arrives):
    monkeypatch.setattr(senders, "_asked", lambda scope: may)
    seen = []

    async def application(scope, receive, send):
        seen.append((await receive())["body"])
        seen.append(b"content-length" in dict(scope["headers"]))

    async def receive():
        return {"type": "http.request", "body": b"the body", "more_body": False}

    scope = {"type": "http", "path": "/en/reviews/x/imports/new/", "headers": [(b"content-length", b"%d" % length)]}
    run(senders.known(application)(scope, receive, None))
    assert seen == [arrives, bool(arrives)]
