"""The record desk: finding records, mending them over what was read, undoing, placing, taking them away."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from plethu_web.accounts.models import Event
from plethu_web.jobs.queue import run_waiting as work_off
from plethu_web.records.models import Edit, Record
from plethu_web.reviews.roles import Role

from .cast import a_review, browser_of, in_role
from .test_records_import import GOOD, page, sends

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def reviewer(review):
    client = browser_of(in_role(review, Role.REVIEWER))
    sends(client, review, ("gardens.ris", GOOD))
    work_off()
    return client


def address(name, review, *args):
    return reverse(f"records:{name}", args=[review.slug, *args])


def first():
    return Record.objects.get(number=1)


def mends(client, review, record, **changed):
    """Mend a record, as its form would be sent with some fields changed."""
    from plethu_web.records.forms import MendForm

    typed = {**MendForm(record.csl).initial, **{name.replace("__", "-"): value for name, value in changed.items()}}
    return client.post(address("mend", review, record.pk), {"reason": "as on the title page", **typed})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 2),
        ("?words=garden", 1),
        ("?words=gardd", 1),
        ("?words=Rees+village", 1),
        ("?words=10.1234/ABC", 1),
        ("?words=nothing+like+that", 0),
        ("?kind=post-weblog", 1),
        ("?branch=website", 0),
        ("?only=no-abstract", 1),
        ("?only=no-year", 1),
        ("?only=mended", 0),
        ("?only=nonsense&page=abc", 2),
    ],
)
def test_finding(review, reviewer, query, found):
    assert page(reviewer.get(address("records", review) + query)).count('<li class="card">') == found


def test_mending_lies_over_what_was_read(review, reviewer):
    record = first()
    response = mends(reviewer, review, record, title="Gardens that bring villages together", issued="c. 2020")
    assert response["Location"].endswith("?done=mended")
    record.refresh_from_db()
    assert (record.title, record.edtf, record.printed_date, record.year) == (
        "Gardens that bring villages together",
        "2020~",
        "c. 2020",
        2020,
    )
    assert record.csl_read["title"] == "Gardens that bring a village together"
    assert record.is_mended
    assert "villages" in record.title_key
    assert record.csl["DOI"] == "10.1234/abc"
    shown = page(reviewer.get(address("record", review, record.pk)))
    assert "as on the title page" in shown
    assert "Gardens that bring a village together" in shown


def test_sent_back_unchanged_it_is_not_mended(review, reviewer):
    mends(reviewer, review, first())
    assert not Edit.objects.exists()
    assert not first().is_mended


def test_every_change_can_be_undone_and_the_undoing_too(review, reviewer):
    record = first()
    mends(reviewer, review, record, title="Another title", author="Bowen, Huw\nCyngor Dychmygol")
    for edit in list(Edit.objects.all()):
        reviewer.post(address("undo", review, record.pk, edit.pk))
    record.refresh_from_db()
    assert record.csl == record.csl_read
    assert not record.is_mended
    undoing = Edit.objects.filter(undoes__isnull=False, variable="title").get()
    reviewer.post(address("undo", review, record.pk, undoing.pk))
    record.refresh_from_db()
    assert record.title == "Another title"
    assert Edit.objects.count() == 5


def test_an_edit_is_undone_once(review, reviewer):
    record = first()
    mends(reviewer, review, record, title="Another title")
    edit = Edit.objects.get()
    assert reviewer.post(address("undo", review, record.pk, edit.pk)).status_code == 302
    assert reviewer.post(address("undo", review, record.pk, edit.pk)).status_code == 404


def test_the_trail_says_that_and_not_what(review, reviewer):
    mends(reviewer, review, first(), title="Another title")
    event = Event.objects.get(kind="record-mended")
    assert event.details == {"changed": 1}


def test_a_place_keeps_its_printed_spelling(review, reviewer):
    record = first()
    Record.objects.filter(pk=record.pk).update(place_printed="Llaneurwg")
    data = {"place": "Llaneirwg", "tier": "specific", "authority": "W06000015", "reason": "spelling"}
    reviewer.post(address("place", review, record.pk), data)
    shown = page(reviewer.get(address("record", review, record.pk)))
    for words in ("Llaneurwg", "Llaneirwg", "A specific place", "Cardiff"):
        assert words in shown
    reviewer.post(address("undo", review, record.pk, Edit.objects.get(variable="/place").pk))
    record.refresh_from_db()
    assert (record.place, record.tier) == ("", "specific")


def test_who_may_read_cannot_mend(review, reviewer):
    observer = browser_of(in_role(review, Role.OBSERVER))
    shown = page(observer.get(address("record", review, first().pk)))
    assert "Mend it" not in shown
    assert mends(observer, review, first(), title="x").status_code == 403


@pytest.mark.parametrize("format", ["ris", "bibtex", "csl-json", "csv", "xlsx"])
def test_what_is_shown_is_taken_away(review, reviewer, format):
    mends(reviewer, review, first(), title="Gardens that bring villages together")
    response = reviewer.get(address("export", review, format) + "?words=gardens")
    content = b"".join(response.streaming_content)
    assert response["Content-Disposition"].startswith("attachment")
    if format != "xlsx":
        assert b"villages together" in content
        assert b"Ein gardd ni" not in content
    assert Event.objects.get(kind="records-exported").details == {"format": format, "records": 1}


def test_an_export_comes_back_whole(review, reviewer):
    content = b"".join(reviewer.get(address("export", review, "csl-json")).streaming_content)
    assert [item["title"] for item in json.loads(content)] == [r.title for r in Record.objects.order_by("number")]
    content = b"".join(reviewer.get(address("export", review, "ris")).streaming_content).decode()
    assert "ZZ  - kept as it is" in content


@pytest.mark.parametrize("language", ["en", "cy"])
def test_pages_in_both_languages(review, reviewer, language):
    mends(reviewer, review, first(), title="Another title")
    record = first()
    for name, args in [("imports", ()), ("new", ()), ("records", ()), ("record", (record.pk,)), ("mend", (record.pk,))]:
        path = address(name, review, *args).replace("/en/", f"/{language}/")
        response = reviewer.get(path)
        assert response.status_code == 200
        assert f'<html lang="{language}">' in page(response)


def test_the_form_keeps_what_was_typed_when_the_language_is_switched(review, reviewer):
    path = address("mend", review, first().pk).replace("/en/", "/cy/")
    shown = page(reviewer.post(path, {"title": "Half typed", "switch_language": "cy"}))
    assert "Half typed" in shown
    assert not Edit.objects.exists()
