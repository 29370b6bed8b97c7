"""`plethu backup FILE.tar`: everything of this installation in one file, while the site runs."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from plethu_web.commands import archive, dumping
from plethu_web.commands.occupying import occupy
from plethu_web.commands.preparing import prepare

NOTE = "last-backup"


def run(argv: list[str]) -> int:
    """Run the command: 0 if the file is there, 1 with a reason if not."""
    parser = argparse.ArgumentParser(
        prog="plethu backup",
        description="Write everything of this installation into one file: the database, the files people sent, and "
        "who was erased. The site may be running. Try it once with plethu restore FILE.tar --to FOLDER.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.tar", help="a file that is not there yet")
    parser.add_argument("--with-key", action="store_true", help="put the secret key in too; then keep the file as safe")
    wanted = parser.parse_args(argv)
    prepare()
    from django.conf import settings
    from django.db import DatabaseError

    target = wanted.file.absolute()
    if target.exists():
        return _fail(f"{target} is there already. Choose another name: nothing is written over.")
    try:
        with occupy(settings.HOME):
            manifest, damaged = make_backup(target, with_key=wanted.with_key)
    except dumping.CannotCopy as error:
        return _fail(str(error))
    except DatabaseError as error:
        return _fail(f"DATABASE_URL: the database cannot be used: {str(error).strip()}. No backup was made.")
    except OSError as error:
        return _fail(f"{error.filename or target}: {error.strerror or error}. No backup was made.")
    _tell(target, manifest, damaged)
    return 0


def make_backup(target: Path, *, with_key: bool) -> tuple[archive.Manifest, list[str]]:
    """Write a backup; what it says of itself, and the files in it that are damaged here already.

    Raises CannotCopy or OSError, and then nothing is left of it.
    """
    from django.conf import settings

    from plethu import __version__
    from plethu_web.accounts.erasures import erasures_file
    from plethu_web.home import key_file
    from plethu_web.stored import all_kept

    with (
        tempfile.TemporaryDirectory(prefix=".plethu-", dir=target.parent) as folder,
        archive.new_archive(target) as new,
    ):
        copy = Path(folder) / archive.DATABASES[dumping.kind()]
        counts = dumping.dump(copy)
        new.add_file(copy.name, copy)
        copy.unlink()
        damaged = [sha256 for sha256 in all_kept() if not _add_kept(new, sha256)]
        listed = erasures_file(settings.HOME)  # after the database: whoever is erased while we copy is on it
        new.add_bytes(archive.ERASURES, listed.read_bytes() if listed.exists() else b"")
        if with_key:
            new.add_file(archive.KEY, key_file(settings.HOME))
        made = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = archive.Manifest(__version__, made, dumping.kind(), migrations_applied(), counts)
        new.finish(manifest)
    with suppress(OSError):  # the backup is there; the doctor will not know of it
        (settings.HOME / NOTE).write_text(f"{made} {target}\n", encoding="utf-8")
    return manifest, damaged


def migrations_applied() -> list[list[str]]:
    """The migrations that made the tables of the database in use."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return sorted([app, name] for app, name in MigrationRecorder(connection).applied_migrations())


def _add_kept(new: archive.Writer, sha256: str) -> bool:
    """Put a kept file in; False where it no longer holds what it did. One that is swept meanwhile is left out."""
    from plethu_web.stored import path_of

    with suppress(FileNotFoundError):
        return new.add_file(f"files/{sha256[:2]}/{sha256}", path_of(sha256)) == sha256
    return True


def _tell(target: Path, manifest: archive.Manifest, damaged: list[str]) -> None:
    files = sum(1 for name in manifest.parts if name.startswith("files/"))
    size = target.stat().st_size / 1_000_000
    print(f"{target}: {sum(manifest.counts.values()):,} rows of {len(manifest.counts)} tables, {files:,} files")
    print(f"  {size:,.1f} MB; free beside it: {shutil.disk_usage(target.parent).free / 1_000_000:,.0f} MB")
    if archive.KEY not in manifest.parts:
        print("  without the secret key: sessions and password links end with a restore elsewhere (--with-key)")
    for sha256 in damaged[:5]:
        print(f"  damaged here already, and copied as it is: {sha256} (plethu doctor --deep)", file=sys.stderr)


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
