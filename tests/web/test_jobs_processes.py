"""Jobs with real workers that are killed, frozen and replaced: none is lost, nothing is done twice."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.web.installation import LONGEST_WAIT, installation

pytestmark = pytest.mark.database

START = """
from plethu_web.jobs.actions import start_job
print(start_job(kind={!r}, by=None, arguments={!r}).id)
"""
STATE = "SELECT state FROM jobs_job"
NOTED = "SELECT count(*) FROM accounts_event WHERE kind = 'sample'"


@pytest.fixture
def site(tmp_path):
    with installation(tmp_path / "home", migrated=True) as made:
        yield made


def started(site, kind, **arguments):
    return site.python(START.format(kind, arguments))


def has_noted_some(site):
    end = time.monotonic() + LONGEST_WAIT
    while site.ask(NOTED)[0][0] < 3:
        assert time.monotonic() < end, site.log
        time.sleep(0.05)


def workers_of(site):
    """Processes of this installation's workers, as the machine lists them."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if b"plethu_web.commands.worker" in command and f"PLETHU_HOME={site.home}".encode() in environment:
            found.append(int(entry.name))
    return found


def wait_until(true, site):
    end = time.monotonic() + LONGEST_WAIT
    while not true():
        assert time.monotonic() < end, site.log
        time.sleep(0.05)


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(site):
    started(site, "sample-count", to=40, pause=0.05)
    first = site.start("worker")
    has_noted_some(site)
    first.kill()
    first.wait()
    assert site.ask(STATE) == [("running",)]
    before = site.ask(NOTED)[0][0]
    assert before < 40
    site.start("worker")
    site.wait_for(STATE, "done")
    numbers = site.ask("SELECT details FROM accounts_event WHERE kind = 'sample'")
    assert len(numbers) == len({str(row[0]) for row in numbers}) == 40
    assert site.ask("SELECT attempts FROM jobs_job") == [(2,)]


def test_a_frozen_worker_that_wakes_writes_nothing_any_more(site):
    started(site, "sample-count", to=40, pause=0.05)
    frozen = site.start("worker")
    has_noted_some(site)
    frozen.send_signal(signal.SIGSTOP)
    site.start("worker")
    site.wait_for("SELECT attempts FROM jobs_job", 2)
    frozen.send_signal(signal.SIGCONT)
    site.wait_for(STATE, "done")
    wait_until(lambda: "superseded" in site.log, site)
    numbers = site.ask("SELECT details FROM accounts_event WHERE kind = 'sample'")
    assert len(numbers) == len({str(row[0]) for row in numbers}) == 40


def test_a_job_that_always_kills_its_worker_ends_failed(site):
    started(site, "sample-kills")
    for _attempt in range(3):
        site.start("worker").wait(timeout=LONGEST_WAIT)
    site.start("worker")
    site.wait_for(STATE, "failed")
    assert site.ask("SELECT error, attempts FROM jobs_job") == [("died", 3)]


def test_a_job_that_hangs_does_not_hold_up_the_others(site):
    started(site, "sample-hangs")
    started(site, "sample-count", to=1)
    hanging = site.start("worker", SAMPLE_HANGS="1")
    assert hanging.wait(timeout=LONGEST_WAIT) == 3
    site.start("worker", SAMPLE_HANGS="1")
    site.wait_for("SELECT state FROM jobs_job WHERE kind = 'sample-count'", "done")


def test_a_worker_ended_in_good_order_puts_its_job_back_at_once(site):
    started(site, "sample-count", to=400, pause=0.05)
    worker = site.start("worker")
    has_noted_some(site)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=LONGEST_WAIT) == 0
    assert site.ask("SELECT state, spared FROM jobs_job") == [("waiting", 1)]
    assert site.ask("SELECT count(*) FROM jobs_worker") == [(0,)]


def test_two_workers_do_each_job_once(site):
    site.python(
        "from plethu_web.jobs.actions import start_job\n"
        "for to in [1] + [3] * 30: start_job(kind='sample-count', by=None, arguments={'to': to})"
    )
    workers = [site.start("worker"), site.start("worker")]
    site.wait_for("SELECT count(*) FROM jobs_job WHERE state = 'done'", 31)
    assert site.ask(NOTED) == [(91,)]
    assert {row[0] for row in site.ask("SELECT attempts FROM jobs_job")} == {1}
    assert all(worker.poll() is None for worker in workers)


def test_serving_keeps_one_worker_and_replaces_it_when_it_dies(site):
    server = site.start("serve", "--port", "0")
    wait_until(lambda: len(workers_of(site)) == 1, site)
    (worker,) = workers_of(site)
    started(site, "sample-count", to=1)
    site.wait_for(STATE, "done")
    os.kill(worker, signal.SIGKILL)
    wait_until(lambda: workers_of(site) not in ([], [worker]), site)
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=LONGEST_WAIT) == 0
    assert workers_of(site) == []
    assert "Fatal" not in site.log


def test_a_server_that_is_killed_leaves_no_worker_behind(site):
    server = site.start("serve", "--port", "0")
    wait_until(lambda: len(workers_of(site)) == 1, site)
    site.wait_for("SELECT count(*) FROM jobs_worker", 1)
    server.kill()
    server.wait()
    wait_until(lambda: workers_of(site) == [], site)


def test_serving_without_a_worker(site):
    site.start("serve", "--port", "0", "--no-worker")
    wait_until(lambda: "Plethu is at" in site.log, site)
    time.sleep(1)
    assert workers_of(site) == []


def test_a_worker_waits_for_the_database_to_be_brought_up_to_date(tmp_path):
    with installation(tmp_path / "home") as empty:
        done = empty.run("worker")
    assert done.returncode == 1
    assert "plethu migrate" in done.stderr
