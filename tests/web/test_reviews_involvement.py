"""The log of involvement: entries in ACTIVE's terms, offers from polls and meetings, the picture, the appendix."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from html import unescape

import pytest
from django.db import IntegrityError, transaction

from plethu_web.accounts.models import Event
from plethu_web.reviews.models import Decision, InvolvementEntry, Meeting, Poll
from plethu_web.reviews.roles import Role

from .cast import a_review, browser_of, in_role
from .test_reviews_polls import a_poll, closed

pytestmark = pytest.mark.django_db
TALK = {
    "title": "A talk in the hall", "title_cy": "Sgwrs yn y neuadd", "who": ["public"], "people": "30",
    "recruitment": "open",
    "approach": "one-time", "contact": "direct", "stages": ["question", "uptake"], "level": "contributing",
    "methods": "We listened", "began": "2026-03-01", "ended": "2026-03-01",
}  # fmt: skip


def page(response):
    return unescape(response.content.decode())


@pytest.fixture
def review(db):
    return a_review()


@pytest.fixture
def keeper(review):
    return browser_of(in_role(review, Role.STEERING))


def at(review, path="", language="en"):
    return f"/{language}/reviews/{review.slug}/involvement/{path}"


def test_an_entry_is_noted_and_shown_in_the_terms_of_the_framework(review, keeper):
    keeper.post(at(review, "add/"), TALK)
    shown = page(keeper.get(at(review)))
    for words in (
        "A talk in the hall",
        "Open: anybody could take part",
        "Developing the question",
        "Contributing",
        "(30)",
    ):
        assert words in shown
    welsh = page(keeper.get(at(review, language="cy")))
    for words in ("Sgwrs yn y neuadd", "Llunio'r cwestiwn", "Cyfrannu"):
        assert words in welsh
    assert Event.objects.filter(kind="involvement-noted").count() == 1


def test_the_picture_has_a_table_that_names_what_the_circles_count(review, keeper):
    keeper.post(at(review, "add/"), TALK)
    shown = page(keeper.get(at(review)))
    assert shown.count("<circle") == 2
    assert "The same as a table" in shown
    assert shown.count("<td>A talk in the hall</td>") == 2
    assert "Nobody was involved at these stages:" in shown


def test_what_is_not_described_is_said(review, keeper):
    keeper.post(at(review, "add/"), {"title": "A talk"})
    shown = page(keeper.get(at(review)))
    assert (
        "Not described yet: Who; Recruitment; Approach; Contact; Stages of the review; Level of control; Methods."
        in shown
    )


@pytest.mark.parametrize(
    "wrong",
    [{"title": "", "title_cy": ""}, {"level": "ruling"}, {"stages": ["nowhere"]}, {"people": "0"}, {"people": "many"},
     {"began": "2026-03-02", "ended": "2026-03-01"}, {"methods": "a\u202eb"}, {"title": "x" * 201}],
)  # fmt: skip
def test_what_cannot_be_is_refused(review, keeper, wrong):
    response = keeper.post(at(review, "add/"), {**TALK, **wrong})
    assert response.status_code == 400
    assert "There is a problem" in page(response)
    assert not InvolvementEntry.objects.exists()


def test_an_entry_is_changed_and_taken_out_after_a_question(review, keeper):
    keeper.post(at(review, "add/"), TALK)
    entry = InvolvementEntry.objects.get()
    assert 'value="contributing"' in page(keeper.get(at(review, f"{entry.pk}/")))
    keeper.post(at(review, f"{entry.pk}/"), {**TALK, "level": "leading"})
    entry.refresh_from_db()
    assert entry.level == "leading"
    assert "A talk in the hall" in page(keeper.get(at(review, f"{entry.pk}/remove/")))
    keeper.post(at(review, f"{entry.pk}/remove/"))
    assert not InvolvementEntry.objects.exists()


def test_a_poll_is_offered_once_it_was_opened_and_taken_up_once(review, keeper):
    poll = a_poll(review, opened=False)
    assert "Not in the log yet" not in page(keeper.get(at(review)))
    assert keeper.get(at(review, f"add/poll/{poll.pk}/")).status_code == 404
    poll = a_poll(review)
    closed(review, poll)
    question = poll.questions.first()
    Decision.objects.create(review=review, text="x", by=in_role(review, Role.LEAD), question=question)
    offered = page(keeper.get(at(review, f"add/poll/{poll.pk}/")))
    assert 'value="What shall we look for?"' in offered
    for chosen in ("influencing", "indirect", "one-time", "partners"):
        assert f'value="{chosen}"' in offered
    keeper.post(at(review, f"add/poll/{poll.pk}/"), TALK)
    assert InvolvementEntry.objects.get().poll == poll
    assert keeper.post(at(review, f"add/poll/{poll.pk}/"), TALK).status_code == 404
    assert "Not in the log yet" not in page(keeper.get(at(review)))


def test_a_meeting_is_offered_with_its_day_and_who_was_there(review, keeper):
    meeting = Meeting.objects.create(review=review, on=date(2026, 5, 1), by=in_role(review, Role.LEAD))
    assert "Meeting of 1 May 2026" in page(keeper.get(at(review)))
    offered = page(keeper.get(at(review, f"add/meeting/{meeting.pk}/", "cy")))
    assert "Cyfarfod y grŵp llywio" in offered
    assert 'value="2026-05-01"' in offered


@pytest.mark.parametrize("path", ["add/none/1/", "add/poll/99/", "99/", "99/remove/", "as/exe/"])
def test_what_is_not_there_is_not_found(review, keeper, path):
    assert keeper.get(at(review, path)).status_code == 404


def test_what_belongs_to_another_review_is_not_found(review, keeper):
    other = a_review("Another", in_role(review, Role.LEAD))
    lead = in_role(review, Role.LEAD)
    entry = InvolvementEntry.objects.create(review=other, title="x", by=lead)
    poll = Poll.objects.create(review=other, title="x", by=lead)
    for path in (f"{entry.pk}/", f"{entry.pk}/remove/", f"add/poll/{poll.pk}/"):
        assert keeper.get(at(review, path)).status_code == 404


def test_an_observer_reads_and_takes_away_but_changes_nothing(review, keeper):
    keeper.post(at(review, "add/"), {**TALK, "methods": "=1+1"})
    observer = browser_of(in_role(review, Role.OBSERVER))
    assert "Take out" not in page(observer.get(at(review)))
    (row,) = csv.DictReader(io.StringIO(observer.get(at(review, "as/csv/")).content.decode("utf-8-sig")))
    assert (row["stages"], row["dates"]) == ("question; uptake", "2026-03-01")
    assert not row["methods_en"].startswith("=")
    (data,) = json.loads(observer.get(at(review, "as/json/")).content)
    assert data["level"] == "contributing"
    assert "## Sgwrs yn y neuadd" in observer.get(at(review, "as/md/", "cy")).content.decode()


def test_the_database_keeps_the_log_in_order(review):
    lead = in_role(review, Role.LEAD)
    meeting = Meeting.objects.create(review=review, on=date(2026, 5, 1), by=lead)
    InvolvementEntry.objects.create(review=review, title="x", by=lead, meeting=meeting)
    for wrong in (
        {"title": ""},
        {"level": "ruling"},
        {"recruitment": "forced"},
        {"began": date(2026, 2, 1), "ended": date(2026, 1, 1)},
        {"meeting": meeting},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            InvolvementEntry.objects.create(**{"review": review, "title": "x", "by": lead, **wrong})
