"""The API: what each address answers, to whom, and what is kept of it."""

from __future__ import annotations

import json
import logging
import re

import msgspec
import pytest
from django.test import Client, RequestFactory
from jsonschema import Draft202012Validator

from plethu.evidence.conditions import Dimension
from plethu.framework.advising import advise
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition, example_situations
from plethu.framework.schemas import schema_of
from plethu.framework.situation import Situation
from plethu.framework.situation_file import situation_from
from plethu.framework.whatif import sweep
from plethu.reporting.telling import tell
from plethu_web.api.kinds import KINDS, EditionAnswer
from plethu_web.api.parameters import choices
from plethu_web.api.sending import situation_schema

EDITION = default_edition()
ROOT = "/api/v1"
PATHS = [kind.path for kind in KINDS]
EXAMPLES = example_situations(EDITION)
JSON = "application/json"


def plain(value):
    """A value as it reads in JSON."""
    return json.loads(msgspec.json.encode(value))


def get(client, address, **headers):
    return client.get(f"{ROOT}/{address}", headers=headers)


def post(client, address, body, **headers):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(f"{ROOT}/{address}", data, content_type=JSON, headers=headers)


def ids(response):
    return [entry["id"] for entry in response.json()["items"]]


# What the edition holds


def test_everything_in_an_edition_can_be_asked_for():
    listed = {kind.field for kind in KINDS}
    assert listed | set(EditionAnswer.__struct_fields__) - {"counts"} == set(Edition.__struct_fields__)


def test_the_edition_says_what_it_is(client):
    answer = get(client, "edition").json()
    assert (answer["id"], answer["version"], answer["hash"]) == (EDITION.id, EDITION.version, EDITION.hash)
    assert answer["notice"]["en"] == EDITION.notice.en
    assert answer["licence"] == EDITION.licence
    assert len(answer["caveats"]) == len(EDITION.caveats)
    assert answer["counts"]["findings"] == len(EDITION.findings)


@pytest.mark.parametrize("kind", KINDS, ids=PATHS)
def test_each_list_gives_every_entry_as_the_edition_has_it(client, kind):
    whole, offset = [], 0
    while True:
        page = get(client, f"{kind.path}?limit=50&offset={offset}").json()
        assert page["total"] == len(getattr(EDITION, kind.field))
        whole += page["items"]
        offset += 50
        if offset >= page["total"]:
            break
    assert whole == plain(getattr(EDITION, kind.field))


@pytest.mark.parametrize("kind", KINDS, ids=PATHS)
def test_each_entry_stands_at_its_own_address(client, kind):
    for entry in getattr(EDITION, kind.field):
        response = get(client, f"{kind.path}/{getattr(entry, kind.key)}")
        assert response.status_code == 200
        assert response.json() == plain(entry)


def test_nothing_is_said_twice_and_nothing_beyond_the_end(client):
    page = get(client, "sources?offset=100&limit=500").json()
    assert len(page["items"]) == page["total"] - 100
    assert get(client, "sources?offset=1000000").json()["items"] == []


# Filters


def test_findings_pass_the_filters_of_the_site(client):
    finding = next(f for f in EDITION.findings if f.stance and f.voices and f.action and f.conditions)
    condition = finding.conditions[0].dimension
    asked = {
        "action": finding.action,
        "strand": finding.strand,
        "stance": finding.stance,
        "voice": finding.voices[0],
        "polarity": finding.polarity,
        "dimension": condition,
        "q": finding.statement.en.split()[0].lower(),
    }
    for count in range(1, len(asked) + 1):
        found = client.get(f"{ROOT}/findings", dict(list(asked.items())[:count]))
        assert found.status_code == 200
        assert finding.id in [f["id"] for f in found.json()["items"]]


