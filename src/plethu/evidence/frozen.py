"""What every entry of the library is: a value that knows its types and never changes."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

import msgspec


class _Fields:
    """The fields of a class as the standard library's `dataclasses` looks for them."""

    def __get__(self, instance: object, kind: type[msgspec.Struct]) -> dict[str, Any]:
        return _fields(kind)


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, Any]:
    import dataclasses

    return {f.name: f for f in dataclasses.fields(dataclasses.make_dataclass(kind.__name__, kind.__struct_fields__))}


class Frozen(msgspec.Struct, frozen=True):
    """A frozen record of typed fields: to its users a dataclass, with `dataclasses.replace`, `fields` and `asdict`.

    It is a msgspec structure because an edition has some hundred kinds of entry, and a hundred dataclasses cost every
    start of the command line a tenth of a second (docs/adr/0005-records-as-msgspec-structures.md).
    """

    __dataclass_fields__: ClassVar[Any] = _Fields()
