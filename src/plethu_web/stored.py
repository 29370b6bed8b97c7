"""Files that people send, kept privately under HOME/files by what is in them, and only ever sent back as attachments.

`keep` leaves a whole file or nothing, whenever the process or the machine ends. A file is found by its SHA-256; the
same content is kept once. Each app that notes such sums says so with `names`, or `sweep` takes its files for forgotten.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO, Protocol

from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import FileResponse
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

BLOCK = 1024 * 1024
SECONDS_SPARED = 24 * 60 * 60  # what nobody names is swept when it is that old: its row may just be on its way
LONGEST_NAME = 150
_SUM = re.compile(r"[0-9a-f]{64}")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# Controls, marks that turn the order of letters round, and what parts a path.
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb/\\]+")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is kept: its SHA-256 as 64 small hexadecimal digits, and its size in bytes."""

    sha256: str
    size: int


class NotKept(Exception):
    """The file was not kept, and nothing of it is left. `words` say why, for whoever sent it."""

    words: Promise | str = _("The file could not be kept. Nothing of it was stored.")


class TooLarge(NotKept):
    """It is over the limit."""

    words = _("The file is larger than this site takes. Nothing of it was stored.")


class NoRoom(NotKept):
    """The disk is full."""

    words = _("The site has no room left for the file. Nothing of it was stored. Tell whoever runs the site.")


class Readable(Protocol):
    """Whatever gives bytes when read: an upload, an open file."""

    def read(self, size: int, /) -> bytes: ...


def keep(stream: Readable, largest: int) -> StoredFile:
    """Keep what the stream holds, of `largest` bytes at most. Raises TooLarge, NoRoom or another NotKept."""
    folder = _folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix="coming-", delete=False) as file:
            try:
                kept = _copy(stream, file, largest)
                _put_in_place(Path(file.name), kept)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise (NoRoom if error.errno in _NO_ROOM else NotKept)(str(error)) from error
    return kept


def open_kept(sha256: str) -> BufferedReader:
    """The file with that content, to be read. FileNotFoundError where it is not kept, ValueError for no sum."""
    return path_of(sha256).open("rb")


def path_of(sha256: str) -> Path:
    """Where a file stands, or would. ValueError for what is no SHA-256."""
    if not _SUM.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return _folder() / sha256[:2] / sha256


def all_kept() -> Iterator[str]:
    """The sums of all files that are kept, in their order."""
    for path in sorted(_folder().glob("??/*")):
        if _SUM.fullmatch(path.name) and path.parent.name == path.name[:2]:
            yield path.name


def is_sound(sha256: str) -> bool:
    """Whether the file is there and still holds what it held. Reads all of it."""
    with suppress(FileNotFoundError), open_kept(sha256) as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    return False


Names = Callable[[], Iterable[str]]
NAMES: list[Names] = []


def names(named: Names) -> Names:
    """Say which sums an app has noted. Called once by each app when it is ready."""
    if named not in NAMES:
        NAMES.append(named)
    return named


def used() -> set[str]:
    """The sums that any app has noted."""
    return {sha256 for named in NAMES for sha256 in named() if sha256}


def sweep(used: set[str]) -> int:
    """Delete files that nobody names and that are a day old, and what was left half-sent; how many."""
    before = time.time() - SECONDS_SPARED
    unused = [path_of(sha256) for sha256 in all_kept() if sha256 not in used]
    swept = 0
    for path in [*unused, *_folder().glob("coming-*")]:
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < before:
                path.unlink()
                swept += 1
    return swept


class Attachment(FileResponse):
    """A kept file as it is sent: piece by piece, also where the server is asynchronous."""

    def __init__(self, kept: BufferedReader, media_type: str) -> None:
        super().__init__(kept, content_type=media_type)
        self.kept = kept

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = sync_to_async(self.kept.read, thread_sensitive=False)
        while piece := await read(self.block_size):
            yield piece


def as_attachment(sha256: str, name: str, media_type: str = "application/octet-stream") -> Attachment:
    """The answer that hands a kept file out: saved by the browser, never shown or run. FileNotFoundError as above."""
    response = Attachment(open_kept(sha256), media_type)
    disposition = content_disposition_header(as_attachment=True, filename=plain_name(name))
    response["Content-Disposition"] = disposition or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def plain_name(name: str) -> str:
    """A file's name without what could mislead a reader or leave the folder; of bearable length, its ending kept."""
    plain = " ".join(_NOT_IN_A_NAME.sub(" ", name).split()).strip(". ") or "file"
    stem, dot, ending = plain.rpartition(".")
    if len(plain) <= LONGEST_NAME:
        return plain
    return f"{stem[: LONGEST_NAME - 12]}.{ending}" if dot and len(ending) < 11 else plain[:LONGEST_NAME]


def _folder() -> Path:
    return Path(settings.HOME) / "files"


def _copy(stream: Readable, file: IO[bytes], largest: int) -> StoredFile:
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(BLOCK):
        size += len(piece)
        if size > largest:
            raise TooLarge(largest)
        digest.update(piece)
        file.write(piece)
    file.flush()
    os.fsync(file.fileno())
    return StoredFile(digest.hexdigest(), size)


def _put_in_place(coming: Path, kept: StoredFile) -> None:
    """Under its name in one step. The file's and the folder's own bytes are on the disk before anybody is told."""
    place = path_of(kept.sha256)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    coming.replace(place)
    for folder in (place.parent, place.parent.parent):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
