"""Sending files of records in: read by a job, whole or not at all, every record accounted for."""

from __future__ import annotations

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plethu_web.jobs.models import Job
from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.records.models import Import, Record
from plethu_web.reviews.roles import Role

from .cast import a_review, browser_of, in_role

pytestmark = pytest.mark.django_db

GOOD = """TY  - JOUR
AU  - Rees, Nia
TI  - Gardens that bring a village together
T2  - Journal of Invented Studies
PY  - 2021
DO  - 10.1234/abc
AB  - A garden was dug.
ZZ  - kept as it is
ER  -

TY  - BLOG
TI  - Ein gardd ni
UR  - https://example.org/gardd
ER  -
"""
BROKEN = GOOD + "TY  - RPRT\nTI  - Never ended\n\nTY  - JOUR\nER  -\n"


def page(response):
    return response.content.decode()


def sends(client, review, *files, language="en", **more):
    """Send files in, as (name, content), and let the job read them."""
    sent = [SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text) for name, text in files]
    data = {"sent": sent, "branch": "database", "database": "Invented Index", "hits": "2", **more}
    return client.post(f"/{language}/reviews/{review.slug}/imports/new/", data)


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def reviewer(review):
    return browser_of(in_role(review, Role.REVIEWER))


def test_every_record_is_accounted_for_and_the_origin_stays_with_it(review, reviewer):
    response = sends(reviewer, review, ("gardens.ris", GOOD), searched="12 July 2023", platform="Invented Host")
    there = Import.objects.get()
    assert response["Location"] == reverse("records:import", args=[review.slug, there.pk])
    work_off()
    there.refresh_from_db()
    assert (there.state, there.records_read, there.format) == ("there", 2, "ris")
    shown = page(reviewer.get(response["Location"]))
    assert "The sums hold" in shown
    assert "ZZ" in shown
    record = Record.objects.get(number=1)
    assert (record.doi, record.year, record.first_page) == ("10.1234/abc", 2021, "")
    shown = page(reviewer.get(reverse("records:record", args=[review.slug, record.pk])))
    for words in ("Rees, Nia", "Invented Index", "Invented Host", "12 July 2023", "kept as it is", "gardens.ris"):
        assert words in shown


