"""The steps of a restore, once it is clear that it may be done: stage, check, erase again, keep the old aside, swap."""

from __future__ import annotations

import shutil
import uuid
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from plethu_web.commands import archive, dumping
from plethu_web.commands.occupying import UNFINISHED
from plethu_web.commands.preparing import bring_up_to_date


class Refused(Exception):
    """Why a backup is not put in place, as a sentence."""


def put_in_place(source: Path, manifest: archive.Manifest, home: Path, *, was_empty: bool) -> None:
    """Put a checked backup in place of what the home folder and the database hold.

    SQLite: all is made ready beside the old, and moved in at the end. PostgreSQL: the old is first written to a backup
    of its own; whatever happens then, `swapping` stands in the folder and the site does not start before it is done.
    """
    staged = home / UNFINISHED
    archive.unpack(source, staged)
    _join_erasures(home, staged / archive.ERASURES)
    copy = staged / archive.DATABASES[manifest.database]
    if manifest.database == "sqlite":
        _compare(manifest, dumping.counts_of_copy(copy))
        erased = _made_ready_in(copy, staged)
        (staged / "swapping").touch()
        aside = _move_aside(home, [] if was_empty else [*_sqlite_files(), *_of_home(home, staged)])
        for beside in _sqlite_files():  # a log of writes to another database must not be taken for this one's
            beside.unlink(missing_ok=True)
        shutil.move(copy, dumping.database_file())
    else:
        aside = None if was_empty else _back_up_old(home)
        (staged / "swapping").touch()
        dumping.load_postgres(copy)
        _compare(manifest, dumping.counts())
        erased = _made_ready(staged)
    _move_in(home, staged)
    _tell(manifest, erased, aside)


def _compare(manifest: archive.Manifest, counts: dict[str, int]) -> None:
    differ = sorted(t for t in counts.keys() | manifest.counts.keys() if counts.get(t) != manifest.counts.get(t))
    if differ:
        raise Refused(f"The copy of the database does not hold what the backup says: {', '.join(differ[:5])}.")


def _join_erasures(home: Path, listed: Path) -> None:
    """Whoever was erased there is on the list here too, before anything of the backup can be seen."""
    from plethu_web.accounts import erasures

    if not listed.exists():
        return
    for line in listed.read_text(encoding="ascii", errors="replace").splitlines():
        pseudonym, _, at = line.partition(" ")
        try:
            erasures.append(home, uuid.UUID(pseudonym), datetime.fromisoformat(at))
        except ValueError:
            continue
    listed.unlink()


def _made_ready_in(copy: Path, staged: Path) -> int:
    """Bring an SQLite copy up to date and erase in it, while it stands apart."""
    from django.db import connection

    place = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(copy)
    try:
        return _made_ready(staged)
    finally:
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        connection.settings_dict["NAME"] = place


def _made_ready(staged: Path) -> int:
    """Bring the database up to date, end all sessions, erase again, files too; how many people were still in it."""
    from django.conf import settings
    from django.contrib.sessions.models import Session

    from plethu_web.accounts.actions import erase_person
    from plethu_web.accounts.erasures import listed
    from plethu_web.stored import used
    from plethu_web.workshops.actions.withdrawing import withdraw_again

    bring_up_to_date()
    Session.objects.all().delete()  # one that was ended since the backup must not be open again
    before = used()
    gone = dict.fromkeys(listed(settings.HOME))
    erased = sum(erase_person(pseudonym=pseudonym, by=None) for pseudonym in gone) + withdraw_again(gone)
    for sha256 in before - used():
        (staged / "files" / sha256[:2] / sha256).unlink(missing_ok=True)
    return erased


def _sqlite_files() -> list[Path]:
    path = dumping.database_file()
    return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm")]


def _of_home(home: Path, staged: Path) -> list[Path]:
    """What the backup replaces in the home folder beside the database."""
    return [home / "files", *([home / archive.KEY] if (staged / archive.KEY).exists() else [])]


def _move_aside(home: Path, paths: list[Path]) -> Path | None:
    if not paths:
        return None
    aside = home / f"replaced-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    aside.mkdir(mode=0o700)
    for path in paths:
        if path.exists():
            shutil.move(path, aside / path.name)
    return aside


def _back_up_old(home: Path) -> Path:
    from plethu_web.commands.backup import make_backup

    aside = home / f"replaced-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.tar"
    make_backup(aside, with_key=True)
    return aside


def _move_in(home: Path, staged: Path) -> None:
    """Files and key. Where the old ones were not moved aside, they are in the backup of the old, or there are none."""
    shutil.rmtree(home / "files", ignore_errors=True)
    if (staged / "files").exists():
        (staged / "files").rename(home / "files")
    if (staged / archive.KEY).exists():
        (staged / archive.KEY).replace(home / archive.KEY)


def _tell(manifest: archive.Manifest, erased: int, aside: Path | None) -> None:
    files = sum(1 for name in manifest.parts if name.startswith("files/"))
    print(f"In place: what was there on {manifest.made}, {sum(manifest.counts.values()):,} rows and {files:,} files.")
    print(f"  erased again: {erased}. Everybody signs in anew.")
    if aside:
        print(f"  what was there before is kept in {aside}; delete it when you no longer need it")
