"""The steering group: who sits in it, its meetings, its decisions and what came of them."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest
from django.db import IntegrityError, transaction

from plethu.evidence.text import Text
from plethu_web.accounts.models import Event, User
from plethu_web.reviews.actions import protocol as protocol_actions
from plethu_web.reviews.models import Decision, Meeting, Seat
from plethu_web.reviews.roles import Role

from ..small_protocol import WHOLE
from .cast import a_review, access_of, browser_of, in_role

pytestmark = pytest.mark.django_db


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review(db):
    return a_review()


@pytest.fixture
def keeper(review):
    return browser_of(in_role(review, Role.STEERING))


def at(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/steering/{path}"


def test_somebody_without_an_account_sits_in_the_group_and_has_a_name_in_one_table(review, keeper):
    keeper.post(at(review, "seats/add/"), {"name": "Gwen Garden", "role": "Allotments", "sector": "community"})
    seat = Seat.objects.get()
    assert (seat.person.name, seat.person.email) == ("Gwen Garden", None)
    shown = page(keeper.get(at(review)))
    assert "Gwen Garden, Allotments" in shown
    assert "Community group" in shown
    assert "Grŵp cymunedol" in page(keeper.get(at(review, language="cy")))
    assert "Gwen" not in str(list(Event.objects.values()))


def test_who_may_not_see_the_team_sees_the_role_and_no_name(review, keeper):
    keeper.post(at(review, "seats/add/"), {"name": "Gwen Garden", "role": "Allotments", "sector": "community"})
    keeper.post(at(review, "seats/add/"), {"name": "Nia Nameless", "sector": "third"})
    pks = [seat.pk for seat in Seat.objects.all()]
    keeper.post(at(review, "meetings/add/"), {"on": "2026-05-01", "present": pks})
    observer = browser_of(in_role(review, Role.OBSERVER))
    for path in (at(review), at(review, f"meetings/{Meeting.objects.get().pk}/")):
        shown = page(observer.get(path))
        assert "Allotments" in shown
        assert "A seat without a name" in shown
        assert "Gwen" not in shown
        assert "Nia" not in shown


def test_only_a_role_is_enough_and_nothing_is_not(review, keeper):
    assert keeper.post(at(review, "seats/add/"), {"role": "A voice of tenants"}).status_code == 302
    assert Seat.objects.get().person is None
    response = keeper.post(at(review, "seats/add/"), {"sector": "public"})
    assert response.status_code == 400
    assert "Write a role, a name" in page(response)


def test_a_name_that_is_taken_back_is_nowhere_any_more(review, keeper):
    keeper.post(at(review, "seats/add/"), {"name": "Gwen Garden", "role": "Allotments"})
    seat = Seat.objects.get()
    keeper.post(at(review, f"seats/{seat.pk}/"), {"name": "", "role": "Allotments"})
    assert not User.objects.filter(name__contains="Gwen").exists()
    seat.refresh_from_db()
    assert seat.person is None


def test_a_name_is_corrected_without_a_second_person(review, keeper):
    keeper.post(at(review, "seats/add/"), {"name": "Gwen Gardn"})
    before = User.objects.count()
    keeper.post(at(review, f"seats/{Seat.objects.get().pk}/"), {"name": "Gwen Garden"})
    assert Seat.objects.get().person.name == "Gwen Garden"
    assert User.objects.count() == before


def test_a_member_of_the_team_takes_a_seat_once(review, keeper):
    member = in_role(review, Role.STEERING)
    sent = {"member": str(member.pseudonym), "sector": "academic"}
    keeper.post(at(review, "seats/add/"), sent)
    assert Seat.objects.get().person == member
    assert keeper.post(at(review, "seats/add/"), sent).status_code == 400
    assert Seat.objects.count() == 1


def test_a_stranger_cannot_be_given_a_seat_by_their_pseudonym(review, keeper):
    stranger = User.objects.create(name="Strange Sue", email="sue@example.org")
    assert keeper.post(at(review, "seats/add/"), {"member": str(stranger.pseudonym)}).status_code == 400
    assert not Seat.objects.exists()


def test_a_seat_ends_and_stays_in_the_minutes(review, keeper):
    keeper.post(at(review, "seats/add/"), {"role": "Allotments", "sector": "community", "began": "2026-01-01"})
    seat = Seat.objects.get()
    keeper.post(at(review, "meetings/add/"), {"on": "2026-05-01", "present": [seat.pk]})
    bad = {"role": "Allotments", "began": "2026-01-01", "ended": "2025-01-01"}
    assert keeper.post(at(review, f"seats/{seat.pk}/"), bad).status_code == 400
    keeper.post(at(review, f"seats/{seat.pk}/"), {**bad, "ended": "2026-06-01"})
    assert "1 seat that has ended" in page(keeper.get(at(review)))
    assert "Allotments" in page(keeper.get(at(review, f"meetings/{Meeting.objects.get().pk}/")))


def test_a_meeting_has_notes_in_two_languages_and_documents_as_links(review, keeper):
    keeper.post(
        at(review, "meetings/add/"),
        {"on": "2026-05-01", "place": "Online", "notes": "We talked.", "notes_cy": "Buom yn siarad.",
         "links": "https://example.org/agenda.pdf The agenda\n\nhttp://example.org/x"},
    )  # fmt: skip
    meeting = Meeting.objects.get()
    assert meeting.on == date(2026, 5, 1)
    shown = page(keeper.get(at(review, f"meetings/{meeting.pk}/")))
    assert '<a href="https://example.org/agenda.pdf" rel="noreferrer">The agenda</a>' in shown
    assert "there." not in page(keeper.get(at(review))).partition("Meetings")[2], "who was there is not noted yet"
    assert "Buom yn siarad." in page(keeper.get(at(review, f"meetings/{meeting.pk}/", "cy")))
    keeper.post(at(review, f"meetings/{meeting.pk}/change/"), {"on": "2026-05-02", "notes": "We talked long."})
    meeting.refresh_from_db()
    assert (meeting.on, meeting.notes, meeting.documents) == (date(2026, 5, 2), "We talked long.", [])


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://x", "https://", "http://[x"]
)
def test_what_is_no_web_address_is_no_link(review, keeper, link):
    response = keeper.post(at(review, "meetings/add/"), {"on": "2026-05-01", "links": f"{link} Paper"})
    assert response.status_code == 400
    assert "is no web address" in page(response)
    assert not Meeting.objects.exists()


def test_a_decision_goes_from_proposed_to_the_version_it_led_to(review, keeper):
    keeper.post(at(review, "meetings/add/"), {"on": "2026-05-01"})
    meeting = Meeting.objects.get()
    sent = {"text": "Take films in", "reason": "Members asked", "status": "proposed", "meeting": meeting.pk}
    keeper.post(at(review, "decisions/add/"), sent)
    decision = Decision.objects.get()
    assert decision.meeting == meeting
    lead = in_role(review, Role.LEAD)
    doer = {"by": lead, "access": access_of(review, lead)}
    protocol_actions.replace_draft(**doer, protocol=WHOLE, source="file")
    version = protocol_actions.publish(**doer, reason=Text("x"), decisions=[])
    keeper.post(at(review, f"decisions/{decision.pk}/"), {**sent, "status": "done", "version": version.pk})
    shown = page(keeper.get(at(review)))
    for words in ("Take films in", "Carried out", "Changed the protocol: version 1", "Meeting of 1 May 2026"):
        assert words in shown
    assert Event.objects.filter(kind="decision-changed").get().details == {"status": "done"}


def test_nothing_of_another_review_can_be_named(review, keeper):
    other = a_review("Another", in_role(review, Role.LEAD))
    lead = in_role(review, Role.LEAD)
    meeting = Meeting.objects.create(review=other, on=date(2026, 1, 1), by=lead)
    seat = Seat.objects.create(review=other, role="Theirs")
    decision = Decision.objects.create(review=other, text="Theirs", by=lead)
    for path in (f"meetings/{meeting.pk}/", f"seats/{seat.pk}/", f"decisions/{decision.pk}/"):
        assert keeper.get(at(review, path)).status_code == 404
    assert keeper.post(at(review, "meetings/add/"), {"on": "2026-05-01", "present": [seat.pk]}).status_code in (
        302,
        400,
    )
    assert not Meeting.objects.filter(review=review, present=seat).exists()
    sent = {"text": "x", "status": "agreed", "meeting": meeting.pk}
    keeper.post(at(review, "decisions/add/"), sent)
    assert not Decision.objects.filter(review=review, meeting=meeting).exists()


def test_the_database_keeps_seats_in_order(review):
    person = in_role(review, Role.STEERING)
    Seat.objects.create(review=review, person=person)
    for make in (
        lambda: Seat.objects.create(review=review, person=person),
        lambda: Seat.objects.create(review=review),
        lambda: Seat.objects.create(review=review, role="x", sector="king"),
        lambda: Seat.objects.create(review=review, role="x", began=date(2026, 2, 1), ended=date(2026, 1, 1)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
