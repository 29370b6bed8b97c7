"""Reading an edition: a folder of files that a person edits, or the one file built from it. All of it or nothing."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.canonical import canonical, content_hash
from plethu.framework.checking import edition_or_problems
from plethu.framework.edition import Edition
from plethu.framework.messages import problem_of
from plethu.framework.tables import LARGEST_FILE, Row, decode_text, read_bytes, refuse_hidden

# As JSON, a control character can only be written as an escape.
CONTROL_ESCAPE = re.compile(rb"\\(?:u00|b|f)")


def read_edition(path: Path) -> Edition:
    """The edition in a folder, or in a file that `build` made.

    Raises BadInput with everything that is wrong; nothing of a broken edition is given.
    """
    if path.is_dir():
        from plethu.framework.folder import read_folder  # only where there is a folder: most starts read one file

        return read_folder(path)
    data = read_bytes(path, path.name, LARGEST_FILE)
    decode_text(data, path.name)
    return read_built(data, path.name)


def read_built(data: bytes, name: str) -> Edition:
    """The edition in the bytes of a built file. Raises BadInput if anything in it is not as `build` writes it."""
    try:
        edition = msgspec.json.decode(data, type=Edition)
    except msgspec.ValidationError as error:
        raise BadInput(problem_of(str(error), Row(name, 1, {}))) from error
    except msgspec.DecodeError as error:
        raise BadInput(Problem("not-json", name, 1, values={"reason": str(error)})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error
    if canonical(edition) != data.rstrip(b"\n") or edition.hash != content_hash(edition):
        raise BadInput(Problem("not-as-built", name, 1))
    if CONTROL_ESCAPE.search(data):
        refuse_hidden(msgspec.json.decode(data), name)
    return edition_or_problems(edition, {}, name)


def read_kept(data: bytes) -> Edition:
    """An edition that was read and checked before, from the bytes it was kept as, by this version or an earlier one.

    Fields that have come to the format since are at their defaults, and the hash is that of the time. Raises
    `msgspec.DecodeError` for anything else than such bytes.
    """
    return msgspec.json.decode(data, type=Edition)
