"""A backup made while the site runs, proved by restoring it: everything is there again, and who was erased stays so."""

from __future__ import annotations

import io
import json
import tarfile

import pytest

from plethu_web.commands import archive, dumping
from tests.web.installation import installation

DATA = """
import io, uuid
from django.db import transaction
from plethu.framework.editions import default_edition
from plethu.framework.situation import Situation
from plethu_web import stored
from plethu_web.accounts.actions import create_account, create_administrator
from plethu_web.frameworks.actions import change_answers, save_situation
from plethu_web.jobs.actions import start_job
edition = default_edition()
create_administrator(email="nia@example.org", password=None, by=None)
gone = create_account(email="gone@example.org", name="Somebody Gone", by=None)
draft = change_answers(token="", edition=edition, change=lambda situation: situation)
save_situation(draft_token=draft, name="Tŷ agored", edition=edition)
start_job(kind="sample-count", by=gone.pseudonym, arguments={"to": 1})
for words in (b"one", b"two"): stored.keep(io.BytesIO(words), 10)
print(gone.pseudonym)
"""
ERASE = """
import uuid
from plethu_web.accounts.actions import erase_person
print(erase_person(pseudonym=uuid.UUID({!r}), by=None))
"""
LEFT = "SELECT count(*) FROM accounts_user WHERE email LIKE 'gone%' OR name LIKE '%Gone%'"
CHANGED_BY_ERASING = {"accounts_user", "account_emailaddress", "accounts_event", "sqlite_sequence"}
SENT_IN = """
from django.core.management import call_command; from django.test.utils import setup_test_environment
call_command("collectstatic", interactive=False, verbosity=0); setup_test_environment()
from tests.web.calls_cast import a_call, a_file, sent
print(sent(a_call(), files=(a_file(),)))
"""
WITHDRAW = "from plethu_web.calls.actions.withdrawing import withdraw; withdraw(token={!r})"
KILLED_IN_THE_MIDDLE = """
import os, sys
from plethu_web.commands import replacing, restore
replacing._move_in = lambda *paths: os.kill(os.getpid(), 9)
restore.run({!r})
"""


def tables(site):
    """All rows of all tables, but those of the restore itself."""
    of_sqlite = "SELECT name FROM sqlite_master WHERE type = 'table'"
    of_postgres = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    names = {name for (name,) in site.ask(of_postgres if site.database else of_sqlite)}
    names -= {"django_session", "jobs_worker"}
    return {name: sorted(map(repr, site.ask(f'SELECT * FROM "{name}"'))) for name in names}


def files(site):
    return {path.name: path.read_bytes() for path in (site.home / "files").rglob("*") if path.is_file()}


def backed_up(site, folder, *typed):
    target = folder / "backup.tar"
    done = site.run("backup", str(target), *typed)
    assert done.returncode == 0, done.stderr
    return target


def restored(site, source, *typed):
    done = site.run("restore", str(source), *typed)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """An installation with some of everything, and its backup. Tests leave both as they are."""
    folder = tmp_path_factory.mktemp("original")
    with installation(folder / "home", migrated=True) as site:
        site.gone = site.python(DATA)
        site.backup = backed_up(site, folder, "--with-key")
        yield site


@pytest.fixture
def another(tmp_path):
    with installation(tmp_path / "another") as site:
        yield site


@pytest.fixture
def used(tmp_path):
    """An installation whose tables are there already."""
    with installation(tmp_path / "used", migrated=True) as site:
        yield site


@pytest.mark.database
def test_everything_is_there_again(original, another):
    said = restored(another, original.backup)
    assert tables(another) == tables(original)
    assert files(another) == files(original)
    assert len(files(another)) == 2
    assert (another.home / "secret-key").read_bytes() == (original.home / "secret-key").read_bytes()
    assert "2 files" in said
    assert not list(another.home.glob("replaced-*"))
    another.python("from plethu_web.commands.preparing import bring_up_to_date; bring_up_to_date()")


@pytest.mark.database
def test_who_was_erased_since_stays_erased_and_all_else_is_as_it_was(original, another, tmp_path):
    restored(another, original.backup)
    before = tables(another)
    assert another.python(ERASE.format(original.gone)) == "True"
    another.python("from plethu_web.jobs.queue import run_waiting; run_waiting()")
    assert tables(another) != before
    said = restored(another, original.backup, "--replace")
    assert "erased again: 1" in said
    assert another.ask(LEFT) == [(0,)]
    assert "gone" not in str(tables(another)["account_emailaddress"])
    after = tables(another)
    assert {name for name in before if before[name] != after[name]} <= CHANGED_BY_ERASING
    others = [row for row in before["accounts_user"] if "gone@" not in row]
    assert set(others) < set(after["accounts_user"])
    assert set(before["accounts_event"]) < set(after["accounts_event"])
    (aside,) = another.home.glob("replaced-*")
    assert str(aside) in said
    assert (another.home / "erasures").read_text().count(original.gone) == 1


