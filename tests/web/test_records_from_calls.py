"""What an open call accepted lies on the record desk too, and leaves it when it is withdrawn."""

from __future__ import annotations

import pytest

from plethu_web.calls.actions.moderating import Decision, decide
from plethu_web.calls.actions.withdrawing import withdraw
from plethu_web.records.models import Edit, Record
from plethu_web.reviews.roles import Role

from .calls_cast import a_call, row_of, sent
from .cast import a_review, access_of, browser_of, in_role
from .test_records_import import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def reviewer(review):
    return browser_of(in_role(review, Role.REVIEWER))


def accepted(review, **more):
    call = review.calls.first() or a_call(review)
    token = sent(call, **more)
    person = in_role(review, Role.REVIEWER)
    access = access_of(review, person, "run-call")
    row = row_of(token)
    decide(by=person, access=access, submission=row, decision=Decision(state="accepted", seen=row.seen_as))
    return token


def taken_in(review, client):
    return client.post(f"/en/reviews/{review.slug}/imports/call/")


def test_what_was_accepted_is_taken_in_once(review, reviewer):
    accepted(review)
    sent(review.calls.get(), title="Not looked at yet")
    shown = page(reviewer.get(f"/en/reviews/{review.slug}/imports/"))
    assert "accepted 1 entry that is not among the records yet" in shown
    assert taken_in(review, reviewer)["Location"].endswith("?taken=1")
    assert taken_in(review, reviewer)["Location"].endswith("?taken=0")
    record = Record.objects.get()
    assert (record.title, record.place_printed, record.edtf) == ("The garden behind the hall", "Tredegaer", "2021-21")
    assert record.source.branch == "call"


def test_later_ones_are_added_and_what_was_mended_stays(review, reviewer):
    accepted(review)
    taken_in(review, reviewer)
    first = Record.objects.get()
    address = f"/en/reviews/{review.slug}/records/{first.pk}/place/"
    reviewer.post(address, {"place": "Tredegar", "tier": "specific", "authority": "W06000019", "reason": ""})
    accepted(review, title="A second garden")
    taken_in(review, reviewer)
    first.refresh_from_db()
    first.source.refresh_from_db()
    assert (first.place, Record.objects.count(), first.source.records_read) == ("Tredegar", 2, 2)


def test_what_is_withdrawn_leaves_no_copy(review, reviewer):
    token = accepted(review)
    taken_in(review, reviewer)
    record = Record.objects.get()
    reviewer.post(f"/en/reviews/{review.slug}/records/{record.pk}/place/", {"place": "Tredegar", "reason": ""})
    withdraw(token=token)
    assert not Record.objects.exists()
    assert not Edit.objects.exists()
    assert "The garden behind the hall" not in page(reviewer.get(f"/en/reviews/{review.slug}/records/"))
    assert taken_in(review, reviewer)["Location"].endswith("?taken=0")


def test_what_is_withdrawn_leaves_no_copy_where_an_edit_was_undone(review, reviewer):
    token = accepted(review)
    taken_in(review, reviewer)
    record = Record.objects.get()
    address = f"/en/reviews/{review.slug}/records/{record.pk}"
    reviewer.post(f"{address}/place/", {"place": "Tredegar", "reason": ""})
    reviewer.post(f"{address}/edits/{Edit.objects.get().pk}/undo/")
    assert Edit.objects.count() == 2
    withdraw(token=token)
    assert not Record.objects.exists()
    assert not Edit.objects.exists()


def test_there_is_no_file_to_fetch(review, reviewer):
    accepted(review)
    taken_in(review, reviewer)
    source = Record.objects.get().source
    assert "Open call" in page(reviewer.get(f"/en/reviews/{review.slug}/imports/{source.pk}/"))
    assert reviewer.get(f"/en/reviews/{review.slug}/imports/{source.pk}/file/").status_code == 404
