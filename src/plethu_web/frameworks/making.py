"""Documents of advice, of which a process makes few at once and remembers those it made last."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from django.utils import timezone

from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.reporting.documents.pdf import forget_layouts
from plethu_web.frameworks import files
from plethu_web.pages.templatetags.plethu_texts import reading

AT_ONCE = 2
MOST_KEPT = 64
MOST_BYTES = 16 * 1024 * 1024

Key = tuple[str, str, str, str]


class Shelf:
    """What was made last, up to a number and a size. What is asked for least lately goes first."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._made: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> bytes | None:
        """What was made under this key, if it is still here."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: Key, content: bytes) -> None:
        """Remember it, and let go of what is too much."""
        with self._lock:
            self._size += len(content) - len(self._made.pop(key, b""))
            self._made[key] = content
            while self._made and (len(self._made) > self._most or self._size > self._most_bytes):
                self._size -= len(self._made.popitem(last=False)[1])


_shelf = Shelf(MOST_KEPT, MOST_BYTES)
_places = threading.BoundedSemaphore(AT_ONCE)


def document(situation: Situation, edition: Edition, ending: str, full: bool) -> bytes:
    """The advice on a situation as a document of that ending, in the reader's language, dated today.

    Without `full` it is short enough for a board, and leaves the appendix out.
    """
    digest = hashlib.sha256(files.as_toml(situation).encode()).hexdigest()
    today = timezone.localdate()
    key = (digest, edition.hash, reading(), f"{ending} {today} {full}")
    return made(key, lambda: _make(situation, edition, ending, today, full))


def made(key: Key, make: Callable[[], bytes]) -> bytes:
    """What was made under this key, or what is made now, as soon as there is a place to make it in."""
    if (content := _shelf.get(key)) is not None:
        return content
    with _places:
        if (content := _shelf.get(key)) is None:  # another reader may have had it made meanwhile
            content = make()
            _shelf.put(key, content)
    return content


def _make(situation: Situation, edition: Edition, ending: str, today: date, full: bool) -> bytes:
    try:
        return files.as_document(situation, edition, ending, today, full)
    finally:
        if ending == "pdf":
            forget_layouts()
