"""The API refuses what it cannot use: with the right number, as a problem in JSON, in the asker's language."""

from __future__ import annotations

import json

import pytest
from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator
from django.conf import settings as site_settings
from django.test import Client, override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.framework.editions import default_edition
from plethu.framework.situation_file import LARGEST
from plethu_web.config.asgi import application
from plethu_web.config.ratelimit import Buckets

EDITION = default_edition()
ACTION = EDITION.actions[0].id
ROOT = "/api/v1"
JSON = "application/json"
SENDING = ["advice", "advice/told", "whatif"]


def post(client, address, body, content_type=JSON, **headers):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(f"{ROOT}/{address}", data, content_type=content_type, headers=headers)


def is_problem(response, status):
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    problem = json.loads(response.content)
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["detail"]
    assert all(fault["code"] and fault["sentence"] for fault in problem["problems"])
    return problem


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"name": "\xed\xa0\x80"}',
        b'{"name": "\\ud800"}',
        b'{"name": "\\udc00\\ud800"}',
        b'{"name": "a\x00b"}',
        b'{"name": "a\\u0000b"}',
        b'{"a\\u0000b": 1}',
        b'{"name": "\\u202eevil"}',
        b'{"capacity": NaN}',
        b'{"capacity": 1e999}',
        b'{"capacity": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"answers":' * 20_000,
        b"PK\x03\x04" + b"\0" * 100,
        b"edition = 'multisector-wales-2024'",
    ],
)
@pytest.mark.parametrize("address", SENDING)
def test_what_cannot_be_read(client, address, body):
    is_problem(post(client, address, body), 400)


@pytest.mark.parametrize("body", [[], "text", 3, None, True])
@pytest.mark.parametrize("address", SENDING)
def test_json_that_is_no_object(client, address, body):
    assert is_problem(post(client, address, body), 422)["problems"][0]["code"] == "not-entries"


@pytest.mark.parametrize(
    ("situation", "field", "code"),
    [
        ({"nom": "x"}, "nom", "unknown-field"),
        ({"name": 3}, "name", "wrong-type"),
        ({"name": None}, "name", "wrong-type"),
        ({"name": "x" * 2001}, "name", "text-too-long"),
        ({"route": "sideways"}, "route", "unknown-value"),
        ({"route": []}, "route", "wrong-type"),
        ({"edition": "elsewhere"}, "edition", "other-edition"),
        ({"answers": {"weather": ["wet"]}}, "answers.weather", "unknown-dimension"),
        ({"answers": {EDITION.stage_dimension: ["wet"]}}, f"answers.{EDITION.stage_dimension}", "unknown-value"),
        ({"answers": {EDITION.stage_dimension: []}}, f"answers.{EDITION.stage_dimension}", "one-value"),
        ({"answers": [["maturity"]]}, "answers", "wrong-type"),
        ({"in_place": {"dancing": "started"}}, "in_place.dancing", "unknown-id"),
        ({"have": {"gold": True}}, "have.gold", "unknown-id"),
        ({"today": {"gold": "weak"}}, "today.gold", "unknown-id"),
        ({"difficulties": ["ghosts"]}, "difficulties.ghosts", "unknown-id"),
        ({"overrides": {ACTION: {"lane": "now"}}}, "overrides", "missing-field"),
        ({"overrides": {ACTION: {"lane": "now", "reason": "", "by": "me"}}}, "overrides", "unknown-field"),
    ],
)
def test_what_the_edition_does_not_know(client, situation, field, code):
    for address, body in (("advice", situation), ("whatif", {"situation": situation, "changes": []})):
        problem = is_problem(post(client, address, body), 422)["problems"][0]
        assert problem["code"] == code
        assert problem["field"].startswith(field)


def change(**values):
    return {"part": "in_place", "key": ACTION, "value": "in-place", **values}


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "situation", "missing-field"),
        ({"situation": {}}, "changes", "missing-field"),
        ({"situation": [], "changes": []}, "situation", "wrong-type"),
        ({"situation": {}, "changes": {}}, "changes", "wrong-type"),
        ({"situation": {}, "changes": [], "more": 1}, "more", "unknown-field"),
        ({"situation": {}, "changes": [change()] * 21}, "changes", "too-many-changes"),
        ({"situation": {}, "changes": [change(), 3]}, "changes[1]", "wrong-type"),
        ({"situation": {}, "changes": [change(more=1)]}, "changes[0].more", "unknown-field"),
        ({"situation": {}, "changes": [{"part": "in_place", "key": ACTION}]}, "changes[0].value", "missing-field"),
        ({"situation": {}, "changes": [change(part="name")]}, "changes[0].part", "unknown-value"),
        ({"situation": {}, "changes": [change(key="dancing")]}, "changes[0].key", "unknown-id"),
        ({"situation": {}, "changes": [change(key="dancing", value="")]}, "changes[0].key", "unknown-id"),
        ({"situation": {}, "changes": [change(value="soon")]}, "changes[0]", "unknown-value"),
        ({"situation": {}, "changes": [change(part="answers", key="weather")]}, "changes[0].key", "unknown-dimension"),
        ({"situation": {}, "changes": [change(part="route", key="", value="")]}, "changes[0]", "unknown-value"),
        ({"situation": {}, "changes": [change(part="route")]}, "changes[0].key", "unknown-id"),
    ],
)
def test_changes_that_cannot_be_made(client, body, field, code):
    problem = is_problem(post(client, "whatif", body), 422)["problems"][0]
    assert (problem["field"], problem["code"]) == (field, code)


