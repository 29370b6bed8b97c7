"""The team of a review: starting it, inviting, joining, changing roles, leaving."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plethu_web.accounts.models import Event
from plethu_web.reviews.models import Invitation, Membership
from plethu_web.reviews.roles import Role

from .cast import a_review, browser_of, in_role, somebody

pytestmark = pytest.mark.django_db


def page(response):
    return response.content.decode()


def test_whoever_starts_a_review_leads_it():
    client = browser_of(somebody())
    response = client.post("/en/reviews/start/", {"title": "Gardens together", "title_cy": "Gerddi gyda'n gilydd"})
    assert response["Location"] == "/en/reviews/gardens-together/"
    assert "Gerddi gyda&#x27;n gilydd" in page(client.get("/cy/reviews/gardens-together/"))
    assert Membership.objects.get().role == Role.LEAD
    assert Event.objects.get().kind == "review-started"


def test_two_reviews_of_one_title_have_two_addresses():
    assert a_review().slug == "gardens-together"
    assert a_review(by=somebody("Ned Next")).slug == "gardens-together-2"


def test_a_title_of_no_letters_that_an_address_can_hold():
    assert a_review(title="綠").slug == "review"


def test_a_review_needs_a_title():
    response = browser_of(somebody()).post("/en/reviews/start/", {"about": "Something"})
    assert response.status_code == 400
    assert "Give the review a title." in page(response)
    assert "Something" in page(response)


def test_an_invitation_lets_one_person_in_and_only_once():
    review = a_review()
    lead = browser_of(in_role(review, Role.LEAD))
    shown = page(lead.post(f"/en/reviews/{review.slug}/team/invite/", {"role": "reviewer"}))
    path = re.search(r"/en/reviews/join/[\w-]+/", shown)[0]
    guest = somebody("Gwen Guest")
    assert "Gardens together" in page(browser_of(guest).get(path))
    assert browser_of(guest).post(f"{path}yes/")["Location"] == f"/en/reviews/{review.slug}/"
    assert Membership.objects.get(person=guest).role == "reviewer"
    assert browser_of(somebody("Late Lewis")).get(path).status_code == 404
    assert browser_of(somebody("Later Lewis")).post(f"{path}yes/").status_code == 404


def test_only_a_hash_of_the_key_is_kept():
    review = a_review()
    shown = page(
        browser_of(in_role(review, Role.LEAD)).post(f"/en/reviews/{review.slug}/team/invite/", {"role": "lead"})
    )
    token = re.search(r"/join/([\w-]+)/", shown)[1]
    assert token not in str(Invitation.objects.values())


def test_an_invitation_that_was_withdrawn_opens_nothing():
    review = a_review()
    lead = browser_of(in_role(review, Role.LEAD))
    path = re.search(
        r"/en/reviews/join/[\w-]+/", page(lead.post(f"/en/reviews/{review.slug}/team/invite/", {"role": "observer"}))
    )[0]
    lead.post(f"/en/reviews/{review.slug}/team/invitations/{Invitation.objects.get().pk}/withdraw/")
    assert browser_of(somebody()).get(path).status_code == 404


def test_joining_a_second_time_keeps_the_role():
    review = a_review()
    person = in_role(review, Role.STEERING)
    lead = browser_of(in_role(review, Role.LEAD))
    path = re.search(
        r"/en/reviews/join/[\w-]+/", page(lead.post(f"/en/reviews/{review.slug}/team/invite/", {"role": "lead"}))
    )[0]
    browser_of(person).post(f"{path}yes/")
    assert Membership.objects.get(person=person).role == Role.STEERING


def test_a_role_is_changed_and_the_trail_says_so():
    review = a_review()
    person = in_role(review, Role.OBSERVER)
    member = Membership.objects.get(person=person)
    lead = in_role(review, Role.LEAD)
    browser_of(lead).post(reverse("reviews:role", args=[review.slug, member.pk]), {"role": "reviewer"})
    member.refresh_from_db()
    assert member.role == Role.REVIEWER
    event = Event.objects.filter(kind="member-role-changed").get()
    assert (event.by, event.about, event.details) == (lead.pseudonym, person.pseudonym, {"role": "reviewer"})
    assert "Changed a role" in page(browser_of(lead).get(f"/en/reviews/{review.slug}/trail/"))


@pytest.mark.parametrize("what", ["role", "end"])
def test_a_review_keeps_a_lead(what):
    review = a_review()
    lead = in_role(review, Role.LEAD)
    member = Membership.objects.get(person=lead)
    response = browser_of(lead).post(reverse(f"reviews:{what}", args=[review.slug, member.pk]), {"role": "observer"})
    assert response.status_code == 400
    assert "Somebody has to lead the review" in page(response)
    member.refresh_from_db()
    assert (member.role, member.ended) == (Role.LEAD, None)


def test_who_leaves_sees_the_review_no_longer_and_stays_in_its_trail():
    review = a_review()
    person = in_role(review, Role.REVIEWER)
    member = Membership.objects.get(person=person)
    browser_of(in_role(review, Role.LEAD)).post(reverse("reviews:end", args=[review.slug, member.pk]))
    assert browser_of(person).get(f"/en/reviews/{review.slug}/").status_code == 404
    assert Event.objects.filter(by=person.pseudonym, kind="member-joined").exists()


def test_nobody_has_two_roles_at_a_time():
    review = a_review()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(review=review, person=in_role(review, Role.LEAD), role=Role.OBSERVER)


def test_a_role_is_one_of_the_table():
    review = a_review()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(review=review, person=somebody(), role="king")
