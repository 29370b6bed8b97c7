"""Taking findings away: CSV for spreadsheets, JSON for programs; both hold what the filters let through."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest

from plethu.evidence.text import Text
from plethu_web.evidence.queries import downloads
from plethu_web.evidence.queries.shelf import shelf
from tests.web.evidence_pages import EDITION, LANGUAGES, html_of, visitor

ASKED = "strand=workshop&stance=challenged"
IDS = [f.id for f in EDITION.findings if f.strand == "workshop" and f.stance == "challenged"]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_holds_what_was_found(language):
    response = visitor().get(f"/{language}/evidence/findings.csv?{ASKED}")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="findings.csv"' in response["Content-Disposition"]
    rows = rows_of(response.content.decode())
    assert [row["id"] for row in rows] == IDS
    first = next(f for f in EDITION.findings if f.id == IDS[0])
    assert rows[0]["statement_en"] == first.statement.en
    assert rows[0]["stance_basis"] == first.stance_basis


def test_csv_of_everything_holds_everything():
    rows = rows_of(visitor().get("/en/evidence/findings.csv").content.decode())
    assert len(rows) == len(EDITION.findings)
    conditions = {row["id"]: row["conditions"] for row in rows}
    assert conditions["F042"] == "maturity at-most early"


@pytest.mark.parametrize("statement", ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(statement):
    bad = msgspec.structs.replace(EDITION.findings[0], statement=Text(statement), examples=(statement,))
    row = rows_of(downloads.csv(shelf(), [bad]))[0]
    assert row["statement_en"].startswith("'")
    assert row["examples"].startswith("'")


def test_json_holds_the_findings_and_where_they_come_from():
    response = visitor().get(f"/en/evidence/findings.json?{ASKED}")
    assert response["Content-Type"] == "application/json"
    content = json.loads(response.content)
    assert [finding["id"] for finding in content["findings"]] == IDS
    assert content["count"] == len(IDS)
    assert content["filters"] == {"strand": "workshop", "stance": "challenged"}
    assert content["edition"]["hash"] == EDITION.hash
    assert content["notice"]["en"] == EDITION.notice.en


def test_an_unknown_filter_is_no_error_here_either():
    assert visitor().get("/en/evidence/findings.json?strand=tarot").status_code == 200


def test_the_page_offers_what_it_shows():
    html = html_of(f"evidence/?{ASKED}&page=2")
    assert 'href="/en/evidence/findings.csv?strand=workshop&amp;stance=challenged"' in html
    assert 'href="/en/evidence/findings.json?strand=workshop&amp;stance=challenged"' in html