def test_a_web_page_is_a_record_like_any_other(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    assert Record.objects.get(number=2).kind == "post-weblog"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_was_repaired_and_refused_is_said_with_its_line(review, reviewer, language):
    response = sends(reviewer, review, ("broken.ris", BROKEN), language=language)
    work_off()
    report = Import.objects.get().report
    assert report["repaired"] == 1
    assert [refused["line"] for refused in report["refused"]] == [18]
    shown = page(reviewer.get(response["Location"]))
    assert "TY JOUR" in shown
    assert ">18<" in shown  # its line


def test_the_same_file_again_adds_nothing(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    response = sends(reviewer, review, ("a copy.ris", GOOD))
    assert response.status_code == 409
    assert "Nothing was added" in page(response)
    assert (Import.objects.count(), Record.objects.count(), Job.objects.count()) == (1, 2, 1)


def test_another_review_takes_the_same_file(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    other = a_review(title="Another", by=in_role(review, Role.REVIEWER))
    assert sends(reviewer, other, ("gardens.ris", GOOD)).status_code == 302


def test_fewer_records_than_hits_is_said(review, reviewer):
    response = sends(reviewer, review, ("gardens.ris", GOOD), hits="7")
    work_off()
    assert "The database reported 7 hits, and the file has 2 records." in page(reviewer.get(response["Location"]))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.ris", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("nothing.ris", b"\n\n   \n"),
        ("archive.zip", b"PK\x03\x04" + b"\0" * 400),
        ("novel.txt", b"It was a dark and stormy night.\n" * 50),
        ("bomb.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><xml><records>&a;</records></xml>'),
    ],
)
def test_what_is_no_file_of_records_is_said_and_leaves_nothing(review, reviewer, name, content):
    response = sends(reviewer, review, (name, content))
    work_off()
    there = Import.objects.get()
    assert (there.state, Record.objects.count()) == ("failed", 0)
    assert there.report["problems"]
    assert 'class="warning"' in page(reviewer.get(response["Location"]))
    assert sends(reviewer, review, (name, content)).status_code == 302  # it may be tried again


def test_an_empty_file_and_none_are_refused_in_words(review, reviewer):
    assert "This file is empty" in page(sends(reviewer, review, ("empty.ris", b"")))
    assert "Choose a file first." in page(sends(reviewer, review))


def test_several_files_at_once(review, reviewer):
    response = sends(reviewer, review, ("one.ris", GOOD), ("two.ris", BROKEN))
    assert response["Location"] == f"/en/reviews/{review.slug}/imports/"
    work_off()
    assert sorted(Import.objects.values_list("name", "records_read")) == [("one.ris", 2), ("two.ris", 3)]


def test_the_files_of_one_search_are_counted_together(review, reviewer):
    sends(reviewer, review, ("one.ris", GOOD), ("two.ris", BROKEN), hits="6")
    work_off()
    there = Import.objects.get(name="one.ris")
    shown = page(reviewer.get(reverse("records:import", args=[review.slug, there.pk])))
    assert "The database reported 6 hits, and the 2 files of the search have 6 records." in shown


def test_nothing_of_an_import_is_shown_before_all_of_it_is_there(review, reviewer, monkeypatch):
    from plethu_web.records import jobs

    def dies(*args, **kwargs):
        raise RuntimeError("the worker is gone")

    monkeypatch.setattr(jobs, "finish_reading", dies)
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    assert "no record" in page(reviewer.get(f"/en/reviews/{review.slug}/records/")).lower() or "0 records" in page(
        reviewer.get(f"/en/reviews/{review.slug}/records/")
    )


def test_columns_of_a_table_can_be_said_anew(review, reviewer):
    table = "Heading,Who,Odd\nGardens together,Nia Rees,x\n"
    response = sends(reviewer, review, ("table.csv", table))
    work_off()
    there = Import.objects.get()
    shown = page(reviewer.get(response["Location"]))
    assert "Say what the columns mean" in shown
    columns = reverse("records:columns", args=[review.slug, there.pk])
    assert "Odd" in page(reviewer.get(columns))
    reviewer.post(columns, {"column-0": "title", "column-1": "author", "column-2": "note"})
    work_off()
    record = Record.objects.get()
    assert (record.title, record.csl["note"]) == ("Gardens together", "x")


def test_the_file_comes_back_as_it_was_sent(review, reviewer):
    sends(reviewer, review, ("gardd ŵ.ris", GOOD))
    response = reviewer.get(reverse("records:original", args=[review.slug, Import.objects.get().pk]))
    assert b"".join(response.streaming_content) == GOOD.encode()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_import_set_aside_is_left_out_and_comes_back(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    there = Import.objects.get()
    reviewer.post(reverse("records:aside", args=[review.slug, there.pk]))
    record = Record.objects.first()
    assert reviewer.get(reverse("records:record", args=[review.slug, record.pk])).status_code == 404
    assert "Gardens that bring" not in page(reviewer.get(f"/en/reviews/{review.slug}/records/"))
    reviewer.post(reverse("records:back", args=[review.slug, there.pk]))
    assert "Gardens that bring" in page(reviewer.get(f"/en/reviews/{review.slug}/records/"))


def test_an_import_set_aside_does_not_come_back_beside_its_copy(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    first = Import.objects.get()
    reviewer.post(reverse("records:aside", args=[review.slug, first.pk]))
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    assert reviewer.post(reverse("records:back", args=[review.slug, first.pk])).status_code == 409
    assert Record.objects.filter(source__state="there").count() == 2


def test_a_cancelled_import_leaves_nothing(review, reviewer):
    response = sends(reviewer, review, ("gardens.ris", GOOD))
    job = Job.objects.get()
    reviewer.post(reverse("jobs:cancel", args=[job.pk]))
    work_off()
    assert Record.objects.count() == 0
    assert reviewer.get(response["Location"]).status_code == 200
    assert sends(reviewer, review, ("gardens.ris", GOOD)).status_code == 302
    work_off()
    assert Record.objects.count() == 2


def test_the_report_is_plain_values(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    work_off()
    assert json.loads(json.dumps(Import.objects.get().report))["found"] == 2


def test_the_strands_of_the_protocol_are_offered(review, reviewer):
    lead = browser_of(in_role(review, Role.LEAD))
    lead.post(f"/en/reviews/{review.slug}/protocol/in/-/strands/add/", {"name": "Practice", "name_cy": "Arfer"})
    assert '<option value="Practice"></option>' in page(reviewer.get(f"/en/reviews/{review.slug}/imports/new/"))
    assert '<option value="Arfer"></option>' in page(reviewer.get(f"/cy/reviews/{review.slug}/imports/new/"))


def test_a_logged_search_fills_in_where_its_files_come_from(review, reviewer):
    search = {
        "branch": "forward",
        "place": "Invented Index",
        "query": "garden*",
        "hits": "12",
        "searched": "2026-01-05",
    }
    reviewer.post(f"/en/reviews/{review.slug}/searches/new/", {**search, "starts_from": "Rees 2021"})
    log = page(reviewer.get(f"/en/reviews/{review.slug}/searches/"))
    link = re.search(rf"/en/reviews/{review.slug}/imports/new/\?search=\d+", log)[0]
    shown = page(reviewer.get(link))
    for words in ('value="Invented Index"', 'value="12"', 'value="2026-01-05"', "garden*"):
        assert words in shown
    assert reviewer.get(f"/en/reviews/{review.slug}/imports/new/?search=999999").status_code == 404


def test_the_trail_says_on_what(review, reviewer):
    sends(reviewer, review, ("gardens.ris", GOOD))
    shown = page(reviewer.get(f"/en/reviews/{review.slug}/trail/"))
    source = Import.objects.get()
    assert f'<a href="/en/reviews/{review.slug}/imports/{source.pk}/">import {str(source.pk)[:8]}</a>' in shown
