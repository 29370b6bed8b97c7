"""Copies of the database: made while the site runs, checked, and put in place of another one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

# Filled by bringing the database up to date or by running the site alone: an installation that holds no more is empty.
FILLED_BY_ITSELF = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "django_session",
    "sqlite_sequence",
    "jobs_worker",
}


class CannotCopy(Exception):
    """Why a copy of the database cannot be made or put in place, as a sentence."""


def kind() -> str:
    """`sqlite` or `postgresql`."""
    from django.db import connection

    return connection.vendor


def database_file() -> Path:
    """Where the SQLite database stands."""
    from django.conf import settings

    return Path(settings.DATABASES["default"]["NAME"])


def dump(target: Path) -> dict[str, int]:
    """Write a consistent copy of the database; the rows of each of its tables, as in the copy."""
    return _dump_sqlite(target) if kind() == "sqlite" else _dump_postgres(target)


def counts_of_copy(path: Path) -> dict[str, int]:
    """The rows of each table of an SQLite copy. Raises CannotCopy where it is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
            return _counted(copy)
    except sqlite3.DatabaseError as error:
        raise CannotCopy(f"The copy of the database is damaged: {error}.") from error


def counts() -> dict[str, int]:
    """The rows of each table of the database in use."""
    from django.db import connection

    with connection.cursor() as cursor:
        return _count(cursor, connection.introspection.table_names(cursor))


def load_postgres(path: Path) -> None:
    """Put a copy in place of all tables there are. It comes whole or not at all; what was there is gone before."""
    _empty_postgres()
    _tool("pg_restore", "--single-transaction", "--no-owner", "--no-privileges", "--exit-on-error", str(path))


_OUR_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def _empty_postgres() -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
        cursor.execute(_OUR_FUNCTIONS)
        for (function,) in cursor.fetchall():  # those of triggers
            cursor.execute(f"DROP FUNCTION {function} CASCADE")
    connection.close()


def _dump_sqlite(target: Path) -> dict[str, int]:
    try:
        with closing(sqlite3.connect(database_file(), timeout=30)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)  # in one step, of one state; who writes meanwhile is not held up
            copy.execute("PRAGMA journal_mode=DELETE")
            return _counted(copy)
    except sqlite3.Error as error:
        raise CannotCopy(f"The database cannot be copied: {error}. plethu doctor says more.") from error


def _counted(copy: sqlite3.Connection) -> dict[str, int]:
    (sound,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if sound != "ok":
        raise CannotCopy(f"The database is damaged: {sound}. plethu doctor says more.")
    tables = [name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return _count(copy.cursor(), tables)


def _count(cursor: Any, tables: list[str]) -> dict[str, int]:
    found = {}
    for table in sorted(tables):
        cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - the names come from the database itself
        found[table] = cursor.fetchone()[0]
    return found


def _dump_postgres(target: Path) -> dict[str, int]:
    with _one_state() as (snapshot, found):
        _tool("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}")
    return found


@contextmanager
def _one_state() -> Iterator[tuple[str, dict[str, int]]]:
    """A state of the database that pg_dump can share, and its counts."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        yield snapshot, _count(cursor, connection.introspection.table_names(cursor))


def _tool(name: str, *typed: str) -> None:
    """Run one of PostgreSQL's own programs on our database."""
    found = shutil.which(name) or _of_debian(name)
    if not found:
        raise CannotCopy(
            f"PostgreSQL's own {name} is needed and is not installed. "
            "On Debian or Ubuntu: sudo apt install postgresql-client, of the server's version or newer."
        )
    address, password = _address()
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    done = subprocess.run(  # noqa: S603
        [found, f"--dbname={address}", *typed], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise CannotCopy(f"{name} could not do it: {done.stderr.strip()}")


def _of_debian(name: str) -> str:
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3] or 0))
    return str(places[-1]) if places else ""


def _address() -> tuple[str, str]:
    """The address of the database as PostgreSQL's programs read it, and the password, which no process list shows."""
    from django.db import connection
    from psycopg.conninfo import make_conninfo

    given = connection.get_connection_params()
    known = ("dbname", "user", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "options", "service")
    return make_conninfo(**{name: given[name] for name in known if given.get(name)}), str(given.get("password") or "")
