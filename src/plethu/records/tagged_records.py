"""From the blocks of a tagged file to its records, in all tagged formats alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from plethu.evidence.frozen import Frozen
from plethu.records.opened import Line
from plethu.records.record import Item, Record, Refused, Remark
from plethu.records.tagged import Block, Grammar, blocks
from plethu.records.values import Values

ToCsl = Callable[[Values, int], tuple[dict[str, Any], str, str]]


class TaggedFormat(Frozen, frozen=True):
    """What is a tagged format's own. `frame`: tags that alone say nothing; `single`: tags that stand once at most.

    `csl_of` makes CSL-JSON, the date as printed and as EDTF from the values of a record and the line it begins on.
    """

    id: str
    grammar: Grammar
    frame: Collection[str]
    single: Collection[str]
    csl_of: ToCsl


def items(lines: Iterable[Line], format: TaggedFormat) -> Iterator[Item]:
    """Everything in the lines of a file, in order. Raises BadInput for a line that is too long."""
    number = 0
    for block in blocks(lines, format.grammar):
        if isinstance(block, Remark):
            yield block
        else:
            number += 1
            yield _record(block, number, format)


def _record(block: Block, number: int, format: TaggedFormat) -> Record | Refused:
    if block.too_large:
        return block.refused(number, "too-large")
    fields = block.fields()
    if not any(field.value for field in fields if field.tag not in format.frame):
        return block.refused(number, "empty-record")
    values = Values(fields, block.repairs.values())
    values.refuse_twins(format.single)
    csl, printed, edtf = format.csl_of(values, block.line)
    return Record(format.id, number, block.line, fields, csl, printed, edtf, tuple(values.repairs))
