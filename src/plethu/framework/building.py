"""Building an edition: one file with a hash of its content, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from plethu.framework.canonical import canonical
from plethu.framework.edition import Edition
from plethu.framework.folder import read_folder


def build_file(folder: Path, target: Path) -> Edition:
    """Check the edition in a folder and write it to one file. Raises BadInput, and writes nothing, if it is broken."""
    edition = read_folder(folder)
    write_whole(target, canonical(edition) + b"\n")
    return edition


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there complete or not at all, even if the process is killed."""
    target = Path(os.path.realpath(target))  # a link stays a link to what is written
    if target.exists() and not target.is_file():  # a device or a pipe takes the bytes as they come
        target.write_bytes(data)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    """What the process withholds from new files; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
