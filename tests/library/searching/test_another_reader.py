"""Searches as search-query reads them, beside ours. Where the two differ the table says why; no other way is allowed.

search-query 0.15 keeps wildcards, headings and dates as text, so that their meaning cannot be compared: what it keeps
as typed is compared as typed.
"""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from search_query.parser import parse as theirs_parse  # type: ignore[import-untyped]
from search_query.query import Query  # type: ignore[import-untyped]

from plethu.searching.platforms import Platform, platform
from plethu.searching.printing import limit_text, term_text
from plethu.searching.reading import read
from plethu.searching.tree import (
    And,
    Fielded,
    Fields,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Unquoted,
    Word,
)

NAMES = {"ebsco": "ebscohost", "pubmed": "pubmed", "wos": "wos"}
REFUSED = "refused"

SAME: dict[str, tuple[str, ...]] = {
    "ebsco": (
        "a", "community action", '"mutual aid"', "a OR b", "a AND b AND c", "a OR b AND c", "a AND b OR c", "a NOT b",
        "(a OR b) AND c", "((a))", "TI community", "TI (a OR b)", 'AB "mutual aid" AND TI action', "TI a OR AB b",
        "community N2 action", "community W2 action", "(a OR b) N3 (c OR d)", '"mental health" N3 positive',
        "TI (community N2 action)", "TI (community N2 (manag* OR run))", "manag*", "wom?n", "colo#r", "community-led",
        "not-for-profit", "TX community", "a N2 (b OR c) AND d", "(a OR b) NOT (c OR d)", "S1 AND S2", "(a", "a OR",
        "a OR )", "()",
    ),
    "pubmed": (
        "community[tiab]", '"mutual aid"[tiab]', "a[ti] OR b[ti]", "a[ti] OR b[ti] AND c[ti]",
        "a[ti] AND b[ti] OR c[ti]", "(a[ti] OR b[ti]) AND c[ti]", "a[ti] NOT b[ti]", "community*[tiab]", "a[au]",
        "a[Title/Abstract]", "a[all]", "a[tw]", "mutual aid[ti]", "(a OR b)[ti]", "(a[ti]", '"a[ti]',
        '"community action"[tiab:~2]', '"community action plan"[ti:~0]',
    ),
    "wos": (
        "TS=(a OR b)", "TS=a", "TS=(community NEAR/2 action)", "TS=(community NEAR action)", "TI=(a AND b)",
        "TI=a AND AB=b", "TS=(a OR b AND c)", "TS=(a AND b NOT c)", 'TS="mutual aid"', "TS=(third sector)",
        "TS=(a b OR c)", "TS=manag*", "TS=colo$r", "TS=wom?n", "AU=smith", "TS=(a) OR TI=(b)", "a AND b", "ALL=a",
        "#1 AND #2", "TS=(a", "TS=()",
    ),
}  # fmt: skip

