"""Building an edition: one file with a hash of its content, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from plethu.framework.edition import Edition
from plethu.framework.folder import read_folder
from plethu.framework.reading import canonical


def build_file(folder: Path, target: Path) -> Edition:
    """Check the edition in a folder and write it to one file. Raises BadInput, and writes nothing, if it is broken."""
    edition = read_folder(folder)
    write_whole(target, canonical(edition) + b"\n")
    return edition


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there complete or not at all, even if the process is killed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
