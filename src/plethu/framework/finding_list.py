"""A review's findings as a plain list, made into a small edition that rounds of a workshop can discuss.

One row is one finding: its number, its words in English, in Welsh or in both, and the action and the category it bears
on where somebody has said so. Such an edition asks nothing, so no advice can be given from it. All of the list or
nothing: every row that cannot be used is named with its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from plethu.evidence.findings import CROSS_CUTTING, Finding
from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.strands import SearchStrategy, Strand
from plethu.evidence.text import NO_TEXT, Text
from plethu.framework.canonical import content_hash
from plethu.framework.checking import edition_or_problems
from plethu.framework.discussing import NUMBER
from plethu.framework.edition import Action, Category, Edition
from plethu.framework.list_columns import COLUMNS, FIELDS, fields_of, plain
from plethu.records.opened import Opened
from plethu.records.plain_lists import list_rows
from plethu.records.table_rows import MOST_COLUMNS, Row

MOST_FINDINGS = 1_000
LONGEST = {"finding": 2_000, "action": 200, "category": 200}  # characters
STRAND = "review"
TEMPLATE = ("number", "finding_en", "finding_cy", "action_en", "action_cy", "category_en", "category_cy")
_NO_SEARCH = SearchStrategy((), "", "", (), (), ())


class ListHead(Frozen, frozen=True):
    """What an edition made from a list says of itself. `published` is a date in EDTF."""

    id: str
    title: Text
    published: str
    notice: Text
    summary: Text = NO_TEXT
    version: str = "1"
    citation: str = ""
    licence: str = ""
    provenance: tuple[Text, ...] = ()


class ListedFinding(Frozen, frozen=True):
    """One row: the finding's id, and its words. Action and category are empty where the row names none."""

    line: int
    id: str
    statement: Text
    action: Text = NO_TEXT
    category: Text = NO_TEXT


def read_finding_list(opened: Opened) -> tuple[ListedFinding, ...]:
    """The findings of a CSV file with commas, semicolons, tabs or bars. Raises BadInput with all that is wrong.

    Characters that nobody sees are left out of what is taken.
    """
    found = list_rows(opened, lambda names: sum(map(bool, fields_of(names))))
    header = next(found, None)
    names = header.cells[:MOST_COLUMNS] if header else ()
    fields = fields_of(names)
    if header is None or "number" not in fields or not {"finding_en", "finding_cy"} & set(fields):
        values = {"known": ", ".join(COLUMNS)}
        raise BadInput(Problem("list-columns-unknown", opened.name, header.line if header else 0, values=values))
    if unknown := [name for name, field in zip(names, fields, strict=True) if name.strip() and not field]:
        raise BadInput(*(Problem("unknown-field", opened.name, header.line, name.strip()[:80]) for name in unknown))
    return _all_of(found, fields, opened.name)


def _all_of(found: Iterator[Row], fields: Sequence[str], name: str) -> tuple[ListedFinding, ...]:
    listed: list[ListedFinding] = []
    problems: list[Problem] = []
    for row in found:
        if len(listed) >= MOST_FINDINGS:
            raise BadInput(Problem("list-too-long", name, row.line, values={"most": str(MOST_FINDINGS)}))
        amiss = list(_amiss(row, fields, name))
        problems += amiss
        if not amiss:
            listed.append(_listed(row, fields))
    problems += _repeated(listed, name)
    if not (listed or problems):
        raise BadInput(Problem("list-empty", name))
    if problems:
        raise BadInput(*sorted(problems, key=lambda problem: problem.line))
    return tuple(listed)