@pytest.mark.parametrize("name", ["strand", "stance", "polarity", "voice"])
def test_a_filter_parts_the_findings(client, name):
    field = "voices" if name == "voice" else name
    for value in choices(EDITION)[name]:
        found = client.get(f"{ROOT}/findings", {name: value, "limit": "500"})
        expected = [f.id for f in EDITION.findings if value in (getattr(f, field) or ())]
        assert ids(found) == expected


def test_a_dimension_finds_what_has_a_condition_on_it(client):
    dimension: Dimension = EDITION.dimensions[1]
    expected = [f.id for f in EDITION.findings if dimension.id in {c.dimension for c in f.conditions}]
    assert ids(get(client, f"findings?dimension={dimension.id}&limit=500")) == expected


def test_words_are_found_in_both_languages_and_without_accents(client):
    assert get(client, "findings?q=COLLABORATION").json()["total"] > 0
    assert get(client, "findings?q=cydweithio").json()["total"] > 0
    assert get(client, "findings?q=xyzzyxyzzy").json() == {"total": 0, "offset": 0, "limit": 100, "items": []}


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("strand=nope", "strand", "unknown-value"),
        ("strand=", "strand", "unknown-value"),
        ("stances=echoed", "stances", "unknown-field"),
        ("stance=echoed&stance=added", "stance", "one-value"),
        ("limit=0", "limit", "out-of-range"),
        ("limit=501", "limit", "out-of-range"),
        ("limit=many", "limit", "out-of-range"),
        ("offset=-1", "offset", "out-of-range"),
        ("offset=" + "9" * 5000, "offset", "out-of-range"),
        ("q=" + "x" * 201, "q", "text-too-long"),
    ],
)
def test_a_slip_in_a_filter_does_not_give_everything(client, query, field, code):
    response = get(client, f"findings?{query}")
    assert response.status_code == 422
    problem = response.json()["problems"][0]
    assert (problem["field"], problem["code"]) == (field, code)
    assert problem["sentence"]


# Schemas


@pytest.mark.parametrize("kind", ["edition", "situation", "advice"])
def test_schemas_are_those_of_the_library(client, kind):
    response = get(client, f"schemas/{kind}")
    assert response["Content-Type"] == "application/schema+json"
    assert response.json() == plain(schema_of(kind))


def test_the_schema_of_what_may_be_sent_takes_what_the_library_takes():
    schema = Draft202012Validator(situation_schema(EDITION))
    for situation in (Situation(), *EXAMPLES.values()):
        assert schema.is_valid(plain(situation))


