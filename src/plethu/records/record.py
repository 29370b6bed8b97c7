"""What a reader makes of a file: records, what it had to refuse, and what stood outside of any record.

A record keeps everything its file says, field by field, as written, beside the same as CSL-JSON, the shape that
everything after works with. Nothing in the file may end up in neither a record, a refusal nor a remark.
"""

from __future__ import annotations

from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen


class Field(Frozen, frozen=True):
    """One field as written: its tag (`AU`, `author`, `Publication Year`), its value, and its line where it has one."""

    tag: str
    value: str
    line: int = 0


class Repair(Frozen, frozen=True):
    """Something in a record that was not as its format wants it, and how it was understood all the same.

    `code` is worded in `plethu.wording` as `repair.CODE`; `values` go into the sentence.
    """

    code: str
    line: int = 0
    values: dict[str, str] = msgspec.field(default_factory=dict)


class Record(Frozen, frozen=True):
    """One row of a file, as imported. Not yet a report or a study: several records may tell of the same one.

    `number` counts the records of the file from 1, refused ones too; `line` is where it begins, 0 in formats without
    lines. `csl` is a CSL-JSON item without `id`; it always has `type`. `printed_date` is the date in the file's own
    words and `edtf` the same for computing, empty where that cannot be done.
    """

    format: str
    number: int
    line: int
    fields: tuple[Field, ...]
    csl: dict[str, Any]
    printed_date: str = ""
    edtf: str = ""
    repairs: tuple[Repair, ...] = ()

    def all(self, *tags: str) -> list[str]:
        """The values of all fields with one of these tags, in the order of the file."""
        return [field.value for field in self.fields if field.tag in tags]

    def first(self, *tags: str) -> str:
        """The first value under the first of these tags that has one; empty where none does."""
        return next((value for tag in tags for value in self.all(tag) if value), "")


class Refused(Frozen, frozen=True):
    """A record that could not be read: why (worded as `refused.CODE`), where, and how its text begins.

    `last` is the last line that went with it, 0 in formats without lines.
    """

    number: int
    line: int
    code: str
    text: str
    values: dict[str, str] = msgspec.field(default_factory=dict)
    last: int = 0


class Remark(Frozen, frozen=True):
    """Text outside of any record: a header, a comment, a count. Kept, so that every line is accounted for."""

    line: int
    text: str


Item = Record | Refused | Remark