DIFFERENT: tuple[tuple[str, str, str, str, str], ...] = (
    # platform, typed, ours, theirs, why ours is as it is
    ("ebsco", "a AND b NOT c", "NOT(AND(a, b), c)", "AND(a, NOT(b, c))", "the same records; read in turn, as typed"),
    ("ebsco", "a N2 b N2 c", "NEAR2(NEAR2(a, b), c)", "NEAR2(a, b, c)", "a distance has two sides"),
    ("ebsco", "XB community", "XB:community", REFUSED, "the field of title or abstract is newer than their list"),
    ("ebsco", 'MH "Social Support"', 'MH "Social Support"', 'MH:"Social Support"', "a heading, no phrase"),
    ("ebsco", 'MH "Social Support+"', 'MH "Social Support+"', 'MH:"Social Support+"', "a heading with narrower ones"),
    ("pubmed", "community", "community", "[all]:community", "no field was typed"),
    ("pubmed", "community action", "community action", "[all]:community action", "no field was typed"),
    ("pubmed", '"Social Support"[Mesh]', '"Social Support"[Mesh]', '[Mesh]:"Social Support"', "a heading, no phrase"),
    ("pubmed", "2020:2023[dp]", "2020:2023[dp]", "[dp]:2020:2023", "a limit, no word"),
    ("pubmed", "#1 AND #2", "AND(#1, #2)", "AND([all]:#1, [all]:#2)", "a line is in no field"),
    ("pubmed", "a[ti] b[ti]", "AND([ti]:a, [ti]:b)", REFUSED, "PubMed joins by AND what has no operator; remarked on"),
    ("wos", "PY=2020-2023", "PY=2020-2023", REFUSED, "a range of years as the platform writes it"),
    ("wos", "PY=(2020-2023)", "PY=2020-2023", REFUSED, "the same in brackets"),
    ("wos", "TS=((a OR b) NEAR/2 (c OR d))", "TS=:NEAR2(OR(a, b), OR(c, d))", REFUSED, "groups may stand beside NEAR"),
    ("wos", "TS=(a N2 b)", REFUSED, "TS=:a N2 b", "an operator of EBSCO is no word of a phrase"),
)  # fmt: skip


def theirs(text: str, id: str) -> str:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return _theirs(theirs_parse(text, platform=NAMES[id]))
    except Exception:  # theirs raises several kinds, ValueError for what it cannot take
        return REFUSED


def _theirs(query: Query, outer: str = "") -> str:
    field = query.field.value if query.field else ""
    before = f"{field}:" if field and field != outer else ""
    if not query.operator:
        return before + str(query.value)
    distance = getattr(query, "distance", None)
    name = str(query.value) + ("" if distance is None else str(distance))
    if len(query.children) == 1:  # PubMed's distance, which it keeps on one phrase
        words = str(query.children[0].value).strip('"').replace(" ", ", ")
        return f"{query.children[0].field.value}:{name}({words})"
    return f"{before}{name}({', '.join(_theirs(child, field or outer) for child in query.children)})"


def ours(text: str, id: str) -> str:
    tree = read(text, id).tree
    return _ours(tree, platform(id), text) if tree else REFUSED


def _ours(node: Node, rules: Platform, text: str) -> str:
    def several(name: str, *parts: Node) -> str:
        return f"{name}({', '.join(_ours(part, rules, text) for part in parts)})"

    match node:
        case Word() | Phrase() | Unquoted():
            return term_text(node, rules)
        case And(parts):
            return several("AND", *parts)
        case Or(parts):
            return several("OR", *parts)
        case Not(kept, dropped):
            return several("NOT", kept, dropped)
        case Near(parts, k, ordered):
            return several(f"{'WITHIN' if ordered else 'NEAR'}{k}", *parts)
        case Fielded(inner, fields):
            return f"{_code(fields, rules, text)}:{_ours(inner, rules, text)}"
    return limit_text(node, rules)


def _code(fields: Fields, rules: Platform, text: str) -> str:
    """The code as it was typed, in the form in which search-query keeps it."""
    form = {"prefix": "{}", "equals": "{}=", "bracket": "[{}]"}[rules.fields.style]
    codes = [tag.tag for tag in rules.fields.tags if tag.means == fields]
    typed = next(found[0] for code in codes if (found := re.search(rf"\b{re.escape(code)}\b", text, re.IGNORECASE)))
    return form.format(typed)


@pytest.mark.parametrize(("id", "text"), [(id, text) for id, texts in SAME.items() for text in texts])
def test_both_read_the_same(id: str, text: str) -> None:
    assert ours(text, id) == theirs(text, id)


@pytest.mark.parametrize(("id", "text", "own", "other", "why"), DIFFERENT, ids=[f"{r[0]}-{r[1]}" for r in DIFFERENT])
def test_each_difference_is_the_one_that_is_explained(id: str, text: str, own: str, other: str, why: str) -> None:
    assert (ours(text, id), theirs(text, id)) == (own, other)
    assert own != other
    assert why
