"""What went wrong is said with the right number, on a page in the reader's language."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from plethu_web.config import errors

LANGUAGES = ["en", "cy"]


def is_a_page_in(response, language):
    return f'<html lang="{language}">' in response.content.decode() and b"<h1" in response.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_at_this_address(client, language):
    response = client.get(f"/{language}/no/such/page/")
    assert response.status_code == 404
    assert is_a_page_in(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bare_wrong_address_is_answered_in_the_browsers_language(client, language):
    response = client.get("/no/such/page/", headers={"accept-language": language})
    assert response.status_code == 404
    assert is_a_page_in(response, language)


@pytest.mark.parametrize("address", ["/{}/?q=%00", "/{}/%00/", "/{}/?q=a%00b"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_nul_in_the_address(client, address, language):
    response = client.get(address.format(language), headers={"accept-language": language})
    assert response.status_code == 400
    assert is_a_page_in(response, language)


def test_a_host_that_is_not_ours(client):
    response = client.get("/en/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_large(client, language):
    body = b"x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    response = client.post(f"/{language}/accounts/password/reset/", body, content_type="application/octet-stream")
    assert response.status_code == 413
    assert is_a_page_in(response, language)


@pytest.mark.django_db
def test_just_small_enough_is_taken(client):
    body = b"email=" + b"x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 100)
    response = client.post("/en/accounts/password/reset/", body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_is_not_ours(language):
    response = Client(enforce_csrf_checks=True).post(
        f"/{language}/accounts/password/reset/", {"email": "a@example.org"}
    )
    assert response.status_code == 403
    assert is_a_page_in(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "make"),
    [
        (400, errors.bad_request),
        (403, errors.forbidden),
        (404, errors.not_found),
        (413, errors.too_large),
        (429, lambda request: errors.too_many(request, wait=2.2)),
        (500, errors.failed),
    ],
)
def test_every_error_has_a_page_that_needs_no_database(language, status, make):
    with translation.override(language):
        response = make(RequestFactory().get(f"/{language}/"))
    assert response.status_code == status
    assert f'lang="{language}"'.encode() in response.content  # the page for our own fault is in both at once
    assert b"<h1" in response.content


def breaks(request):
    raise RuntimeError


class Broken:
    """A set of addresses whose only page fails."""

    from django.urls import path

    urlpatterns = (path("en/broken/", breaks),)
    handler500 = "plethu_web.config.errors.failed"


@override_settings(ROOT_URLCONF=Broken)
def test_a_page_that_fails_says_so_and_shows_nothing_of_the_inside():
    response = Client(raise_request_exception=False).get("/en/broken/")
    assert response.status_code == 500
    assert is_a_page_in(response, "en")
    assert b"RuntimeError" not in response.content


def test_waiting_time_is_said_in_whole_seconds():
    with translation.override("en"):
        response = errors.too_many(RequestFactory().get("/en/"), wait=2.2)
    assert isinstance(response, HttpResponse)
    assert response["Retry-After"] == "3"
