"""Pages are compressed for whoever can take it; small answers and data are not."""

from __future__ import annotations

import gzip

import pytest

pytestmark = pytest.mark.django_db
GZIP = {"accept-encoding": "gzip"}


def test_a_page_is_compressed_for_who_asks(client):
    response = client.get("/en/about/", headers=GZIP)
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert b"About Plethu" in gzip.decompress(response.content)


def test_a_page_is_plain_for_who_does_not(client):
    response = client.get("/en/about/")
    assert "Content-Encoding" not in response
    assert "Accept-Encoding" in response["Vary"]


def test_its_length_differs_from_time_to_time(client):
    assert len({len(client.get("/en/about/", headers=GZIP).content) for _ in range(12)}) > 1


def test_data_keeps_its_strong_mark(client):
    response = client.get("/api/v1/edition", headers=GZIP)
    assert "Content-Encoding" not in response
    assert response["ETag"].startswith('"')
    again = client.get("/api/v1/edition", headers={**GZIP, "if-none-match": response["ETag"]})
    assert again.status_code == 304
