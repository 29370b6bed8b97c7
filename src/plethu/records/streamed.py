"""The text of a file in stretches, for formats that are not made of lines and often are one single line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from plethu.records.opened import HEAD, WIDE, Opened, encoding_of
from plethu.records.tagged import BREAKS, UNSEEN

_FOREIGN = re.compile("[\udc80-\udcff]+")
_HALF = re.compile("[\ud800-\udfff]")


def stretches(opened: Opened) -> Iterator[str]:
    """The text, some hundred thousand characters at a time. A byte that is not UTF-8 becomes a half surrogate."""
    encoding, mark = encoding_of(opened.head)
    decoder = codecs.getincrementaldecoder(encoding)("replace" if encoding in WIDE else "surrogateescape")
    with opened.path.open("rb") as file:
        file.seek(len(mark))
        while chunk := file.read(HEAD * 4):
            opened.position = file.tell()
            yield decoder.decode(chunk)
    opened.position = opened.size
    yield decoder.decode(b"", True)


def cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what belongs in no field, and codes for what was mended: unseen characters, another encoding."""
    if text.isprintable():
        return text, ()
    codes = []
    if _FOREIGN.search(text):
        text = _FOREIGN.sub(_as_windows, text)
        codes.append("line-encoding")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if UNSEEN.search(text) or _HALF.search(text):
        text = _HALF.sub("\ufffd", UNSEEN.sub("", text))
        codes.append("unseen-characters")
    return BREAKS.sub("\n", text), tuple(codes)


def _as_windows(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
