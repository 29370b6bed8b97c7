"""Every code that the workshop's rules give has its sentence. Other tests hold both languages together."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from plethu.wording import has
from plethu.workshop import register_rows, releases
from plethu.workshop.codings import ASPECTS
from plethu.workshop.contexts import ATTRIBUTES
from plethu.workshop.contributions import Speaker, SpokenStance
from plethu.workshop.masking import NameKind
from plethu.workshop.reading import STANCES, Discussion
from plethu.workshop.signing import State

ROOM = Path(releases.__file__).parent
PLACES = [
    ("contributions.py", "contribution"),
    ("codings.py", "coding"),
    ("proposals.py", "merge"),
    ("signing.py", "signing"),
    ("findings_out.py", "statement"),
    ("contexts.py", "context"),
]


def codes_in(file: str) -> set[str]:
    """The constants that functions yield: bare, or as the first argument of what is made."""
    found = set()
    for node in ast.walk(ast.parse((ROOM / file).read_text("utf-8"))):
        if isinstance(node, ast.Yield) and node.value:
            value = node.value.args[0] if isinstance(node.value, ast.Call) and node.value.args else node.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(value.value)
    return found


@pytest.mark.parametrize(("file", "group"), PLACES)
def test_every_refusal_has_its_sentence(file: str, group: str) -> None:
    codes = codes_in(file)
    assert len(codes) > 2
    assert not [code for code in codes if not has(f"workshop.{group}.{code}")]


def test_every_remark_on_a_list_has_its_sentence() -> None:
    source = Path(register_rows.__file__).read_text("utf-8")
    codes = {"nobody", "cancelled", "id-length", "cell-too-long", "row-twice", "already-registered", "consent-no"}
    codes |= {*re.findall(r'_remark\([\w.]+, "([\w-]+)"', source)}
    codes |= register_rows.ROW_CODES
    assert {"value-unknown", "companion-to-settle", "consent-unclear"} < codes
    assert all(f'"{code}"' in source for code in codes)
    assert not [code for code in codes if not has(f"workshop.row.{code}")]


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("aspect", ASPECTS),
        ("attribute", ATTRIBUTES),
        ("spoken", get_args(SpokenStance)),
        ("speaker", get_args(Speaker)),
        ("mask", get_args(NameKind)),
        ("signing.state", get_args(State)),
        ("chapter", STANCES),
        ("discussion", get_args(Discussion)),
        ("anonymity", ("held", "no-register", "too-few-people")),
        ("agreement", ("few-items", "rare-category", "one-category")),
        ("breach", get_args(releases.OutputKind)),
        ("threshold", ("below-least", "tables-below-labels")),
    ],
)
def test_every_value_has_its_words(group: str, codes: tuple[str, ...]) -> None:
    assert not [code for code in codes if not has(f"workshop.{group}.{code}")]
