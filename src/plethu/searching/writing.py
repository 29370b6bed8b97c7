"""A search written for a platform: the text, and for every node whether it is exact, wider, narrower or impossible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plethu.searching.adapting import Adapter
from plethu.searching.changes import Change, Note, Written
from plethu.searching.known_words import KnownWords, known_words
from plethu.searching.platforms import Platform, platform
from plethu.searching.printing import Printer
from plethu.searching.tree import And, Fielded, Fields, Near, Node, Not, Or, Phrase, Place, Unquoted, Word

_NONE: Mapping[str, str] = {}


def write(
    node: Node,
    platform_id: str,
    *,
    source: str | None = None,
    words: Sequence[str] | KnownWords | None = None,
    fields: Fields | None = None,
    lines: Mapping[str, str] = _NONE,
) -> Written:
    """Write a search for a platform.

    `source` is the platform it was written for: what is searched there without a field code is then said here by a
    code. `fields` are searched instead where no field is said. `words`, in lower case, write out truncated words where
    the platform cannot truncate. `lines` are the numbers of lines by name.
    """
    rules = platform(platform_id)
    adapter = Adapter(rules, known_words(words), lines)
    asked = fields or (_unsaid(rules, platform(source)) if source else None)
    said = in_fields(node, asked) if asked else node
    tree = adapter.adapt(said)
    if tree is None:
        notes = tuple(note for note, _ in adapter.notes)
        return Written("", notes or (Note("impossible", Change.IMPOSSIBLE, node.place),))
    printer = Printer(rules)
    text = printer.text_of(tree)
    notes = tuple(
        replace(note, written=printer.places.get(id(written), Place()) if written is not None else Place())
        for note, written in adapter.notes
    )
    if node not in (said, tree) and not any(note.code.startswith("field-") for note in notes):
        notes = (Note("fields-said", Change.EXACT, node.place, Place(0, len(text))), *notes)
    return Written(text, notes, tree)


def _unsaid(rules: Platform, source: Platform) -> Fields | None:
    """The fields that have to be said here, because what is searched without a code differs."""
    same = rules.id == source.id or rules.fields.default == source.fields.default
    return None if same else source.fields.default


def in_fields(node: Node, fields: Fields) -> Node:
    """The tree with these fields wherever none is said."""
    if _unfielded(node):
        return Fielded(node, fields, node.place)
    match node:
        case And(parts) | Or(parts):
            return replace(node, parts=tuple(in_fields(part, fields) for part in parts))
        case Not(kept, dropped):
            return replace(node, kept=in_fields(kept, fields), dropped=in_fields(dropped, fields))
    return node


def _unfielded(node: Node) -> bool:
    """Whether it holds words and phrases alone, none in a field, and no heading, limit or line."""
    match node:
        case Word() | Phrase() | Unquoted() | Near():
            return True
        case And(parts) | Or(parts):
            return all(map(_unfielded, parts))
        case Not(kept, dropped):
            return _unfielded(kept) and _unfielded(dropped)
    return False
