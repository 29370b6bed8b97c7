"""Trees of searches as short text, so that a table of tests can be read by a librarian.

`(a ~2 b)` has at most two words between, in any order; `(a >2 b)` in this order. `&`, `|` and `-` are AND, OR and NOT.
`*` is any letters, `?` one, `~` one or none.
"""

from __future__ import annotations

from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Heading,
    InLanguage,
    Line,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Word,
    plain,
)


def shape(node: Node) -> str:
    match node:
        case Word() | Phrase():
            return plain(node)
        case Unquoted(_, joined, k):
            return f"<{joined}{k or ''}: {plain(node)}>"
        case And(parts):
            return _joined(" & ", parts)
        case Or(parts):
            return _joined(" | ", parts)
        case Not(kept, dropped):
            return _joined(" - ", (kept, dropped))
        case Near(parts, k, ordered):
            return _joined(f" {'>' if ordered else '~'}{k} ", parts)
        case Fielded(inner, fields):
            return f"{'+'.join(sorted(fields))}:{shape(inner)}"
        case Heading(term, vocabulary, explode, major):
            return f"{vocabulary}{'+' if explode else ''}{'!' if major else ''}[{term}]"
        case Dated(start, end):
            return f"[{start}..{end}]"
        case InLanguage(codes):
            return f"language[{','.join(codes)}]"
        case Line(name):
            return f"line[{name}]"


def _joined(sign: str, parts: tuple[Node, ...]) -> str:
    return f"({sign.join(map(shape, parts))})"
