"""`plethu doctor`: each fault that it is there to find is made, found, named with what to do, and changes the exit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plethu_web import stored
from plethu_web.commands import examining_data, examining_place
from plethu_web.commands.finding import AMISS, WELL
from tests.web.installation import installation


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with installation(tmp_path_factory.mktemp("doctor") / "home", migrated=True) as made:
        yield made


@pytest.fixture
def home(tmp_path, settings):
    settings.HOME = tmp_path
    tmp_path.chmod(0o700)
    return tmp_path


def found(examine, *, deep=False):
    """What is not well, as state, words and remedy in one string each."""
    everything = list(examine(deep))
    assert all(finding.remedy for finding in everything if finding.state != WELL)
    return [f"{f.state} {f.words} {f.remedy}" for f in everything if f.state != WELL]


def test_a_new_installation_is_well(site):
    done = site.run("doctor", "--deep")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nothing has to be put right." in done.stdout
    for what in ("settings", "database", "files", "disk", "mail", "backup", "jobs", "clock"):
        assert f"  {what}: " in done.stdout
    assert site.run("doctor", "--quiet").stdout == ""


def test_a_running_site_with_its_worker_is_well(site):
    worker = site.start("worker")
    site.wait_for("SELECT count(*) FROM jobs_worker", 1)
    done = site.run("doctor")
    assert done.returncode == 0, done.stdout
    assert "a worker is running" in done.stdout
    worker.kill()
    worker.wait()


def test_a_database_that_is_not_there(site):
    address = "postgres://nobody@127.0.0.1:1/none"
    done = site.run("doctor", DATABASE_URL=address)
    assert done.returncode == 1
    assert "AMISS  database: cannot be used" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_database_of_an_older_version(tmp_path):
    with installation(tmp_path / "home") as made:
        done = made.run("doctor")
        assert done.returncode == 1
        assert "steps behind" in done.stdout
        assert "plethu migrate" in done.stdout


def test_a_database_of_a_newer_version(tmp_path):
    with installation(tmp_path / "home", migrated=True) as made:
        made.python(
            "from django.db.migrations.recorder import MigrationRecorder; from django.db import connection\n"
            "MigrationRecorder(connection).record_applied('jobs', '0099_of_next_year')"
        )
        done = made.run("doctor")
        assert done.returncode == 1
        assert "newer Plethu (jobs.0099_of_next_year)" in done.stdout


def test_a_damaged_database(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)  # SQLite's file: PostgreSQL watches over its own
    with installation(tmp_path / "home", migrated=True) as made:
        made.python(
            "from plethu_web.accounts.models import Event\n"
            "Event.objects.bulk_create([Event(kind='sample', thing='x' * 70) for _ in range(3000)])"
        )
        path = made.home / "plethu.sqlite3"
        whole = bytearray(path.read_bytes())
        for page in range(len(whole) // 4096 - 60, len(whole) // 4096 - 20):
            whole[page * 4096 : page * 4096 + 100] = b"\xff" * 100
        path.write_bytes(whole)
        done = made.run("doctor")
        assert done.returncode == 1
        assert "AMISS  database: damaged" in done.stdout or "cannot be examined" in done.stdout
        refused = made.run("backup", str(tmp_path / "b.tar"))
        assert refused.returncode == 1
        assert "doctor" in refused.stderr
        assert not (tmp_path / "b.tar").exists()


def test_a_folder_open_to_others(home):
    home.chmod(0o755)
    assert any("chmod go=" in line for line in found(examining_place.folder_is_private))
    home.chmod(0o700)
    assert found(examining_place.folder_is_private) == []


def test_what_a_restore_left(home):
    (home / "restoring").mkdir()
    (home / "replaced-1").mkdir()
    lines = " ".join(found(examining_place.folder_is_private))
    assert "broken off" in lines
    assert "replaced-1" in lines


@pytest.mark.parametrize(("free", "state"), [(10_000_000, AMISS), (500_000_000, "note"), (5_000_000_000, WELL)])
def test_a_disk_that_fills(home, monkeypatch, free, state):
    monkeypatch.setattr(examining_place.shutil, "disk_usage", lambda path: type("usage", (), {"free": free}))
    (finding,) = examining_place.disk_has_room(False)
    assert finding.state == state


def test_an_outbox_that_fills(home, settings):
    settings.EMAIL_FILE_PATH = str(home / "outbox")
    (home / "outbox").mkdir()
    (line,) = found(examining_place.mail_is_sent)
    assert line.startswith("note")
    for number in range(21):
        (home / "outbox" / str(number)).touch()
    (line,) = found(examining_place.mail_is_sent)
    assert line.startswith(f"{AMISS} mail: no mail server is set; 21 letters")
    assert "PLETHU_EMAIL_URL" in line


def test_a_backup_that_is_old_or_gone(home, tmp_path):
    assert "none was made" in found(examining_place.backup_is_fresh)[0]
    there, now = tmp_path / "b.tar", datetime.now(UTC)
    there.touch()
    for at, place, expected in (
        (now, there, []),
        (now, tmp_path / "moved.tar", ["no longer there"]),
        (now - timedelta(days=9), there, ["9 days old"]),
    ):
        (home / "last-backup").write_text(f"{at.isoformat()} {place}\n")
        lines = found(examining_place.backup_is_fresh)
        assert len(lines) == len(expected)
        assert all(words in line for words, line in zip(expected, lines, strict=True))
    assert lines[0].startswith(AMISS)


def test_files_that_are_missing_orphaned_or_changed(home, monkeypatch):
    import io

    kept = [stored.keep(io.BytesIO(words), 10).sha256 for words in (b"named", b"orphaned", b"changed")]
    monkeypatch.setattr(stored, "NAMES", [lambda: [kept[0], kept[2]]])
    (line,) = found(examining_data.files_are_there)
    assert line.startswith("note files: 1 that nothing names")
    stored.path_of(kept[2]).write_bytes(b"other")
    assert len(found(examining_data.files_are_there)) == 1, "only --deep reads them"
    changed = found(examining_data.files_are_there, deep=True)[-1]
    assert changed.startswith(AMISS)
    assert kept[2] in changed
    stored.path_of(kept[0]).unlink()
    assert (
        f"{AMISS} files: 1 that the database names are not there: {kept[0]}" in found(examining_data.files_are_there)[0]
    )


@pytest.mark.django_db
def test_jobs_that_nobody_does(home):
    from django.utils import timezone

    from plethu_web.commands.occupying import occupy
    from plethu_web.jobs import actions, queue
    from plethu_web.jobs.models import Job, Worker
    from tests.web.sample_jobs import jobs as sample_jobs

    assert sample_jobs.count
    assert "no worker is running" in found(examining_data.jobs_are_done)[0]
    with occupy(home):
        assert f"{AMISS} jobs: the site is running and no worker is" in found(examining_data.jobs_are_done)[0]
    Worker.objects.create(host="here", process=1, seen=timezone.now())
    assert found(examining_data.jobs_are_done) == []
    job = actions.start_job(kind="sample-refuses", by=None)
    Job.objects.update(made=timezone.now() - timedelta(hours=1))
    assert found(examining_data.jobs_are_done)[0].startswith(f"{AMISS} jobs: 1 have been waiting")
    queue.run_waiting()
    assert Job.objects.get(pk=job.pk).state == "failed"
    assert found(examining_data.jobs_are_done)[0].startswith("note jobs: 1 could not be done")


@pytest.mark.django_db
def test_a_clock_that_went_back(home, monkeypatch):
    from django.utils import timezone

    from plethu_web.accounts.models import Event

    Event.objects.create(kind="sample")
    assert not [line for line in found(examining_data.clock_is_right) if AMISS in line]
    long_ago = timezone.now() - timedelta(days=400)
    monkeypatch.setattr(timezone, "now", lambda: long_ago)
    (line,) = found(examining_data.clock_is_right)
    assert line.startswith(f"{AMISS} clock")


def test_settings_that_cannot_be_right(settings):
    settings.FAULTS_OF_ADDRESS = ("PLETHU_BASE_URL holds more than scheme, host and port",)
    assert found(examining_place.settings_can_be_used)[0].startswith(f"{AMISS} PLETHU_BASE_URL")


def test_it_changes_nothing(site):
    def state():
        return {p: p.stat().st_mtime_ns for p in site.home.rglob("*") if p.name not in ("in-use", "plethu.sqlite3-shm")}

    site.run("doctor")  # after a worker that was killed, SQLite first tidies its own log
    before = state()
    site.run("doctor", "--deep")
    assert state() == before
