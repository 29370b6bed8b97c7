"""How far a job is, on its page: for who started it, in both languages, with and without JavaScript."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone, translation

from plethu_web.accounts.models import User
from plethu_web.jobs import access, actions, queue, running
from plethu_web.jobs.kinds import ERRORS
from plethu_web.jobs.models import Job, Worker
from plethu_web.jobs.telling import tell
from tests.web.sample_jobs import jobs as sample_jobs

assert sample_jobs.count

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}


@pytest.fixture
def nia(client):
    person = User.objects.create(email="nia@example.org", name="Nia")
    client.force_login(person)
    return person


def started(person, kind="sample-count", **arguments):
    return actions.start_job(kind=kind, by=person.pseudonym if person else None, arguments=arguments)


def address(job, language="en", end=""):
    return f"/{language}/jobs/{job.pk}/{end}"


def running_job(person, done=0, total=None):
    job = started(person, to=1)
    running.begin(job.pk)
    Job.objects.filter(pk=job.pk).update(done=done, total=total, note="sample-reading")
    return job


def page(client, job, language="en", **more):
    response = client.get(address(job, language), **more)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_a_running_job_says_how_far_it_is(client, nia):
    html = page(client, running_job(nia, 1200, 5000))
    assert "1,200 of 5,000 so far." in html
    assert "Reading the file" in html
    assert re.search(r'<progress aria-label="Count" max="5000" value="1200">', html)
    assert "Stop this" in html


def test_without_javascript_a_link_shows_it_anew(client, nia):
    job = running_job(nia)
    assert f'href="{address(job)}">See how far it is now</a>' in page(client, job)


def test_with_javascript_the_part_is_fetched_every_two_seconds_until_the_end(client, nia):
    job = running_job(nia)
    html = page(client, job)
    assert 'hx-trigger="every 2s"' in html
    part = page(client, job, headers=HX)
    assert "<html" not in part
    assert 'hx-trigger="every 2s"' in part
    running.finish(job.pk, 1, {"counted": 1})
    ended = page(client, job, headers=HX)
    assert "hx-trigger" not in ended
    assert 'href="/en/counted/1/"' in ended


def test_news_are_announced_once(client, nia):
    job = running_job(nia, 10, 100)

    def announced(said):
        part = unescape(client.get(address(job), {"said": said}, headers=HX).content.decode())
        found = re.search(r'role="status" id="job-[^"]+-said" hx-swap-oob="innerHTML">([^<]*)<', part)
        return found and found[1]

    assert announced("waiting-0") == "Count: Under way. 10 of 100 so far."
    assert announced("running-0") is None
    Job.objects.filter(pk=job.pk).update(done=20)
    assert announced("running-0") is None, "not every step"
    Job.objects.filter(pk=job.pk).update(done=60)
    assert announced("running-0") == "Count: Under way. 60 of 100 so far."


def test_a_failed_job_says_why_and_can_be_tried_again(client, nia):
    job = started(nia, "sample-refuses")
    queue.run_waiting()
    html = page(client, job)
    assert "Line 3 cannot be read." in html
    assert "hx-trigger" not in html
    response = client.post(address(job, end="retry/"))
    assert response["Location"] == address(job)
    assert Job.objects.get(pk=job.pk).state == "waiting"


def test_no_code_is_ever_shown(client, nia):
    job = started(nia, "sample-refuses")
    queue.run_waiting()
    for code, values in (("of-a-later-version", {}), ("sample-line", {})):
        Job.objects.filter(pk=job.pk).update(error=code, error_values=values)
        html = page(client, job)
        assert str(ERRORS["unexpected"]) in html
        assert code not in html


def test_stopping(client, nia):
    job = running_job(nia)
    client.post(address(job, end="cancel/"))
    html = page(client, job)
    assert "It is being stopped." in html
    assert "Stop this" not in html
    running.stop(job.pk, 1)
    assert "Stopped" in page(client, job)


def test_a_button_pressed_too_late_leads_to_what_is_now(client, nia):
    job = started(nia, to=1)
    queue.run_waiting()
    response = client.post(address(job, end="cancel/"), follow=True)
    assert response.status_code == 200
    assert Job.objects.get(pk=job.pk).state == "done"


def test_a_button_leads_back_to_the_page_it_stood_on_and_nowhere_else(client, nia):
    for back, leads in (("/en/reviews/", "/en/reviews/"), ("//evil.example", None), ("https://evil.example", None)):
        job = started(nia, to=1)
        response = client.post(address(job, end="cancel/"), {"back": back})
        assert response["Location"] == (leads or address(job))


@pytest.mark.parametrize("end", ["", "cancel/", "retry/"])
def test_nobody_else_sees_or_stops_it(client, nia, end):
    for job in (started(User.objects.create(email="other@example.org"), to=1), started(None, to=1)):
        response = client.get(address(job)) if not end else client.post(address(job, end=end))
        assert response.status_code == 404
        assert Job.objects.get(pk=job.pk).state == "waiting"
    assert client.get(f"/en/jobs/{uuid.uuid4()}/").status_code == 404


@pytest.mark.parametrize("end", ["", "cancel/", "retry/"])
def test_who_has_not_signed_in_is_asked_to(client, end):
    job = started(User.objects.create(email="other@example.org"), to=1)
    response = client.get(address(job)) if not end else client.post(address(job, end=end))
    assert response.status_code == 302
    assert "next=" in response["Location"]
    assert Job.objects.get(pk=job.pk).state == "waiting"


def test_a_part_of_a_page_that_outlived_the_session_has_the_page_fetched_anew(client):
    response = client.get(address(started(None, to=1)), headers=HX)
    assert response["HX-Refresh"] == "true"
    assert not response.content


def test_another_app_lets_in_who_manages_the_review(client, nia, monkeypatch):
    monkeypatch.setattr(access, "RULES", [])
    job = started(User.objects.create(email="other@example.org"), to=1)
    access.allow(lambda job, user: user == nia)
    assert "Count" in page(client, job)
    User.objects.filter(pk=nia.pk).update(is_active=False)
    assert not access.may_see(job, User.objects.get(pk=nia.pk))


def test_no_copy_is_kept_on_the_way(client, nia):
    response = client.get(address(started(nia, to=1)))
    assert "no-store" in response["Cache-Control"]


def test_a_job_that_nobody_does_says_so(client, nia):
    job = started(nia, to=1)
    Job.objects.update(made=timezone.now() - timedelta(hours=1))
    assert "Nothing on the site does such work" in page(client, job)
    Worker.objects.create(host="here", process=1, seen=timezone.now())
    assert "Nothing on the site does such work" not in page(client, job)


@pytest.mark.parametrize("state", ["waiting", "running", "done", "failed", "cancelled"])
def test_no_english_is_left_in_the_welsh(client, nia, state):
    job = running_job(nia, 10, 100) if state == "running" else started(nia, to=1)
    ended = timezone.now() if state in ("done", "failed", "cancelled") else None
    Job.objects.filter(pk=job.pk).update(state=state, ended=ended, result={"counted": 1}, error="died")
    told = {}
    for language in ("en", "cy"):
        with translation.override(language):
            shown = tell(Job.objects.get(pk=job.pk))
        told[language] = {shown.state_name, shown.how_far, shown.error, *(b.label for b in shown.buttons)} - {""}
    assert not told["en"] & told["cy"]
    assert len(told["en"]) == len(told["cy"])
    assert "See how far" not in page(client, job, "cy")
