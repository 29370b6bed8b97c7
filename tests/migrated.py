"""A database whose tables are made, once per run: all migrations take seconds, and a copy takes none.

Tests of migrating itself begin with an empty database, and so do those of what a new installation does first.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
MIGRATE = "from plethu_web.commands.preparing import bring_up_to_date, prepare; prepare(); bring_up_to_date()"


def environment(home: Path, database: str = "") -> dict[str, str]:
    """What a process of an installation is given, and nothing of the run's own."""
    named = ("PLETHU_", "DJANGO_", "DATABASE_URL")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(named)}
    return {
        **plain,
        "PLETHU_HOME": str(home),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "tests.web.sample_jobs.settings",
        **({"DATABASE_URL": database} if database else {}),
    }


def migrated_file() -> Path:
    """SQLite's file, for copying."""
    home = Path(os.environ["TESTS_SHARE"]) / "migrated"
    with _one_at_a_time():
        if not (home / "plethu.sqlite3").exists():
            _migrate(home)
            with contextlib.closing(sqlite3.connect(home / "plethu.sqlite3")) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")  # so that it is one file
        return home / "plethu.sqlite3"


def migrated_database(given: str) -> str:
    """The name of a database on that PostgreSQL server, for `CREATE DATABASE ... TEMPLATE`."""
    noted = Path(os.environ["TESTS_SHARE"]) / "migrated-database"
    with _one_at_a_time():
        if not noted.exists():
            address = new_database(given)
            _migrate(noted.with_name("migrated-postgres"), address)
            noted.write_text(urlsplit(address).path[1:])
        return noted.read_text()


def forget_migrated_database() -> None:
    """Leave nothing of it on the server."""
    noted = Path(os.environ["TESTS_SHARE"]) / "migrated-database"
    if noted.exists():
        execute(os.environ["DATABASE_URL"], f'DROP DATABASE "{noted.read_text()}" WITH (FORCE)')
        noted.unlink()


def new_database(given: str, template: str = "template1") -> str:
    """The address of a new database on that PostgreSQL server."""
    name = f"plethu_{uuid.uuid4().hex[:8]}"
    with _one_at_a_time("copying"):
        execute(given, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return re.sub(r"(://[^/]*/)[^?]*", rf"\g<1>{name}", given, count=1)


def execute(address: str, sql: str) -> None:
    """Do one thing on a PostgreSQL server."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql)


def _migrate(home: Path, database: str = "") -> None:
    typed = [sys.executable, "-c", MIGRATE]
    done = subprocess.run(typed, env=environment(home, database), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@contextlib.contextmanager
def _one_at_a_time(name: str = "migrating") -> Iterator[None]:
    with (Path(os.environ["TESTS_SHARE"]) / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
