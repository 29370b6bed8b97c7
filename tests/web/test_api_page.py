"""The page about the API, and the reference: both name every address, and what they show works."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plethu.framework.editions import default_edition
from plethu_web.api.kinds import KINDS
from plethu_web.api.refusals import DETAILS
from tests.browser.axe import violations

LANGUAGES = ["en", "cy"]
REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")


def shown(client, language):
    response = client.get(f"/{language}/api/")
    assert response.status_code == 200
    return response.content.decode()


def addresses(client):
    return client.get("/api/v1/openapi.json").json()["paths"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_every_address_and_filter(client, language):
    html = shown(client, language)
    assert f'<html lang="{language}">' in html
    for path, methods in addresses(client).items():
        kind = path.removesuffix("/{id}").replace("{kind}", "edition")
        assert kind in html
        for parameter in methods.get("get", {}).get("parameters", []):
            if parameter["name"] not in ("id", "kind"):
                assert re.search(rf">{parameter['name']}<", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_page_leads_somewhere(client, language):
    links = set(re.findall(r'href="(/api/v1/[^"]+)"', shown(client, language)))
    assert len(links) > len(KINDS)
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_says_to_send_is_taken(client, language):
    html = shown(client, language).replace("&quot;", '"')
    body = re.search(r"-d '(.+?)'", html)[1]
    assert client.post("/api/v1/advice/told", body, content_type="application/json").status_code == 200
    changes = re.search(r'<code>(\{"situation".+?)</code>', html, re.DOTALL)[1]
    assert client.post("/api/v1/whatif", changes, content_type="application/json").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_notice_and_needs_no_foreign_file(client, language):
    html = shown(client, language)
    notice = default_edition().notice
    assert (notice.cy if language == "cy" else notice.en)[:40] in html.replace("&#x27;", "'")
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:|(src|href)=\"https?://", html)


def test_the_foot_of_every_page_leads_to_it(client):
    assert 'href="/cy/api/"' in client.get("/cy/about/").content.decode()


@pytest.mark.parametrize("address", ["/api/", "/api"])
def test_the_bare_address_leads_to_the_page(client, address):
    response = client.get(address, follow=True, headers={"accept-language": "cy"})
    assert response.redirect_chain[-1][0] == "/cy/api/"
    assert response.status_code == 200


def test_the_reference_names_every_address_filter_and_status(client):
    for path, methods in addresses(client).items():
        named = path.replace("/{id}", "").replace("/{kind}", "/KIND").removeprefix("/api/v1/")
        assert f"/api/v1/{named}`" in REFERENCE or f"`{named}`" in REFERENCE
        for parameter in methods.get("get", {}).get("parameters", []):
            assert f"`{parameter['name']}`" in REFERENCE or parameter["name"] in ("id", "kind")
    assert all(f"| {status} |" in REFERENCE for status in DETAILS if status < 500)


def test_the_examples_of_the_reference_are_true(client):
    body = re.search(r"-d '(.+?)'", REFERENCE)[1]
    assert client.post("/api/v1/advice/told", body, content_type="application/json").status_code == 200
    what_if, error = (json.loads(block) for block in re.findall(r"```json\n(.+?)```", REFERENCE, re.DOTALL))
    assert client.post("/api/v1/whatif", what_if, content_type="application/json").status_code == 200
    refused = client.post("/api/v1/advice", {"in_place": {"dancing": "no"}}, content_type="application/json")
    assert {**refused.json(), "title": ""} == {**error, "title": ""}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_of_accessibility_hold_down_to_a_small_phone(page, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/{language}/api/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
