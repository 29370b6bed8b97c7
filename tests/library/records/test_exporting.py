"""What was imported goes out again: RIS gives its own fields back, and nothing is half written."""

from pathlib import Path

import pytest

from plethu.evidence.problems import BadInput
from plethu.records.exporting import WRITTEN, export
from plethu.records.importing import read_file
from plethu.records.record import Record

from ...accounting import items_of, records

RIS = """\
TY  - CHAP
TI  - Sharing a purpose
AU  - Jones, Mair, Jr.
A2  - Rees, Elin
T2  - The book
QQ  - a field of nobody
AB  - First line
AU is a word here
      AU  - and so is this
KW  - one
PY  - 2020
DA  - 2020/03//
SP  - 10
EP  - 19
ER  -

TY  - MPCT
TI  - A film
ER  -
"""


def test_ris_gives_its_own_fields_back_in_order(tmp_path: Path) -> None:
    found = records(items_of(tmp_path, "ris", RIS))
    assert export(found, "ris", tmp_path / "out.ris") == 2
    again = records(list(read_file(tmp_path / "out.ris").items()))
    assert [[(f.tag, f.value) for f in r.fields] for r in again] == [
        [(f.tag, f.value) for f in r.fields] for r in found
    ]
    assert [r.csl for r in again] == [r.csl for r in found]


@pytest.mark.parametrize("format", WRITTEN)
def test_in_every_format_the_same_records_come_back(tmp_path: Path, format: str) -> None:
    found = records(items_of(tmp_path, "ris", RIS))
    output = tmp_path / f"out.{format}"
    assert export(found, format, output) == 2
    again = [item for item in read_file(output).items() if isinstance(item, Record)]
    for before, after in zip(found, again, strict=True):
        for variable in ("title", "author", "editor", "container-title", "page", "abstract"):
            assert after.csl.get(variable) == before.csl.get(variable), variable


def test_a_record_of_another_format_is_written_from_its_csl(tmp_path: Path) -> None:
    csl = {
        "type": "thesis",
        "title": "A thesis",
        "author": [
            {"family": "Jones", "given": "Mair", "suffix": "Jr."},
            {"literal": "Invented Group"},
            {"family": "Plato"},
        ],
        "issued": {"date-parts": [[2020, 3, 4]]},
        "publisher": "Nowhere University",
        "number-of-pages": "210",
        "keyword": "one; two",
        "DOI": "10.1234/x",
        "abstract": "First\n\nSecond",
        "note": "",
        "custom": {"not": "ours"},
    }
    record = Record("csl-json", 1, 0, (), csl)
    export([record], "ris", tmp_path / "out.ris")
    (again,) = records(list(read_file(tmp_path / "out.ris").items()))
    kept = ("type", "title", "author", "issued", "publisher", "number-of-pages", "keyword", "DOI")
    assert {name: again.csl.get(name) for name in kept} == {name: csl[name] for name in kept}
    assert again.csl["abstract"] == "First\nSecond"
    assert not again.repairs


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "out.ris"
    output.write_text("from before")

    def failing():  # type: ignore[no-untyped-def]
        yield records(items_of(tmp_path, "ris", RIS))[0]
        raise BadInput

    with pytest.raises(BadInput):
        export(failing(), "ris", output)
    assert output.read_text() == "from before"
    assert not list(tmp_path.glob(".new-*"))


@pytest.mark.parametrize("output", ["missing/out.ris", "folder"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, output: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput) as caught:
        export([], "ris", tmp_path / output)
    assert caught.value.problems[0].code == "export-unwritable"
    assert not list(tmp_path.glob(".new-*"))


def test_a_format_that_is_only_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        export([], "medline", tmp_path / "out.nbib")
    assert caught.value.problems[0].code == "format-not-written"