def _cells(row: Row, fields: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(FIELDS, "") | {f: " ".join(c.split()) for f, c in zip(fields, row.cells, strict=False) if f}


def _amiss(row: Row, fields: Sequence[str], name: str) -> Iterator[Problem]:
    if "quote-not-closed" in row.codes:
        yield Problem("not-csv", name, row.line, values={"reason": "unclosed quotation mark"})
    elif any(cell.strip() for cell in row.cells[len(fields) :]):
        values = {"found": str(len(row.cells)), "expected": str(len(fields))}
        yield Problem("row-length", name, row.line, values=values)
    else:
        cells = _cells(row, fields)
        yield from _unfit(cells, row.line, name)
        yield from _missing(cells, row.line, name)


def _unfit(cells: dict[str, str], line: int, name: str) -> Iterator[Problem]:
    for field, cell in cells.items():
        longest = LONGEST.get(field.partition("_")[0])
        if longest and len(cell) > longest:
            yield Problem("text-too-long", name, line, field, {"longest": str(longest)})


def _missing(cells: dict[str, str], line: int, name: str) -> Iterator[Problem]:
    if not cells["number"]:
        yield Problem("missing-field", name, line, "number")
    elif not NUMBER.fullmatch(_numbered(cells["number"])):
        yield Problem("list-number-unreadable", name, line, "number", {"value": cells["number"][:40]})
    if not (cells["finding_en"] or cells["finding_cy"]):
        yield Problem("missing-field", name, line, "finding_en")


def _numbered(cell: str) -> str:
    """The id a number stands for: 7 is F007; anything else is taken as it is, in capitals."""
    return f"F{int(cell):03}" if cell.isascii() and cell.isdecimal() and len(cell) <= 6 else cell.upper()


def _listed(row: Row, fields: Sequence[str]) -> ListedFinding:
    cells = _cells(row, fields)
    said = {of: Text(cells[f"{of}_en"], cells[f"{of}_cy"], "reviewed") for of in ("finding", "action", "category")}
    return ListedFinding(row.line, _numbered(cells["number"]), said["finding"], said["action"], said["category"])


def _repeated(listed: Sequence[ListedFinding], name: str) -> Iterator[Problem]:
    """Numbers that stand twice; names translated in two ways; actions in two categories."""
    seen: dict[tuple[str, str], tuple[int, str]] = {}

    def clashes(kind: str, key: str, said: str, line: int) -> str:
        first, before = seen.setdefault((kind, key), (line, said))
        return "" if before == said else str(first)

    for each in listed:
        if first := clashes("number", each.id, str(each.line), each.line):
            yield Problem("list-number-twice", name, each.line, "number", {"value": each.id, "first": first})
        for field, text in (("action", each.action), ("category", each.category)):
            if text.en and text.cy and (first := clashes(field, plain(text.en), plain(text.cy), each.line)):
                values = {"value": text.en, "first": first}
                yield Problem("list-translated-twice", name, each.line, f"{field}_cy", values)
        action, category = _key(each.action), _key(each.category)
        if action and category and (first := clashes("in", action, category, each.line)):
            values = {"value": each.action.text("en"), "first": first}
            yield Problem("list-action-in-two", name, each.line, "category_en", values)


def _key(text: Text) -> str:
    return plain(text.en or text.cy)


def edition_of_list(listed: Sequence[ListedFinding], head: ListHead) -> Edition:
    """The edition of these findings, and of the actions and categories they name. Raises BadInput as reading does."""
    categories = _named(each.category for each in listed)
    actions = _named(each.action for each in listed)
    of_action = {_key(each.action): _key(each.category) for each in listed if not each.category.is_empty}
    made = _empty(
        head,
        strands=(Strand(STRAND, head.title, head.summary, "", "", "", NO_TEXT, NO_TEXT),),
        categories=tuple(
            Category(id, order, name, name, NO_TEXT, NO_TEXT) for order, (id, name) in enumerate(categories.values(), 1)
        ),
        actions=tuple(
            Action(
                id, order, categories.get(of_action.get(key, ""), ("", NO_TEXT))[0], "review", name, NO_TEXT, NO_TEXT
            )
            for order, (key, (id, name)) in enumerate(actions.items(), 1)
        ),
        findings=tuple(_finding(each, actions, categories) for each in listed),
    )
    return edition_or_problems(replace(made, hash=content_hash(made)), {}, head.id)


Names = dict[str, tuple[str, Text]]


def _named(texts: Iterator[Text]) -> Names:
    """Each name once, with an id made from it; in both languages where any row has both."""
    found: Names = {}
    taken: set[str] = set()
    for text in texts:
        if text.is_empty:
            continue
        key = _key(text)
        if key not in found:
            found[key] = (_free_slug(text.en or text.cy, taken), text)
        elif not found[key][1].cy and text.cy:
            found[key] = (found[key][0], text)
    return found


def _free_slug(name: str, taken: set[str]) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60].strip("-") or "entry"
    number, id = 1, slug
    while id in taken or id == CROSS_CUTTING:
        number += 1
        id = f"{slug}-{number}"
    taken.add(id)
    return id


def _finding(each: ListedFinding, actions: Names, categories: Names) -> Finding:
    action = actions.get(_key(each.action), ("", NO_TEXT))[0]
    category = categories.get(_key(each.category), ("", NO_TEXT))[0]
    return Finding(each.id, STRAND, each.statement, action=action, category=category or CROSS_CUTTING)


def _empty(head: ListHead, **filled: Any) -> Edition:
    """An edition of which only some kinds of entries are filled."""
    roles = ("stage", "audience", "purpose", "aims", "place")
    entries = (
        "caveats", "outside_focus", "pages", "voices", "sections", "practices", "concepts", "dimensions",
        "circumstances", "relations", "tensions", "stage_fit", "difficulties", "sources", "citations", "case_studies",
        "authorities", "criteria", "extraction_fields", "glossary", "open_points", "queries", "figures",
    )  # fmt: skip
    fields: dict[str, Any] = dict.fromkeys(entries, ()) | {f"{role}_dimension": "" for role in roles}
    fields |= {name: getattr(head, name) for name in ListHead.__struct_fields__}
    return Edition(**fields, stage_values={}, alternative_route="", search_strategy=_NO_SEARCH, **filled)
