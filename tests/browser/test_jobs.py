"""A page of a job in a real browser: it renews itself, tells what is new, keeps the focus, and rests at the end."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import expect

from plethu_web.accounts.models import User
from plethu_web.jobs import actions, running
from plethu_web.jobs.models import Job
from tests.web.sample_jobs import jobs as sample_jobs

from .axe import violations

assert sample_jobs.count

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job(page, live_server, client):
    """A job under way, of a person who is signed in."""
    person = User.objects.create(email="nia@example.org", name="Nia")
    client.force_login(person)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    made = actions.start_job(kind="sample-count", by=person.pseudonym, arguments={"to": 100})
    running.begin(made.pk)
    far(made, 10)
    return made


def far(job, done):
    Job.objects.filter(pk=job.pk).update(done=done, total=100)


def test_it_renews_itself_until_it_is_done(page, job):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"/en/jobs/{job.pk}/")
    button = page.get_by_role("button", name="Stop this Count")
    button.focus()
    far(job, 60)
    page.get_by_text("60 of 100 so far.", exact=True).wait_for()
    assert page.get_by_role("status").text_content() == "Count: Under way. 60 of 100 so far."
    expect(page.locator(f"#job-{job.pk}-cancel")).to_be_focused()
    running.finish(job.pk, 1, {"counted": 100})
    page.get_by_role("link", name="See what came of it").wait_for()
    assert page.get_by_role("status").text_content() == "Count: Done."
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(2500)
    assert asked == []
    assert complaints == []


def test_stopping_and_starting_again_by_keyboard(page, job):
    page.goto(f"/en/jobs/{job.pk}/")
    page.get_by_role("button", name="Stop this").press("Enter")
    page.get_by_text("It is being stopped.").wait_for()
    running.stop(job.pk, 1)
    page.get_by_role("button", name="Try again").press("Enter")
    page.get_by_text("Waiting to start").wait_for()
    assert Job.objects.get(pk=job.pk).state == "waiting"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_accessible(page, job, language):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"/{language}/jobs/{job.pk}/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
