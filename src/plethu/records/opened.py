"""A file opened for reading: which encoding its text has, its lines one by one, and how far the reading has come."""

from __future__ import annotations

import codecs
import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem

HEAD = 64 * 1024
LONGEST_LINE = 8 * 1024 * 1024  # bytes; the longest field of a record ever met is a tenth of a megabyte
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class Line(Frozen, frozen=True):
    """One line without its end. `mended`: it was not in the encoding of the file and read as Windows-1252."""

    number: int
    text: str
    mended: bool = False


class Opened:
    """A file under a name. `position` moves from 0 to `size` bytes while its lines are read."""

    def __init__(self, path: Path, name: str = "") -> None:
        self.path, self.name = path, name or path.name
        try:
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):  # a pipe would make us wait, a device never end
                raise BadInput(Problem("not-a-file", self.name))
            with path.open("rb") as file:
                self.head = file.read(HEAD)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise BadInput(Problem("file-unreadable", self.name, values={"reason": reason})) from error
        self.size = about.st_size
        self.position = 0
        self.encoding, self._mark = encoding_of(self.head)

    def lines(self) -> Iterator[Line]:
        """The lines, whatever ends them. A line too long for any record raises BadInput with its number."""
        number = 0
        for number, raw in enumerate(self._raw_lines(), 1):
            yield self._line(number, raw)

    def digest(self) -> str:
        """The SHA-256 of the file, by which it is known again."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def text_of_head(self) -> str:
        """How the text begins, for recognising its format."""
        return self.head[len(self._mark) :].decode(self.encoding, "replace")

    def _line(self, number: int, raw: bytes) -> Line:
        try:
            return Line(number, raw.decode(self.encoding))
        except UnicodeDecodeError:
            if self.encoding in WIDE:
                return Line(number, raw.decode(self.encoding, "replace"), mended=True)
            return Line(number, _as_windows(raw), mended=True)

    def _raw_lines(self) -> Iterator[bytes]:
        width = 4 if "32" in self.encoding else 2 if "16" in self.encoding else 1
        ends = tuple(end.encode(self.encoding) for end in ("\r\n", "\n", "\r"))
        rest, at = b"", 0
        with self.path.open("rb") as file:
            file.seek(len(self._mark))
            while chunk := file.read(HEAD * 4):
                self.position = file.tell()
                parts, rest = _split(rest + chunk, ends, width)
                yield from parts
                at += len(parts)
                if len(rest) > LONGEST_LINE:
                    raise BadInput(Problem("line-too-long", self.name, at + 1))
        self.position = self.size
        parts, rest = _split(rest, ends, width, last=True)
        yield from parts
        if rest:
            yield rest


def encoding_of(head: bytes) -> tuple[str, bytes]:
    """The encoding in which a file begins, and its byte order mark, if any.

    Without a mark: UTF-16 where every other byte of plain text is zero, else UTF-8. Lines that are not UTF-8 are read
    as Windows-1252 one by one, since exports glued together from several programs have both.
    """
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, mark
    sample = head[:1000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[start::2].count(0)
        if len(sample) > 3 and zeros > len(sample) // 4 and zeros > 3 * sample[1 - start :: 2].count(0):
            return encoding, b""
    return "utf-8", b""


def _split(data: bytes, ends: tuple[bytes, ...], width: int, *, last: bool = False) -> tuple[list[bytes], bytes]:
    """Whole lines, and what is left. A carriage return at the very end waits for the line feed that may follow."""
    if width > 1:
        return _split_wide(data, ends, width, last=last)
    held = b""
    if not last and data.endswith(b"\r"):
        data, held = data[:-1], b"\r"
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return lines[:-1], lines[-1] + held


def _split_wide(data: bytes, ends: tuple[bytes, ...], width: int, *, last: bool) -> tuple[list[bytes], bytes]:
    encoding = {2: "utf-16", 4: "utf-32"}[width] + ("-le" if ends[1][0] else "-be")
    whole = len(data) - len(data) % width
    if not last and data[:whole].endswith(ends[2]):
        whole -= width
    text = data[:whole].decode(encoding, "surrogatepass" if width == 2 else "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wide = [line.encode(encoding, "surrogatepass") for line in lines]
    return wide[:-1], wide[-1] + data[whole:]


def _as_windows(raw: bytes) -> str:
    return raw.decode("cp1252", "replace") if not _holds_c1(raw) else raw.decode("latin-1")


def _holds_c1(raw: bytes) -> bool:
    """Whether bytes have no meaning in Windows-1252 (five are undefined), so that nothing of them would be kept."""
    return any(byte in raw for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
