"""The index of a folder of imports: made once, kept beside them, made anew when the imports are others."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plethu.cli.progress import Progress
from plethu.evidence.problems import BadInput
from plethu.evidence.text import Language
from plethu.records.storing import imports_in, report_in
from plethu.searching.running import Index, texts_in
from plethu.wording import say

KEPT_IN = "index"


@contextmanager
def index_of(folder: Path, language: Language) -> Iterator[Index]:
    """The index of the records in a folder written by `plethu import`. Raises BadInput for another folder.

    It is kept in the folder under the digest of what it was made from. Where the folder cannot be written to, it is
    made in a passing place and taken away.
    """
    digest, total = (
        _digest(folder),
        sum(report.read for sha in imports_in(folder) if (report := report_in(folder, sha))),
    )
    place = folder / KEPT_IN
    if not _is_writable(place):
        with tempfile.TemporaryDirectory() as passing, _built(Path(passing) / digest, folder, total, language) as index:
            yield index
        return
    path = place / f"{digest}.index"
    with _opened(path) or _built(path, folder, total, language) as index:
        for other in place.glob("*.index"):
            if other != path and not other.name.startswith("."):
                other.unlink(missing_ok=True)
        yield index


def _digest(folder: Path) -> str:
    """A digest of the imports in a folder: their checksums, and when and how large what was read from them is."""
    found = hashlib.sha256()
    for sha256 in imports_in(folder):
        with suppress(OSError):
            about = (folder / "imports" / sha256 / "records.jsonl").stat()
            found.update(f"{sha256} {about.st_size} {about.st_mtime_ns}\n".encode())
    return found.hexdigest()[:32]


def _is_writable(place: Path) -> bool:
    try:
        place.mkdir(exist_ok=True)
    except OSError:
        return False
    return os.access(place, os.W_OK)


def _opened(path: Path) -> Index | None:
    """The index that is kept; None where there is none, or one that another version of ours made."""
    if not path.exists():
        return None
    try:
        return Index.open(path)
    except BadInput:
        return None


def _built(path: Path, folder: Path, total: int, language: Language) -> Index:
    shown = Progress()

    def progress(done: int, of: int) -> None:
        if shown.is_due():
            shown.show(say("command.search.indexing", language, done=f"{done:,}", of=f"{of or done:,}"))

    try:
        return Index.build(path, texts_in(folder), total=total, progress=progress)
    except BaseException:
        with suppress(OSError):
            path.parent.rmdir()  # only where it is empty
        raise
    finally:
        shown.clear()
