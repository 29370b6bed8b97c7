"""What holds for whole parts of the site: private links that open nothing, and methods no page knows."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from plethu_web.config import addresses
from plethu_web.config.keys import secret_keys
from plethu_web.config.ratelimit import DOCUMENT, SAVE, address_of, rule_for
from plethu_web.frameworks.files import name_for


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["nothing/", "nothing/no/such/page/"])
def test_a_link_that_opens_nothing_is_as_private_as_one_that_does(path):
    response = Client().get(f"/cy/advice/saved/{path}")
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["/en/", "/en/advice/save/", "/admin/login/"])
def test_a_method_no_page_knows(method, path):
    response = getattr(Client(enforce_csrf_checks=True), method)(path)
    assert response.status_code == 405
    assert "POST" in response["Allow"]


@pytest.mark.parametrize(
    ("name", "file"), [("CON", "plethu-con.pdf"), ("lpt1", "plethu-lpt1.pdf"), ("Conwy", "conwy.pdf")]
)
def test_no_file_is_named_as_a_device(name, file):
    assert name_for(name, "pdf") == file


@pytest.mark.parametrize(("given", "read"), [("HTTPS://Plethu.Example.org/", "https://plethu.example.org")])
def test_the_address_people_use_is_read_as_a_browser_reads_it(given, read):
    assert addresses.base(given) == read


@pytest.mark.parametrize("given", ["plethu.example.org", "ftp://x", "https://", "http://[x", "https://x:70000"])
def test_an_address_that_is_none(given):
    with pytest.raises(ImproperlyConfigured, match="PLETHU_BASE_URL"):
        addresses.base(given)


@pytest.mark.parametrize("given", ["https://x/plethu", "https://x?y"])
def test_an_address_that_will_not_do(given):
    assert all("PLETHU_BASE_URL" in fault for fault in addresses.faults_of_base(given))
    assert list(addresses.faults_of_base(given))


def test_a_key_that_will_not_do(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="PLETHU_SECRET_KEY"):
        secret_keys("ŵ", tmp_path)
    (tmp_path / "secret-key").write_text("")
    with pytest.raises(ImproperlyConfigured, match="secret-key"):
        secret_keys("", tmp_path)


def test_documents_and_saves_have_rules_of_their_own():
    assert rule_for("GET", "/cy/advice/result/as/pdf/") is DOCUMENT
    assert rule_for("POST", "/en/advice/save/") is SAVE


def test_an_ipv4_address_in_ipv6_dress():
    assert address_of("::ffff:203.0.113.7") == "203.0.113.7"
