"""An edition's folder in a zip file: looked at before it is unpacked, and only an edition's own files are taken out."""

from __future__ import annotations

import io
import tempfile
import zlib
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.edition import Edition
from plethu.framework.folder import CSV_FILES, TOML_FILES, read_folder

LARGEST = 32 * 1024 * 1024  # bytes unpacked, of the files that are taken out
MOST_MEMBERS = 1_000
BLOCK = 64 * 1024
FILES = frozenset(
    (
        "edition.toml", "search_strategy.toml", "sources.json", "conditions.csv",
        *(f"{kind}.toml" for kind in TOML_FILES), *(f"{kind}.csv" for kind in CSV_FILES),
    )
)  # fmt: skip
_ENCRYPTED = 0x1


def read_zip(data: bytes, name: str) -> Edition:
    """The edition in a zip file of its folder, or of the files in it. Raises BadInput with all that is wrong.

    Other members, such as example situations or what a computer adds of itself, are left where they are.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive, tempfile.TemporaryDirectory() as unpacked:
            folder = Path(unpacked) / "edition"
            folder.mkdir()
            room = LARGEST
            for member in _members(archive, name):
                room -= _take_out(archive, member, folder / PurePosixPath(member.filename).name, room, name)
            return read_folder(folder)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:  # the last: methods and keys
        raise BadInput(Problem("zip-broken", name)) from error


def _members(archive: ZipFile, name: str) -> list[ZipInfo]:
    """The files of the edition, which all stand in one place of the archive."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise BadInput(Problem("zip-too-many", name, values={"most": str(MOST_MEMBERS)}))
    places = [PurePosixPath(each.filename).parent for each in members if _called(each) == "edition.toml"]
    if not places:
        raise BadInput(Problem("zip-no-edition", name))
    if len(places) > 1:
        raise BadInput(Problem("zip-two-editions", name))
    found = [m for m in members if PurePosixPath(m.filename).parent == places[0] and _called(m) in FILES]
    called = [_called(each) for each in found]
    if len(set(called)) < len(called):
        raise BadInput(Problem("zip-broken", name))
    if any(m.flag_bits & _ENCRYPTED or m.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for m in found):
        raise BadInput(Problem("zip-locked", name))
    if sum(each.file_size for each in found) > LARGEST:
        raise BadInput(Problem("zip-too-large", name, values={"largest": str(LARGEST)}))
    return found


def _called(member: ZipInfo) -> str:
    path = PurePosixPath(member.filename)
    return "" if "__MACOSX" in path.parts else path.name


def _take_out(archive: ZipFile, member: ZipInfo, target: Path, room: int, name: str) -> int:
    """Write a member out and give its size; refuse one that turns out larger than its archive says."""
    size = 0
    with archive.open(member) as packed, target.open("wb") as file:
        while piece := packed.read(BLOCK):
            size += len(piece)
            if size > room:
                raise BadInput(Problem("zip-too-large", name, values={"largest": str(LARGEST)}))
            file.write(piece)
    return size
