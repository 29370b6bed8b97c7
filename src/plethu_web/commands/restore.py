"""`plethu restore FILE.tar`: put a backup in place. Everything is checked before anything is touched."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from plethu_web.commands import archive, dumping
from plethu_web.commands.occupying import UNFINISHED, alone_in
from plethu_web.commands.preparing import prepare
from plethu_web.commands.replacing import Refused, put_in_place


def run(argv: list[str]) -> int:
    """Run the command: 0 if it is in place, 1 with a reason if not."""
    wanted = _parser().parse_args(argv)
    source = wanted.file.absolute()
    if wanted.to:
        os.environ["PLETHU_HOME"] = str(wanted.to.absolute())
    prepare()
    from django.conf import settings
    from django.db import DatabaseError

    try:
        with alone_in(settings.HOME) as is_alone:
            if not is_alone:
                return _fail(f"The site or a worker is running in {settings.HOME}. Stop it first.")
            _restore(source, settings.HOME, replace=wanted.replace)
    except (Refused, dumping.CannotCopy) as error:
        return _fail(str(error))
    except archive.NotSound as error:
        return _fail(f"{source}: {error} Nothing was touched.")
    except DatabaseError as error:
        return _fail(f"DATABASE_URL: the database cannot be used: {str(error).strip()}")
    except OSError as error:
        return _fail(f"{error.filename or source}: {error.strerror or error}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="plethu restore",
        description="Put a backup in place, bring it up to this version, and erase again whoever was erased.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.tar")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="the home folder, instead of PLETHU_HOME")
    parser.add_argument(
        "--replace", action="store_true", help="where an installation is in use: keep it aside, and take its place"
    )
    return parser


def _restore(source: Path, home: Path, *, replace: bool) -> None:
    manifest = archive.check(source)
    _refuse_unfit(source, manifest, home)
    staged = home / UNFINISHED
    was_empty, begun_empty = not _is_in_use(home), (staged / "was-empty").exists()
    if not (was_empty or begun_empty or replace):
        raise Refused(
            f"There is an installation in use in {home}. To keep it aside and take its place, add --replace; "
            "to try the backup beside it: --to FOLDER."
        )
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(mode=0o700)
    if was_empty or begun_empty:  # broken off and begun again, it takes what it brought itself for an installation
        (staged / "was-empty").touch()
    try:
        put_in_place(source, manifest, home, was_empty=was_empty)
    except BaseException:
        if (staged / "swapping").exists():
            print(
                f"Broken off in the middle: the site does not start before a restore is complete. {home} holds "
                "what was there before, in what is called replaced-...",
                file=sys.stderr,
            )
        else:  # nothing but the staging has been touched
            shutil.rmtree(staged, ignore_errors=True)
        raise
    shutil.rmtree(staged)


def _refuse_unfit(source: Path, manifest: archive.Manifest, home: Path) -> None:
    from django.db.migrations.loader import MigrationLoader

    from plethu import __version__

    known = MigrationLoader(None).disk_migrations
    newer = [name for app, name in manifest.migrations if (app, name) not in known]
    if newer or _as_numbers(manifest.version) > _as_numbers(__version__):
        raise Refused(
            f"{source} was made by Plethu {manifest.version}, which is newer than this one ({__version__}). "
            "Install that version or a later one first. Nothing was touched."
        )
    if manifest.database != dumping.kind():
        raise Refused(
            f"{source} holds a copy of {_NAMES[manifest.database]}, and DATABASE_URL names {_NAMES[dumping.kind()]}. "
            "A backup goes back into the kind of database it came from. Nothing was touched."
        )
    needed, free = 2 * source.stat().st_size, shutil.disk_usage(home).free
    if needed > free:
        raise Refused(
            f"{home}: {needed // 10**6:,} MB are needed and {free // 10**6:,} MB are free. Nothing was touched."
        )


_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("+")[0].split(".") if part.isdigit())


def _is_in_use(home: Path) -> bool:
    """Whether anything is there that somebody made, rather than the site itself."""
    from plethu_web.stored import all_kept

    if next(all_kept(), None):
        return True
    if dumping.kind() == "sqlite":
        path = dumping.database_file()
        try:
            counts = dumping.counts_of_copy(path) if path.exists() else {}
        except dumping.CannotCopy:  # a damaged one is all the more worth keeping
            return True
    else:
        counts = dumping.counts()
    return any(rows for table, rows in counts.items() if table not in dumping.FILLED_BY_ITSELF)


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
