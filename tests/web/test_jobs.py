"""Starting, doing, stopping and repeating jobs, in one process."""

from __future__ import annotations

import uuid
from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from plethu_web.accounts.models import Event
from plethu_web.jobs import actions, queue, running, states, work
from plethu_web.jobs.kinds import KINDS, job_kind
from plethu_web.jobs.models import Job
from plethu_web.jobs.work import Work
from tests.web.sample_jobs import jobs as sample_jobs

assert sample_jobs.count  # the kinds are registered by reading the module

pytestmark = pytest.mark.django_db
ME = uuid.uuid4()


def started(kind="sample-count", **arguments):
    return actions.start_job(kind=kind, by=ME, arguments=arguments)


def now(job):
    return Job.objects.get(pk=job.pk)


def numbers():
    return list(Event.objects.filter(kind="sample").order_by("pk").values_list("details__number", flat=True))


def silent(job, seconds=3600):
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - timedelta(seconds=seconds))


def last_event():
    return Event.objects.exclude(kind="sample").order_by("-pk").first()


def test_a_job_is_done():
    job = started(to=3)
    assert (job.state, job.by) == ("waiting", ME)
    assert queue.run_waiting() == 1
    done = now(job)
    assert (done.state, done.result, done.done, done.total) == ("done", {"counted": 3}, 3, 3)
    assert numbers() == [0, 1, 2]
    assert done.ended


def test_a_job_goes_with_the_transaction_that_started_it():
    with transaction.atomic():
        started(to=1)
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert queue.run_waiting() == 0


def test_what_people_do_is_noted():
    review = uuid.uuid4()
    job = actions.start_job(kind="sample-count", by=ME, arguments={"to": 1}, review=review)
    assert (last_event().kind, last_event().by, last_event().review) == ("job-started", ME, review)
    actions.cancel_job(job_id=job.pk, by=ME)
    assert (last_event().kind, last_event().thing) == ("job-cancelled", f"job {job.pk}")
    actions.retry_job(job_id=job.pk, by=ME)
    assert last_event().kind == "job-retried"


def test_a_kind_that_nobody_declared_cannot_be_started():
    with pytest.raises(KeyError):
        started("no-such-kind")


def test_two_kinds_cannot_share_a_name():
    with pytest.raises(ValueError, match="sample-count"):
        job_kind("sample-count", label="Other")(lambda work: None)


def test_a_job_that_raises_is_tried_again_later_and_then_done(caplog):
    job = started("sample-raises", times=1)
    queue.run_waiting()
    assert now(job).state == "waiting"
    assert now(job).due > timezone.now()
    assert "machine room" in caplog.text
    assert queue.run_waiting() == 0, "it waits first"
    make_due()
    queue.run_waiting()
    assert (now(job).state, now(job).attempts) == ("done", 2)


def test_a_job_that_goes_on_raising_ends_failed_and_tells_nothing_of_the_machine():
    job = started("sample-raises", times=9)
    for _attempt in range(5):
        queue.run_waiting()
        make_due()
    failed = now(job)
    assert (failed.state, failed.attempts, failed.error) == ("failed", 3, "unexpected")
    assert "secret" not in str(vars(failed))


def make_due():
    queue.DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())


def test_waiting_grows_and_has_an_end(settings):
    settings.JOB_WAIT_SECONDS = 5
    assert [running.wait_after(starts).seconds for starts in (1, 2, 3, 9)] == [5, 20, 80, 600]


def test_a_job_that_refuses_is_not_tried_again():
    job = started("sample-refuses")
    queue.run_waiting()
    assert (now(job).state, now(job).error, now(job).error_values) == ("failed", "sample-line", {"line": 3})


def test_a_job_of_a_kind_that_this_version_does_not_know(monkeypatch):
    job = started("sample-refuses")
    monkeypatch.delitem(KINDS, "sample-refuses")
    queue.run_waiting()
    assert (now(job).state, now(job).error) == ("failed", "unknown-kind")


def test_a_job_that_waits_is_cancelled_at_once():
    job = started(to=3)
    actions.cancel_job(job_id=job.pk, by=ME)
    queue.run_waiting()
    assert now(job).state == "cancelled"
    assert numbers() == []


def test_a_job_that_runs_is_stopped_where_it_is_and_goes_on_from_there(monkeypatch):
    job = started(to=5)

    def cancel_after_two(self, done, total=None, *, note=""):
        if done == 2 and self.attempt == 1:
            actions.cancel_job(job_id=job.pk, by=ME)
            assert now(job).state == "running"

    monkeypatch.setattr(Work, "progress", cancel_after_two)
    queue.run_waiting()
    assert now(job).state == "cancelled"
    assert numbers() == [0, 1]
    actions.retry_job(job_id=job.pk, by=ME)
    queue.run_waiting()
    assert now(job).state == "done"
    assert numbers() == [0, 1, 2, 3, 4]


