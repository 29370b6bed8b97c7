"""Every address of a review, opened by every role: what the table of roles says is what happens."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

from plethu_web.reviews.roles import ABILITIES, Role

from .cast import a_review, browser_of, in_role, somebody

pytestmark = pytest.mark.django_db

FILLED = {IntConverter: 999_999, UUIDConverter: "00000000-0000-4000-8000-000000000000", SlugConverter: "none"}


def in_a_review(patterns, before="", found=None):
    """All addresses with a part `slug` in the apps of reviews: their pattern and their view."""
    found = {} if found is None else found
    for entry in patterns:
        path = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            in_a_review(entry.url_patterns, path, found)
        elif isinstance(entry, URLPattern) and path.startswith("en/reviews/<slug:slug>/"):
            found[path] = entry
    return found


ADDRESSES = in_a_review(get_resolver().url_patterns)


def address(path, entry, slug):
    for name, converter in entry.pattern.converters.items():
        value = slug if name == "slug" else FILLED.get(type(converter), "none")
        kind = {IntConverter: "int", UUIDConverter: "uuid", SlugConverter: "slug", StringConverter: "str"}
        path = path.replace(f"<{kind[type(converter)]}:{name}>", str(value))
    return f"/{path}"


def test_there_are_addresses_to_walk():
    assert len(ADDRESSES) >= 8


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_view_says_which_ability_it_takes(path):
    assert ADDRESSES[path].callback.ability in ABILITIES


@pytest.mark.parametrize("role", Role.values)
def test_the_table_of_roles_is_what_happens(role):
    review = a_review()
    client = browser_of(in_role(review, role))
    for path, entry in ADDRESSES.items():
        allowed = role in ABILITIES[entry.callback.ability].roles
        for method in ("get", "post"):
            status = getattr(client, method)(address(path, entry, review.slug)).status_code
            assert status < 500, path
            assert (status == 403) is not allowed, f"{role} {method} {path}: {status}"


def test_an_outsider_is_not_told_whether_there_is_such_a_review():
    review = a_review()
    client = browser_of(somebody("Owain Outside"))
    for path, entry in ADDRESSES.items():
        for slug in (review.slug, "no-such-review"):
            assert client.get(address(path, entry, slug)).status_code == 404, path
            assert client.post(address(path, entry, slug)).status_code == 404, path


def test_a_visitor_is_asked_to_sign_in():
    review = a_review()
    for path, entry in ADDRESSES.items():
        response = Client().get(address(path, entry, review.slug))
        assert response.status_code == 302, path
        assert "next=" in response["Location"]


def test_an_erased_or_barred_person_is_out():
    review = a_review()
    person = in_role(review, Role.REVIEWER)
    client = browser_of(person)
    person.is_active = False
    person.save()
    assert client.get(f"/en/reviews/{review.slug}/").status_code == 302


def test_what_belongs_to_another_review_is_not_found():
    review, other = a_review(), a_review(title="Another", by=somebody("Anna Another"))
    from plethu_web.reviews.models import Membership

    member = Membership.objects.get(review=other)
    client = browser_of(in_role(review, Role.LEAD))
    for what in ("role", "end"):
        assert client.post(f"/en/reviews/{review.slug}/team/{member.pk}/{what}/", {"role": "lead"}).status_code == 404
