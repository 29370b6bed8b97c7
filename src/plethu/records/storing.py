"""A folder of imports: the original bytes by their checksum, and beside them what was read, the report and the origin.

    FOLDER/originals/SHA256
    FOLDER/imports/SHA256/records.jsonl, report.json, origin.json

An import comes to be in a folder of its own under a passing name, is written to the disk, and is put in its place in
one step: a process killed at any moment leaves it whole or absent. What such a process left is swept at the next start.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.records.formats import Mapping
from plethu.records.importing import Cancelled, Progress, Reading
from plethu.records.normalising import keys_of
from plethu.records.opened import Opened
from plethu.records.origin import Origin
from plethu.records.record import Item, Record, Refused
from plethu.records.report import ImportReport

PASSING = ".new-"
CHUNK = 1024 * 1024


class Stored(Frozen, frozen=True):
    """What became of a file: its report, and whether the same bytes were there before. Then nothing was added."""

    report: ImportReport
    is_new: bool


def import_file(
    file: Path,
    folder: Path,
    *,
    format: str = "",
    mapping: Mapping | None = None,
    origin: Origin | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Stored:
    """Take a file into a folder of imports, which is made if it is not there.

    Raises BadInput where the file cannot be read or the folder not be written, and Cancelled; neither leaves anything.
    """
    Opened(file)  # refuses what is no file before anything is made
    try:
        _prepare(folder)
        with _passing(folder) as place:
            sha256 = _copy(file, place / "original", progress, cancelled)
            if (there := report_in(folder, sha256)) is not None:
                return Stored(there, is_new=False)
            reading = Reading(place / "original", file.name, format, mapping, origin, progress, cancelled)
            return _keep(folder, place, sha256, _written(reading, place, sha256))
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Problem("import-unwritable", str(folder), values={"reason": reason})) from error


def report_in(folder: Path, sha256: str) -> ImportReport | None:
    """The report of an import; None where there is none. Raises BadInput for a damaged one."""
    path = folder / "imports" / sha256 / "report.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=ImportReport)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise BadInput(Problem("file-unreadable", str(path), values={"reason": str(error)})) from error


def imports_in(folder: Path) -> list[str]:
    """The checksums of the imports in a folder, in the order in which they came. Raises BadInput for another folder."""
    place = folder / "imports"
    if not place.is_dir():
        raise BadInput(Problem("not-an-import-folder", str(folder)))
    return [each.name for each in sorted(place.iterdir(), key=lambda each: (each.stat().st_mtime_ns, each.name))]


def records_in(folder: Path) -> Iterator[Record]:
    """All records of a folder, import by import, as they were read."""
    for sha256 in imports_in(folder):
        for row in rows_of(folder, sha256):
            if row["kind"] == "record":
                yield msgspec.convert(row["item"], Record)


def rows_of(folder: Path, sha256: str) -> Iterator[dict[str, Any]]:
    """The rows of `records.jsonl` of one import: `kind`, `item`, and of records also `id` and `keys`."""
    path = folder / "imports" / sha256 / "records.jsonl"
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield _row(line, path, number)
    except OSError as error:
        raise BadInput(Problem("file-unreadable", str(path), values={"reason": error.strerror or ""})) from error


def _row(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise BadInput(Problem("not-json", str(path), number, values={"reason": str(error)})) from error


def _prepare(folder: Path) -> None:
    """Make the folder, and sweep what killed processes left in it."""
    for name in ("originals", "imports"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        in_use = False
        for left in folder.glob(f"{PASSING}*"):
            in_use = not _sweep(left) or in_use
        if not in_use:
            for original in (folder / "originals").iterdir():
                if not (folder / "imports" / original.name).exists():
                    original.unlink()


def _sweep(left: Path) -> bool:
    """Take away a passing folder whose process is gone: nobody holds its lock any more."""
    with suppress(BlockingIOError, FileNotFoundError), (left / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(left)
        return True
    if not (left / "lock").exists():
        shutil.rmtree(left, ignore_errors=True)
    return not left.exists()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone in the folder, for the short moments in which it changes."""
    with (folder / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _passing(folder: Path) -> Iterator[Path]:
    """A folder that is gone afterwards, whatever happens, unless its process is killed; then its lock is free."""
    with _locked(folder):
        place = Path(tempfile.mkdtemp(prefix=PASSING, dir=folder))
        lock = (place / "lock").open("wb")
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        lock.close()


def _copy(file: Path, target: Path, progress: Progress | None, cancelled: Callable[[], bool] | None) -> str:
    """Copy the bytes and tell their checksum. What is read later is this copy, whatever happens to the file."""
    digest = hashlib.sha256()
    with file.open("rb") as source, target.open("wb") as copy:
        while chunk := source.read(CHUNK):
            if cancelled and cancelled():
                raise Cancelled
            digest.update(chunk)
            copy.write(chunk)
        _to_disk(copy)
    return digest.hexdigest()


def _written(reading: Reading, place: Path, sha256: str) -> ImportReport:
    """Write what the file says, row by row, with report and origin; the report."""
    made = place / "import"
    made.mkdir()
    encoder = msgspec.json.Encoder()
    with (made / "records.jsonl").open("wb") as file:
        for item in reading.items():
            file.write(encoder.encode(_as_row(item, sha256)) + b"\n")
        _to_disk(file)
    report = reading.report(sha256)
    for name, value in (("report.json", report), ("origin.json", report.origin)):
        with (made / name).open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
            _to_disk(file)
    return report


def _as_row(item: Item, sha256: str) -> dict[str, Any]:
    if isinstance(item, Record):
        return {"kind": "record", "id": f"{sha256}:{item.number}", "item": item, "keys": keys_of(item)}
    return {"kind": "refused" if isinstance(item, Refused) else "remark", "item": item}


def _keep(folder: Path, place: Path, sha256: str, report: ImportReport) -> Stored:
    """Put an import in its place. Where another process was faster with the same bytes, its import stays."""
    with _locked(folder):
        if (there := report_in(folder, sha256)) is not None:
            return Stored(there, is_new=False)
        (place / "original").chmod(0o444)
        os.replace(place / "original", folder / "originals" / sha256)
        _settle(folder / "originals")
        _settle(place / "import")
        os.rename(place / "import", folder / "imports" / sha256)
        _settle(folder / "imports")
    return Stored(report, is_new=True)


def _to_disk(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the names in a folder written to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
