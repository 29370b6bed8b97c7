"""The file of a backup: a plain tar with a copy of the database, the files people sent, and a list that proves both.

The list, `manifest.json`, comes last. It holds the version, the migrations, the rows of each table, and the SHA-256 of
every part. Nothing is read from the file but the parts it names, and those only under names of ours.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import secrets
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
ERASURES, KEY = "erasures", "secret-key"
LARGEST_MANIFEST = 512 * 1024 * 1024
BLOCK = 1024 * 1024
_PARTS = re.compile(r"database\.(sqlite3|dump)|erasures|secret-key|files/([0-9a-f]{2})/\2[0-9a-f]{62}")


class NotSound(Exception):
    """What is wrong with a file that should be a backup, as a sentence."""


@dataclass
class Manifest:
    """What a backup says of itself."""

    version: str
    made: str
    database: str
    migrations: list[list[str]]
    counts: dict[str, int]
    parts: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


class Writer:
    """Puts parts into a new backup."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar, self.parts = tar, dict[str, str]()

    def add_file(self, name: str, path: Path) -> str:
        """Put in what a file holds; its SHA-256."""
        with path.open("rb") as file:
            return self._add(name, file, os.fstat(file.fileno()).st_size)

    def add_bytes(self, name: str, content: bytes) -> None:
        """Put in these bytes."""
        self._add(name, io.BytesIO(content), len(content))

    def finish(self, manifest: Manifest) -> None:
        """Put in the list, the last part."""
        manifest.parts = dict(self.parts)
        self.add_bytes(MANIFEST, json.dumps(vars(manifest), indent=1).encode())

    def _add(self, name: str, file: IO[bytes], size: int) -> str:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode, entry.mtime = size, 0o600, int(time.time())
        reader = _Hashing(file)
        self._tar.addfile(entry, reader)
        self.parts[name] = reader.digest.hexdigest()
        return self.parts[name]


class _Hashing:
    """Reads a file for the tar, and sums what it read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.digest.update(piece)
        return piece


@contextmanager
def new_archive(target: Path) -> Iterator[Writer]:
    """A new backup under a name of its own beside the wanted one; renamed when it is whole, else gone."""
    coming = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(coming, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        coming.rename(target)
    finally:
        coming.unlink(missing_ok=True)


def check(path: Path) -> Manifest:
    """Read the whole backup once and compare every part with the list. Raises NotSound, or OSError."""
    try:
        with tarfile.open(path, "r:") as tar:
            sums, manifest = _sums(tar)
    except (tarfile.TarError, EOFError) as error:
        raise NotSound(f"It is no backup, or its end is missing ({error}).") from error
    if manifest is None:
        raise NotSound("It is no backup of Plethu, or its end is missing: it holds no manifest.json.")
    if sums != manifest.parts:
        differ = sorted(n for n in sums.keys() | manifest.parts.keys() if sums.get(n) != manifest.parts.get(n))
        raise NotSound(f"Parts of it are damaged, missing or not its own: {', '.join(differ[:5])}.")
    if manifest.database not in DATABASES or DATABASES[manifest.database] not in sums:
        raise NotSound("It holds no copy of a database.")
    return manifest


def unpack(path: Path, folder: Path) -> None:
    """Write the parts of a backup that was checked into a folder."""
    with tarfile.open(path, "r:") as tar:
        for entry in tar:
            if entry.name == MANIFEST:
                continue
            target = folder / _ours(entry)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with target.open("xb") as file:
                for piece in _pieces(tar, entry):
                    file.write(piece)


def _sums(tar: tarfile.TarFile) -> tuple[dict[str, str], Manifest | None]:
    sums: dict[str, str] = {}
    for entry in tar:
        if entry.name == MANIFEST:
            return sums, _manifest(tar, entry)
        name = _ours(entry)
        if name in sums:
            raise NotSound(f"It holds {name} twice.")
        digest = hashlib.sha256()
        for piece in _pieces(tar, entry):
            digest.update(piece)
        sums[name] = digest.hexdigest()
    return sums, None


def _ours(entry: tarfile.TarInfo) -> str:
    if not entry.isreg() or entry.sparse is not None or not _PARTS.fullmatch(entry.name):
        raise NotSound(f"It is no backup of Plethu: it holds {entry.name!r}.")
    return entry.name


def _pieces(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> Iterator[bytes]:
    file = tar.extractfile(entry)
    while file and (piece := file.read(BLOCK)):
        yield piece


def _manifest(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> Manifest:
    if entry.size > LARGEST_MANIFEST:
        raise NotSound("Its manifest.json is too large to be one.")
    try:
        read: dict[str, Any] = json.loads(b"".join(_pieces(tar, entry)))
        if read["format"] > FORMAT:
            raise NotSound("It was made by a newer version of Plethu. Install that one first.")
        return Manifest(**read)
    except (ValueError, TypeError, KeyError) as error:
        raise NotSound("Its manifest.json cannot be read.") from error