def test_who_was_erased_while_the_copy_was_made_is_erased_by_the_list_in_the_backup(original, another, tmp_path):
    restored(another, original.backup)
    with (another.home / "erasures").open("a") as file:
        file.write(f"{original.gone} 2026-11-25T10:00:00+00:00\n")
    source = backed_up(another, tmp_path)
    assert another.ask(LEFT) == [(1,)]
    with installation(tmp_path / "third") as third:
        assert "erased again: 1" in restored(third, source)
        assert third.ask(LEFT) == [(0,)]
        assert original.gone in (third.home / "erasures").read_text()


def test_what_was_withdrawn_since_stays_withdrawn_with_its_files(used, tmp_path):
    key = used.python(SENT_IN)
    source = backed_up(used, tmp_path)
    assert len(files(used)) == 1
    used.python(WITHDRAW.format(key))
    assert files(used) == {}
    restored(used, source, "--replace")
    assert files(used) == {}
    assert used.ask("SELECT state, title FROM calls_submission") == [("withdrawn", "")]
    assert used.ask("SELECT count(*) FROM accounts_user WHERE name LIKE 'Gwen%'") == [(0,)]


def test_what_is_kept_aside_can_be_taken_back(original, another):
    restored(another, original.backup)
    another.python("from plethu_web.jobs.queue import run_waiting; run_waiting()")
    before = tables(another)
    restored(another, original.backup, "--replace")
    assert tables(another) != before
    (aside,) = another.home.glob("replaced-*")
    if aside.is_dir():
        for name in ("plethu.sqlite3", "files", "secret-key"):
            assert (aside / name).exists()
    else:
        restored(another, aside, "--replace")
        assert tables(another) == before


def test_a_backup_made_while_a_worker_writes_holds_one_state(used, tmp_path):
    used.python(
        "from plethu_web.jobs.actions import start_job\n"
        "start_job(kind='sample-count', by=None, arguments={'to': 100000})"
    )
    used.start("worker")
    used.wait_for("SELECT count(*) > 20 FROM accounts_event WHERE kind = 'sample'", True)
    source = backed_up(used, tmp_path)
    assert used.ask("SELECT state FROM jobs_job") == [("running",)]
    with installation(tmp_path / "third") as third:
        restored(third, source)
        ((checkpoint, noted),) = third.ask(
            "SELECT checkpoint, (SELECT count(*) FROM accounts_event WHERE kind = 'sample') FROM jobs_job"
        )
        checkpoint = json.loads(checkpoint) if isinstance(checkpoint, str) else checkpoint
        assert noted == checkpoint["next"] > 20


def test_an_installation_in_use_is_not_replaced_unasked(original, another):
    restored(another, original.backup)
    another.python(ERASE.format(original.gone))
    before = tables(another)
    done = another.run("restore", str(original.backup))
    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert tables(another) == before


def test_a_running_site_is_not_replaced(original, another):
    restored(another, original.backup)
    another.start("worker")
    another.wait_for("SELECT count(*) FROM jobs_worker", 1)
    done = another.run("restore", str(original.backup), "--replace")
    assert done.returncode == 1
    assert "Stop it first" in done.stderr


def test_a_restore_killed_in_the_middle_keeps_the_site_shut_until_it_is_done(original, used):
    done = used._to_its_end([KILLED_IN_THE_MIDDLE.format([str(original.backup)])], {})
    assert done.returncode == -9
    refused = used.run("worker")
    assert refused.returncode == 2
    assert "restore" in refused.stderr
    restored(used, original.backup)
    assert files(used) == files(original)
    assert used.run("worker", "--once").returncode == 0
    assert used.ask("SELECT state FROM jobs_job") == [("done",)]


def test_without_the_key_the_place_keeps_its_own(original, another, tmp_path):
    source = backed_up(original, tmp_path)
    with tarfile.open(source) as tar:
        assert "secret-key" not in tar.getnames()
    another.python("print()")
    key = (another.home / "secret-key").read_bytes()
    restored(another, source)
    assert (another.home / "secret-key").read_bytes() == key


def test_a_backup_is_for_its_owner_and_writes_over_nothing(original):
    assert original.backup.stat().st_mode & 0o077 == 0
    before = original.backup.read_bytes()
    done = original.run("backup", str(original.backup))
    assert done.returncode == 1
    assert "there already" in done.stderr
    assert original.backup.read_bytes() == before
    assert not [path for path in original.backup.parent.iterdir() if path.name.startswith((".plethu", "backup.tar."))]


