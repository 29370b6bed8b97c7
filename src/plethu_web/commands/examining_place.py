"""Examining where an installation lives: settings, folder, disk, mail, backups."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plethu_web.commands.backup import NOTE as LAST_BACKUP
from plethu_web.commands.finding import Examine, Finding, amiss, megabytes, note, well
from plethu_web.commands.occupying import UNFINISHED

LEAST_FREE, LITTLE_FREE = 200_000_000, 1_000_000_000
MANY_LETTERS = 20
OLD_BACKUP = timedelta(days=8)  # a weekly one that is a day late


def settings_can_be_used(_deep: bool) -> Iterator[Finding]:
    """What Django and we ourselves check of the settings."""
    from django.conf import settings
    from django.core.checks import ERROR, run_checks

    faults = [*settings.FAULTS_OF_ADDRESS, *(str(m.msg) for m in run_checks() if m.level >= ERROR)]
    for fault in faults:
        yield amiss(fault, "docs/deployment.md lists the settings; plethu check-deploy checks those of a public site.")
    if not faults:
        yield well(f"settings: served as {settings.BASE_URL}")


def folder_is_private(_deep: bool) -> Iterator[Finding]:
    """Whether others can read the folder, and we can write it."""
    from django.conf import settings

    from plethu_web.home import key_file

    home: Path = settings.HOME
    open_to_others = [path for path in (home, key_file(home)) if path.exists() and _others_may(path)]
    for path in open_to_others:
        yield amiss(f"{path} is open to other users of this machine", f"chmod go= {path}")
    if not os.access(home, os.W_OK):
        yield amiss(f"{home} cannot be written", "Run Plethu as the user who owns it.")
    elif not open_to_others:
        yield well(f"folder: {home}, for its owner only")
    if (home / UNFINISHED).exists():
        yield amiss("A restore is going on, or was broken off", "Type the same plethu restore again.")
    for old in sorted(home.glob("replaced-*")):
        yield note(f"{old} is what a restore replaced: {megabytes(_size(old))}", "Delete it when nobody needs it.")


def disk_has_room(_deep: bool) -> Iterator[Finding]:
    """Room for the database and for files."""
    from django.conf import settings

    free = shutil.disk_usage(settings.HOME).free
    words = f"disk: {megabytes(free)} free for {settings.HOME}"
    if free < LEAST_FREE:
        yield amiss(words, "Make room: imports, uploads and soon every change will be refused.")
    elif free < LITTLE_FREE:
        yield note(words, "Make room before it becomes less.")
    else:
        yield well(words)


def mail_is_sent(_deep: bool) -> Iterator[Finding]:
    """Whether mail leaves, or piles up in the outbox."""
    from django.conf import settings

    outbox = getattr(settings, "EMAIL_FILE_PATH", None)
    if not outbox:
        yield well(f"mail: sent by {settings.EMAIL_HOST}")
        return
    letters = [path for path in Path(outbox).glob("*") if path.is_file()]
    words = f"mail: no mail server is set; {len(letters)} letters in {outbox}"
    remedy = "Set PLETHU_EMAIL_URL so that people get their sign-in codes; delete the letters that nobody needs."
    yield amiss(words, remedy) if len(letters) > MANY_LETTERS else note(words, remedy)


def backup_is_fresh(_deep: bool) -> Iterator[Finding]:
    """How old the last backup is that was made here."""
    from django.conf import settings

    path = settings.HOME / LAST_BACKUP
    at, _, place = path.read_text("utf-8").strip().partition(" ") if path.exists() else ("", "", "")
    if not at:
        yield note("backup: none was made by plethu backup yet", "plethu backup FILE.tar, each night, to another disk.")
        return
    age = datetime.now(UTC) - datetime.fromisoformat(at)
    words = f"backup: the last is {max(age.days, 0)} days old, {place}"
    if age > OLD_BACKUP:
        yield amiss(words, "See why the regular plethu backup no longer runs.")
    elif not Path(place).exists():
        yield note(f"{words}, which is no longer there", "Well, if it was moved to a safer place.")
    else:
        yield well(words)


def _others_may(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


OF_PLACE: tuple[Examine, ...] = (
    settings_can_be_used,
    folder_is_private,
    disk_has_room,
    mail_is_sent,
    backup_is_fresh,
)