def test_the_description_is_well_formed(client):
    document = get(client, "openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    referred = set(re.findall(r'"\$ref":\s*"#/components/(\w+/\w+)"', json.dumps(document)))
    assert referred <= {f"{group}/{name}" for group, parts in document["components"].items() for name in parts}
    names = [o["operationId"] for methods in document["paths"].values() for o in methods.values()]
    assert len(names) == len(set(names)) == 2 * len(KINDS) + 6


# Advice


@pytest.mark.parametrize("name", EXAMPLES)
def test_advice_is_the_librarys(client, name):
    response = post(client, "advice", plain(EXAMPLES[name]))
    assert response.status_code == 200
    assert response.content == msgspec.json.encode(advise(EDITION, EXAMPLES[name]))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_advice_in_words(client, language):
    situation = EXAMPLES["rural"]
    expected = msgspec.json.encode(tell(advise(EDITION, situation), EDITION, language))
    by_address = post(client, f"advice/told?lang={language}", plain(situation))
    by_header = post(client, "advice/told", plain(situation), accept_language=language)
    assert by_address.content == by_header.content == expected
    assert by_address["Content-Language"] == language


def test_a_language_that_is_not_wanted_is_not_given(client):
    answer = post(client, "advice/told", plain(EXAMPLES["rural"]), accept_language="cy;q=0, en")
    assert answer["Content-Language"] == "en"


def test_what_if(client):
    before = EXAMPLES["rural"]
    change, moved = next((c, m) for c, m in sweep(EDITION, before) if m)
    body = {"situation": plain(before), "changes": [plain(change)]}
    answer = post(client, "whatif", body).json()
    differing = {d["action"]: (d["lane_after"], d["verdict_after"]) for d in answer["differences"]}
    assert {action: (lane, verdict) for action, lane, verdict in moved}.items() <= differing.items()
    after = situation_from(answer["situation"], EDITION)
    assert not post(client, "whatif", {"situation": plain(after), "changes": []}).json()["differences"]


def test_an_answer_can_be_taken_back(client):
    body = {
        "situation": {"answers": {EDITION.stage_dimension: next(iter(EDITION.stage_values))}},
        "changes": [{"part": "answers", "key": EDITION.stage_dimension, "value": ""}],
    }
    assert post(client, "whatif", body).json()["situation"]["answers"] == {}


# Nobody is known, nothing is kept


def test_nothing_is_stored_or_logged(client, caplog):
    """No mark for the database: a query would fail."""
    with caplog.at_level(logging.DEBUG):
        post(client, "advice", {"purpose": "told to nobody"})
        post(client, "advice", {"purpose": 3, "name": "told to nobody"})
        post(client, "whatif", {"situation": {"name": "told to nobody"}, "changes": []})
    assert "told to nobody" not in caplog.text


def test_no_cookie_is_read_or_set(client):
    plain = get(client, "findings?limit=2")
    client.cookies["plethu_language"] = "cy"
    client.cookies["plethu_session"] = "somebody"
    with_cookies = get(client, "findings?limit=2")
    assert plain.content == with_cookies.content
    assert get(client, "no-such-list").json()["detail"] == "There is nothing at this address."
    assert not with_cookies.cookies


def test_no_view_sees_a_cookie():
    from plethu_web.api.middleware import ApiRules

    seen = []
    request = RequestFactory().post("/api/v1/advice", headers={"cookie": "plethu_session=somebody"})
    ApiRules(lambda request: seen.append(request.COOKIES) or get(Client(), "edition"))(request)
    assert seen == [{}]


def test_no_proof_of_a_form_is_asked_for():
    assert post(Client(enforce_csrf_checks=True), "advice", {}).status_code == 200


# Caches and other sites


@pytest.mark.parametrize("address", ["edition", "actions", "findings?q=money", "schemas/advice", "openapi.json"])
def test_what_has_not_changed_is_not_sent_again(client, address):
    first = get(client, address)
    mark = first["ETag"]
    for header in (mark, f'"other", {mark}', f"W/{mark}", "*"):
        again = get(client, address, if_none_match=header)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", mark)
    assert get(client, address, if_none_match='"other"').status_code == 200
    assert first["Cache-Control"].startswith("public, max-age=")
    assert "Vary" not in first


def test_marks_differ_between_addresses_and_editions(client):
    from plethu_web.api.responses import mark_of

    other = msgspec.structs.replace(EDITION, hash="0" * 64)
    marks = {mark_of(path, edition) for path in ("/a", "/b", "/a?q=1") for edition in (EDITION, other)}
    assert len(marks) == 6


def test_advice_is_kept_by_no_cache(client):
    assert post(client, "advice", {})["Cache-Control"] == "no-store"


def test_pages_of_other_sites_may_read_but_not_send(client):
    read = get(client, "actions", origin="https://elsewhere.example")
    assert read["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in read
    assert get(client, "nothing", origin="https://elsewhere.example")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in post(client, "advice", {}, origin="https://elsewhere.example")
    asked_before = client.options(f"{ROOT}/advice", headers={"origin": "https://elsewhere.example"})
    assert asked_before.status_code == 405
    assert "Access-Control-Allow-Origin" not in asked_before


def test_head_is_get_without_the_body(client):
    response = client.head(f"{ROOT}/actions")
    assert response.status_code == 200
    assert response["ETag"] == get(client, "actions")["ETag"]


def test_every_answer_points_to_the_licence(client):
    for response in (get(client, "findings"), post(client, "advice", {})):
        assert response["Link"] == '</api/v1/edition>; rel="license"'