def test_a_full_disk_leaves_no_half_a_backup(original, tmp_path):
    code = (
        "import errno, os; from plethu_web.commands import backup\n"
        "def full(*_): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        f"os.fsync = full; print(backup.run([{str(tmp_path / 'b.tar')!r}]))"
    )
    done = original._to_its_end([code], {})
    assert done.stdout.strip() == "1"
    assert "No space left on device. No backup was made." in done.stderr
    assert list(tmp_path.iterdir()) == []


# What no restore may take for a backup. Nothing of it needs a database.


def remade(source, target, change=lambda parts: parts):
    """The backup with other parts, each a name and its content."""
    with tarfile.open(source) as tar:
        parts = {entry.name: tar.extractfile(entry).read() for entry in tar}
    with tarfile.open(target, "w") as tar:
        for name, content in change(parts).items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return target


def with_manifest(**changed):
    def change(parts):
        return {**parts, "manifest.json": json.dumps({**json.loads(parts["manifest.json"]), **changed}).encode()}

    return change


def without(*names):
    return lambda parts: {name: content for name, content in parts.items() if name not in names}


def added(name):
    return lambda parts: {name: b"x", **parts}


def test_a_sound_backup_says_what_it_is(original):
    found = archive.check(original.backup)
    assert found.counts["accounts_user"] == 2
    assert ["jobs", "0001_initial"] in found.migrations


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("erasures"), "damaged, missing"),
        (without("manifest.json"), "no manifest.json"),
        (added("../outside"), "'../outside'"),
        (added("/etc/passwd"), "'/etc/passwd'"),
        (added("files/ab/" + "cd" + "0" * 62), "files/ab/cd"),
        (added("files/ab/" + "ab" + "0" * 62), "damaged, missing or not its own"),
        (lambda parts: {**parts, "manifest.json": b"{"}, "cannot be read"),
        (lambda parts: {**parts, "manifest.json": b"[]"}, "cannot be read"),
        (with_manifest(format=2), "newer version"),
        (with_manifest(surprise=1), "cannot be read"),
        (with_manifest(database="oracle"), "no copy of a database"),
    ],
)
def test_what_is_not_sound_is_refused(original, tmp_path, change, words):
    with pytest.raises(archive.NotSound) as refused:
        archive.check(remade(original.backup, tmp_path / "other.tar", change))
    assert words in str(refused.value)


def test_a_byte_that_changed_or_an_end_that_is_missing_is_noticed(original, tmp_path):
    whole = original.backup.read_bytes()
    middle = len(whole) // 3
    for broken in (whole[:middle], whole[:-20_000], whole[:middle] + b"\0\1\2" + whole[middle + 3 :], b"", b"words"):
        (tmp_path / "broken.tar").write_bytes(broken)
        with pytest.raises(archive.NotSound):
            archive.check(tmp_path / "broken.tar")


def test_a_link_in_a_backup_is_refused(tmp_path):
    with tarfile.open(tmp_path / "link.tar", "w") as tar:
        entry = tarfile.TarInfo("erasures")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(entry)
    with pytest.raises(archive.NotSound):
        archive.check(tmp_path / "link.tar")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (with_manifest(version="99.0"), "newer than this one"),
        (with_manifest(migrations=[["accounts", "0099_of_next_year"]]), "newer than this one"),
        (with_manifest(database="sqlite", parts={}), "damaged, missing"),
    ],
)
def test_a_restore_refuses_before_it_touches_anything(original, another, tmp_path, change, words):
    done = another.run("restore", str(remade(original.backup, tmp_path / "other.tar", change)))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Nothing was touched." in done.stderr
    assert not (another.home / "files").exists()


def test_a_copy_with_other_rows_than_it_says_is_not_put_in_place(original, another, tmp_path):
    change = with_manifest(counts={"accounts_user": 99})
    done = another.run("restore", str(remade(original.backup, tmp_path / "other.tar", change)))
    assert done.returncode == 1
    assert "does not hold what the backup says" in done.stderr


@pytest.mark.database
def test_a_missing_program_of_postgresql_is_named_with_what_to_install():
    with pytest.raises(dumping.CannotCopy) as refused:
        dumping._tool("pg_no_such_program")
    assert "sudo apt install postgresql-client" in str(refused.value)


def test_a_part_that_says_it_is_larger_than_it_is_is_refused(tmp_path):
    path = tmp_path / "sparse.tar"
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        content = b"1\n0\n1\n".ljust(512, b"\0") + b"x"
        entry = tarfile.TarInfo("database.sqlite3")
        entry.size = len(content)
        entry.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "1000000"}
        entry.pax_headers["GNU.sparse.name"] = "database.sqlite3"
        tar.addfile(entry, io.BytesIO(content))
    with pytest.raises(archive.NotSound, match=r"it holds 'database\.sqlite3'"):
        archive.check(path)
