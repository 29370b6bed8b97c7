"""An installation in a folder of its own, with a database of its own of the kind the suite runs on, and processes."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.migrated import environment as environment_of
from tests.migrated import execute, migrated_database, migrated_file, new_database

LONGEST_WAIT = 60.0
COMMAND = "import sys; from plethu_web.commands.{} import run; sys.exit(run(sys.argv[1:]))"
CODE = "from plethu_web.commands.preparing import prepare; prepare()\n"


class Installation:
    """A home folder, its database, and the processes that a test started in it."""

    def __init__(self, folder: Path, database: str = "", **environment: str) -> None:
        self.home = folder
        self.database = database
        self.environment = {**environment_of(folder, database), "PLETHU_JOB_QUIET": "2", **environment}
        self.processes: list[subprocess.Popen[bytes]] = []

    @property
    def log(self) -> str:
        """What its processes said."""
        path = self.home.parent / f"{self.home.name}.log"
        return path.read_text() if path.exists() else ""

    def start(self, name: str, *typed: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a command of the site."""
        with (self.home.parent / f"{self.home.name}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", COMMAND.format(name.replace("-", "_")), *typed],
                env={**self.environment, **more},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.processes.append(process)
        return process

    def run(self, name: str, *typed: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the site to its end."""
        return self._to_its_end([COMMAND.format(name.replace("-", "_")), *typed], more)

    def python(self, code: str, **more: str) -> str:
        """Run lines of Python inside the site; what they print."""
        done = self._to_its_end([CODE + code], more)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _to_its_end(self, typed: list[str], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**self.environment, **more}
        return subprocess.run([sys.executable, "-c", *typed], env=environment, capture_output=True, text=True)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows straight from the database."""
        if not self.database:
            with contextlib.closing(sqlite3.connect(self.home / "plethu.sqlite3", timeout=10)) as connection:
                return connection.execute(sql).fetchall()
        import psycopg

        with psycopg.connect(self.database) as connection:
            return connection.execute(sql).fetchall()

    def wait_for(self, sql: str, wanted: object) -> None:
        """Wait until the first value that the database gives is the wanted one."""
        end = time.monotonic() + LONGEST_WAIT
        while (found := self.ask(sql)[0][0]) != wanted:
            assert time.monotonic() < end, f"{found} and not {wanted}\n{self.log}"
            time.sleep(0.05)

    def stop_all(self) -> None:
        """End what is still running."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


@contextlib.contextmanager
def installation(folder: Path, *, migrated: bool = False, **environment: str) -> Iterator[Installation]:
    """A new installation, gone afterwards: on PostgreSQL where the suite runs on it, else on SQLite.

    Its database is empty, or `migrated`: its tables are those of this version.
    """
    given = os.environ.get("DATABASE_URL", "")
    database = ""
    if given.startswith("postgres"):
        database = new_database(given, migrated_database(given)) if migrated else new_database(given)
    elif migrated:
        folder.mkdir(mode=0o700, parents=True)
        shutil.copyfile(migrated_file(), folder / "plethu.sqlite3")
        (folder / "plethu.sqlite3").chmod(0o600)
    made = Installation(folder, database, **environment)
    try:
        yield made
    finally:
        made.stop_all()
        if database:
            execute(given, f'DROP DATABASE "{urlsplit(database).path[1:]}" WITH (FORCE)')
