"""Examining what an installation holds: database, files, jobs, clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plethu_web.commands import dumping
from plethu_web.commands.finding import Examine, Finding, amiss, megabytes, note, well
from plethu_web.commands.occupying import alone_in

MOST_SHOWN = 5
LONG_WAIT = timedelta(minutes=10)
RECENT = timedelta(days=7)
CLOCKS_APART = timedelta(seconds=30)
AHEAD = timedelta(minutes=5)


def can_be_used() -> Iterator[Finding]:
    """Whether the database answers and is of this version."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except (DatabaseError, OSError) as error:
        yield amiss(f"database: cannot be used: {str(error).strip()}", "See DATABASE_URL, and whether it is running.")
        return
    applied, known = set(executor.loader.applied_migrations), set(executor.loader.disk_migrations)
    if unknown := sorted(".".join(name) for name in applied - known if name[0] in executor.loader.migrated_apps):
        yield amiss(f"database: made by a newer Plethu ({unknown[0]})", "Install that version again.")
    elif plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield amiss(f"database: {len(plan)} steps behind this version", "plethu migrate, or start plethu serve.")
    else:
        version = ".".join(str(part) for part in connection.get_database_version())
        yield well(f"database: {connection.display_name} {version}, of this version")


def database_is_sound(_deep: bool) -> Iterator[Finding]:
    """SQLite's own checks. PostgreSQL watches over itself."""
    from django.db import connection

    if dumping.kind() != "sqlite":
        return
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        faults = [row[0] for row in cursor.execute("PRAGMA integrity_check(5)").fetchall() if row[0] != "ok"]
        lost = len(cursor.execute("PRAGMA foreign_key_check").fetchall())
    if mode != "wal":
        yield amiss(f"database: it does not write ahead (journal {mode})", "Keep it on a local disk.")
    if faults:
        yield amiss(f"database: damaged: {'; '.join(faults)}", "Stop the site and restore the last backup.")
    if lost:
        yield amiss(f"database: {lost} rows lead to rows that are not there", "Restore the last backup.")
    if mode == "wal" and not faults and not lost:
        yield well("database: sound, writes ahead")


def files_are_there(deep: bool) -> Iterator[Finding]:
    """Files on the disk beside those that the database names."""
    from plethu_web import stored

    named, kept = stored.used(), set(stored.all_kept())
    if missing := sorted(named - kept):
        yield amiss(
            f"files: {len(missing)} that the database names are not there: {', '.join(missing[:MOST_SHOWN])}",
            "Copy them from the last backup: plethu restore FILE.tar --to FOLDER unpacks it beside.",
        )
    if orphaned := kept - named:
        size = sum(stored.path_of(sha256).stat().st_size for sha256 in orphaned)
        yield note(f"files: {len(orphaned)} that nothing names, {megabytes(size)}", "plethu purge deletes old ones.")
    changed = [sha256 for sha256 in sorted(kept) if not stored.is_sound(sha256)] if deep else []
    if changed:
        yield amiss(
            f"files: {len(changed)} no longer hold what they held: {', '.join(changed[:MOST_SHOWN])}",
            "Take them from a backup; have the disk examined.",
        )
    if not missing and not changed:
        yield well(f"files: {len(kept)}, all that are named{' and unchanged' if deep else ''}")


def jobs_are_done(_deep: bool) -> Iterator[Finding]:
    """Whether somebody does the jobs, and how they went."""
    from django.conf import settings
    from django.utils import timezone

    from plethu_web.jobs import queries

    alive, now = queries.is_worker_alive(), timezone.now()
    with alone_in(settings.HOME) as is_alone:
        is_running = not is_alone
    late, failed = queries.late(now - LONG_WAIT), queries.failed_since(now - RECENT)
    if is_running and not alive:
        yield amiss("jobs: the site is running and no worker is", "Start plethu worker, or serve without --no-worker.")
    elif not alive:
        yield note("jobs: no worker is running", "plethu serve starts one.")
    else:
        yield well("jobs: a worker is running")
    if late:
        yield amiss(f"jobs: {late} have been waiting for more than ten minutes", "Start or restart plethu worker.")
    if failed:
        yield note(f"jobs: {failed} could not be done in the last week", "The log says why; their pages offer a retry.")


def clock_is_right(_deep: bool) -> Iterator[Finding]:
    """Our clock beside the database's, and beside what was noted last."""
    from django.db import connection
    from django.utils import timezone

    from plethu_web.accounts.models import Event

    if dumping.kind() == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs(cursor.fetchone()[0] - timezone.now())
        if apart > CLOCKS_APART:
            yield amiss(f"clock: {apart.seconds} s apart from the database's", "Let both machines keep the same time.")
            return
    last = Event.objects.order_by("-pk").first()
    if last and last.at > timezone.now() + AHEAD:
        yield amiss(f"clock: it stands before the last event ({last.at:%Y-%m-%d %H:%M})", "Set the machine's clock.")
    else:
        yield well(f"clock: {timezone.now():%Y-%m-%d %H:%M} UTC")


OF_DATA: tuple[Examine, ...] = (database_is_sound, files_are_there, jobs_are_done, clock_is_right)
