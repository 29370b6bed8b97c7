"""What commands read and write: situations, editions, results."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from plethu.cli.usage import WrongUse
from plethu.evidence.problems import BadInput, Problem
from plethu.framework.edition import Edition
from plethu.framework.editions import default_edition
from plethu.framework.reading import read_edition
from plethu.framework.situation import Situation
from plethu.framework.situation_file import LARGEST, read_situation
from plethu.framework.tables import read_bytes

STANDARD_INPUT = "-"


def edition_at(path: str) -> Edition:
    """The edition in a folder or file; the one in use for an empty path or `default`.

    Raises BadInput, each problem with the path to its file, or WrongUse for a folder that is none.
    """
    if path in ("", "default"):
        return default_edition()
    place = Path(path)
    if place.is_dir() and not any((place / name).exists() for name in ("edition.toml", "actions.toml")):
        raise WrongUse("not-an-edition", file=path)
    try:
        return read_edition(place)
    except BadInput as error:
        raise BadInput(*(_with_path(problem, place) for problem in error.problems)) from None


def _with_path(problem: Problem, path: Path) -> Problem:
    """The problem with the path that leads to its file from here, so that an editor can open it."""
    inside = path.is_dir() and problem.file != path.name
    return msgspec.structs.replace(problem, file=str(path / problem.file if inside else path))


def situation_at(path: str, edition: Edition) -> Situation:
    """The situation in a file, or on standard input for `-`. Raises BadInput."""
    return read_situation(bytes_at(path, LARGEST), path, edition)


def bytes_at(path: str, largest: int) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises BadInput; standard input may be a byte too long."""
    if path != STANDARD_INPUT:
        return read_bytes(Path(path), path, largest)
    try:
        return sys.stdin.buffer.read(largest + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Problem("file-unreadable", STANDARD_INPUT, values={"reason": reason})) from error


def give(result: str | bytes, output: str = "") -> None:
    """Write a result whole to a file, or to standard output, as UTF-8."""
    data = result.encode() if isinstance(result, str) else result
    if output:
        write_file(output, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def give_json(value: Any, output: str = "") -> None:
    """Write a value as indented JSON."""
    give(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n", output)


def write_file(path: str, data: bytes) -> None:
    """Write a file whole or not at all. Raises WrongUse where it cannot be written."""
    from plethu.framework.building import write_whole  # only where something is written

    try:
        write_whole(Path(path), data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongUse("unwritable", file=path, reason=reason) from error


def refuse_existing(path: str) -> None:
    """Raise WrongUse if something is there already, or the folder it should go into is not."""
    place = Path(path)
    if place.exists():
        raise WrongUse("output-exists", file=path)
    if not place.parent.is_dir():
        raise WrongUse("output-folder", folder=str(place.parent))