def test_thousands_of_faults_are_not_all_named(client):
    body = {"answers": {f"d{number}": ["x"] for number in range(5000)}}
    assert len(is_problem(post(client, "advice", body), 422)["problems"]) == 20


def test_sentences_are_in_the_askers_language(client):
    body = {"nom": "x"}
    english = is_problem(post(client, "advice", body, accept_language="en-GB,cy;q=0.5"), 422)
    welsh = is_problem(post(client, "advice", body, accept_language="cy,en;q=0.5"), 422)
    neither = is_problem(post(client, "advice", body, accept_language="fr"), 422)
    assert english == neither
    assert english["detail"] != welsh["detail"]
    assert english["problems"][0]["sentence"] != welsh["problems"][0]["sentence"]
    assert english["problems"][0]["code"] == welsh["problems"][0]["code"]


@pytest.mark.parametrize("address", ["", "nothing", "actions/nothing", "actions/", "schemas/nothing", "actions/%00"])
def test_nothing_at_this_address(client, address):
    is_problem(client.get(f"{ROOT}/{address}"), 400 if "%00" in address else 404)


@pytest.mark.parametrize("address", ["findings?q=%00", "findings?q=%ff", "edition?%c3%28=1"])
def test_addresses_that_cannot_be_read(client, address):
    is_problem(client.get(f"{ROOT}/{address}"), 400)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_reading_addresses_are_for_reading_alone(client, method):
    response = getattr(client, method)(f"{ROOT}/actions")
    is_problem(response, 405)
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("address", SENDING)
def test_sending_addresses_are_for_sending_alone(client, address):
    response = client.get(f"{ROOT}/{address}")
    is_problem(response, 405)
    assert response["Allow"] == "POST"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
@pytest.mark.parametrize("address", SENDING)
def test_only_json_is_taken(client, address, content_type):
    is_problem(post(client, address, b"{}", content_type), 415)


def test_no_body_at_all(client):
    is_problem(client.post(f"{ROOT}/advice"), 415)


def test_json_may_name_its_encoding(client):
    assert post(client, "advice", b"{}", "application/json; charset=utf-8").status_code == 200


def test_too_large(client):
    is_problem(post(client, "advice", b" " * (LARGEST + 1)), 413)
    is_problem(post(client, "advice", b" " * (site_settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)), 413)
    assert post(client, "advice", b" " * (LARGEST - 2) + b"{}").status_code == 200


def test_too_many_parameters(client):
    is_problem(client.get(f"{ROOT}/findings?" + "&".join(f"a{n}=1" for n in range(5001))), 400)


def test_a_host_that_is_not_ours(client):
    is_problem(client.get(f"{ROOT}/edition", headers={"host": "elsewhere.example"}), 400)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_asks_too_often_is_told_how_long_to_wait(client, method, monkeypatch):
    monkeypatch.setattr(Buckets, "take", lambda self, rule, address: 2.5)
    response = getattr(client, method)(f"{ROOT}/advice")
    is_problem(response, 429)
    assert response["Retry-After"] == "3"


def test_our_own_fault_shows_nothing_of_the_inside(client, monkeypatch):
    monkeypatch.setattr("plethu_web.api.views.edition_answer", lambda edition: 1 / 0)
    client.raise_request_exception = False
    problem = is_problem(client.get(f"{ROOT}/edition"), 500)
    assert "division" not in json.dumps(problem)


@override_settings(DEBUG=True)
def test_nor_on_a_developers_machine(client, monkeypatch):
    monkeypatch.setattr("plethu_web.api.views.edition_answer", lambda edition: 1 / 0)
    client.raise_request_exception = False
    is_problem(client.get(f"{ROOT}/edition"), 500)


# As a server runs it


@async_to_sync
async def served(method, path, body=b"", **headers):
    """What the application that a server runs answers: status and headers."""
    names = {"host": "localhost", "content-length": str(len(body)), **headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in names.items() if v is not None],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    asked = ApplicationCommunicator(application, scope)
    await asked.send_input({"type": "http.request", "body": body, "more_body": False})
    start = await asked.receive_output(10)
    return start["status"], {name.decode().lower(): value.decode() for name, value in start["headers"]}


def test_a_server_answers_alike():
    status, headers = served("POST", f"{ROOT}/advice", b"{}", content_type=JSON)
    assert status == 200
    assert headers["content-type"] == JSON


@pytest.mark.parametrize(
    "headers", [{"transfer_encoding": "chunked", "content_length": None}, {"content_length": "9" * 9}]
)
def test_a_server_reads_no_body_without_an_end(headers):
    status, answered = served("POST", f"{ROOT}/advice", b"{}", content_type=JSON, **headers)
    assert status == 413
    assert answered["content-type"] == "application/problem+json"


# By chance


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
PARTS = ["edition", "name", "route", "capacity", "difficulties", "answers", "in_place", "have", "today", "overrides"]
KNOWN = st.sampled_from(["situation", "changes", *PARTS, ACTION, EDITION.stage_dimension])
ALMOST = st.dictionaries(KNOWN, JSON_VALUES | st.dictionaries(KNOWN, JSON_VALUES, max_size=2), max_size=4)
DOCUMENTED = {200, 400, 413, 422}


@settings(max_examples=60, deadline=None)
@given(
    body=st.binary(min_size=1, max_size=60) | ALMOST.map(lambda value: json.dumps(value).encode()),
    address=st.sampled_from(SENDING),
)
def test_any_body_is_answered_or_refused(body, address):
    response = post(Client(REMOTE_ADDR="203.0.113.77"), address, body)
    assert response.status_code in DOCUMENTED
    if response.status_code != 200:
        is_problem(response, response.status_code)
