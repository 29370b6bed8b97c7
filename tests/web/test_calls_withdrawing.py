"""Coming back with the key: correcting until the team decides, withdrawing, and what is deleted in time."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu_web import stored
from plethu_web.accounts import erasures
from plethu_web.accounts.actions.erasing import erase_person
from plethu_web.accounts.models import Event, User
from plethu_web.calls.actions import moderating, withdrawing
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.models import Submission, SubmissionFile
from plethu_web.reviews.roles import Role

from .calls_cast import ABOUT, TOLD, a_call, a_day, a_file, begun, row_of, sent
from .cast import access_of, browser_of, in_role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def page(response):
    return unescape(response.content.decode())


def decided(token, state, **more):
    row = row_of(token)
    by = in_role(row.review, Role.REVIEWER)
    decision = moderating.Decision(state=state, seen=row.seen_as, **more)
    moderating.decide(by=by, access=access_of(row.review, by, "run-call"), submission=row, decision=decision)
    return row_of(token)


def nothing_of_it_is_left(row):
    left = str(Submission.objects.filter(pk=row.pk).values().get())
    for words in ("garden", "beans", "Tredegaer", "spring 2021", "newsletter", "school", "Forty"):
        assert words not in left
    assert not row.files.exists()
    assert not User.objects.filter(name="Gwen Gardener").exists()


def test_what_was_sent_can_be_corrected_until_it_is_decided(client):
    token = sent(a_call())
    client.post(f"/en/call/yours/{token}/words/", {**TOLD, "title": "A better title"})
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    client.post(f"/en/call/yours/{token}/about/", {**ABOUT, "name": "Gwen Jones"})
    row = row_of(token)
    assert (row.title, row.files.count(), row.sender.name) == ("A better title", 1, "Gwen Jones")
    assert Event.objects.filter(kind="submission-corrected").count() == 3
    decided(token, "accepted")
    assert client.post(f"/en/call/yours/{token}/words/", {**TOLD, "title": "Too late"}).status_code == 302
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file("late.pdf", b"late")]})
    client.post(f"/en/call/yours/{token}/about/", {**ABOUT, "name": "Late"})
    row = row_of(token)
    assert (row.title, row.files.count(), row.sender.name) == ("A better title", 1, "Gwen Jones")


def test_whoever_is_asked_back_sees_the_question_and_their_answer_makes_it_new(client):
    token = sent(a_call())
    decided(token, "asked", note_to_sender="Which year was it?")
    assert "Which year was it?" in page(client.get(f"/en/call/yours/{token}/"))
    client.post(f"/en/call/yours/{token}/words/", {**TOLD, "date_printed": "2021"})
    assert row_of(token).state == "new"


def test_a_draft_that_is_corrected_is_not_noted_and_one_can_throw_it_away(client):
    token = begun(a_call(), client)
    client.post(f"/en/call/yours/{token}/words/", {**TOLD, "title": "Another"})
    assert not Event.objects.filter(kind__startswith="submission").exists()
    client.post(f"/en/call/yours/{token}/withdraw/")
    assert not Submission.objects.exists()


@pytest.mark.parametrize("state", ["new", "accepted", "aside"])
def test_withdrawing_deletes_words_files_and_person_and_leaves_a_tombstone(
    client, state, home, django_capture_on_commit_callbacks
):
    token = sent(a_call(), files=(a_file(),))
    if state != "new":
        decided(token, state, reason="other" if state == "aside" else "", reason_words="About the garden")
    asked = page(client.get(f"/en/call/yours/{token}/withdraw/"))
    assert "Nobody can bring them back." in asked
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"/en/call/yours/{token}/withdraw/", follow=True)
    assert "You have withdrawn it." in page(response)
    assert f'<a href="/en/call/{row_of(token).call.key}/">About this call</a>' in page(response)
    row = row_of(token)
    assert (row.state, row.number, row.route) == ("withdrawn", 1, "umbrella-body")
    assert row.sent
    assert row.gone
    nothing_of_it_is_left(row)
    assert list(stored.all_kept()) == []
    assert Event.objects.filter(kind="submission-withdrawn", thing=f"submission:{row.pk}").count() == 1


def test_withdrawing_twice_is_withdrawing_once(client):
    token = sent(a_call())
    for _ in range(2):
        assert client.post(f"/en/call/yours/{token}/withdraw/").status_code == 302
    assert Event.objects.filter(kind="submission-withdrawn").count() == 1


def test_a_tombstone_opens_nothing_any_more(client):
    token = sent(a_call(), files=(a_file(),))
    pk = row_of(token).files.get().pk
    client.post(f"/en/call/yours/{token}/withdraw/")
    assert client.get(f"/en/call/yours/{token}/files/{pk}/").status_code == 404
    client.post(f"/en/call/yours/{token}/words/", TOLD)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    nothing_of_it_is_left(row_of(token))


def test_after_publication_a_withdrawal_takes_effect_in_the_next_edition(client):
    token = sent(a_call())
    row = decided(token, "accepted")
    by = in_role(row.review, Role.REVIEWER)
    moderating.describe(
        by=by,
        access=access_of(row.review, by, "run-call"),
        submission=row,
        description=moderating.Description(published_in="gardens-2026"),
    )
    assert "gardens-2026" in page(client.get(f"/en/call/yours/{token}/withdraw/"))
    shown = page(client.post(f"/en/call/yours/{token}/withdraw/", follow=True))
    assert "The edition “gardens-2026” was published before and cannot be changed." in shown
    assert row_of(token).published_in == "gardens-2026"


def test_the_database_itself_refuses_a_tombstone_with_words():
    token = sent(a_call())
    row = row_of(token)
    row.state, row.gone = "withdrawn", timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_copies_elsewhere_are_told(monkeypatch):
    told = []
    monkeypatch.setattr(withdrawing, "FOLLOWERS", [told.append])
    token = sent(a_call())
    withdrawing.withdraw(token=token)
    assert told == [str(row_of(token).pk)]


# A backup that is put in the place of the database


def test_a_withdrawal_stands_in_the_list_that_a_restore_applies_again(home):
    token = sent(a_call(), about={"name": "", "contact": ""})
    row = row_of(token)
    before, person = Submission.objects.filter(pk=row.pk).values().get(), row.sender
    withdrawing.withdraw(token=token)
    assert person.pseudonym in set(erasures.listed(home))
    Submission.objects.filter(pk=row.pk).update(**{k: v for k, v in before.items() if k != "id"})  # as in the backup
    User.objects.filter(pk=person.pk).update(erased=None)
    erase_person(pseudonym=person.pseudonym, by=None)
    nothing_of_it_is_left(row_of(token))
    assert row_of(token).state == "withdrawn"


# What is deleted in time


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2023-01-31", 13, "2024-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 12, "2027-12-15"),
        ("2026-03-31", 120, "2036-03-31"),
    ],
)
def test_months_are_counted_as_people_count_them(day, months, after):
    assert withdrawing.months_after(a_day(day), months) == a_day(after)


def of_a_call_that_is_over(**more):
    token = sent(a_call(keep_months=24, contact_months=6, **more), files=(a_file(),))
    row = row_of(token)
    row.call.opens, row.call.closes = a_day("2024-01-01"), a_day("2024-03-31")
    row.call.save()
    return token


@pytest.mark.parametrize(
    ("today", "state", "name"),
    [
        ("2024-09-30", "new", "Gwen Gardener"),
        ("2024-10-01", "new", ""),
        ("2026-03-31", "new", ""),
        ("2026-04-01", "expired", None),
    ],
)
def test_contacts_go_first_and_then_everything(today, state, name):
    token = of_a_call_that_is_over()
    withdrawing.purge_calls(today=a_day(today))
    row = row_of(token)
    assert row.state == state
    assert (row.sender.name if row.sender else None) == name
    if state == "expired":
        nothing_of_it_is_left(row)
    else:
        assert row.title
        assert bool(row.passed_on) is bool(name)


def test_purging_again_finds_nothing():
    of_a_call_that_is_over()
    assert withdrawing.purge_calls(today=a_day("2024-10-01")) == 1
    assert withdrawing.purge_calls(today=a_day("2024-10-01")) == 0
    assert withdrawing.purge_calls(today=a_day("2026-10-01")) == 1
    assert withdrawing.purge_calls(today=a_day("2026-10-01")) == 0


def test_a_call_that_was_closed_early_counts_from_that_day():
    token = of_a_call_that_is_over()
    call = row_of(token).call
    call.stopped = a_day("2024-02-01")
    call.save()
    withdrawing.purge_calls(today=a_day("2026-02-02"))
    assert row_of(token).state == "expired"


def test_drafts_go_after_a_day_with_their_files(client, django_capture_on_commit_callbacks):
    token = begun(a_call(), client)
    client.post(f"/en/call/yours/{token}/files/", {"file": [a_file()]})
    client.post(f"/en/call/yours/{token}/about/", ABOUT)
    withdrawing.purge_calls()
    assert Submission.objects.exists()
    Submission.objects.update(changed=timezone.now() - timedelta(hours=25))
    with django_capture_on_commit_callbacks(execute=True):
        withdrawing.purge_calls()
    assert not Submission.objects.exists()
    assert not SubmissionFile.objects.exists()
    assert not User.objects.filter(name="Gwen Gardener").exists()
    assert list(stored.all_kept()) == []


def test_the_time_that_is_over_is_said_under_the_key(client):
    token = of_a_call_that_is_over()
    withdrawing.purge_calls(today=a_day("2027-01-01"))
    assert "Its time is over." in page(client.get(f"/en/call/yours/{token}/"))
    client.post(f"/en/call/yours/{token}/withdraw/")
    assert row_of(token).state == "expired"


def test_the_team_deletes_junk_that_it_set_aside():
    call = a_call()
    token = sent(call, files=(a_file(),))
    row, lead = row_of(token), in_role(call.review, Role.LEAD)
    with pytest.raises(NotNow):
        withdrawing.delete_set_aside(by=lead, access=access_of(call.review, lead, "run-call"), submission=row)
    decided(token, "aside", reason="advertising")
    browser_of(lead).post(f"/en/reviews/{call.review.slug}/call/sent/{row.pk}/delete/")
    row.refresh_from_db()
    assert (row.state, row.title, row.story, row.files.count()) == ("deleted", "", "", 0)
    assert "The review team has deleted it" in page(browser_of(lead).get(f"/en/call/yours/{token}/"))
    assert Event.objects.filter(kind="submission-deleted", by=lead.pseudonym).exists()