def test_a_job_started_again_has_all_its_tries_again():
    job = started("sample-raises", times=9)
    for _attempt in range(3):
        queue.run_waiting()
        make_due()
    assert now(job).state == "failed"
    actions.retry_job(job_id=job.pk, by=ME)
    queue.run_waiting()
    assert (now(job).state, now(job).error) == ("waiting", "")


@pytest.mark.parametrize(("state", "move"), list(product(states.STATES, ["cancel", "retry"])))
def test_only_what_the_table_offers_can_be_asked_for(state, move):
    job = started(to=1)
    ended = timezone.now() if state in states.ENDED else None
    Job.objects.filter(pk=job.pk).update(state=state, ended=ended)
    act = {"cancel": actions.cancel_job, "retry": actions.retry_job}[move]
    if move in states.offered(state):
        act(job_id=job.pk, by=ME)
    else:
        with pytest.raises(actions.NotNow):
            act(job_id=job.pk, by=ME)


def test_a_silent_worker_loses_its_job_and_can_write_nothing_more():
    job = started(to=3)
    before = Work(running.begin(job.pk))
    silent(job)
    assert running.reap(timezone.now()) == 1
    after = Work(running.begin(job.pk))
    assert after.attempt == before.attempt + 1
    with pytest.raises(work.Superseded), before.writing():
        pytest.fail("it may not write")
    with pytest.raises(work.Superseded):
        before.progress(1, 3)
    assert not running.finish(job.pk, before.attempt, {})
    assert not running.fail(job.pk, before.attempt, "died", {})
    assert not running.put_back(job.pk, before.attempt)
    assert now(job).state == "running"
    assert running.finish(job.pk, after.attempt, {})


def test_a_worker_that_gives_signs_keeps_its_job():
    job = started(to=3)
    held = Work(running.begin(job.pk))
    silent(job)
    held.progress(1, 3)
    assert running.reap(timezone.now()) == 0


def test_after_three_silent_starts_a_job_has_failed():
    job = started(to=3)
    for _start in range(3):
        running.begin(job.pk)
        silent(job)
        running.reap(timezone.now())
    assert (now(job).state, now(job).error) == ("failed", "died")
    assert running.begin(job.pk) is None


def test_a_job_that_was_to_stop_when_its_worker_died_is_stopped():
    job = started(to=3)
    running.begin(job.pk)
    actions.cancel_job(job_id=job.pk, by=ME)
    silent(job)
    running.reap(timezone.now())
    assert now(job).state == "cancelled"


def test_a_job_that_fell_out_of_the_queue_is_put_back():
    job = started(to=1)
    queue.DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now() - timedelta(hours=1))
    Job.objects.update(made=timezone.now() - timedelta(hours=1))
    assert queue.run_waiting() == 0
    assert running.reap(timezone.now()) == 1
    assert queue.run_waiting() == 1
    assert now(job).state == "done"


def test_a_job_delivered_twice_is_done_once():
    job = started(to=2)
    queue.enqueue(job.pk)
    assert queue.run_waiting() == 2
    assert numbers() == [0, 1]
    assert now(job).attempts == 1


def test_what_is_written_in_a_broken_transaction_is_not_there():
    held = Work(running.begin(started(to=2).pk))
    with held.writing():
        Event.objects.create(kind="sample")
        held.save_checkpoint({"next": 1})
        transaction.set_rollback(True)
    assert numbers() == []
    assert now_of(held).checkpoint == {}


def now_of(held):
    return Job.objects.get(pk=held.job_id)


def test_saying_how_far_it_is_costs_one_write_a_second(django_assert_num_queries):
    held = Work(running.begin(started(to=2).pk))
    with django_assert_num_queries(1):
        for done in range(1000):
            held.progress(done, 100_000)


def test_old_tickets_are_forgotten_and_jobs_are_not():
    started(to=1)
    queue.run_waiting()
    assert queue.forget_old() == 0
    queue.DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=2))
    assert queue.forget_old() == 1
    assert Job.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"state": "lost"}, {"state": "done", "ended": None}, {"ended": "2024-01-01T00:00Z"}])
def test_the_database_refuses_a_job_that_cannot_be(wrong):
    job = started(to=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**wrong)
    assert connection.in_atomic_block


def test_every_move_leads_between_known_states():
    assert {s for move in states.MOVES for s in (move.source, move.target)} == set(states.STATES)
    assert not [move for move in states.MOVES if move.source == states.DONE]
